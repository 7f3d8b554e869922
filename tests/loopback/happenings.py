"""Wait for what others do: every event of the loopback is told here, whoever waits looks again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

PATIENCE = 30.0
"""Seconds that a person of these tests waits: they may run on a machine that is busy with something else."""


class Happenings:
    """Wake those who wait whenever something has happened."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def tell(self) -> None:
        """Say that something has happened."""
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def until(self, condition: Callable[[], bool], within: float = PATIENCE) -> None:
        """Wait until a condition holds; raises TimeoutError after `within` seconds."""
        async with asyncio.timeout(within):
            while not condition():
                future = asyncio.get_running_loop().create_future()
                self._waiting.add(future)
                await future
