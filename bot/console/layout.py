"""A Reply as the rows of a terminal, each a list of styled runs; into a pipe goes their bare text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from bot.presentation.links import NO_LINKS, Links
from bot.presentation.parts import Line, Place, Quote, Reply, Run
from bot.presentation.wording import wording

_QUOTE_MARK = "> "
_INDENT = "  "
# C0 and C1 controls but for tab and newline, overrides of direction, and the line separators of Unicode.
_UNPRINTABLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]")


class Style(Enum):
    """How a run looks where a terminal can show it."""

    PLAIN = auto()
    STRONG = auto()
    HEADING = auto()
    SMALL = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """Styled text, left to right; where it must be wrapped, each line of it begins with the indent."""

    runs: tuple[tuple[str, Style], ...] = ()
    indent: str = ""

    @property
    def text(self) -> str:
        """Give the row without its styles."""
        return self.indent + "".join(text for text, _ in self.runs)


def lay_out(reply: Reply, links: Links = NO_LINKS) -> list[Row]:
    """Lay a reply out in rows, the answer first, parts apart by an empty row; under a place its address."""
    blocks: list[list[Row]] = [
        [*_lines(reply.lead), *_parts(reply.quotes, links), *_small(reply.small_print)],
        *_card(reply, links),
        _sources(reply, links),
        [_row(reply.footer, Style.SMALL)] if reply.footer else [],
    ]
    rows: list[Row] = []
    for block in blocks:
        if block:
            rows += [Row(), *block] if rows else block
    return [Row(tuple((visible(text), style) for text, style in row.runs), row.indent) for row in rows]


def visible(text: str) -> str:
    """Replace what would steer the terminal or reorder its text (escapes, controls, overrides) by U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text)


def _card(reply: Reply, links: Links) -> Iterator[list[Row]]:
    if reply.heading:
        yield [_row(reply.heading, Style.HEADING)]
    for field in reply.fields:
        yield [_row(field.label, Style.STRONG), *_parts(field.parts, links, _INDENT)]


def _sources(reply: Reply, links: Links) -> list[Row]:
    if not reply.sources:
        return []
    return [_row(wording(reply.language)("card-sources"), Style.HEADING), *_parts(reply.sources, links)]


def _parts(parts: Iterable[Line | Quote | Place], links: Links, indent: str = "") -> list[Row]:
    rows: list[Row] = []
    for part in parts:
        match part:
            case Line():
                rows += _lines([part], indent)
            case Quote():
                rows += [*_quote(part, indent), *_place(part.place, links, indent)]
            case Place():
                rows += _place(part, links, indent)
    return rows


def _quote(quote: Quote, indent: str) -> list[Row]:
    above = [_row(quote.introduction, Style.PLAIN, indent)] if quote.introduction else []
    above += [_row(quote.header, Style.SMALL, indent + _INDENT)] if quote.header else []
    return [*above, *_break(_styled(quote), indent + _QUOTE_MARK)]


def _place(place: Place, links: Links, indent: str) -> list[Row]:
    addresses = [address for number in place.numbers if (address := links.at(number))]
    return [_row(text, Style.SMALL, indent + _INDENT) for text in (place.text, *addresses)]


def _styled(quote: Quote) -> list[tuple[str, Style]]:
    runs: list[tuple[str, Style]] = []
    at = 0
    for start, end in sorted(quote.strong):
        begin = max(start, at)
        if begin < end:
            runs += [(quote.text[at:begin], Style.PLAIN), (quote.text[begin:end], Style.STRONG)]
            at = end
    return [run for run in (*runs, (quote.text[at:], Style.PLAIN)) if run[0]]


def _lines(lines: Iterable[Line], indent: str = "") -> list[Row]:
    rows: list[Row] = []
    for line in lines:
        rows += _break([(run.text, _style(run, line)) for run in line.runs], indent)
    return rows


def _style(run: Run, line: Line) -> Style:
    if run.strong:
        return Style.STRONG
    return Style.SMALL if line.small else Style.PLAIN


def _small(lines: Iterable[str]) -> list[Row]:
    return [_row(text, Style.SMALL, _INDENT) for text in lines if text]


def _row(text: str, style: Style, indent: str = "") -> Row:
    return Row(((text, style),), indent)


def _break(runs: Iterable[tuple[str, Style]], indent: str) -> list[Row]:
    """Break runs where the text itself has newlines."""
    rows: list[list[tuple[str, Style]]] = [[]]
    for text, style in runs:
        first, *rest = re.split(r"\r?\n", text)
        rows[-1].append((first, style))
        rows += [[(piece, style)] for piece in rest]
    return [Row(tuple(row), indent) for row in rows]
