"""Programs joined by pipes, as a shell joins them, and held open: texts in, texts out, a NUL after each.

text ─→ program ─→ program ─→ … ─→ text
"""

from __future__ import annotations

import os
import selectors
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from time import monotonic
from typing import IO

from knowledge.processes.held import ProgramFailed

_LEAVE_WITHIN = 1.0
"""Seconds that a program is given to end by itself."""
_CHUNK = 65_536


class Pipeline:
    """Programs that each read what the one before writes."""

    def __init__(self, commands: Sequence[Sequence[str]]) -> None:
        self._programs: list[subprocess.Popen[bytes]] = []
        source: int | IO[bytes] = subprocess.PIPE
        try:
            for command in commands:
                # A session of its own: Ctrl-C in the terminal is for the one who asks, not for the helpers.
                program = subprocess.Popen(  # noqa: S603  the commands come from the installed pair itself
                    command,
                    stdin=source,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
                if self._programs:
                    _close(self._programs[-1].stdout)
                self._programs.append(program)
                assert program.stdout is not None
                source = program.stdout
        except OSError as error:
            self.close()
            raise ProgramFailed(str(error)) from error
        self._rest = bytearray()

    def exchange(self, texts: bytes, answers: int, seconds: float) -> list[bytes]:
        """Write texts and read as many answers, each up to its NUL.

        What is written must fit into one pipe (64 KiB on Linux), else both sides may wait for ever.
        Raises ProgramFailed where the programs end or take longer than `seconds`.
        """
        writer, reader = self._programs[0].stdin, self._programs[-1].stdout
        assert writer is not None
        assert reader is not None
        deadline = monotonic() + seconds
        found: list[bytes] = []
        try:
            writer.write(texts)
            writer.flush()
            with selectors.DefaultSelector() as selector:
                selector.register(reader, selectors.EVENT_READ)
                while len(found) < answers:
                    if not selector.select(max(0.0, deadline - monotonic())):
                        raise ProgramFailed(f"no answer within {seconds:g} s")
                    read = os.read(reader.fileno(), _CHUNK)
                    if not read:
                        raise ProgramFailed("it ended")
                    self._rest += read
                    *whole, last = self._rest.split(b"\0")
                    found += map(bytes, whole)
                    self._rest = bytearray(last)
        except (OSError, ValueError) as error:
            raise ProgramFailed(str(error)) from error
        return found

    def kill(self) -> None:
        """End every program at once; an exchange under way fails."""
        for program in self._programs:
            program.kill()

    def close(self) -> None:
        """End every program, kindly at first."""
        for program in self._programs:
            _close(program.stdin)
        for program in self._programs:
            try:
                program.wait(_LEAVE_WITHIN)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()
            _close(program.stdout)


def _close(pipe: IO[bytes] | None) -> None:
    if pipe is not None:
        with suppress(OSError):
            pipe.close()
