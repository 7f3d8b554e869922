"""The bot as a process of its own, connected to a loopback Discord."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from signal import SIGTERM, Signals
from tempfile import TemporaryFile
from typing import BinaryIO

from tests.loopback.service import TOKEN, LoopbackDiscord

ROOT = Path(__file__).resolve().parents[2]
LONGEST_RUN = 40.0
"""Seconds after which a process that should have ended is taken for stuck."""


@dataclass(frozen=True)
class Ended:
    """How a process ended; the time counts from the signal or the start."""

    code: int
    stdout: str
    stderr: str
    seconds: float


@dataclass
class Bot:
    """A running process."""

    process: asyncio.subprocess.Process
    started: float
    output: tuple[BinaryIO, BinaryIO]
    """Its standard output and error: files, for a pipe that nobody reads would stop it when it is full."""

    @property
    def alive(self) -> bool:
        """Tell whether it still runs."""
        return self.process.returncode is None

    def signal(self, number: Signals) -> None:
        """Send a signal."""
        self.process.send_signal(number)

    async def end(self, number: Signals | None = SIGTERM) -> Ended:
        """Send a signal, if any, and wait for the end; raises TimeoutError."""
        begun = time.perf_counter() if number is not None else self.started
        if number is not None and self.alive:
            self.process.send_signal(number)
        async with asyncio.timeout(LONGEST_RUN):
            code = await self.process.wait()
        seconds = time.perf_counter() - begun
        stdout, stderr = (_read(file) for file in self.output)
        return Ended(code, stdout, stderr, seconds)

    def processor_seconds(self) -> float:
        """Give the processor time that it has taken; 0 where the system does not say."""
        status = Path(f"/proc/{self.process.pid}/stat")
        if not status.exists():
            return 0.0
        fields = status.read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident_megabytes(self) -> float | None:
        """Give the memory it holds; None where the system does not say."""
        status = Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return None
        lines = status.read_text(encoding="ascii").splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS:")).split()[1]) / 1024


@asynccontextmanager
async def bot(
    discord: LoopbackDiscord, data: Path, *, token: str = TOKEN, settings: Mapping[str, str] | None = None
) -> AsyncIterator[Bot]:
    """Run `python -m bot run --discord` in an empty folder; whatever happens, it is gone afterwards."""
    environment = {
        "PATH": os.defpath,
        "PYTHONPATH": str(ROOT),
        "LANG": "en_US.UTF-8",
        "DISCORD_TOKEN": token,
        "DISCORD_API_URL": discord.api_url,
        "DISCORD_GATEWAY_URL": discord.gateway_url,
        "FUENTES_DATA": str(data),
        **(settings or {}),
    }
    with TemporaryFile() as stdout, TemporaryFile() as stderr:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", "--discord",
            cwd=data,
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
        )  # fmt: skip
        try:
            yield Bot(process, time.perf_counter(), (stdout, stderr))
        except Exception as error:
            error.add_note(f"The program ended with {process.returncode} and said:\n{_read(stderr)}")
            raise
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()


def _read(file: BinaryIO) -> str:
    file.seek(0)
    return file.read().decode()
