"""What comes while a write is under way is written together, and nobody is told too early."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from bot.storage import StorageError
from bot.storage.errors import StorageBusy
from bot.storage.gathering import Gathering


class Disk:
    """Writes when it is let, and fails where it is told to."""

    def __init__(self) -> None:
        self.begun: list[tuple[int, ...]] = []
        self.written: list[int] = []
        self.failing: set[int] = set()
        self.turn = asyncio.Semaphore(0)

    async def write(self, items: Sequence[int]) -> None:
        self.begun.append(tuple(items))
        await self.turn.acquire()
        if self.failing & set(items):
            raise StorageBusy("disk", 1)
        self.written += items


async def run_on() -> None:
    """Let whatever can go on go on."""
    for _ in range(20):
        await asyncio.sleep(0)


async def test_what_comes_meanwhile_is_written_at_once() -> None:
    disk = Disk()
    gathering = Gathering(disk.write)
    keeping = [asyncio.create_task(gathering.keep(0))]
    await run_on()
    keeping += [asyncio.create_task(gathering.keep(number)) for number in range(1, 50)]
    await run_on()
    assert disk.begun == [(0,)]
    disk.turn.release()
    await run_on()
    assert disk.begun == [(0,), tuple(range(1, 50))]
    assert [each.done() for each in keeping] == [True, *[False] * 49], "what is not written is not kept"
    disk.turn.release()
    await asyncio.gather(*keeping)
    assert disk.written == list(range(50))


async def test_a_failure_is_told_to_those_it_befell_and_to_no_others() -> None:
    disk = Disk()
    disk.failing = {1}
    gathering = Gathering(disk.write)
    keeping = [asyncio.create_task(gathering.keep(0))]
    await run_on()
    keeping += [asyncio.create_task(gathering.keep(number)) for number in (1, 2)]
    await run_on()
    disk.turn.release()
    await run_on()
    keeping.append(asyncio.create_task(gathering.keep(3)))
    for _ in range(2):
        disk.turn.release()
    outcomes = await asyncio.gather(*keeping, return_exceptions=True)
    assert [isinstance(each, StorageError) for each in outcomes] == [False, True, True, False]
    assert disk.written == [0, 3]


async def test_who_stops_waiting_keeps_no_one_from_being_told() -> None:
    disk = Disk()
    gathering = Gathering(disk.write)
    first, second = (asyncio.create_task(gathering.keep(number)) for number in (1, 2))
    await run_on()
    first.cancel()
    disk.turn.release()
    await second
    with pytest.raises(asyncio.CancelledError):
        await first
    assert disk.written == [1, 2]


async def test_settling_waits_for_what_has_come_and_for_nothing_after_it() -> None:
    disk = Disk()
    disk.failing = {2}
    gathering = Gathering(disk.write)
    await gathering.settle()
    keeping = [asyncio.create_task(gathering.keep(1))]
    await run_on()
    keeping.append(asyncio.create_task(gathering.keep(2)))
    await run_on()
    settling = asyncio.create_task(gathering.settle())
    await run_on()
    disk.turn.release()
    await run_on()
    assert not settling.done()
    keeping.append(asyncio.create_task(gathering.keep(3)))
    await run_on()
    disk.turn.release()
    await settling
    assert disk.written == [1], "the second failed, the third is not written yet"
    disk.turn.release()
    assert [type(each) for each in await asyncio.gather(*keeping, return_exceptions=True)] == [
        type(None),
        StorageBusy,
        type(None),
    ]
