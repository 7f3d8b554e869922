"""The table of one size, in Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.peers.engines import ENGINES

Row = dict[str, Any]
ANSWERS = "answers"
_OF_ANSWERS = (
    ("load", "load, s CPU", "{:.3g}"),
    ("first", "first answer, ms", "{:.3g}"),
    ("median", "median, ms", "{:.3g}"),
    ("p99", "99th pct., ms", "{:.3g}"),
    ("private", "private, MB", "{:.0f}"),
)
_COLUMNS = (
    ("build", "build, s CPU", "{:.3g}"),
    ("peak", "peak, MB", "{:.0f}"),
    ("disk", "disk, MB", "{:.0f}"),
    ("open", "open, s CPU", "{:.2g}"),
    ("first", "first question, ms", "{:.3g}"),
    ("median", "median, ms", "{:.3g}"),
    ("p99", "99th pct., ms", "{:.3g}"),
    ("two", "two threads, ×", "{:.2f}"),
    ("resident", "resident, MB", "{:.0f}"),
    ("private", "private, MB", "{:.0f}"),
)


def table(rows: Sequence[Row], size: int) -> str:
    """Write the table of one size; × is the median over that of Fuentes, agreement that of the best ten."""
    here = {row["engine"]: row for row in rows if row["size"] == size}
    heads = ["engine", "questions", *(head for _, head, _ in _COLUMNS), "median ÷ Fuentes (numpy)", "agreement"]
    lines = [f"### {size:,} passages", "", f"| {' | '.join(heads)} |", f"|---|{'---:|' * (len(heads) - 1)}"]
    for name in ENGINES:
        if name in here:
            cells = _cells(here[name], here.get("fuentes", {}), here.get("rank_bm25", {}))
            lines.append(f"| {' | '.join((ENGINES[name].name, *cells))} |")
    if "added" in here.get("fuentes", {}):
        added = here["fuentes"]["added"]
        lines += ["", f"A document of twenty passages that is added to Fuentes' index is found {added:.0f} ms later."]
    return "\n".join(lines)


def answers(rows: Sequence[Row]) -> str:
    """Write the table of the whole answer, one line a size; empty where it was not measured."""
    measured = [row for row in rows if row["engine"] == ANSWERS and "median" in row]
    measured.sort(key=lambda row: row["size"])
    heads = ["passages", *(head for _, head, _ in _OF_ANSWERS)]
    lines = ["### The whole answer", "", f"| {' | '.join(heads)} |", f"|{'---:|' * len(heads)}"]
    lines += [
        f"| {' | '.join([format(row['size'], ','), *(form.format(row[key]) for key, _, form in _OF_ANSWERS)])} |"
        for row in measured
    ]
    return "\n".join(lines) if measured else ""


def _cells(row: Row, ours: Row, definition: Row) -> list[str]:
    if "failed" in row:
        return [f"failed: {row['failed']}", *[""] * (len(_COLUMNS) + 2)]
    figures = [form.format(row[key]) if key in row else "" for key, _, form in _COLUMNS]
    ratio = f"{row['median'] / ours['median']:.3g}" if "median" in ours else ""
    return [str(row["questions"]), *figures, ratio, _agreement(row, definition)]


def _agreement(row: Row, definition: Row) -> str:
    pairs = list(zip(row["found"], definition.get("found", ()), strict=False))
    if not pairs:
        return ""
    return f"{sum(len(set(one) & set(other)) / len(other) for one, other in pairs) / len(pairs):.3f}"
