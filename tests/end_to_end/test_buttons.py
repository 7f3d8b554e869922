"""Buttons lead on, and outlive the process that sent them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end_to_end.reading import plain, read
from tests.loopback.exchanges import Reply
from tests.loopback.objects import Person
from tests.loopback.process import bot
from tests.loopback.service import LoopbackDiscord

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

NEXT_SENTENCE = 'The expelled group formed the "Trotskyist Revolutionary Fraction"'


def button(reply: Reply, word: str) -> str:
    """Find a button by the word on it."""
    return next(label for label in reply.buttons if word in label)


async def test_a_button_works_after_a_restart(tmp_path: Path) -> None:
    async with LoopbackDiscord() as discord:
        async with bot(discord, tmp_path) as first:
            await discord.connected()
            asked = await discord.message("@Fuentes When was the LTS founded?")
            assert (await first.end()).code == 0
        async with bot(discord, tmp_path):
            await discord.connected(times=2)
            context = await discord.press(button(asked, "Context"), on=asked.message)
            assert NEXT_SENTENCE in plain(context.content)
            assert context.ephemeral
            assert len(asked.messages) == 1


async def test_sources_show_every_quote(english: LoopbackDiscord) -> None:
    asked = await english.slash("elections", year=2016)
    sources = await english.press(button(asked, "Sources"), on=asked.message)
    assert "| 2016 | | Constituent Assembly of Mexico City |" in read(sources)


async def test_the_whole_text_comes_as_a_file(english: LoopbackDiscord) -> None:
    asked = await english.message("@Fuentes When was the LTS founded?")
    context = await english.press(button(asked, "Context"), on=asked.message)
    file = await english.press(button(context, "Whole text"), on=context.message)
    (attachment,) = file.message["attachments"]
    assert NEXT_SENTENCE.encode() in english.world.files[attachment["id"]]


async def test_follow_up_opens_a_form_that_inherits_the_topic(english: LoopbackDiscord) -> None:
    asked = await english.slash("whois", name="POS")
    opened = await english.press(button(asked, "Follow up"), on=asked.message)
    followed = await english.modal(opened, "and its international?")
    assert "Committee for Revolutionary International Regroupment" in read(followed)
    assert "Read as" in read(followed)


async def test_a_form_that_was_open_over_a_restart_is_answered(tmp_path: Path) -> None:
    async with LoopbackDiscord() as discord:
        async with bot(discord, tmp_path) as first:
            await discord.connected()
            asked = await discord.slash("whois", name="POS")
            opened = await discord.press(button(asked, "Follow up"), on=asked.message)
            assert (await first.end()).code == 0
        async with bot(discord, tmp_path):
            await discord.connected(times=2)
            assert "1988" in read(await discord.modal(opened, "When was the LTS founded?"))


async def test_only_the_asker_and_managers_remove(english: LoopbackDiscord) -> None:
    asked = await english.message("@Fuentes When was the LTS founded?")
    stranger = await english.press(button(asked, "Remove"), on=asked.message, user=Person("Stranger"))
    assert stranger.ephemeral
    assert len(asked.messages) == 1
    manager = Person("Marta", manager=True)
    await english.press(button(asked, "Remove"), on=asked.message, user=manager)
    await english.happenings.until(lambda: asked.messages == [])


async def test_a_map_has_its_picture_with_the_same_in_words(english: LoopbackDiscord) -> None:
    asked = await english.slash("map", name="POS")
    assert "International: CRIR" in read(asked)
    assert {"name": "POS", "value": "POS"} in (await english.autocomplete("map", name="PO")).choices
    picture = await english.press(button(asked, "Picture"), on=asked.message)
    (attachment,) = picture.message["attachments"]
    assert attachment["filename"] == "fuentes-map.png"
    assert attachment["description"].startswith("Map of POS\n")
    assert english.world.files[attachment["id"]].startswith(b"\x89PNG")
    assert picture.content == "**Map of POS**"


async def test_a_time_line_has_its_picture(english: LoopbackDiscord) -> None:
    asked = await english.slash("timeline", name="POS")
    picture = await english.press(button(asked, "Picture"), on=asked.message)
    assert picture.message["attachments"][0]["filename"] == "fuentes-timeline.png"
