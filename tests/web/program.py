"""`fuentes web` as a process of its own, on a free port of this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.settings import NAMES

PATIENCE = 60.0
"""Seconds that a busy machine may take for the start."""
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Program:
    """The running program, and where it says that it is to be found."""

    process: subprocess.Popen[bytes]
    address: str
    said: str


@contextmanager
def serving(*options: str, data: Path, settings: dict[str, str] | None = None) -> Iterator[Program]:
    """Start the program, wait until it says that it can be reached, and end it."""
    plain = {name: value for name, value in os.environ.items() if name not in NAMES}
    environment = plain | {"FUENTES_DATA": str(data), "FUENTES_WEB_RATE": "0", "LANG": "C.UTF-8"} | (settings or {})
    command = (sys.executable, "-m", "bot", "web", "--port", str(free_port()), *options)
    says = data / "said.txt"  # a pipe that nobody reads would fill up and stop it
    with says.open("wb") as output, subprocess.Popen(command, cwd=ROOT, env=environment, stderr=output) as process:
        try:
            said = _wait(process, says)
            address = next(word for word in said.split() if word.startswith("http://")).rstrip("/")
            yield Program(process, address, said)
        finally:
            process.terminate()
            process.wait(timeout=20)


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], says: Path) -> str:
    """Wait for the line that names the address; a program that ends before, or takes too long, has failed."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        said = says.read_text(encoding="utf-8")
        if "http://" in said and said.endswith("\n"):
            return said
        time.sleep(0.02)
    raise AssertionError(f"the program cannot be reached; it said: {says.read_text(encoding='utf-8')}")
