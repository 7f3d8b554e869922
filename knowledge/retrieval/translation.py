"""Crossing the languages: a question with its words in the other language beside its own.

What a machine translates only adds terms: it is never shown, and weighs less than what was typed. Names of the
corpus, dates and figures are kept out of it: “Arturo Campos” is no “Arturo Fields”, “March 27” no marching.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from knowledge.models import Language, Query, Span
from knowledge.text.analyzer import content
from knowledge.text.names import NameMatcher
from knowledge.text.normalise import fold

_EN = "January February March April May June July August September October November December".split()
_ES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
_MONTHS: Mapping[str, str] = dict(zip(map(fold, _EN), _ES, strict=True)) | dict(zip(_ES, _EN, strict=True))
_SURE = "|".join(month for month in _EN if month not in {"March", "May"})
_KEPT = re.compile(
    rf"\d+(?:[.,]\d+)*%?|\b(?:{_SURE})\b|\b(?i:{'|'.join(_ES)})\b"
    r"|\b(?:March|May)\b(?=,?\s+\d)|(?<=\d\s)(?:March|May)\b|(?<=[Ii]n\s)(?:March|May)\b|(?<=of\s)(?:March|May)\b"
)
"""Figures and the months of dates; March and May are words as well, so that a figure or preposition must say so."""

_STOP = " . "
_STOP_READ = re.compile(r"(?:^|\s)\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Source:
    """A text to translate, and the spans of it that are kept out."""

    text: str
    kept: tuple[Span, ...] = ()

    @property
    def key(self) -> str:
        """Say all that its translation depends on."""
        return f"{self.text}\0{self.kept}"


class Translator(Protocol):
    """Translates between the two languages."""

    def translate(self, texts: Sequence[Source], source: Language, target: Language) -> tuple[str, ...] | None:
        """Translate texts, one for one; None where that cannot be done now."""
        ...

    def identity(self, source: Language, target: Language) -> str:
        """Name the translator and its state: the same name, the same translations."""
        ...


class Interpreter:
    """Adds to a question what it says in the other language."""

    def __init__(self, translator: Translator | None, names: NameMatcher, languages: frozenset[Language]) -> None:
        self._translator = translator
        self._names = names
        self._languages = languages

    def render(self, query: Query) -> Query:
        """Give a query its rendering, where a document is in the other language and there is a translator."""
        other = beyond(query.language)
        if other not in self._languages or not query.reading:
            return query
        # A sentence for each word: one text costs a millisecond, a text for each would cost as many.
        listed = Source(_STOP.join((*query.terms, "")))
        translated = self.translate([self.source(query.reading), listed], query.language, other)
        if translated is None:
            return query
        whole, sentences = translated
        words = _STOP_READ.split(sentences)[:-1]
        if len(words) != len(query.terms):
            words = list(self.translate([*map(Source, query.terms)], query.language, other) or ("",) * len(query.terms))
        return query.model_copy(
            update={
                "rendering": " ".join((whole, *_months(query.reading))),
                "meanings": tuple(tuple(word for word, *_ in content(each, other)) for each in words),
            }
        )

    def translate(self, texts: Sequence[Source], source: Language, target: Language) -> tuple[str, ...] | None:
        """Translate texts; None where that cannot be done now."""
        return self._translator.translate(texts, source, target) if self._translator is not None else None

    def identity(self, source: Language, target: Language) -> str:
        """Name what translates: the same name, the same translations."""
        return self._translator.identity(source, target) if self._translator is not None else ""

    def source(self, text: str) -> Source:
        """Make a text ready for translation."""
        named = [(mention.start, mention.end) for mention in self._names.find(text)]
        return Source(text, tuple(sorted([*named, *(match.span() for match in _KEPT.finditer(text))])))


def beyond(language: Language) -> Language:
    """Give the other language."""
    return "es" if language == "en" else "en"


def _months(text: str) -> Iterator[str]:
    """Name the months of a text in the other language."""
    return (_MONTHS[month] for match in _KEPT.finditer(text) if (month := fold(match[0])) in _MONTHS)
