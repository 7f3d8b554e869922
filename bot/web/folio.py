"""A document as a page sets it: blocks in reading order, each in pieces that are marked or not.

passages ─┬ fields ─→ Panel    (an infobox)
          ├ rows ───→ Table
          ├ items ──→ Card     (an item of a listing)
          └ others ─→ Block    (heading, paragraph, list item, caption …)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from knowledge.models import Document, Language, Passage, PassageKind, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document; `anchor` is set on the first piece of the cited span."""

    text: str
    marked: bool = False
    anchor: bool = False


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a list item or a part such as the byline."""

    kind: str
    """`title`, `heading`, `paragraph`, `list`, `aside` for furniture, or the label of a part."""
    passage: Passage
    pieces: Pieces
    level: int = 2
    language: Language | None = None
    """Set where it is not that of the document."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The fields of an infobox: key and value; a field without a key has one part."""

    fields: tuple[tuple[Passage, Pieces, Pieces], ...]
    kind: str = "panel"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their headers, cell by cell."""

    headers: tuple[Pieces, ...]
    rows: tuple[tuple[Passage, tuple[Pieces, ...]], ...]
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Card:
    """An item of a listing: its headline and what follows."""

    passage: Passage
    headline: Pieces
    paragraphs: tuple[Pieces, ...]
    language: Language | None = None
    kind: str = "card"


Part = Block | Panel | Table | Card


@dataclass(frozen=True, slots=True)
class Folio:
    """One page of a document, with the number of pages there are."""

    parts: tuple[Part, ...]
    page: int
    pages: int


PASSAGES_ON_A_PAGE = 250
"""What a browser on a phone sets at once; a longer document has several pages."""


def fold(document: Document, passages: Sequence[Passage], *, mark: Span | None = None, page: int = 0) -> Folio:
    """Set the page of a document that holds the marked span, or the one wanted."""
    pages = max(1, -(-len(passages) // PASSAGES_ON_A_PAGE))
    if mark is not None:
        page = sum(1 for passage in passages if passage.start <= mark[0]) - 1
        page //= PASSAGES_ON_A_PAGE
    page = min(max(page, 0), pages - 1)
    shown = passages[page * PASSAGES_ON_A_PAGE : (page + 1) * PASSAGES_ON_A_PAGE]
    setting = _Setting(document, mark)
    return Folio(tuple(part for group in _grouped(shown) for part in setting.parts(*group)), page, pages)


def _grouped(passages: Iterable[Passage]) -> Iterable[tuple[PassageKind, list[Passage]]]:
    for kind, group in groupby(passages, lambda passage: passage.kind):
        yield kind, list(group)


class _Setting:
    """The document that is being set and the span to mark; the first marked piece carries the anchor."""

    def __init__(self, document: Document, mark: Span | None) -> None:
        self._text = document.text
        self._language = document.language
        self._starts = {section.start for section in document.sections}
        self._mark = mark or (0, 0)
        self._anchored = False

    def parts(self, kind: PassageKind, passages: Sequence[Passage]) -> Iterable[Part]:
        match kind:
            case PassageKind.FIELD:
                yield Panel(tuple(self._field(each) for each in passages))
            case PassageKind.ROW:
                yield self._table(passages)
            case PassageKind.ITEM:
                yield from (self._card(each) for each in passages)
            case _:
                yield from (self._block(each) for each in passages)

    def pieces(self, start: int, end: int) -> Pieces:
        """Cut a stretch where the mark begins and ends."""
        first, last = max(start, min(end, self._mark[0])), min(end, max(start, self._mark[1]))
        if first >= last:
            return (Piece(self._text[start:end]),) if start < end else ()
        anchor, self._anchored = not self._anchored, True
        cut = (
            Piece(self._text[start:first]),
            Piece(self._text[first:last], marked=True, anchor=anchor),
            Piece(self._text[last:end]),
        )
        return tuple(piece for piece in cut if piece.text)

    def _block(self, passage: Passage) -> Block:
        start, end = passage.start, passage.end
        kind, level = "paragraph", 2
        if passage.label:
            kind = passage.label
            start, end = self._bare(passage) if kind == "title" else (start, end)
        elif passage.kind is PassageKind.LIST_ITEM:
            kind = "list"
        elif self._is_heading(passage):
            kind, level = "heading", min(6, 1 + len(passage.headings))
            start, end = self._bare(passage)
        elif not passage.retrieved:
            kind = "aside"
        return Block(kind, passage, self.pieces(start, end), level, self._foreign(passage))

    def _is_heading(self, passage: Passage) -> bool:
        if passage.retrieved or not passage.headings:
            return False
        return passage.start in self._starts or passage.headings[-1] in self._text[passage.start : passage.end]

    def _bare(self, passage: Passage) -> Span:
        """Leave out the signs by which a heading is marked up."""
        text = self._text[passage.start : passage.end]
        inner = text.strip("=# \t\n")
        start = passage.start + text.index(inner) if inner else passage.start
        return start, start + len(inner)

    def _field(self, passage: Passage) -> tuple[Passage, Pieces, Pieces]:
        start, end = passage.start, passage.end
        key = f"{passage.label}:"
        if not self._text.startswith(key, start):
            return passage, (), self.pieces(start, end)
        value = start + len(key)
        while value < end and self._text[value].isspace():
            value += 1
        return passage, self.pieces(start, start + len(key)), self.pieces(value, end)

    def _table(self, rows: Sequence[Passage]) -> Table:
        celled = next((row for row in rows if row.cells), None)
        headers = tuple(self.pieces(*cell.header_span) for cell in celled.cells) if celled else ()
        body = [row for row in rows if row.cells or not celled]
        return Table(headers, tuple((row, self._cells(row)) for row in body))

    def _cells(self, row: Passage) -> tuple[Pieces, ...]:
        if row.cells:
            return tuple(self.pieces(cell.start, cell.end) for cell in row.cells)
        return (self.pieces(row.start, row.end),)

    def _card(self, passage: Passage) -> Card:
        """Part the headline from what follows, paragraph by paragraph."""
        spans = list(_lines(self._text, passage.start, passage.end))
        first, *rest = spans or [(passage.start, passage.end)]
        paragraphs = tuple(self.pieces(*span) for span in rest)
        return Card(passage, self.pieces(*first), paragraphs, self._foreign(passage))

    def _foreign(self, passage: Passage) -> Language | None:
        return passage.language if passage.language != self._language else None


def _lines(text: str, start: int, end: int) -> Iterable[Span]:
    """Give the lines of a stretch that hold more than spaces."""
    at = start
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line)
