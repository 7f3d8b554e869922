"""Measure whole processes from outside: how long one runs, and what it holds in memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent


class ProcessFailed(Exception):
    """A measured process ended with an error, so that its time says nothing."""


def seconds(module: str, arguments: Sequence[str], runs: int) -> float:
    """Time `python -m module` from start to end: the median of `runs`, after one that is not counted."""
    times = []
    for _ in range(runs + 1):
        started = time.perf_counter()
        _run("-m", module, *arguments)
        times.append(time.perf_counter() - started)
    return median(times[1:])


def megabytes(module: str, arguments: Sequence[str]) -> float | None:
    """Give the memory that `python -m module` holds when it is done; None where the system does not say."""
    said = _run("-m", "benchmarks.resident", module, *arguments).stderr.splitlines()[-1]
    return int(said) / 1024 if said.isdigit() else None


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ProcessFailed(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr.strip()}")
    return done
