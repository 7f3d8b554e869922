"""The body that several formats share: paragraphs, list items and tables of one run of lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.documents import tables
from knowledge.documents.lines import Line
from knowledge.documents.outline import Draft
from knowledge.models import PassageKind

LIST_MARKER = re.compile(r"(?:[-*+•]|(?P<number>\d{1,3})[.)])\s+(?=\S)")
WRAPPING_WIDTH = 200
"""No editor wraps lines this long: where one is longer, each line is a paragraph of its own."""


def add(draft: Draft, run: Sequence[Line], *, label: str | None = None) -> None:
    """Note the paragraphs (with a label, if given), list items and table rows of a run, in order."""
    is_wrapped = all(len(line.text) <= WRAPPING_WIDTH for line in run)
    position = 0
    while position < len(run):
        rows = tables.length(run, position)
        if rows:
            tables.add(draft, run[position : position + rows])
            position += rows
            continue
        end = _unit_end(run, position) if is_wrapped else position + 1
        _add_unit(draft, run[position], run[end - 1].end, label)
        position = end


def _unit_end(run: Sequence[Line], position: int) -> int:
    """Find where the paragraph or list item that begins at a position ends."""
    in_list = LIST_MARKER.match(run[position].text) is not None
    end = position + 1
    while end < len(run) and not _begins_unit(run, end, in_list):
        end += 1
    return end


def _begins_unit(run: Sequence[Line], position: int, in_list: bool) -> bool:
    if tables.length(run, position):
        return True
    marker = LIST_MARKER.match(run[position].text)
    # A wrapped line may begin with "97.": only the first number of a list breaks into a paragraph.
    return marker is not None and (in_list or marker["number"] in (None, "1"))


def _add_unit(draft: Draft, first: Line, end: int, label: str | None) -> None:
    marker = LIST_MARKER.match(first.text)
    if marker is None:
        draft.add(first.start, end, label=label)
        return
    draft.add(first.start + marker.end(), end, PassageKind.LIST_ITEM, label=marker["number"] or label)
