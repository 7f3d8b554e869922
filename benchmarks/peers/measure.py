"""Measure one engine in a process of its own: `build`, `serve` or `add`, one line of JSON on standard output."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from itertools import islice
from pathlib import Path
from statistics import median
from threading import Thread

from benchmarks.peers.engines import ENGINES, Engine, Fuentes
from knowledge.text.analyzer import StemAnalyzer

LIMIT = 10


def build(engine: Engine, lines: Path, folder: Path) -> dict[str, float]:
    """Measure building: seconds of CPU of all threads, megabytes at the peak and on disk."""
    started = time.process_time()
    engine.build(lines, folder)
    return {
        "build": time.process_time() - started,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "disk": sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6,
    }


def serve(engine: Engine, lines: Path, folder: Path, asked: Sequence[Sequence[str]]) -> dict[str, object]:
    """Measure opening and finding; times of finding are CPU milliseconds of the thread, each question asked once."""
    for module in engine.needs:
        import_module(module)
    started = time.process_time()
    engine.open(lines, folder)
    opened = time.process_time() - started
    first = _milliseconds(engine, asked[0])
    for terms in asked[: len(asked) // 5]:
        engine.find(terms, LIMIT)
    times = sorted(_milliseconds(engine, terms) for terms in asked)
    used = memory()
    return {
        "open": opened,
        "first": first,
        "median": median(times),
        "p99": times[min(len(times) - 1, round(0.99 * len(times)))],
        "two": _with_threads(engine, asked, 2) / _with_threads(engine, asked, 1),
        "resident": used["Rss"],
        "private": used["Private_Dirty"],  # what is mapped from a file and unchanged is the system's to take back
        "found": [engine.find(terms, LIMIT) for terms in asked[:AGREED]],
    }


def add(lines: Path, folder: Path) -> dict[str, float]:
    """Measure how long it takes Fuentes to add a document of twenty passages and to find it: milliseconds of wall."""
    engine = Fuentes("numpy")
    engine.open(lines, folder)
    with lines.with_suffix(".txt").open(encoding="utf-8") as file:
        texts = [f"{passage.strip()} quaggamire" for passage in islice(file, 20)]
    texts[0] += " zyzzyvaform"
    terms = StemAnalyzer().terms("zyzzyvaform", "en")
    taken = []
    for _ in range(5):
        started = time.perf_counter()
        if not engine.add(texts, terms, folder):
            raise AssertionError("what was added is not found")
        taken.append((time.perf_counter() - started) * 1e3)
    return {"added": median(taken)}


AGREED = 20
"""Questions whose best ten are compared with those of rank_bm25."""


def _milliseconds(engine: Engine, terms: Sequence[str]) -> float:
    started = time.thread_time_ns()
    engine.find(terms, LIMIT)
    return (time.thread_time_ns() - started) / 1e6


def _with_threads(engine: Engine, asked: Sequence[Sequence[str]], threads: int) -> float:
    """Give the questions a second that so many threads answer together."""

    def run() -> None:
        for terms in asked:
            engine.find(terms, LIMIT)

    running = [Thread(target=run) for _ in range(threads)]
    started = time.perf_counter()
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    return threads * len(asked) / (time.perf_counter() - started)


def memory() -> dict[str, float]:
    """Read what this process uses, in megabytes, as the system counts it."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    return {name.rstrip(":"): int(size) / 1024 for name, size, *_ in map(str.split, lines)}


def main(name: str, act: str, lines: str, folder: str, questions: str) -> None:
    """Measure and say so in JSON."""
    engine, place = ENGINES[name], Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    if act == "build":
        print(json.dumps(build(engine, Path(lines), place)))
    elif act == "add":
        print(json.dumps(add(Path(lines), place)))
    else:
        asked = json.loads(Path(questions).read_text(encoding="utf-8"))
        print(json.dumps(serve(engine, Path(lines), place, asked)))


if __name__ == "__main__":
    main(*sys.argv[1:])
