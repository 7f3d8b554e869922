"""Documents and the passages they are made of. Offsets are code points of the decoded file."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["en", "es"]
Span = tuple[int, int]
"""Start and end of a stretch of text, end excluded."""


class Model(BaseModel):
    """A frozen value; an unknown key is refused."""

    # A model is built when the first value of it is made: a start needs half of them.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class PassageKind(StrEnum):
    """What a passage is in its document."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    FIELD = "field"
    ROW = "row"
    LIST_ITEM = "list item"


class Section(Model):
    """A heading and the stretch of document it heads."""

    heading: str
    start: int
    end: int


class Document(Model):
    """One source after parsing; what the source does not state is null."""

    id: str
    file: str
    kind: str | None = None
    """What sort of source it is, in the manifest's word: encyclopedia, report, listing."""
    title: str
    title_stated: bool = True
    """False where the title is our description because the source has none."""
    byline: str | None = None
    publisher: str | None = None
    language: Language = "en"
    licence: str | None = None
    url: str | None = None
    date: str | None = None
    text: str
    sections: tuple[Section, ...] = ()


class Cell(Model):
    """A filled or blank cell of a table row; a blank one has start == end."""

    header: str
    header_span: Span
    start: int
    end: int


class Block(Model):
    """What a parser found: a stretch of text, its kind and what heads it."""

    kind: PassageKind
    start: int
    end: int
    headings: tuple[str, ...] = ()
    label: str | None = None
    """A field's key, a row's first cell, or `title`, `byline`, `caption`, `footer`."""
    cells: tuple[Cell, ...] = ()
    retrieved: bool = True
    """False for headings, header rows, share buttons and contact lines: kept, citable, never found."""
    numbered: bool = True
    """Whether the block counts as a paragraph of its section."""


class Passage(Model):
    """A contiguous span of one document that retrieval finds and citations name."""

    id: str
    """Ten characters of a hash of document, text and occurrence: it survives insertions elsewhere."""
    document: str
    kind: PassageKind
    headings: tuple[str, ...] = ()
    label: str | None = None
    paragraph: int = 0
    """Counted from 1 within the section (items: within the document); 0 where it is not counted."""
    start: int
    end: int
    language: Language
    indexed: str
    """What retrieval reads: the text with its headings and headers glued on."""
    cells: tuple[Cell, ...] = ()
    retrieved: bool = True

    @property
    def section(self) -> str | None:
        """Name the section that a citation shows: the innermost heading."""
        return self.headings[-1] if self.headings else None
