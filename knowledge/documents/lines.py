"""Lines of a text with their places, and runs of lines that no blank line interrupts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"[^\r\n]*")
_BREAK = re.compile(r"\r\n|\r|\n")


class Line(NamedTuple):
    """One line without the blanks around it; a blank line has start == end."""

    start: int
    end: int
    text: str

    def after(self, offset: int) -> Line:
        """Give what is left of the line from an offset of its text on, without leading blanks."""
        rest = self.text[offset:].lstrip()
        return Line(self.end - len(rest), self.end, rest)


def split(text: str) -> Iterator[Line]:
    """Walk down the lines of a text, blank ones too; a byte order mark counts as a blank."""
    position = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    while position < len(text):
        match = _LINE.match(text, position)
        stop = match.end() if match else position
        raw = text[position:stop]
        stripped = raw.strip()
        start = position + len(raw) - len(raw.lstrip()) if stripped else position
        yield Line(start, start + len(stripped), stripped)
        line_break = _BREAK.match(text, stop)
        position = line_break.end() if line_break else stop


def runs(text: str) -> Iterator[list[Line]]:
    """Walk down the runs: neighbouring lines with no blank line between them."""
    run: list[Line] = []
    for line in split(text):
        if line.text:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run
