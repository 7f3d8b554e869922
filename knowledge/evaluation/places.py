"""Where the evidence of a question stands in the documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from knowledge.evaluation.question_set import EvidenceQuote, Question
from knowledge.models import Citation, Document, Span


class Place(NamedTuple):
    """An evidence quote in a document, and the line or lines that it stands in."""

    document: str
    quote: Span
    line: Span

    def meets(self, citation: Citation) -> bool:
        """Tell whether a citation lies in the line or holds the quote."""
        if citation.document != self.document:
            return False
        lies = self.line[0] <= citation.start and citation.end <= self.line[1]
        return lies or (citation.start <= self.quote[0] and self.quote[1] <= citation.end)


class Places:
    """The documents, asked where a quote stands; each is looked for once."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = {document.id: document for document in documents}
        self._named = {name: document for document in self._documents.values() for name in _names(document)}
        self._found: dict[EvidenceQuote, tuple[Place, ...]] = {}

    def find(self, question: Question) -> tuple[Place, ...]:
        """List every place of a question's evidence."""
        return tuple(place for evidence in question.evidence for place in self._of(evidence))

    def lack(self, question: Question) -> bool:
        """Tell whether an answerable question names evidence that no document holds."""
        return question.answerable and bool(question.evidence) and not self.find(question)

    def say(self, citation: Citation) -> bool:
        """Tell whether a citation's quote is what its document says there."""
        document = self._documents.get(citation.document)
        return document is not None and document.text[citation.start : citation.end] == citation.quote

    def _of(self, evidence: EvidenceQuote) -> tuple[Place, ...]:
        if evidence not in self._found:
            named = self._named.get(evidence.document)
            # A set may know the documents by names that the corpus does not: then the quote decides.
            among = (named,) if named else tuple(self._documents.values())
            self._found[evidence] = tuple(
                place for document in among for place in _occurrences(document, evidence.quote)
            )
        return self._found[evidence]


def _names(document: Document) -> tuple[str, str, str]:
    return (document.id, document.file, PurePosixPath(document.file).name)


def _occurrences(document: Document, quote: str) -> Iterator[Place]:
    text = document.text
    # Loaders differ in whether they keep a byte order mark; no quote begins or ends with a space.
    sought = quote.strip().strip("\ufeff").strip()
    start = text.find(sought)
    while start >= 0:
        end = start + len(sought)
        yield Place(document.id, (start, end), _line(text, start, end))
        start = text.find(sought, end)


def _line(text: str, start: int, end: int) -> Span:
    """Widen a span to whole lines."""
    closing = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if closing < 0 else closing
