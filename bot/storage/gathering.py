"""What comes while a write is under way, written together in the next one: many take hardly longer than one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Gathering(Generic[T]):
    """Hands over what is to be kept, all that has come meanwhile at once."""

    def __init__(self, write: Callable[[Sequence[T]], Awaitable[object]]) -> None:
        self._write = write
        self._coming: dict[asyncio.Future[None], T] = {}
        self._under_way: dict[asyncio.Future[None], T] = {}
        self._writer: asyncio.Task[None] | None = None

    async def keep(self, item: T) -> None:
        """Keep an item, which is written when this returns; raises what its writing raised."""
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._coming[kept] = item
        if self._writer is None:
            self._writer = asyncio.create_task(self._write_all())
        await kept

    async def settle(self) -> None:
        """Wait for what has come so far, whether it can be kept or not."""
        waiting = {kept for kept in (*self._under_way, *self._coming) if not kept.done()}
        if waiting:
            await asyncio.wait(waiting)

    async def _write_all(self) -> None:
        try:
            while self._coming:
                self._under_way, self._coming = self._coming, {}
                await self._hand_over()
        finally:
            self._writer = None

    async def _hand_over(self) -> None:
        try:
            await self._write(tuple(self._under_way.values()))
        except Exception as error:  # noqa: BLE001  each who waits raises it
            for kept in self._waited_for():
                kept.set_exception(error)
        else:
            for kept in self._waited_for():
                kept.set_result(None)

    def _waited_for(self) -> list[asyncio.Future[None]]:
        """List what somebody still waits for."""
        return [kept for kept in self._under_way if not kept.done()]
