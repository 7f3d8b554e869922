"""Programs for the tests of this folder: Python itself, held open as a helper is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from knowledge.processes.apertium import find_translator

ECHO = "import os\nwhile text := os.read(0, 65536): os.write(1, text.upper())"
SLOW = "import sys, time\nsys.stdin.read(1); time.sleep(60)"
GONE = ""
needs_apertium = pytest.mark.skipif(find_translator() is None, reason="Apertium's pair eng-spa is not installed")


def command(source: str) -> list[str]:
    """Make a command that runs some Python."""
    return [sys.executable, "-c", source]


class Running:
    """A program that only notes what is done with it."""

    def __init__(self, fault: Callable[[], Exception | None]) -> None:
        self.closed = False
        self.killed = Event()
        self._fault = fault

    def work(self) -> str:
        fault = self._fault()
        if fault is not None:
            raise fault
        return "done"

    def kill(self) -> None:
        self.killed.set()

    def close(self) -> None:
        self.closed = True


def is_running(pid: int) -> bool:
    """Tell whether a process is there, not merely waiting to be buried."""
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
