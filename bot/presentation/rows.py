"""The header row over a row of a table, as its document has it."""

from __future__ import annotations

from knowledge.models import Document, Passage


def header_row(document: Document, passage: Passage) -> str | None:
    """Give the line that heads the columns of a row, verbatim; None where nothing does."""
    starts = [cell.header_span[0] for cell in passage.cells if cell.header]
    if not starts:
        return None
    text = document.text
    start = text.rfind("\n", 0, starts[0]) + 1
    end = text.find("\n", starts[0])
    return text[start : end if end >= 0 else len(text)].rstrip("\r")
