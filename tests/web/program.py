"""`fuentes web` as a process of its own, on a free port of this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.settings import NAMES

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Program:
    """The running program, and where it says that it is to be found."""

    process: subprocess.Popen[str]
    address: str
    said: str


@contextmanager
def serving(*options: str, data: Path, settings: dict[str, str] | None = None) -> Iterator[Program]:
    """Start the program, wait until it says that it can be reached, and end it."""
    plain = {name: value for name, value in os.environ.items() if name not in NAMES}
    environment = plain | {"FUENTES_DATA": str(data), "FUENTES_WEB_RATE": "0", "LANG": "C.UTF-8"} | (settings or {})
    command = (sys.executable, "-m", "bot", "web", "--port", str(free_port()), *options)
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            said = next((line for line in _lines(process.stderr) if "http://" in line), "")
            address = next((word for word in said.split() if word.startswith("http://")), "").rstrip("/")
            assert address, "the program ended before it could be reached"
            yield Program(process, address, said)
        finally:
            process.terminate()
            process.wait(timeout=20)


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _lines(stream: IO[str]) -> Iterator[str]:
    while line := stream.readline():
        yield line
