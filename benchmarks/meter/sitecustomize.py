"""Note how long each callback holds an event loop: read by Python at the start of a program that is measured.

Python imports a module of this name by itself, from the folder that PYTHONPATH names first. At the end it writes one
line of JSON a callback that held the loop for over five milliseconds: when it began, how long by the clock, how long
by the processor's time of its thread. The difference is what other threads and other programs took.
"""

from __future__ import annotations

import atexit
import json
import os
from asyncio.events import Handle
from pathlib import Path
from time import perf_counter, thread_time

WORTH_NOTING = 0.005
_run = Handle._run  # noqa: SLF001  asyncio has no seam for it
_held: list[tuple[float, float, float]] = []


def _timed(handle: Handle) -> None:
    begun, computed = perf_counter(), thread_time()
    try:
        _run(handle)
    finally:
        held = perf_counter() - begun
        if held > WORTH_NOTING:
            _held.append((begun, held, thread_time() - computed))


def _write(file: Path) -> None:
    file.write_text("".join(f"{json.dumps(each)}\n" for each in _held), encoding="utf-8")


if "LOOP_METER" in os.environ:
    Handle._run = _timed  # type: ignore[method-assign, assignment]  # noqa: SLF001
    atexit.register(_write, Path(os.environ["LOOP_METER"]))
