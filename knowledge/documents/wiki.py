"""Wiki-style text: `= Title =`, an infobox of `- Key: value` lines, `==Section==`, `| tables |`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.documents import body, lines
from knowledge.documents.lines import Line
from knowledge.documents.outline import Draft, Outline
from knowledge.models import PassageKind

_SECTION_LINE = re.compile(r"^={2,6}[^=\r\n][^\r\n]*={2,6}[ \t]*\r?$", re.MULTILINE)
_FIELD = re.compile(r"-[ \t]+(?P<key>[^\s:|][^:|]{0,59}):(?=\s|$)")
_DEEPEST = 6


class _Heading(NamedTuple):
    level: int
    text: str


def recognises(text: str) -> bool:
    """Tell whether a text opens with `= Title =` or has a `==Section==` line."""
    first = next((line for line in lines.split(text) if line.text), None)
    if first is None or first.text.startswith("# "):
        return False
    return _heading(first) is not None or _has_section(text)


def parse(text: str) -> Outline:
    """Find title, infobox, sections, paragraphs and tables."""
    draft = Draft(text)
    run: list[Line] = []
    for line in lines.split(text):
        heading = _heading(line)
        if line.text and heading is None:
            run.append(line)
            continue
        _add_run(draft, run)
        run = []
        if heading is None:
            continue
        if heading.level == 1 and draft.is_blank and not draft.headings:
            draft.add_title(line, heading.text)
        else:
            draft.add_heading(line.start, line.end, heading.text, heading.level)
    _add_run(draft, run)
    return draft.finish()


def _has_section(text: str) -> bool:
    return any(
        _heading(Line(match.start(), match.end(), match[0].strip())) is not None
        for match in _SECTION_LINE.finditer(text)
    )


def _heading(line: Line) -> _Heading | None:
    level = len(line.text) - len(line.text.lstrip("="))
    if not 1 <= level <= _DEEPEST or level != len(line.text) - len(line.text.rstrip("=")):
        return None
    name = line.text[level:-level].strip()
    return _Heading(level, name) if name else None


def _add_run(draft: Draft, run: Sequence[Line]) -> None:
    fields = _infobox_end(run) if draft.is_blank and not draft.headings else 0
    for line in run[:fields]:
        _add_field(draft, line)
    body.add(draft, run[fields:])


def _infobox_end(run: Sequence[Line]) -> int:
    """Count the lines of the infobox that a run begins with: at most one heading line, then fields."""
    first = 1 if run and not run[0].text.startswith("- ") else 0
    if first and run[0].text.endswith((".", ":")):
        return 0
    end = first
    while end < len(run) and _FIELD.match(run[end].text):
        end += 1
    return end if end > first else 0


def _add_field(draft: Draft, line: Line) -> None:
    field = _FIELD.match(line.text)
    if field is None:
        draft.add(line.start, line.end, PassageKind.FIELD, label="title", numbered=False)
        return
    start = line.start + field.start("key")
    draft.add(start, line.end, PassageKind.FIELD, label=field["key"].strip(), numbered=False)
