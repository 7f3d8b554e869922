"""The Corpus: all documents and passages of one load, and the only maker of Citations."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from knowledge.models import Citation, Document, Passage, Span

_ID_BYTES = 5


class Corpus:
    """Hold documents and passages, immutable, and find them by id and by place without a scan.

    Passages lie in the order of their documents and, within one, in reading order. Of two passages that share
    an id (forty bits of a hash: even odds in a million passages) the later one is given another.
    """

    __slots__ = ("_bounds", "_by_id", "_documents", "_numbers", "_passages", "_retrieved", "_starts")

    def __init__(self, documents: Iterable[Document], passages: Iterable[Passage]) -> None:
        self._documents = tuple(documents)
        self._by_id = {document.id: document for document in self._documents}
        order = {document.id: number for number, document in enumerate(self._documents)}
        ordered = sorted(passages, key=lambda passage: (order[passage.document], passage.start))
        self._numbers: dict[str, int] = {}
        self._passages = tuple(self._register(passage, number) for number, passage in enumerate(ordered))
        self._starts = array("q", (passage.start for passage in ordered))
        self._retrieved = array("q", (number for number, passage in enumerate(ordered) if passage.retrieved))
        self._bounds = _bounds_of_documents(ordered)

    @property
    def documents(self) -> tuple[Document, ...]:
        """Give all documents in the order of the load."""
        return self._documents

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Give all passages, those that are never retrieved too."""
        return self._passages

    def document(self, document_id: str) -> Document | None:
        """Find a document by its id."""
        return self._by_id.get(document_id)

    def text(self, document_id: str) -> str:
        """Give the text of a document of the corpus; raises KeyError for another."""
        return self._by_id[document_id].text

    def passage(self, passage_id: str) -> Passage | None:
        """Find a passage by its id."""
        number = self._numbers.get(passage_id)
        return None if number is None else self._passages[number]

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """Give the passages of one document in reading order."""
        first, last = self._bounds.get(document_id, (0, 0))
        return self._passages[first:last]

    def passage_at(self, document_id: str, offset: int) -> Passage | None:
        """Find the passage that holds the character at an offset of a document."""
        first, last = self._bounds.get(document_id, (0, 0))
        number = bisect_right(self._starts, offset, first, last) - 1
        if number < first or offset >= self._passages[number].end:
            return None
        return self._passages[number]

    def neighbours(self, passage_id: str) -> tuple[Passage | None, Passage | None]:
        """Give the retrieved passages before and after one in its document."""
        number = self._numbers.get(passage_id)
        if number is None:
            return (None, None)
        first, last = self._bounds[self._passages[number].document]
        before = bisect_left(self._retrieved, number) - 1
        after = bisect_right(self._retrieved, number)
        return (self._retrieved_within(before, first, last), self._retrieved_within(after, first, last))

    def cite(self, document_id: str, start: int, end: int, answer: Sequence[Span] = ()) -> Citation:
        """Quote a span of one passage and name its place.

        `answer` spans are offsets of the document, as `start` and `end` are. Raises ValueError for an unknown
        document, a span that does not lie within one passage and an answer that does not lie within the span.
        """
        document = self._by_id.get(document_id)
        passage = self.passage_at(document_id, start)
        if document is None or passage is None or not start < end <= passage.end:
            raise ValueError(f"no passage of {document_id!r} holds {start}-{end}")
        return Citation(
            passage=passage.id,
            document=document.id,
            title=document.title,
            section=passage.section,
            paragraph=passage.paragraph,
            start=start,
            end=end,
            quote=document.text[start:end],
            answer=tuple((first - start, last - start) for first, last in answer),
            kind=passage.kind,
            label=passage.label,
            byline=document.byline,
            date=document.date,
            language=passage.language,
            publisher=document.publisher,
            licence=document.licence,
            url=document.url,
        )

    def _register(self, passage: Passage, number: int) -> Passage:
        identifier = passage.id
        while identifier in self._numbers:
            key = f"{passage.document}\0{identifier}".encode()
            identifier = blake2b(key, digest_size=_ID_BYTES).hexdigest()
        self._numbers[identifier] = number
        return passage if identifier == passage.id else passage.model_copy(update={"id": identifier})

    def _retrieved_within(self, place: int, first: int, last: int) -> Passage | None:
        if not 0 <= place < len(self._retrieved) or not first <= self._retrieved[place] < last:
            return None
        return self._passages[self._retrieved[place]]


def _bounds_of_documents(passages: Sequence[Passage]) -> dict[str, tuple[int, int]]:
    """Map each document to the numbers of its first passage and of the one after its last."""
    bounds: dict[str, tuple[int, int]] = {}
    for number, passage in enumerate(passages):
        first, _ = bounds.get(passage.document, (number, number))
        bounds[passage.document] = (first, number + 1)
    return bounds
