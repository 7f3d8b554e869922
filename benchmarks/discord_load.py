"""Measure the bot in Discord from outside: the unmodified program at a loopback Discord on this machine."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.table import Row
from knowledge.evaluation import Question
from tests.loopback.exchanges import Reply
from tests.loopback.objects import Person
from tests.loopback.process import bot
from tests.loopback.service import LoopbackDiscord

STARTS = 3
ALONE = 200
"""Questions asked one after the other."""
RATE = 50
"""Questions a second under load."""
PEOPLE = 200
CHANNELS = 50
PROBES = 20
"""Completions a second under load: they are answered on the event loop itself and show when it is blocked."""
TYPED = ("L", "LTS", "sul", "Mo", "PO", "zap", "méx", "pan")


class Load(NamedTuple):
    """What was seen under load; times in milliseconds."""

    replies: tuple[Reply, ...]
    completions: tuple[Reply, ...]
    unanswered: int
    late: int
    megabytes: float | None


class Crowd:
    """People who ask, each in turn, in one channel after the other, by command and by mention."""

    def __init__(self, discord: LoopbackDiscord, questions: Sequence[Question]) -> None:
        self._discord = discord
        people = [Person(f"Person {number}") for number in range(PEOPLE)]
        channels = [discord.world.channels[channel_id] for channel_id in discord.world.public]
        self._next = zip(cycle(questions), cycle(people), cycle(channels), cycle((True, False, True)), strict=False)

    async def ask(self) -> Reply:
        """Ask the next question and wait for the answer; raises TimeoutError."""
        question, person, channel, by_command = next(self._next)
        if by_command:
            return await self._discord.slash("ask", question=question.text, user=person, channel=channel)
        return await self._discord.message(f"@Fuentes {question.text}", user=person, channel=channel)


def rows(questions: Sequence[Question], seconds: float) -> Iterator[Row]:
    """Measure and give a row as soon as it is known; `seconds` is how long the load lasts."""
    yield Row(f"in Discord: start to connected, median of {STARTS}", "s", asyncio.run(_connect()), goal=2)
    alone, load = asyncio.run(_ask(questions, seconds))
    yield from _alone(alone)
    name = f"{RATE} questions a second for {seconds:g} s"
    answered = [reply.seconds_to_answer * 1000 for reply in load.replies]
    yield Row(f"{name}: answered, median", "ms", median(answered))
    yield Row("the same, 99th percentile", "ms", _p99(answered))
    longest = max(reply.seconds_to_acknowledge for reply in load.replies)
    yield Row("the same, longest wait for a first sign", "ms", longest * 1000, goal=3000)
    yield Row("the same, deadlines missed or no answer", "", load.unanswered + load.late, goal=0)
    blocked = max(reply.seconds_to_answer for reply in load.completions)
    yield Row("the same, longest wait for a completion (event loop)", "ms", blocked * 1000, goal=50)
    yield Row("resident memory of the bot after it", "MB", load.megabytes, goal=140)


def _alone(replies: Sequence[Reply]) -> Iterator[Row]:
    acknowledged = [reply.seconds_to_acknowledge * 1000 for reply in replies]
    answered = [reply.seconds_to_answer * 1000 for reply in replies]
    yield Row("a question: acknowledged, median", "ms", median(acknowledged), goal=20)
    yield Row("a question: answered, median", "ms", median(answered))
    yield Row("the same, 99th percentile", "ms", _p99(answered), goal=70)


def _p99(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(0.99 * len(ordered)))]


async def _connect() -> float:
    times = []
    with TemporaryDirectory() as folder:
        async with LoopbackDiscord() as discord:
            for start in range(1, STARTS + 1):
                async with bot(discord, Path(folder)) as running:
                    await discord.connected(start, within=30)
                    times.append(discord.gateway.ready_at - running.started)
                    await running.end()
    return median(times)


async def _ask(questions: Sequence[Question], seconds: float) -> tuple[tuple[Reply, ...], Load]:
    with TemporaryDirectory() as folder:
        async with LoopbackDiscord(channels=CHANNELS) as discord, bot(discord, Path(folder)) as running:
            await discord.connected(within=30)
            crowd = Crowd(discord, questions)
            alone = tuple([await crowd.ask() for _ in range(ALONE)])
            typed = cycle(TYPED)
            asked, completed = await asyncio.gather(
                _at_rate(crowd.ask, RATE, seconds),
                _at_rate(lambda: discord.autocomplete("whois", name=next(typed)), PROBES, seconds),
            )
            replies = tuple(reply for reply in asked if reply is not None)
            completions = tuple(reply for reply in completed if reply is not None)
            unanswered = len(asked) + len(completed) - len(replies) - len(completions)
            return alone, Load(
                replies, completions, unanswered, len(discord.responses.late), running.resident_megabytes()
            )


async def _at_rate(act: Callable[[], Awaitable[Reply]], rate: int, seconds: float) -> tuple[Reply | None, ...]:
    """Begin so many acts a second, the earlier ones over or not; None is one without an answer."""
    begun = time.perf_counter()
    tasks = []
    for number in range(int(rate * seconds)):
        await asyncio.sleep(max(0.0, begun + number / rate - time.perf_counter()))
        tasks.append(asyncio.create_task(_answer(act)))
    return tuple(await asyncio.gather(*tasks))


async def _answer(act: Callable[[], Awaitable[Reply]]) -> Reply | None:
    try:
        return await act()
    except TimeoutError:
        return None
