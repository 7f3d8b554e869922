"""`verify`: is a quote in the documents, word for word?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from knowledge.answering.comparison import typography, words
from knowledge.answering.quoting import Quoter
from knowledge.answering.statements import Gathering
from knowledge.answering.units import Unit, Units
from knowledge.corpus import Corpus
from knowledge.facts.store import FactStore
from knowledge.models import (
    Answer,
    AnswerKind,
    Citation,
    Difference,
    Gap,
    GapKind,
    Language,
    Outcome,
    PassageKind,
    Query,
    Span,
    StatementKind,
    Verdict,
)
from knowledge.retrieval.retriever import Retriever
from knowledge.text.language import detect
from knowledge.text.normalise import clean, fold, tokens, unify
from knowledge.text.stopwords import STOPWORDS

_MOST_PLACES = 5
_DEPTH = 8
_CLOSE = 0.34
"""Share of a quote's content words that the closest sentence must hold to be shown."""
_MARKS = " \t\n\"“”«»'‘’"


class Verifier:
    """Answers `verify`."""

    def __init__(self, corpus: Corpus, facts: FactStore, retriever: Retriever, units: Units, quoter: Quoter) -> None:
        self._corpus = corpus
        self._facts = facts
        self._retriever = retriever
        self._units = units
        self._quoter = quoter
        self._unified = lru_cache(maxsize=64)(self._unify)

    def verify(self, typed: str, language: Language) -> Answer:
        """Tell whether a quote is verbatim, verbatim but for typography, not a quote, or absent."""
        quote = clean(typed).strip(_MARKS)
        if not quote:
            gap = Gap(kind=GapKind.INPUT, value=typed[:80].strip())
            return Answer(question="", language=language, outcome=Outcome.NOT_FOUND, confidence=0.0, missing=(gap,))
        exact = list(self._exact(quote)) or list(self._exact(typed.strip(_MARKS)))
        if exact:
            return self._found(quote, exact, Verdict.VERBATIM, (), language)
        alike = list(self._alike(quote))
        if alike:
            differences = typography(quote, self._text(alike[0]))
            return self._found(quote, alike, Verdict.TYPOGRAPHY, differences, language)
        return self._closest(quote, language)

    def _exact(self, quote: str) -> Iterator[tuple[str, Span]]:
        for document in self._corpus.documents:
            start = document.text.find(quote) if quote else -1
            while start >= 0:
                if _whole_words(document.text, start, start + len(quote)):
                    yield document.id, (start, start + len(quote))
                start = document.text.find(quote, start + 1)

    def _alike(self, quote: str) -> Iterator[tuple[str, Span]]:
        """Find a quote whatever its quotation marks, dashes, spaces, case and accents."""
        plain = fold(unify(quote).replace("[...]", "[…]"))
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(re.escape(word) for word in plain.split()) + r"(?!\w)")
        for document in self._corpus.documents:
            for match in pattern.finditer(self._unified(document.id)):
                yield document.id, match.span()

    def _unify(self, document_id: str) -> str:
        """Fold a document character by character, so that offsets stay."""
        document = self._corpus.document(document_id)
        assert document is not None
        return "".join(folded if len(folded := fold(char)) == 1 else char for char in unify(document.text))

    def _text(self, place: tuple[str, Span]) -> str:
        document = self._corpus.document(place[0])
        assert document is not None
        return document.text[slice(*place[1])]

    def _found(
        self,
        quote: str,
        places: list[tuple[str, Span]],
        verdict: Verdict,
        differences: tuple[Difference, ...],
        language: Language,
    ) -> Answer:
        gathering = Gathering(self._facts, language)
        edges: list[Difference] = []
        for document, span in places[:_MOST_PLACES]:
            for part in self._within_passages(document, span):
                citation = self._quoter.whole(document, *part, answer=(part,))
                gathering.quote(citation)
                if not edges:
                    edges = list(_edges(citation))
        lead = gathering.statements[0].text
        return Answer(
            question=quote,
            language=language,
            outcome=Outcome.ANSWERED,
            confidence=1.0,
            lead=lead if len(lead) <= 600 else "",
            statements=gathering.statements,
            citations=gathering.citations,
            verdict=verdict,
            places=len(places),
            differences=(*differences, *edges),
        )

    def _within_passages(self, document: str, span: Span) -> Iterator[Span]:
        """Cut a span at the passages it crosses: a citation lies in one."""
        start, end = span
        while start < end:
            passage = self._corpus.passage_at(document, start)
            if passage is None:
                start += 1
                continue
            yield start, min(end, passage.end)
            start = passage.end

    def _closest(self, quote: str, language: Language) -> Answer:
        unit, share = self._nearest(quote)
        if unit is None or share < _CLOSE:
            return Answer(
                question=quote,
                language=language,
                outcome=Outcome.NOT_FOUND,
                confidence=0.0,
                verdict=Verdict.ABSENT,
                places=0,
            )
        gathering = Gathering(self._facts, language)
        citation = self._corpus.cite(unit.passage.document, unit.start, unit.end)
        gathering.quote(citation, StatementKind.RELATED)
        return Answer(
            question=quote,
            language=language,
            outcome=Outcome.RELATED,
            confidence=share / 2,
            statements=gathering.statements,
            citations=gathering.citations,
            verdict=Verdict.NOT_A_QUOTE,
            places=0,
            differences=words(quote, unit.text),
        )

    def _nearest(self, quote: str) -> tuple[Unit | None, float]:
        spoken = detect(quote, "en")
        query = Query(text=quote, reading=quote, language=spoken, kind=AnswerKind.NONE)
        wanted = {fold(word) for word, *_ in tokens(quote)} - STOPWORDS[spoken]
        best: tuple[Unit | None, float] = (None, 0.0)
        for hit in self._retriever.retrieve(query, _DEPTH):
            for unit in self._units.of(hit.passage):
                held = _words_of(unit.text)
                share = sum(_alike(word, held) for word in wanted) / max(1, len(wanted))
                if share > best[1]:
                    best = (unit, share)
        return best


@lru_cache(maxsize=4_096)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word, *_ in tokens(text))


def _alike(word: str, held: frozenset[str]) -> float:
    if word in held:
        return 1.0
    return 0.6 if len(word) > 4 and any(other[:5] == word[:5] for other in held) else 0.0


def _whole_words(text: str, start: int, end: int) -> bool:
    before = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return before and (end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum()))


def _edges(citation: Citation) -> Iterator[Difference]:
    """Say where a quote begins after its sentence does or ends before it."""
    if not citation.answer or citation.kind in (PassageKind.FIELD, PassageKind.ROW):
        return
    start, end = citation.answer[0]
    if start > 0:
        yield Difference(kind="begins_late", yours="", source=citation.quote[:start].strip())
    if citation.quote[end:].strip(' .!?…"”’)'):
        yield Difference(kind="ends_early", yours="", source=citation.quote[end:].strip())
