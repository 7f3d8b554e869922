"""Quotes of entries written by hand, found in their documents and widened to what may be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.corpus import Corpus
from knowledge.errors import QuoteAmbiguous, QuoteMissing
from knowledge.facts.entries import Entry
from knowledge.models import Citation, Document, Passage, PassageKind, Span
from knowledge.text import sentences

_WHOLE = (PassageKind.FIELD, PassageKind.ROW)
"""Kinds of passage that are shown whole, never by the sentence."""
_MOST_COMPARED = 200_000
"""Characters of a document in which the nearest match of a missing quote is looked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands."""

    document: Document
    passage: Passage
    span: Span

    @property
    def quote(self) -> str:
        """Give the quote."""
        return self.document.text[slice(*self.span)]

    def within(self, entry: Entry, words: str, key: str) -> Span:
        """Find the words of an entry's key in the quote; they must stand there as they are."""
        start = self.document.text.find(words, *self.span)
        if start < 0:
            raise entry.fail(f"{key} {words!r} is not in the quote {self.quote!r}")
        return start, start + len(words)


class Quotes:
    """Finds the quotes of entries in one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._documents: dict[str, Document] = {}
        for document in corpus.documents:
            self._documents.setdefault(document.file.rpartition("/")[2], document)
        self._documents.update({document.file: document for document in corpus.documents})
        self._documents.update({document.id: document for document in corpus.documents})
        self._sentences: dict[str, list[Span]] = {}

    def document(self, entry: Entry) -> Document:
        """Find an entry's document by its id or the name of its file."""
        name = entry.required("document")
        document = self._documents.get(name)
        if document is None:
            known = ", ".join(document.id for document in self._corpus.documents[:20])
            raise entry.fail(f"unknown document {name!r}; known: {known}")
        return document

    def locate(self, entry: Entry) -> Place:
        """Find an entry's quote: the only one in its document, or the first after the text of `after`.

        Raises QuoteMissing, QuoteAmbiguous, and CurationSyntax for a quote that no one passage holds.
        """
        document = self.document(entry)
        quote, after = entry.required("quote"), entry.string("after")
        begin = _only(entry, document, after) + len(after) if after else 0
        start = document.text.find(quote, begin)
        if start < 0:
            raise _missing(entry, document, quote)
        if not after and document.text.find(quote, start + 1) >= 0:
            raise QuoteAmbiguous(entry.file, entry.line, quote, document.id, _count(document.text, quote))
        passage = self._corpus.passage_at(document.id, start)
        if passage is None or start + len(quote) > passage.end:
            raise entry.fail("the quote must lie within one paragraph, item, field or row")
        return Place(document, passage, (start, start + len(quote)))

    def unit(self, place: Place) -> Span:
        """Widen a quote to the whole sentences, field or row that hold it."""
        passage, (start, end) = place.passage, place.span
        if passage.kind in _WHOLE:
            return passage.start, passage.end
        held = [(a, b) for a, b in self._split(place.document, passage) if a < end and start < b]
        return min(held[0][0], start), max(held[-1][1], end)

    def cite(self, place: Place, answer: Sequence[Span] = ()) -> Citation:
        """Cite the whole sentences, field or row that hold a quote."""
        return self._corpus.cite(place.document.id, *self.unit(place), answer=answer)

    def _split(self, document: Document, passage: Passage) -> list[Span]:
        found = self._sentences.get(passage.id)
        if found is None:
            spans = sentences.split(document.text[passage.start : passage.end])
            found = self._sentences[passage.id] = [(a + passage.start, b + passage.start) for a, b in spans]
        return found


def _only(entry: Entry, document: Document, text: str) -> int:
    start = document.text.find(text)
    if start < 0:
        raise _missing(entry, document, text)
    if document.text.find(text, start + 1) >= 0:
        raise QuoteAmbiguous(entry.file, entry.line, text, document.id, _count(document.text, text))
    return start


def _count(text: str, quote: str) -> int:
    """Count the places where a quote starts, overlapping ones too."""
    count, start = 0, text.find(quote)
    while start >= 0:
        count, start = count + 1, text.find(quote, start + 1)
    return count


def _missing(entry: Entry, document: Document, quote: str) -> QuoteMissing:
    return QuoteMissing(entry.file, entry.line, quote, document.id, _nearest(quote, document.text))


def _nearest(quote: str, text: str) -> str:
    """Find the stretch of a text that is most like a quote, in whole words."""
    from rapidfuzz import fuzz

    compared = text[:_MOST_COMPARED]
    aligned = fuzz.partial_ratio_alignment(quote, compared)
    start, end = (aligned.dest_start, aligned.dest_end) if aligned else (0, 0)
    while start > 0 and not compared[start - 1].isspace():
        start -= 1
    while end < len(compared) and not compared[end].isspace():
        end += 1
    return compared[start:end].strip()
