"""What every parser returns, and the draft on which it notes blocks and sections as it walks down a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from knowledge.documents.lines import Line
from knowledge.models import Block, Cell, PassageKind, Section, Span


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of one text: every non-blank character but list markers lies in exactly one block."""

    title: str | None
    title_span: Span | None
    byline: str | None
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]


class _OpenSection(NamedTuple):
    level: int
    heading: str
    start: int


class Draft:
    """Collect blocks and sections in reading order; open headings stay attached to what follows.

    `headings` is the path that is open, `is_blank` tells that nothing but furniture has been noted so far.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.headings: tuple[str, ...] = ()
        self.is_blank = True
        self._title: str | None = None
        self._title_span: Span | None = None
        self._byline: str | None = None
        self._open: list[_OpenSection] = []
        self._sections: list[Section] = []
        self._blocks: list[Block] = []

    def add(
        self,
        start: int,
        end: int,
        kind: PassageKind = PassageKind.PARAGRAPH,
        *,
        label: str | None = None,
        cells: Sequence[Cell] = (),
        retrieved: bool = True,
        numbered: bool = True,
    ) -> None:
        """Note a block under the headings that are open."""
        self.is_blank = self.is_blank and not retrieved
        self._blocks.append(
            Block(
                kind=kind,
                start=start,
                end=end,
                headings=self.headings,
                label=label,
                cells=tuple(cells),
                retrieved=retrieved,
                numbered=numbered,
            )
        )

    def add_furniture(self, start: int, end: int, label: str | None = None) -> None:
        """Note a stretch that is kept but never retrieved nor counted."""
        self.add(start, end, label=label, retrieved=False, numbered=False)

    def add_title(self, line: Line, title: str) -> None:
        """Note the line that gives the document's title."""
        self.add_furniture(line.start, line.end, "title")
        self.entitle(title, (line.start, line.end))

    def entitle(self, title: str, span: Span) -> None:
        """Set the document's title where the text states it."""
        self._title, self._title_span = title, span

    def add_byline(self, line: Line, byline: str) -> None:
        """Note the line that says who wrote the text."""
        self.add(line.start, line.end, label="byline", numbered=False)
        self._byline = byline

    def add_heading(self, start: int, end: int, heading: str, level: int) -> None:
        """Note a heading's own line or words and open its section."""
        self.open_section(start, heading, level)
        self.add_furniture(start, end)

    def open_section(self, start: int, heading: str, level: int) -> None:
        """Let a heading head what follows, up to the next one of its level or above."""
        self.close_sections(level)
        self._open.append(_OpenSection(level, heading, start))
        self.headings = tuple(section.heading for section in self._open)

    def close_sections(self, level: int = 0) -> None:
        """End the sections of a level and those inside them; 0 ends all."""
        end = self._blocks[-1].end if self._blocks else 0
        while self._open and self._open[-1].level >= level:
            ended = self._open.pop()
            self._sections.append(Section(heading=ended.heading, start=ended.start, end=end))
        self.headings = tuple(section.heading for section in self._open)

    def finish(self) -> Outline:
        """Close what is open and give the outline."""
        self.close_sections()
        sections = sorted(self._sections, key=lambda section: (section.start, -section.end))
        return Outline(
            title=self._title,
            title_span=self._title_span,
            byline=self._byline,
            sections=tuple(sections),
            blocks=tuple(self._blocks),
        )
