"""Where Discord grants the message content intent: threads and chosen channels; and chats the bot is not in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.end_to_end.conftest import served
from tests.end_to_end.reading import plain, read
from tests.loopback import interactions
from tests.loopback.exchanges import Reply
from tests.loopback.objects import Person
from tests.loopback.service import LoopbackDiscord

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

MARCH = "how many ppl marched w amlo"
SECRETARY = "Who is the general secretary of the MTS?"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def granted(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[LoopbackDiscord]:
    data: Path = tmp_path_factory.mktemp("granted")
    async for discord in served(data, content_granted=True, settings={"FUENTES_MESSAGE_CONTENT": "1"}):
        yield discord


async def test_a_thread_that_began_with_the_bot_needs_no_mention(granted: LoopbackDiscord) -> None:
    asked = await granted.message("@Fuentes elections 2016")
    thread = await granted.open_thread(asked.message)
    followed = await granted.message("When was the LTS founded?", channel=thread)
    assert "1988" in followed.content


async def test_a_thread_of_other_people_is_left_alone(granted: LoopbackDiscord) -> None:
    said = await granted.say("a word among people")
    thread = await granted.open_thread(said.cause)
    unasked = await granted.say(MARCH, channel=thread)
    asked = await granted.message(f"@Fuentes {MARCH}", channel=thread)
    assert "1.2 million people" in plain(asked.content)
    assert unasked.messages == []


async def test_a_chosen_channel_answers_is_silent_on_chatter_and_marks_what_is_not_there(
    granted: LoopbackDiscord,
) -> None:
    chosen = granted.world.channels[granted.world.public[1]]
    panel = await _choose(granted, [chosen["id"]])
    assert f"<#{chosen['id']}>" in panel.text
    chatter = await granted.say("gm all, exam on trotsky tmrw, wish me luck", channel=chosen)
    answered = await granted.message(MARCH, channel=chosen)
    assert "1.2 million people" in plain(answered.content)
    unknown = await granted.say(SECRETARY, channel=chosen)
    await granted.happenings.until(lambda: unknown.reactions == ["🔍"])
    assert (chatter.messages, chatter.reactions, unknown.messages) == ([], [], [])
    await _choose(granted, [])
    left_alone = await granted.say(MARCH, channel=chosen)
    await granted.message(f"@Fuentes {MARCH}", channel=chosen)
    assert left_alone.messages == []


async def test_a_person_who_installed_the_bot_goes_on_where_it_is_no_member(granted: LoopbackDiscord) -> None:
    asked = await granted.slash_elsewhere("ask", question="When was the LTS founded?", private=True)
    context = await granted.press_elsewhere("Context", on=asked)
    assert "Trotskyist Revolutionary Fraction" in read(context)
    assert context.ephemeral
    shared = await granted.press_elsewhere("Share", on=asked)
    assert not shared.ephemeral
    assert asked.content == shared.content


async def _choose(discord: LoopbackDiscord, channels: list[str]) -> Reply:
    """Choose the channels of the server in its settings, as a manager."""
    manager: dict[str, Any] = {"user": Person("Marta", manager=True)}
    panel = await discord.slash("settings", **manager)
    await discord.press("Channels", on=panel.message, **manager)
    await discord.choose("fuentes-channels", channels, on=panel.message, kind=interactions.CHANNEL_SELECT, **manager)
    return panel
