"""Units: the sentences, headlines, fields and rows that an answer is made of, with the words that describe each.

A passage is cut into units once and kept. What describes a unit is its own text, the ways to ask for it
(expansions), the facts it states, its headings, and what stands around it, each weaker than the one before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from knowledge.answering.setting import Setting, years_in
from knowledge.corpus import Corpus
from knowledge.models import Fact, Language, Passage, PassageKind, Span
from knowledge.retrieval.asks import AskedFor, AskIndex
from knowledge.text.analyzer import content_words, forms, grams, stems
from knowledge.text.names import NameMatcher
from knowledge.text.normalise import words_of
from knowledge.text.sentences import split

_REMEMBERED = 2_000
"""Passages whose units are kept at hand."""
_DOCUMENTS = 100
"""Documents of which is kept at hand what they tell as a whole."""


class FactsOnSpans(Protocol):
    """What the units need of the store of facts."""

    def facts_within(self, document: str, start: int, end: int) -> tuple[Fact, ...]:
        """List the facts cited from within a span."""
        ...

    def subject(self, document: str) -> str | None:
        """Name the entity that a document is about, if it is about one."""
        ...

    def words_of(self, attribute: str) -> tuple[str, ...]:
        """List the words that name an attribute, in both languages."""
        ...


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, headline, field or row."""

    passage: Passage
    start: int
    end: int
    text: str
    place: int
    """Its number among the units of its passage."""
    headline: bool
    stems: Counter[str] = field(hash=False)
    """Stems of both languages, as retrieval counts them."""
    forms: frozenset[str]
    """Its words as coverage compares them."""
    grams: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    """Neighbouring content words, by their English stems."""
    length: int
    headed: frozenset[str]
    around: frozenset[str]
    """Stems of the rest of its passage."""
    named: frozenset[str]
    """Entities that its own words name."""
    entities: frozenset[str]
    """Entities that it names or gives facts of."""
    entities_around: frozenset[str]
    years: frozenset[int]
    years_around: frozenset[int]
    document: Setting
    """What its document is about; counts only where nobody described the unit."""
    facts: tuple[Fact, ...] = field(hash=False)
    asked_for: tuple[AskedFor, ...] = field(hash=False)
    """What it is asked for: by curators' asks, and by the words of each attribute it gives."""

    @property
    def whole(self) -> bool:
        """Tell whether the unit is a field or a row, which is quoted as it stands."""
        return self.passage.kind in (PassageKind.FIELD, PassageKind.ROW)


class Units:
    """Cuts passages into units."""

    def __init__(self, corpus: Corpus, names: NameMatcher, facts: FactsOnSpans, asks: AskIndex) -> None:
        self._corpus = corpus
        self._names = names
        self._facts = facts
        self._asks = asks
        self._cached = lru_cache(maxsize=_REMEMBERED)(self._cut)
        self._attribute = lru_cache(maxsize=_REMEMBERED)(self._read_attribute)
        self._setting = lru_cache(maxsize=_DOCUMENTS)(self._read_setting)
        self._nowhere = Setting("", names)
        self._titles = {document.id: _forms_of(document.title, document.language) for document in corpus.documents}

    def of(self, passage: Passage) -> tuple[Unit, ...]:
        """List the units of a passage, in order."""
        return self._cached(passage.id)

    def of_known(self, passage_id: str) -> tuple[Unit, ...]:
        """List the units of the passage with an id; none where the corpus has no such passage."""
        return self._cached(passage_id) if self._corpus.passage(passage_id) is not None else ()

    def at(self, document: str, offset: int) -> Unit | None:
        """Give the unit at an offset of a document."""
        passage = self._corpus.passage_at(document, offset)
        if passage is None:
            return None
        return next((unit for unit in self.of(passage) if unit.start <= offset < unit.end), None)

    def _cut(self, passage_id: str) -> tuple[Unit, ...]:
        passage = self._corpus.passage(passage_id)
        assert passage is not None, "units are cut from passages of the corpus"
        document = self._corpus.document(passage.document)
        assert document is not None
        text = document.text
        spans = self._spans(passage, text[passage.start : passage.end])
        own = [content_words(text[start:end], passage.language) for start, end in spans]
        own_forms = [_forms(words, passage.language) for words in own]
        named = [self._named(text[start:end]) for start, end in spans]
        subject = self._facts.subject(passage.document)
        everywhere = frozenset().union(*named, {subject} if subject else ())
        headed = _forms_of(" ".join(passage.headings), passage.language) | self._titles[passage.document]
        if passage.kind is PassageKind.ROW:
            headed |= _forms_of(" ".join(cell.header for cell in passage.cells), passage.language)
        described = self._asks.within(passage.document, passage.start, passage.end)
        years_around = years_in(text[passage.start : passage.end])
        setting = self._nowhere if described else self._setting(passage.document)
        units = []
        for place, ((start, end), words) in enumerate(zip(spans, own, strict=True)):
            facts = self._facts.facts_within(passage.document, start, end)
            units.append(
                Unit(
                    passage=passage,
                    start=start,
                    end=end,
                    text=text[start:end],
                    place=place,
                    headline=place == 0 and passage.kind is PassageKind.ITEM,
                    stems=Counter(stem for word in words for stem in stems(word)),
                    forms=own_forms[place],
                    grams=frozenset(gram for word in words for gram in grams(word)),
                    pairs=_pairs(words),
                    length=2 * len(words),
                    headed=headed,
                    around=frozenset().union(*own_forms[:place], *own_forms[place + 1 :]),
                    named=named[place],
                    entities=named[place]
                    | {fact.entity for fact in facts}
                    | {fact.object for fact in facts if fact.object},
                    entities_around=everywhere,
                    years=years_in(text[start:end]),
                    years_around=years_around,
                    document=setting,
                    facts=facts,
                    asked_for=(*self._asks.within(passage.document, start, end), *self._attributes(facts)),
                )
            )
        return tuple(units)

    def _spans(self, passage: Passage, text: str) -> list[Span]:
        if passage.kind in (PassageKind.FIELD, PassageKind.ROW):
            return [(passage.start, passage.end)]
        spans = [(passage.start + start, passage.start + end) for start, end in split(text)]
        if passage.kind is PassageKind.ITEM and passage.headings:
            # A headline may hold more than one sentence; it is one unit all the same.
            cut = passage.start + len(passage.headings[-1])
            spans = [(passage.start, cut), *(span for span in spans if span[0] >= cut)]
        return spans

    def _attributes(self, facts: tuple[Fact, ...]) -> Iterator[AskedFor]:
        return (self._attribute(attribute) for attribute in dict.fromkeys(fact.attribute for fact in facts))

    def _read_attribute(self, attribute: str) -> AskedFor:
        words = " ".join(self._facts.words_of(attribute))
        return AskedFor(_forms_of(words, "en") | _forms_of(words, "es"))

    def _read_setting(self, document_id: str) -> Setting:
        document = self._corpus.document(document_id)
        assert document is not None
        return Setting(document.text, self._names)

    def _named(self, text: str) -> frozenset[str]:
        return frozenset(entity for _, _, entities in self._names.places(words_of(text)) for entity in entities)


def neighbours(text: str, language: Language) -> frozenset[tuple[str, str]]:
    """Pair the content words that follow one another, by their English stems."""
    return _pairs(content_words(text, language))


def _pairs(words: Sequence[str]) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise([stems(word)[0] for word in words]))


def _forms_of(text: str, language: Language) -> frozenset[str]:
    return _forms(content_words(text, language), language)


def _forms(words: Sequence[str], language: Language) -> frozenset[str]:
    return frozenset(form for word in words for form in forms(word, language))
