"""Reports saved from a web page: title, byline, photo caption, run-in headings, share buttons, footer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import chain, dropwhile, islice
from typing import NamedTuple

from knowledge.documents import body, furniture, lines, runin
from knowledge.documents.lines import Line
from knowledge.documents.outline import Draft, Outline

_MARKDOWN_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_BYLINE_OPENING = re.compile(r"(?:By|Por)\s+(?=\S)")
_DIGIT = re.compile(r"\d")
_LONGEST_TITLE = 200
_LONGEST_BYLINE = 100
_OPENING_LINES = 5


class _Role(Enum):
    PARAGRAPH = auto()
    CAPTION = auto()
    BUTTON = auto()
    CONTACT = auto()


class _Part(NamedTuple):
    role: _Role
    run: list[Line]


def recognises(text: str) -> bool:
    """Tell whether a text has a title line and, further down, a web page's furniture or a photo credit."""
    found = lines.split(text)
    title = next((line for line in found if line.text), None)
    if title is None or not _is_title(title, next(found, None)) or _MARKDOWN_HEADING.search(text):
        return False
    opening = list(islice((line for line in found if line.text), _OPENING_LINES))
    return any(_role(line) is _Role.CAPTION for line in opening) or any(
        _role(line) in (_Role.BUTTON, _Role.CONTACT) for line in chain(opening, found)
    )


def parse(text: str) -> Outline:
    """Find title, byline, captions, run-in headings with their paragraphs, buttons and footer."""
    draft = Draft(text)
    parts = list(_parts(_add_opening(draft)))
    paragraphs = [part.run[0].text for part in parts if part.role is _Role.PARAGRAPH]
    headings = iter(runin.find(paragraphs))
    is_footer = False
    for role, run in parts:
        if role is _Role.PARAGRAPH:
            _add_paragraph(draft, run, next(headings), is_footer=is_footer)
        elif role is _Role.CAPTION:
            draft.add(run[0].start, run[0].end, label="caption", numbered=False)
        else:
            if role is _Role.CONTACT:
                draft.close_sections()
                is_footer = True
            draft.add_furniture(run[0].start, run[0].end)
    return draft.finish()


def _is_title(line: Line, below: Line | None) -> bool:
    is_alone = below is None or not below.text or _BYLINE_OPENING.match(below.text) is not None
    return is_alone and len(line.text) <= _LONGEST_TITLE and line.text[-1] not in ".,;:"


def _add_opening(draft: Draft) -> list[Line]:
    """Note title and byline; give the lines below them."""
    below = list(dropwhile(lambda line: not line.text, lines.split(draft.text)))
    if not below:
        return []
    title = below.pop(0)
    draft.add_title(title, title.text)
    place = next((number for number, line in enumerate(below) if line.text), None)
    if place is None or not _is_byline(below[place], below[place + 1 : place + 2]):
        return below
    line = below[place]
    draft.add_byline(line, _BYLINE_OPENING.sub("", line.text, count=1))
    return below[place + 1 :]


def _is_byline(line: Line, following: Sequence[Line]) -> bool:
    stands_alone = all(not after.text or _role(after) is not _Role.PARAGRAPH for after in following)
    is_name = line.text[-1] not in ".,;:!?" and not _DIGIT.search(line.text)
    return stands_alone and is_name and len(line.text) <= _LONGEST_BYLINE and _role(line) is _Role.PARAGRAPH


def _parts(found: Sequence[Line]) -> Iterator[_Part]:
    """Cut lines into paragraphs' runs and single lines of every other role."""
    run: list[Line] = []
    for line in found:
        role = _role(line)
        if line.text and role is _Role.PARAGRAPH:
            run.append(line)
            continue
        if run:
            yield _Part(_Role.PARAGRAPH, run)
            run = []
        if line.text:
            yield _Part(role, [line])
    if run:
        yield _Part(_Role.PARAGRAPH, run)


def _role(line: Line) -> _Role:
    if furniture.is_share_button(line.text):
        return _Role.BUTTON
    if furniture.is_contact_line(line.text):
        return _Role.CONTACT
    return _Role.CAPTION if furniture.is_caption(line.text) else _Role.PARAGRAPH


def _add_paragraph(draft: Draft, run: Sequence[Line], heading: str | None, *, is_footer: bool) -> None:
    first = run[0]
    if heading is not None:
        end = first.start + len(heading) + len(".")
        draft.add_heading(first.start, end, heading, level=1)
        first = first.after(end - first.start)
    body.add(draft, [first, *run[1:]], label="footer" if is_footer else None)
