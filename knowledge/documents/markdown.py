"""Markdown and plain text: headings, lists, pipe tables, fenced code and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.documents import body, lines
from knowledge.documents.lines import Line
from knowledge.documents.outline import Draft, Outline

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+$")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_BREAK = re.compile(r"([-*_])(?:[ \t]*\1){2,}")
_FENCE = re.compile(r"`{3,}|~{3,}")
_LONGEST_FRONT_MATTER = 200
_FRONT_TITLE = re.compile(r"title:\s*(?P<quote>[\"']?)(?P<title>.*\S)(?P=quote)", re.IGNORECASE)


class _Heading(NamedTuple):
    level: int
    text: str


def recognises(text: str) -> bool:
    """Take every text that is not blank: this is the shape of last resort."""
    return bool(text.strip())


def parse(text: str) -> Outline:
    """Find headings, paragraphs, list items and tables; front matter is kept, not retrieved."""
    return _Parser(text).parse()


class _Parser:
    """One walk down one text."""

    def __init__(self, text: str) -> None:
        self._draft = Draft(text)
        self._lines = list(lines.split(text))
        self._run: list[Line] = []
        self._is_entitled = False

    def parse(self) -> Outline:
        position = self._front_matter()
        closers = _closing_fences(self._lines)
        while position < len(self._lines):
            line = self._lines[position]
            fence = _FENCE.match(line.text)
            closing = _next_after(closers[fence[0][0]], position) if fence else None
            if closing is not None:
                self._flush()
                self._draft.add(line.start, self._lines[closing].end)
                position = closing + 1
                continue
            self._read(line)
            position += 1
        self._flush()
        return self._draft.finish()

    def _read(self, line: Line) -> None:
        heading = _heading(line.text)
        if heading is not None:
            self._flush()
            self._add_heading(line.start, line.end, heading)
        elif self._is_underline(line):
            above = self._run.pop()
            level = 1 if line.text.startswith("=") else 2
            self._add_heading(above.start, line.end, _Heading(level, above.text))
        elif not line.text:
            self._flush()
        elif _BREAK.fullmatch(line.text):
            self._flush()
            self._draft.add_furniture(line.start, line.end)
        else:
            self._run.append(line)

    def _is_underline(self, line: Line) -> bool:
        if len(self._run) != 1 or not _UNDERLINE.fullmatch(line.text):
            return False
        above = self._run[0].text
        return not above.startswith((">", "|")) and not body.LIST_MARKER.match(above)

    def _add_heading(self, start: int, end: int, heading: _Heading) -> None:
        is_first = self._draft.is_blank and not self._draft.headings and not self._is_entitled
        if heading.text and heading.level == 1 and is_first:
            self._draft.add_furniture(start, end, "title")
            self._draft.entitle(heading.text, (start, end))
            self._is_entitled = True
        elif heading.text:
            self._draft.add_heading(start, end, heading.text, heading.level)
        else:
            self._draft.add_furniture(start, end)

    def _flush(self) -> None:
        body.add(self._draft, self._run)
        self._run = []

    def _front_matter(self) -> int:
        """Note the metadata between `---` lines at the top; give the number of the line below."""
        if not self._lines or self._lines[0].text != "---":
            return 0
        below = enumerate(self._lines[1:_LONGEST_FRONT_MATTER], start=1)
        last = next((number for number, line in below if line.text in ("---", "...")), None)
        if last is None:
            return 0
        self._draft.add_furniture(self._lines[0].start, self._lines[last].end)
        for line in self._lines[1:last]:
            title = _FRONT_TITLE.fullmatch(line.text)
            if title:
                start, end = title.span("title")
                self._draft.entitle(title["title"], (line.start + start, line.start + end))
        return last + 1


def _heading(text: str) -> _Heading | None:
    marks = _HEADING.match(text)
    if marks is None:
        return None
    return _Heading(len(marks[1]), _CLOSING_HASHES.sub("", text[marks.end() :]).strip())


def _closing_fences(found: Sequence[Line]) -> dict[str, list[int]]:
    """List the lines that hold a fence alone, by its character: each lookup is then a bisection."""
    closers: dict[str, list[int]] = {"`": [], "~": []}
    for number, line in enumerate(found):
        if _FENCE.fullmatch(line.text):
            closers[line.text[0]].append(number)
    return closers


def _next_after(numbers: Sequence[int], number: int) -> int | None:
    place = bisect_right(numbers, number)
    return numbers[place] if place < len(numbers) else None
