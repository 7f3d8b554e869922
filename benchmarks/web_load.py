"""Measure the site from outside: the unmodified program on this machine, asked over HTTP."""

from __future__ import annotations

import asyncio
import gzip
import os
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import aiohttp

from benchmarks.table import Row
from knowledge.bootstrap import open_assistant
from knowledge.evaluation import Question
from tests.web.program import Program, serving

ASKED = 500
"""Distinct questions; the site keeps no answer."""
AT_ONCE = 8
"""Visitors who ask at the same time."""
VISITS = 20
CACHED = 30
_OWN = re.compile(r'(?:src|href)="(/static/[^"]+)"')
_SIGNS = re.compile(r"[¿?¡!.,;:]")


def rows(questions: Sequence[Question]) -> Iterator[Row]:
    """Measure and give a row as soon as it is known."""
    texts = _distinct(questions)
    yield Row("the same questions without the site: asked and checked, median", "ms", _alone(texts))
    with TemporaryDirectory() as folder, serving(data=Path(folder)) as program:
        yield from asyncio.run(_visit(program))
        yield from asyncio.run(_ask(program, texts))
        yield from asyncio.run(_look(program))


def _distinct(questions: Sequence[Question]) -> list[str]:
    """Give so many distinct questions: as written, then as typed in a hurry, without capitals and marks."""
    written = dict.fromkeys(question.text for question in questions)
    hurried = (_SIGNS.sub("", text).lower() for text in written)
    return list(dict.fromkeys((*written, *hurried)))[:ASKED]


def _alone(texts: Sequence[str]) -> float:
    """Time the assistant itself, in milliseconds."""
    assistant = open_assistant()
    times = []
    for text in texts:
        begun = time.perf_counter()
        assistant.check(assistant.ask(text))
        times.append((time.perf_counter() - begun) * 1000)
    assistant.close()
    return median(times)


async def _visit(program: Program) -> list[Row]:
    """Fetch the first page with all that it asks for, as a browser does, over new connections."""
    times, size = [], 0
    for _ in range(VISITS):
        begun = time.perf_counter()
        async with aiohttp.ClientSession(auto_decompress=False) as session:
            size, page = await _fetch(session, f"{program.address}/?lang=en")
            names = dict.fromkeys(_OWN.findall(gzip.decompress(page).decode()))
            parts = await asyncio.gather(*(_fetch(session, f"{program.address}{name}") for name in names))
        times.append((time.perf_counter() - begun) * 1000)
        size += sum(part for part, _ in parts)
    return [
        Row("first page and all that it asks for, over the wire", "kB", size / 1000, goal=60),
        Row("first page and all that it asks for, median", "ms", median(times), goal=300),
    ]


async def _fetch(session: aiohttp.ClientSession, address: str) -> tuple[int, bytes]:
    """Give the bytes of head and body together, and the body as it came."""
    async with session.get(address, headers={"Accept-Encoding": "gzip"}) as response:
        response.raise_for_status()
        heads = sum(len(name) + len(value) + 4 for name, value in response.raw_headers)
        body = await response.read()
        return heads + len(body), body


async def _ask(program: Program, texts: Sequence[str]) -> list[Row]:
    async with aiohttp.ClientSession() as session:
        await _answer(session, program, "warm up?")
        alone = [await _answer(session, program, text) for text in texts]
        waiting = list(texts)
        worked, begun = _processor(program), time.perf_counter()
        await asyncio.gather(*(_asker(session, program, waiting) for _ in range(AT_ONCE)))
        rate = len(texts) / (time.perf_counter() - begun)
        worked = (_processor(program) - worked) * 1000 / len(texts)
    return [
        Row(f"/api/ask, {len(texts)} distinct questions one after the other, median", "ms", median(alone), goal=10),
        Row("the same, 99th percentile", "ms", sorted(alone)[round(0.99 * len(alone)) - 1]),
        Row(f"the same, {AT_ONCE} at once (asked for: at least 150)", "answers/s", rate),
        Row("the same, the program's own processor time for one", "ms", worked),
    ]


async def _asker(session: aiohttp.ClientSession, program: Program, waiting: list[str]) -> None:
    while waiting:
        await _answer(session, program, waiting.pop())


async def _answer(session: aiohttp.ClientSession, program: Program, text: str) -> float:
    begun = time.perf_counter()
    async with session.get(f"{program.address}/api/ask", params={"argument": text}) as response:
        response.raise_for_status()
        await response.read()
    return (time.perf_counter() - begun) * 1000


async def _look(program: Program) -> list[Row]:
    """Draw pictures, first with a new child that lists its fonts, then with a child that runs, then from the cache."""
    async with aiohttp.ClientSession() as session:
        before = _resident(program)
        first = await _picture(session, program, "elections")
        second = await _picture(session, program, "timeline", "MTS")
        third = await _picture(session, program, "map", "POS")
        cached = [await _picture(session, program, "timeline", "MTS") for _ in range(CACHED)]
        after = _resident(program)
    return [
        Row("the first picture ever, fonts listed and the child started", "s", first / 1000, goal=1.5),
        Row("a picture drawn by a child that runs, the longer of two", "s", max(second, third) / 1000, goal=1.5),
        Row("a picture from the cache, median", "ms", median(cached), goal=20),
        Row("the program's own memory, grown by all these pictures", "MB", after - before),
        Row("the program's own memory after all of it", "MB", after),
    ]


async def _picture(session: aiohttp.ClientSession, program: Program, command: str, argument: str = "") -> float:
    begun = time.perf_counter()
    given = {"argument": argument, "lang": "en"}
    async with session.get(f"{program.address}/picture/{command}.png", params=given) as response:
        response.raise_for_status()
        await response.read()
    return (time.perf_counter() - begun) * 1000


def _processor(program: Program) -> float:
    """Give the processor time that the program has taken, in seconds: what others do on the machine is not in it."""
    stat = Path(f"/proc/{program.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


def _resident(program: Program) -> float:
    """Give the memory that the program itself holds, in megabytes; its children are not in it."""
    status = Path(f"/proc/{program.process.pid}/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in status if line.startswith("VmRSS:")).split()[1]) / 1024
