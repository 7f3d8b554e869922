"""Measure the bot in Discord from outside: the unmodified program at a loopback Discord on this machine."""

from __future__ import annotations

import asyncio
import json
import os
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
from tests.loopback.process import ROOT, bot
from tests.loopback.service import LoopbackDiscord

METER = Path(__file__).parent / "meter"
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
    held: float
    """The longest that a callback held the event loop of the bot, in seconds by the clock."""
    computed: float
    """How long that callback computed, in seconds."""
    processor: float
    """Processor time of the bot under load, in seconds."""


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
    each = load.processor / (len(load.replies) + load.unanswered)
    yield Row("the same, processor time of the bot for a question", "ms", each * 1000)
    waited = max(reply.seconds_to_answer for reply in load.completions)
    yield Row("the same, longest wait for a completion", "ms", waited * 1000)
    yield Row("the same, longest that a callback held the bot's event loop", "ms", load.held * 1000, goal=50)
    yield Row("… of that, computing; the rest went to other threads and programs", "ms", load.computed * 1000)
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
        meter = Path(folder) / "loop.jsonl"
        settings = {"PYTHONPATH": os.pathsep.join((str(METER), str(ROOT))), "LOOP_METER": str(meter)}
        discord = LoopbackDiscord(channels=CHANNELS)
        async with discord, bot(discord, Path(folder), settings=settings) as running:
            await discord.connected(within=30)
            crowd = Crowd(discord, questions)
            alone = tuple([await crowd.ask() for _ in range(ALONE)])
            typed = cycle(TYPED)
            begun, processor = time.perf_counter(), running.processor_seconds()  # one clock for all processes
            asked, completed = await asyncio.gather(
                _at_rate(crowd.ask, RATE, seconds),
                _at_rate(lambda: discord.autocomplete("whois", name=next(typed)), PROBES, seconds),
            )
            replies = tuple(reply for reply in asked if reply is not None)
            completions = tuple(reply for reply in completed if reply is not None)
            unanswered = len(asked) + len(completed) - len(replies) - len(completions)
            megabytes, ended = running.resident_megabytes(), time.perf_counter()
            processor = running.processor_seconds() - processor
            await running.end()
            held, computed = _longest(meter, begun, ended)
            late = len(discord.responses.late)
            return alone, Load(replies, completions, unanswered, late, megabytes, held, computed, processor)


def _longest(meter: Path, begun: float, ended: float) -> tuple[float, float]:
    """Read of the callbacks between two moments the one that held the loop longest: by the clock, and computing."""
    noted = [json.loads(line) for line in meter.read_text(encoding="utf-8").splitlines()]
    return max(((held, computed) for at, held, computed in noted if begun < at < ended), default=(0.0, 0.0))


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
