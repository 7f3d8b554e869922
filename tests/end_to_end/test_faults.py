"""Whatever fails between bot and Discord: nobody is left without an answer, nothing is answered twice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from tests.end_to_end.reading import plain
from tests.loopback.exchanges import Reply
from tests.loopback.faults import Kind
from tests.loopback.objects import Person
from tests.loopback.service import LoopbackDiscord

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

CALLBACK = r"^POST /interactions/.*/callback$"
MESSAGE = r"^POST /channels/.*/messages$"
MENTION = "@Fuentes When was the LTS founded?"
Ask = Callable[[LoopbackDiscord], Awaitable[Reply]]


async def command(discord: LoopbackDiscord) -> Reply:
    """Ask by a command."""
    return await discord.slash("elections", year=2016, user=Person("Ines"))


async def mention(discord: LoopbackDiscord) -> Reply:
    """Ask by a mention."""
    return await discord.message(MENTION, user=Person("Ines"))


async def answered_once(discord: LoopbackDiscord, reply: Reply) -> None:
    """See one answer, also after the bot has answered somebody else."""
    assert reply.messages
    await command(discord)
    await mention(discord)
    assert len(reply.messages) == 1
    assert len(reply.callbacks) <= 1
    assert not discord.responses.late


asking = pytest.mark.parametrize("ask", [command, mention])


@asking
async def test_a_dropped_gateway_is_resumed(english: LoopbackDiscord, ask: Ask) -> None:
    resumed = english.gateway.resumed
    await english.gateway.drop()
    await answered_once(english, await ask(english))
    assert english.gateway.resumed == resumed + 1


@asking
async def test_a_gateway_that_closes_is_resumed(english: LoopbackDiscord, ask: Ask) -> None:
    await english.gateway.close(4000)
    await answered_once(english, await ask(english))


@asking
async def test_a_request_to_reconnect_loses_no_question(english: LoopbackDiscord, ask: Ask) -> None:
    await english.gateway.ask_to_reconnect()
    await answered_once(english, await ask(english))


async def test_an_invalid_session_begins_anew(english: LoopbackDiscord) -> None:
    identified = english.gateway.identified
    under_way = await english.say(MENTION)
    await english.happenings.until(lambda: under_way.answered is not None)
    await english.gateway.invalidate()
    await english.connected(identified + 1)  # discord.py waits five seconds, as Discord asks
    assert len(under_way.messages) == 1
    await answered_once(english, await command(english))


async def test_a_resume_that_is_refused_begins_anew(english: LoopbackDiscord) -> None:
    identified = english.gateway.identified
    english.gateway.refuses_resumes = True
    await english.gateway.drop()
    await english.connected(identified + 1)
    await answered_once(english, await command(english))


@pytest.mark.parametrize("kind", list(Kind))
async def test_a_mention_is_answered_whatever_befalls_the_message(english: LoopbackDiscord, kind: Kind) -> None:
    english.faults.plan(MESSAGE, kind)
    reply = await mention(english)
    assert "1988" in plain(reply.content)
    await answered_once(english, reply)
    assert english.faults.left == 0


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.GLOBAL_LIMIT])
async def test_a_command_is_answered_whatever_befalls_the_callback(english: LoopbackDiscord, kind: Kind) -> None:
    english.faults.plan(CALLBACK, kind)
    reply = await command(english)
    assert plain(reply.content).startswith("2016: 10,720 votes")
    await answered_once(english, reply)
    assert english.faults.left == 0


@pytest.mark.parametrize("kind", [Kind.LIMIT, Kind.BAD_GATEWAY, Kind.LOST_REQUEST, Kind.LOST_ANSWER])
async def test_a_button_works_whatever_befalls_its_callback(english: LoopbackDiscord, kind: Kind) -> None:
    asked = await english.message("@Fuentes elections 2016")
    english.faults.plan(CALLBACK, kind)
    context = await english.press("Context", on=asked.message)
    assert context.content
    await answered_once(english, context)
    english.faults.plan(CALLBACK, kind)
    await english.press(next(label for label in asked.buttons if "Remove" in label), on=asked.message)
    await english.happenings.until(lambda: asked.messages == [])


@pytest.mark.parametrize("kind", [Kind.LIMIT, Kind.BAD_GATEWAY, Kind.LOST_REQUEST, Kind.LOST_ANSWER])
async def test_an_edited_question_updates_the_answer_all_the_same(english: LoopbackDiscord, kind: Kind) -> None:
    reply = await english.message("@Fuentes elections 2016")
    english.faults.plan(r"^PATCH /channels/.*/messages/", kind)
    await english.edit(reply, "@Fuentes elections 2018")
    await english.happenings.until(lambda: plain(reply.content).startswith("2018:"))
    await answered_once(english, reply)


async def test_nothing_was_left_over(english: LoopbackDiscord) -> None:
    assert english.rest.unknown == []
    assert english.gateway.connected
