"""A person, a channel and a server are forgotten, and nobody else with them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.storage import ChannelSettings, FeedbackKind, MessageLink, ServerSettings, Storage
from knowledge.models import Outcome

DAY = date(2026, 3, 2)
MINE = MessageLink(answer=11, question=1, channel=5, person=7, server=9)
THEIRS = MessageLink(answer=12, question=2, channel=6, person=8, server=10)


@pytest.fixture
async def filled(storage: Storage) -> Storage:
    for link in (MINE, THEIRS):
        assert link.server
        await storage.link(link)
        await storage.change_server(link.server, paused=True)
        await storage.change_channel(link.server, link.channel, listens=True)
        await storage.count_feedback(FeedbackKind.WRONG, Outcome.ANSWERED, DAY, link.server)
        await storage.remember_synced("hash", link.server)
    return storage


async def test_a_person_s_links_are_forgotten(filled: Storage) -> None:
    assert await filled.forget_person(7) == 1
    assert await filled.answers_to(1, 2) == (THEIRS,)


async def test_an_opting_out_outlasts_the_deletion(filled: Storage) -> None:
    await filled.opt_out(7)
    await filled.forget_person(7)
    assert await filled.is_opted_out(7)


async def test_a_deleted_channel_is_forgotten(filled: Storage) -> None:
    await filled.forget_channel(5)
    assert ServerSettings(9, paused=True) == await filled.server(9)
    assert await filled.answers_to(1, 2) == (THEIRS,)


async def test_a_server_that_the_bot_left_is_forgotten(filled: Storage) -> None:
    await filled.forget_server(9)
    assert ServerSettings(9) == await filled.server(9)
    assert await filled.feedback(9, since=DAY) == ()
    assert (await filled.synced_digest(9), await filled.answers_to(1)) == (None, ())


async def test_the_other_server_is_not_forgotten(filled: Storage) -> None:
    await filled.forget_server(9)
    channels = (ChannelSettings(6, 10, listens=True),)
    assert ServerSettings(10, paused=True, channels=channels) == await filled.server(10)
    assert [row.count for row in await filled.feedback(10, since=DAY)] == [1]
    assert (await filled.synced_digest(10), await filled.answers_to(2)) == ("hash", (THEIRS,))
