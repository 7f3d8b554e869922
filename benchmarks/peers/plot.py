"""The plot: median time of a question over the number of passages, both logarithmic, one line an engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.peers.engines import ENGINES
from benchmarks.peers.report import Row


def draw(rows: Sequence[Row], path: Path) -> None:
    """Draw the medians as SVG."""
    from matplotlib.figure import Figure

    lines: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for row in sorted(rows, key=lambda each: each["size"]):
        if "median" in row:
            lines[row["engine"]].append((row["size"], row["median"]))
    figure = Figure(figsize=(7, 4.5), layout="constrained")
    axes = figure.subplots()
    for name in (name for name in ENGINES if name in lines):
        sizes, medians = zip(*lines[name], strict=True)
        width = 3 if name.startswith("fuentes") else 1.2
        axes.plot(sizes, medians, marker="o", linewidth=width, label=ENGINES[name].name)
    axes.set(xscale="log", yscale="log", xlabel="passages", ylabel="median of a question, ms of CPU")
    axes.grid(visible=True, which="major", linewidth=0.4)
    axes.legend(fontsize="small")
    figure.savefig(path, metadata={"Date": None})
