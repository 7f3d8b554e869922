"""Message links are found by the question, and are gone after seven days."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.storage import LinkKind, MessageLink, Storage
from tests.storage.conftest import Outside

_PATIENCE = 20
"""Seconds after which what never comes is a failure."""
NOW = datetime.now(UTC).replace(microsecond=0)  # an older link would be cleaned away
LINK = MessageLink(answer=11, question=1, channel=5, person=7, server=9, linked=NOW)
PRIVATE = MessageLink(answer=12, question=2, channel=6, person=7, kind=LinkKind.NOTICE, linked=NOW)


@pytest.mark.parametrize("link", [LINK, PRIVATE], ids=["server", "direct"])
async def test_a_link_is_found_by_its_question(storage: Storage, link: MessageLink) -> None:
    await storage.link(link)
    assert (link,) == await storage.answers_to(link.question)


async def test_a_link_says_when_it_was_made(storage: Storage) -> None:
    link = MessageLink(answer=11, question=1, channel=5, person=7)
    await storage.link(link)
    assert (link,) == await storage.answers_to(1)


async def test_a_notice_becomes_the_answer_in_its_place(storage: Storage) -> None:
    await storage.link(PRIVATE)
    await storage.link(MessageLink(12, 2, 6, 7, kind=LinkKind.ANSWER, linked=NOW))
    assert [link.kind for link in await storage.answers_to(2)] == [LinkKind.ANSWER]


async def test_messages_deleted_together_are_looked_up_together(storage: Storage) -> None:
    await storage.link(LINK)
    await storage.link(PRIVATE)
    assert [link.answer for link in await storage.answers_to(1, 2, 3)] == [11, 12]


async def test_what_was_unlinked_is_not_found(storage: Storage) -> None:
    await storage.link(LINK)
    await storage.link(PRIVATE)
    await storage.unlink(11, 12)
    assert await storage.answers_to(1, 2) == ()


async def test_links_made_at_once_are_all_kept_and_the_last_of_an_answer_stays(storage: Storage) -> None:
    made = [MessageLink(answer, 1, 5, 7, linked=NOW) for answer in range(1, 301)]
    await asyncio.gather(*(storage.link(link) for link in (PRIVATE, *made, LINK)))
    made[LINK.answer - 1] = LINK
    made[PRIVATE.answer - 1] = MessageLink(PRIVATE.answer, 1, 5, 7, linked=NOW)
    assert tuple(made) == await storage.answers_to(1)


async def test_who_is_forgotten_is_forgotten_with_the_links_under_way(storage: Storage) -> None:
    linking = [asyncio.create_task(storage.link(link)) for link in (LINK, PRIVATE)]
    await asyncio.sleep(0)
    assert await storage.forget_person(7) == 2
    await asyncio.gather(*linking)
    assert await storage.answers_to(1, 2) == ()


async def test_nothing_asked_for_is_nothing_found(storage: Storage) -> None:
    await storage.link(LINK)
    await storage.unlink()
    assert (await storage.answers_to(), await storage.answers_to(1)) == ((), (LINK,))


async def test_a_link_lasts_seven_days(storage: Storage) -> None:
    await storage.link(LINK)
    early = await storage.clean(NOW + timedelta(days=7) - timedelta(seconds=1))
    assert (early, await storage.clean(NOW + timedelta(days=7))) == (0, 1)
    assert await storage.answers_to(1) == ()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_old_links_go_by_themselves(url: str, tmp_path: Path) -> None:
    async with Storage.open(url, tmp_path) as storage:
        await storage.link(MessageLink(11, 1, 5, 7, linked=datetime.now(UTC) - timedelta(days=8)))
    async with Storage.open(url, tmp_path) as storage:
        async with asyncio.timeout(_PATIENCE):
            while await storage.answers_to(1):
                pass


async def test_a_cleaning_that_fails_is_logged_and_tried_again(
    url: str, tmp_path: Path, outside: Outside, caplog: pytest.LogCaptureFixture
) -> None:
    # A test of the command line may have left the root logger at another level.
    caplog.set_level(logging.WARNING, logger="bot.storage")
    async with Storage.open(url, tmp_path):
        pass
    async with outside() as connection:
        if url.startswith("postgresql"):
            await connection.exec_driver_sql("LOCK TABLE links")
        async with Storage.open(url, tmp_path, seconds=0.1) as storage, asyncio.timeout(_PATIENCE):
            while not caplog.records:
                await storage.server(1)
    assert "another hour" in caplog.text
