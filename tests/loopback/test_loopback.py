"""discord.py takes the loopback for Discord: what it sends arrives, what fails is met as in life."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import discord
import pytest

from tests.loopback.exchanges import Reply
from tests.loopback.faults import Kind
from tests.loopback.objects import Person
from tests.loopback.service import TOKEN, LoopbackDiscord
from tests.loopback.tiny_bot import TinyBot, point_at


@asynccontextmanager
async def _bot(loopback: LoopbackDiscord, *, content: bool = False) -> AsyncIterator[TinyBot]:
    client = TinyBot(content=content)
    task = asyncio.create_task(client.start(TOKEN))
    times = loopback.gateway.identified + 1
    try:
        await loopback.connected(times)
        yield client
    finally:
        await client.close()
        with suppress(asyncio.CancelledError):
            await task


@pytest.fixture
async def loopback(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[LoopbackDiscord]:
    monkeypatch.setattr(discord.http.Route, "BASE", "")
    monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", None)
    async with LoopbackDiscord(heartbeat_seconds=0.05) as server:
        point_at(server)
        yield server


@pytest.fixture
async def bot(loopback: LoopbackDiscord) -> AsyncIterator[TinyBot]:
    async with _bot(loopback) as client:
        yield client


@pytest.mark.usefixtures("bot")
async def test_a_slash_command_is_answered_in_its_locale(loopback: LoopbackDiscord) -> None:
    reply = await loopback.slash("echo", text="hola", locale="es-ES")
    assert reply.content == "es-ES hola"
    assert reply.ephemeral
    assert not reply.deferred
    assert 0 < reply.seconds_to_acknowledge <= reply.seconds_to_answer


@pytest.mark.usefixtures("bot")
async def test_a_command_works_in_direct_messages_and_elsewhere(loopback: LoopbackDiscord) -> None:
    chat = loopback.world.direct_channel(loopback.ana)
    assert (await loopback.slash("echo", text="here", channel=chat)).content == "en-US here"
    assert (await loopback.slash_elsewhere("echo", text="there")).content == "en-US there"


@pytest.mark.usefixtures("bot")
async def test_an_option_is_completed(loopback: LoopbackDiscord) -> None:
    assert [choice["value"] for choice in (await loopback.autocomplete("echo", text="L")).choices] == ["LL"]


@pytest.mark.usefixtures("bot")
async def test_the_first_message_after_a_deferral_takes_its_place(loopback: LoopbackDiscord) -> None:
    reply = await loopback.slash("slow")
    await loopback.happenings.until(lambda: len(reply.messages) == 2)
    first, second = reply.messages
    assert reply.deferred
    assert (first["content"], first["flags"]) == ("thought", 64)
    assert second["attachments"][0]["filename"] == "code.py"
    assert b"class TinyBot" in loopback.world.files[second["attachments"][0]["id"]]


@pytest.mark.usefixtures("bot")
async def test_only_a_mention_and_a_direct_message_can_be_read_without_the_intent(
    loopback: LoopbackDiscord,
) -> None:
    mention = f"<@{loopback.world.application_id}>"
    chat = loopback.world.direct_channel(loopback.ana)
    assert (await loopback.message("@Fuentes hi")).content == f"read '{mention} hi'"
    assert (await loopback.message("hi", channel=chat)).content == "read 'hi'"
    assert (await loopback.message("hi")).content == "read ''"


@pytest.mark.usefixtures("bot")
async def test_a_reply_is_read_where_it_pings_an_ordinary_message(loopback: LoopbackDiscord) -> None:
    ordinary = await loopback.message("@Fuentes hi")
    of_a_command = await loopback.slash("echo", text="hi")
    assert (await loopback.message("and?", reply_to=ordinary.message)).content == "read 'and?'"
    assert (await loopback.message("and?", reply_to=of_a_command.message)).content == "read ''"


@pytest.mark.usefixtures("bot")
async def test_a_reaction_is_an_answer(loopback: LoopbackDiscord) -> None:
    assert (await loopback.message("@Fuentes react")).reactions == ["🔍"]


@pytest.mark.usefixtures("bot")
async def test_a_button_edits_its_message_and_opens_a_modal(loopback: LoopbackDiscord) -> None:
    asked = await loopback.slash("echo", text="hi")
    opened = await loopback.press("Ask", on=asked.message)
    assert (await loopback.modal(opened, "more")).content == "typed more"
    assert (await loopback.press("Edit", on=asked.message)).content == "edited"
    assert asked.content == "edited"


@pytest.mark.usefixtures("loopback")
async def test_a_wrong_token_is_refused() -> None:
    async with TinyBot() as client:
        with pytest.raises(discord.LoginFailure):
            await client.start("wrong")


@pytest.mark.usefixtures("loopback")
async def test_an_intent_that_is_not_granted_is_refused() -> None:
    async with TinyBot(content=True) as client:
        with pytest.raises(discord.PrivilegedIntentsRequired):
            await client.start(TOKEN)


@pytest.mark.usefixtures("bot")
async def test_a_session_is_resumed_with_what_was_missed(loopback: LoopbackDiscord) -> None:
    await loopback.gateway.drop()
    assert (await loopback.slash("echo", text="missed")).content == "en-US missed"
    assert (loopback.gateway.identified, loopback.gateway.resumed) == (1, 1)


@pytest.mark.usefixtures("bot")
async def test_a_request_to_reconnect_is_followed(loopback: LoopbackDiscord) -> None:
    await loopback.gateway.ask_to_reconnect()
    await loopback.happenings.until(lambda: loopback.gateway.resumed == 1)
    assert (await loopback.slash("echo", text="on")).content == "en-US on"


@pytest.mark.usefixtures("bot")
async def test_hearts_beat_in_the_interval_that_was_set(loopback: LoopbackDiscord) -> None:
    await loopback.happenings.until(lambda: loopback.gateway.heartbeats > 3)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("kind", [Kind.LIMIT, Kind.GLOBAL_LIMIT, Kind.BAD_GATEWAY])
async def test_what_discord_refuses_for_now_is_sent_again(loopback: LoopbackDiscord, kind: Kind) -> None:
    loopback.faults.plan("POST /channels/.*/messages", kind)
    assert (await loopback.message("@Fuentes hi")).content.startswith("read ")
    assert loopback.faults.left == 0


@pytest.mark.usefixtures("bot")
async def test_a_request_that_is_lost_reaches_nobody(loopback: LoopbackDiscord) -> None:
    loopback.faults.plan("POST .*/callback", Kind.LOST_REQUEST)
    lost = asyncio.create_task(loopback.slash("echo", text="lost"))
    await loopback.happenings.until(lambda: loopback.faults.left == 0)
    assert (await loopback.slash("echo", text="next")).content == "en-US next"
    lost.cancel()


@pytest.mark.usefixtures("bot")
async def test_an_answer_is_taken_once(loopback: LoopbackDiscord) -> None:
    reply: Reply = await loopback.slash("echo", text="once")
    token, body = reply.cause["token"], reply.callbacks[0]
    client = discord.http.HTTPClient(asyncio.get_running_loop())
    await client.static_login(TOKEN)
    route = discord.http.Route("POST", f"/interactions/{reply.cause['id']}/{token}/callback")
    with pytest.raises(discord.HTTPException) as refused:
        await client.request(route, json=body)
    await client.close()
    assert refused.value.code == 40060


@pytest.mark.usefixtures("bot")
async def test_people_are_told_apart(loopback: LoopbackDiscord) -> None:
    manager = Person("Marta", locale="es-419", manager=True)
    reply = await loopback.slash("echo", text="hi", user=manager)
    assert reply.content == "es-419 hi"
    assert reply.message["interaction_metadata"]["user"]["id"] == manager.id
