"""A sheet of paper measured in pixels, on which text flows and shapes are put, then printed as PNG.

The only importer of matplotlib; it runs in the child process alone.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.textpath import TextToPath
from PIL import Image

WIDTH = 1080
"""Pixels; text of 30 is then as high as a phone's own."""
MARGIN = 48
DOTS = 100
COLOURS = 128
"""As many as flat shapes and the edges of letters need: a third of the bytes."""
INK, MUTED, RULE, PAPER, GROUND = "#1f1d1a", "#5d5850", "#d9d3c6", "#fffefb", "#f3f0e8"
# Okabe and Ito (2008): told apart by people who see colours differently.
BLUE, ORANGE, GREEN, VERMILION, PURPLE = "#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7"


class Sheet:
    """Put shapes where the pen is; `y` goes down the page and says in the end how high it is."""

    def __init__(self) -> None:
        self.y = float(MARGIN)
        self._puts: list[Callable[[Figure], object]] = []

    def write(
        self,
        text: str,
        x: float = MARGIN,
        *,
        width: float | None = None,
        size: float = 30,
        color: str = INK,
        bold: bool = False,
    ) -> float:
        """Write text at the pen, wrapped to a width; move the pen below it and give the height taken."""
        lines = wrap(text, width or WIDTH - MARGIN - x, size, bold=bold)
        for number, line in enumerate(lines):
            self.put_text(line, x, self.y + number * size * 1.32, size=size, color=color, bold=bold)
        taken = len(lines) * size * 1.32
        self.y += taken
        return taken

    def put_text(
        self,
        text: str,
        x: float,
        y: float,
        *,
        size: float = 30,
        color: str = INK,
        bold: bool = False,
        align: str = "left",
    ) -> None:
        """Put one line with its top at `y`; what it holds is letters, never formulas."""
        mark = Text(x, y + size, text, color=color, fontproperties=_font(size, bold), ha=align, va="baseline")
        mark.set_parse_math(False)
        self._puts.append(lambda figure: _add(figure, mark))

    def put_box(self, x: float, y: float, width: float, height: float, *, fill: str, edge: str | None = None) -> None:
        """Put a box with round corners."""
        style = f"round,pad=0,rounding_size={min(14, height / 2, width / 2)}"
        box = FancyBboxPatch((x, y), width, height, boxstyle=style, facecolor=fill, edgecolor=edge or "none", lw=1.2)
        self._puts.append(lambda figure: figure.axes[0].add_patch(box))

    def put_bar(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Put a bar with square ends."""
        bar = Rectangle((x, y), width, height, facecolor=fill)
        self._puts.append(lambda figure: figure.axes[0].add_patch(bar))

    def put_dot(self, x: float, y: float, radius: float, fill: str) -> None:
        """Put a dot around its middle."""
        dot = Circle((x, y), radius, facecolor=fill, zorder=3)  # over the rule that it stands on
        self._puts.append(lambda figure: figure.axes[0].add_patch(dot))

    def put_curve(self, start: tuple[float, float], end: tuple[float, float], color: str, width: float = 2.5) -> None:
        """Put a curve that leaves and arrives level."""
        middle = (start[0] + end[0]) / 2
        points = [start, (middle, start[1]), (middle, end[1]), end]
        path = Path(points, [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4])
        curve = PathPatch(path, facecolor="none", edgecolor=color, lw=width)
        self._puts.append(lambda figure: figure.axes[0].add_patch(curve))

    def put_rule(self, x: float, y: float, length: float, *, down: bool = False, color: str = RULE) -> None:
        """Put a thin rule, across or down."""
        self.put_bar(x, y, 1.6 if down else length, length if down else 1.6, color)

    def print(self) -> bytes:
        """Print all of it as PNG, the same bytes for the same marks."""
        height = max(200.0, self.y + MARGIN)
        figure = Figure(figsize=(WIDTH / DOTS, height / DOTS), dpi=DOTS, facecolor=PAPER)
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
        axes.axis("off")
        for put in self._puts:
            put(figure)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        drawn = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
        drawn = drawn.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        printed = io.BytesIO()
        drawn.save(printed, format="PNG", compress_level=6)
        return printed.getvalue()


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Break text between words to lines no wider than a width; a word that is wider is broken inside."""
    space = measure(" ", size, bold=bold)
    lines: list[str] = []
    room = 0.0
    for word in (piece for each in text.split() for piece in _fitting(each, width, size, bold=bold)):
        taken = measure(word, size, bold=bold)
        if lines and space + taken <= room:
            lines[-1] += f" {word}"
            room -= space + taken
        else:
            lines.append(word)
            room = width - taken
    return lines or [""]


def _fitting(word: str, width: float, size: float, *, bold: bool) -> list[str]:
    """Break a word that is wider than a line."""
    if len(word) < 2 or measure(word, size, bold=bold) <= width:
        return [word]
    most = max(1, int(len(word) * width / measure(word, size, bold=bold)))
    while most > 1 and measure(word[:most], size, bold=bold) > width:
        most -= 1
    return [word[:most], *_fitting(word[most:], width, size, bold=bold)]


@lru_cache(maxsize=20_000)
def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width of a line in pixels."""
    width, _, _ = _TO_PATH.get_text_width_height_descent(text, _font(size, bold), ismath=False)
    return float(width) * DOTS / 72


_TO_PATH = TextToPath()


@lru_cache(maxsize=64)
def _font(size: float, bold: bool) -> FontProperties:
    return FontProperties(family="DejaVu Sans", size=size * 72 / DOTS, weight="bold" if bold else "normal")


def _add(figure: Figure, mark: Text) -> None:
    mark.set_transform(figure.axes[0].transData)
    figure.axes[0].add_artist(mark)
