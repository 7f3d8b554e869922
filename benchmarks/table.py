"""The table of `make bench`: a line for each measure, beside what was asked for."""

from __future__ import annotations

from typing import NamedTuple

HEAD = "| measure | Fuentes | plain rank_bm25 | ratio | goal |\n|---|---:|---:|---:|---:|"


class Row(NamedTuple):
    """One line of the table; None is what does not apply or cannot be measured here."""

    measure: str
    unit: str
    fuentes: float | None
    plain: float | None = None
    goal: float | None = None


def line(row: Row) -> str:
    """Write a row in Markdown."""
    ratio = f"{row.fuentes / row.plain:.2g}" if row.fuentes is not None and row.plain else ""
    goal = f"≤ {row.goal:g} {row.unit}".rstrip() if row.goal is not None else ""
    cells = (row.measure, _figure(row.fuentes, row.unit), _figure(row.plain, row.unit), ratio, goal)
    return f"| {' | '.join(cells)} |"


def _figure(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:.3g} {unit}".rstrip()
