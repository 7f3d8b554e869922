"""Measure answers from the shipped library within one process, each question asked once."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeVar

import knowledge
from knowledge.assistant import Assistant
from knowledge.bootstrap import open_assistant
from knowledge.documents.loader import load
from knowledge.documents.passages import build
from knowledge.evaluation import Question, read

LIBRARY = Path(knowledge.__file__).parent / "library"
CURATION = ("facts.toml", "expansions.toml")


Item = TypeVar("Item")


class Timing(NamedTuple):
    """Milliseconds of one call."""

    median: float
    p99: float


def questions(folder: Path) -> tuple[Question, ...]:
    """Read every question set of a folder."""
    return tuple(question for path in sorted(folder.glob("*.jsonl")) for question in read(path))


def passages(folder: Path) -> tuple[str, ...]:
    """Give what the retrieval of a folder reads, passage by passage."""
    source = load(folder)
    return tuple(
        passage.indexed
        for document in source.documents
        for passage in build(document, source.blocks[document.id])
        if passage.retrieved
    )


def time_each(call: Callable[[Item], object], items: Sequence[Item]) -> Timing:
    """Time a call for each item, after one that is not counted."""
    call(items[0])
    times = sorted(_milliseconds(partial(call, item)) for item in items)
    return Timing(median(times), times[min(len(times) - 1, round(0.99 * len(times)))])


@contextmanager
def second_start() -> Iterator[Assistant]:
    """Open the library as every start but the first does: with what an earlier one kept."""
    with TemporaryDirectory() as data:
        open_assistant(data=Path(data)).close()
        assistant = open_assistant(data=Path(data))
        try:
            yield assistant
        finally:
            assistant.close()


def time_load(folder: Path, runs: int, data: Path | None = None) -> float:
    """Time opening an assistant on a folder, in milliseconds: the median, after one that is not counted.

    `data` is the folder that a start keeps things in: what the uncounted one kept, the others find.
    """

    def start() -> None:
        open_assistant(folder, data=data).close()

    start()
    return median(_milliseconds(start) for _ in range(runs))


class Curation(NamedTuple):
    """Milliseconds of a load of the library, and what of it the hand-written facts and expansions take."""

    whole: float
    curated: float
    at_first: float
    """The same where nothing was kept of an earlier start."""


def time_curation(runs: int) -> Curation:
    """Time the load of the library with and without what was written by hand."""
    with TemporaryDirectory() as place:
        bare, data = Path(place) / "library", Path(place) / "data"
        shutil.copytree(LIBRARY, bare, ignore=shutil.ignore_patterns(*CURATION))
        without = time_load(bare, runs)
        whole = time_load(LIBRARY, runs, data)
        at_first = median(_milliseconds(partial(_start, LIBRARY, Path(place) / str(run))) for run in range(runs))
        return Curation(whole, max(0.0, whole - without), max(0.0, at_first - without))


def _start(folder: Path, data: Path) -> None:
    open_assistant(folder, data=data).close()


def _milliseconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1000
