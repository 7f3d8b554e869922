"""The parts of a reply, for surfaces to lay out: nothing here knows Markdown, HTML or a terminal.

lead            in one breath, before anything else
quotes          what the lead rests on, each with its place
small print     what the source does not say
heading, fields the card, if there is one
sources         the citations that the reply names but has not quoted
footer          how many citations, and whose words they are
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.models import Language, Span


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line in one style."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the bot's words, figures and names, never wrapped by hand."""

    runs: tuple[Run, ...]
    small: bool = False

    @property
    def text(self) -> str:
        """Give the line without its styles."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Place:
    """Where quotes stand: citation numbers, the title that a surface may link, and the rest of the line."""

    numbers: tuple[int, ...]
    title: str
    rest: str

    @property
    def text(self) -> str:
        """Give the whole line: `[1] Title, Section, par. 2 · Publisher`."""
        return f"{bracket(self.numbers)} {self.title}{self.rest}"


@dataclass(frozen=True, slots=True)
class Quote:
    """One unbroken span of one document, the words in it that answer, and its place."""

    text: str
    place: Place
    strong: tuple[Span, ...] = ()
    introduction: str | None = None
    """Who says it, where it is a judgement."""
    header: str | None = None
    """What stands over it, where it is the row of a table: its header row, in quotation marks."""


Part = Line | Quote | Place


@dataclass(frozen=True, slots=True)
class Field:
    """A named part of a card."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole reply in the order of reading."""

    language: Language
    lead: tuple[Line, ...] = ()
    quotes: tuple[Part, ...] = ()
    small_print: tuple[str, ...] = ()
    heading: str | None = None
    fields: tuple[Field, ...] = ()
    sources: tuple[Quote | Place, ...] = ()
    footer: str | None = None


def bracket(numbers: Iterable[int]) -> str:
    """Write citation numbers: `[1] [3]`."""
    return " ".join(f"[{number}]" for number in numbers)


def line(*runs: Run | str, numbers: Iterable[int] = (), small: bool = False) -> Line:
    """Make a line of runs and plain text, with citation numbers at its end."""
    cited = bracket(numbers)
    parts = [Run(part) if isinstance(part, str) else part for part in runs]
    return Line((*(part for part in parts if part.text), *([Run(f" {cited}")] if cited else [])), small)


def strong(text: str) -> Run:
    """Make a run in bold."""
    return Run(text, strong=True)


def opened(words: str) -> str:
    """Let our own words open a line with a capital."""
    return words[:1].upper() + words[1:]


def quoted(text: str) -> str:
    """Put a verbatim phrase in quotation marks."""
    return f"“{text}”"
