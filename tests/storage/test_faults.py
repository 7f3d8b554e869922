"""A database that is locked, slow, damaged or gone gives an error with its place, and works again."""

from __future__ import annotations

import asyncio
import socket
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.storage import (
    AddressUnusable,
    FeedbackKind,
    ServerSettings,
    Storage,
    StorageBusy,
    StorageFailed,
    StorageUnreachable,
)
from knowledge.models import Outcome
from tests.storage.cluster import Cluster
from tests.storage.conftest import Outside

ROOT = Path(__file__).resolve().parents[2]
WRITE_ON = """
import asyncio, itertools, sys
from pathlib import Path
from bot.storage import Storage

async def write_on():
    async with Storage.open(sys.argv[1], Path()) as storage:
        for person in itertools.count(1):
            await storage.opt_out(person)
            print(person, flush=True)

asyncio.run(write_on())
"""
LINK_ON = """
import asyncio, itertools, sys
from pathlib import Path
from bot.storage import MessageLink, Storage

async def link(storage, numbers):
    for number in numbers:
        await storage.link(MessageLink(number, 1, 5, 7))
        print(number, flush=True)

async def link_on():
    async with Storage.open(sys.argv[1], Path()) as storage:
        await asyncio.gather(*(link(storage, itertools.count(1 + many, 20)) for many in range(20)))

asyncio.run(link_on())
"""
MANY = 200
only_sqlite = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


async def test_a_locked_database_refuses_a_write_in_time_and_takes_the_next(
    url: str, tmp_path: Path, outside: Outside
) -> None:
    async with Storage.open(url, tmp_path, seconds=0.2) as storage:
        async with outside() as connection:
            if url.startswith("postgresql"):
                await connection.exec_driver_sql("LOCK TABLE servers")
            with pytest.raises(StorageBusy) as refused:
                await storage.change_server(9, paused=True)
            assert (refused.value.seconds, refused.value.place) == (0.2, storage.place)
        await storage.change_server(9, private=True)
        assert ServerSettings(9, private=True) == await storage.server(9)


@only_sqlite
async def test_a_locked_sqlite_can_be_read(storage: Storage, outside: Outside) -> None:
    await storage.opt_out(7)
    async with outside():
        assert await storage.is_opted_out(7)


async def test_writes_at_the_same_time_are_all_kept(url: str, tmp_path: Path) -> None:
    day = date(2026, 3, 2)
    async with (
        Storage.open(url, tmp_path, seconds=30) as one,
        Storage.open(url, tmp_path, seconds=30) as other,
    ):
        counting = (
            each.count_feedback(FeedbackKind.WRONG, Outcome.ANSWERED, day, 9)
            for each in (one, other)
            for _ in range(40)
        )
        await asyncio.gather(*counting)
        assert [row.count for row in await one.feedback(9, since=day)] == [80]


@pytest.mark.parametrize("kept_in", ["memory", "sqlite", "postgresql"])
async def test_a_write_that_is_cancelled_harms_nothing(
    kept_in: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    url = "sqlite://"
    if kept_in == "sqlite":
        url = f"sqlite:///{tmp_path / 'fuentes.db'}"
    elif kept_in == "postgresql":
        cluster: Cluster = request.getfixturevalue("cluster")
        cluster.empty()
        url = cluster.url
    async with Storage.open(url, tmp_path) as storage:
        await storage.opt_out(7)
        for steps in range(30):
            writing = asyncio.create_task(storage.opt_out(8 + steps))
            for _ in range(steps):
                await asyncio.sleep(0)
            writing.cancel()
            await asyncio.wait([writing])
        await storage.opt_out(100)
        assert (await storage.is_opted_out(7), await storage.is_opted_out(100)) == (True, True)


@pytest.mark.slow
async def test_what_was_acknowledged_is_there_after_the_process_is_killed(url: str, tmp_path: Path) -> None:
    command = (sys.executable, "-c", WRITE_ON, url)
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    await process.stdout.readuntil(b"\n20\n")
    process.kill()
    await process.communicate()
    async with Storage.open(url, tmp_path) as storage:
        assert [await storage.is_opted_out(person) for person in range(1, 21)] == [True] * 20


@pytest.mark.slow
async def test_links_acknowledged_together_are_there_after_the_process_is_killed(url: str, tmp_path: Path) -> None:
    command = (sys.executable, "-c", LINK_ON, url)
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    acknowledged = {int(await process.stdout.readline()) for _ in range(MANY)}
    process.kill()
    await process.communicate()
    async with Storage.open(url, tmp_path) as storage:
        assert acknowledged <= {link.answer for link in await storage.answers_to(1)}


async def test_a_server_that_dropped_its_connections_is_met_again(cluster: Cluster, tmp_path: Path) -> None:
    cluster.empty()
    async with Storage.open(cluster.url, tmp_path) as storage:
        await storage.opt_out(7)
        cluster.disconnect_all()
        assert await storage.is_opted_out(7)


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_a_connection_that_breaks_under_a_write_is_told(url: str, tmp_path: Path, outside: Outside) -> None:
    end_who_waits = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    async with Storage.open(url, tmp_path, seconds=30) as storage:
        async with outside() as connection:
            await connection.exec_driver_sql("LOCK TABLE opt_outs")
            writing = asyncio.create_task(storage.opt_out(7))
            while not (await connection.exec_driver_sql(end_who_waits)).all():
                await connection.exec_driver_sql("SELECT pg_stat_clear_snapshot()")
            with pytest.raises(StorageUnreachable):
                await writing
        assert not await storage.is_opted_out(7)


async def test_a_port_where_nobody_listens_is_unreachable(tmp_path: Path) -> None:
    with socket.socket() as taken:  # bound and not listening: refused
        taken.bind(("127.0.0.1", 0))
        url = f"postgresql://me:secret@127.0.0.1:{taken.getsockname()[1]}/fuentes"
        with pytest.raises(StorageUnreachable) as refused:
            await _open(url, tmp_path)
    assert "secret" not in str(refused.value)


async def test_a_server_that_never_answers_is_given_up(tmp_path: Path) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(StorageBusy):
            await _open(f"postgresql://me@127.0.0.1:{silent.getsockname()[1]}/fuentes", tmp_path)


async def test_a_database_that_does_not_exist_is_unreachable(cluster: Cluster, tmp_path: Path) -> None:
    with pytest.raises(StorageUnreachable, match="does not exist"):
        await _open(cluster.url.replace("/postgres?", "/nobody?"), tmp_path)


@pytest.mark.parametrize("port", ["99999999", "port"])
async def test_a_port_that_is_none_is_an_unusable_address(port: str, tmp_path: Path) -> None:
    with pytest.raises(AddressUnusable):
        await _open(f"postgresql://me@127.0.0.1:{port}/fuentes", tmp_path)


async def test_a_path_that_cannot_be_opened_is_unreachable(tmp_path: Path) -> None:
    with pytest.raises(StorageUnreachable):
        await _open(f"sqlite:///{tmp_path}/none/fuentes.db", tmp_path)


async def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "fuentes.db"
    file.write_text("Somebody's notes, " * 200, encoding="utf-8")
    before = file.read_bytes()
    with pytest.raises(StorageFailed):
        await _open(None, tmp_path)
    assert file.read_bytes() == before


@only_sqlite
async def test_an_error_of_the_caller_is_not_taken_for_one_of_the_storage(url: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the caller's"):
        async with Storage.open(url, tmp_path):
            raise ValueError("the caller's")


async def _open(url: str | None, data: Path) -> None:
    async with Storage.open(url, data, seconds=0.5):
        pass
