"""Pipe tables: `| a | b |` rows under a header row, each cell with its header and its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.documents.lines import Line
from knowledge.documents.outline import Draft
from knowledge.models import Cell, PassageKind, Span

_BAR = re.compile(r"(?<!\\)\|")
_SEPARATOR_CHARACTERS = frozenset("|:- \t")


def length(run: Sequence[Line], position: int) -> int:
    """Count the lines of the table that begins at a position of a run; 0 where none does."""
    if _is_row(run[position].text):
        belongs = _is_row
    elif position + 1 < len(run) and "|" in run[position].text and _is_separator(run[position + 1].text):
        belongs = _has_bar
    else:
        return 0
    end = position
    while end < len(run) and belongs(run[end].text):
        end += 1
    return end - position


def add(draft: Draft, lines: Sequence[Line]) -> None:
    """Note the rows of a table; header and separator rows are kept, not retrieved."""
    rows = [line for line in lines if not _is_separator(line.text)]
    header = rows[0] if len(rows) > 1 else None
    headers = _cell_spans(draft.text, header) if header else []
    for line in lines:
        if line is header or _is_separator(line.text):
            draft.add(line.start, line.end, PassageKind.ROW, retrieved=False, numbered=False)
        else:
            _add_row(draft, line, headers)


def _add_row(draft: Draft, line: Line, headers: Sequence[Span]) -> None:
    text = draft.text
    cells = []
    for column, (start, end) in enumerate(_cell_spans(text, line)):
        header = headers[column] if column < len(headers) else (start, start)
        cells.append(Cell(header=text[slice(*header)], header_span=header, start=start, end=end))
    label = text[cells[0].start : cells[0].end] or None
    filled = any(cell.start < cell.end for cell in cells)
    draft.add(line.start, line.end, PassageKind.ROW, label=label, cells=cells, retrieved=filled, numbered=False)


def _cell_spans(text: str, line: Line) -> list[Span]:
    bars = [line.start + match.start() for match in _BAR.finditer(line.text)]
    if not bars or bars[0] != line.start:
        bars.insert(0, line.start - 1)
    if bars[-1] != line.end - 1 or len(bars) == 1:
        bars.append(line.end)
    return [_stripped(text, left + 1, right) for left, right in pairwise(bars)]


def _stripped(text: str, start: int, end: int) -> Span:
    content = text[start:end]
    inner = content.strip()
    if not inner:
        return (start, start)
    start += len(content) - len(content.lstrip())
    return (start, start + len(inner))


def _is_row(text: str) -> bool:
    return len(text) > 1 and text[0] == "|" and text[-1] == "|"


def _has_bar(text: str) -> bool:
    return "|" in text


def _is_separator(text: str) -> bool:
    return "|" in text and "--" in text and _SEPARATOR_CHARACTERS.issuperset(text)
