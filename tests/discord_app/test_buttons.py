"""Buttons as members of a simulated server press them."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import Any

import pytest

from bot.discord_app.reading import quotes_in
from tests.discord_app.conftest import PATIENCE, Stage


async def test_sources_quote_what_the_card_names(stage: Stage) -> None:
    card = (await stage.member.slash(stage.channel, "whois", name="LTS")).response
    assert card is not None
    listed = (await stage.member.click(card, label="Sources 8")).response
    assert listed is not None
    assert listed.ephemeral
    assert "-# [3] Socialist Workers Movement" in listed.content


@pytest.mark.parametrize("way", ["Sources 2", "Context"])
async def test_a_row_of_a_table_stands_under_its_header_row(stage: Stage, way: str) -> None:
    card = (await stage.member.slash(stage.channel, "elections", year=2016)).response
    assert card is not None
    shown = (await stage.member.click(card, label=way)).response
    assert shown is not None
    header, row = next(pair for pair in pairwise(shown.content.split("\n")) if pair[1].startswith("> | 2016 |"))
    assert header.startswith("-# Header row: “| Election year | Logo |")
    assert row in shown.content


async def test_what_is_copied_is_the_quote_of_the_answer(stage: Stage) -> None:
    question = "how many votes did the Anti-capitalist 5th Formula obtain?"
    answer = (await stage.member.slash(stage.channel, "ask", question=question)).response
    assert answer is not None
    page = (await stage.member.click(answer, label="Context")).response
    assert page is not None
    copied = (await stage.member.click(page, label="Copy with reference")).response
    assert copied is not None
    [quote, *_] = quotes_in(answer.content)
    assert copied.content.startswith(f"```\n“{quote}”\n")
    assert len(quotes_in(page.content)[0]) > len(quote)


async def test_a_bot_that_is_stopping_says_so(stage: Stage) -> None:
    card = (await stage.member.slash(stage.channel, "elections", year=2016)).response
    assert card is not None
    stage.client.underway.closing = True
    for told in (
        await stage.member.slash(stage.channel, "whois", name="LTS"),
        await stage.member.click(card, label="Context"),
    ):
        assert told.response is not None
        assert told.response.content.startswith("I am being restarted.")
        assert told.response.ephemeral


async def test_a_stop_waits_until_who_presses_is_told(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    card = (await stage.member.slash(stage.channel, "elections", year=2016)).response
    assert card is not None
    deliver, begun, going_on = stage.client.deliver, asyncio.Event(), asyncio.Event()

    async def deliver_slowly(*args: Any, **options: Any) -> None:
        begun.set()
        await going_on.wait()
        await deliver(*args, **options)

    monkeypatch.setattr(stage.client, "deliver", deliver_slowly)
    stage.client.underway.closing = True
    pressing = asyncio.create_task(stage.member.click(card, label="Context"))
    await begun.wait()
    assert not await stage.client.underway.finish(0)
    going_on.set()
    assert await stage.client.underway.finish(PATIENCE)
    told = (await pressing).response
    assert told is not None
    assert told.content.startswith("I am being restarted.")


async def test_buttons_work_after_a_restart(stage: Stage) -> None:
    card = (await stage.member.slash(stage.channel, "elections", year=2016)).response
    assert card is not None
    await stage.env.restart_bot()
    page = (await stage.member.click(card, label="Context")).response
    assert page is not None
    assert "| 2016 |" in page.content
    whole = (await stage.member.click(page, label="Whole text")).response
    assert whole is not None
    assert [file.filename for file in whole.attachments] == ["socialist-workers-movement.txt"]


async def test_a_button_of_other_documents_says_so(stage: Stage) -> None:
    card = (await stage.member.slash(stage.channel, "whois", name="LTS")).response
    assert card is not None
    stage.client.desk.seat().__dict__["edition"] = "another"
    told = (await stage.member.click(card, label="Sources 8")).response
    assert told is not None
    assert told.content.startswith("That answer is from before the documents changed.")
    anew = (await stage.member.click(told, label="Ask again: /whois LTS")).response
    assert anew is not None
    assert anew.content.startswith("**LTS**")
    del stage.client.desk.seat().__dict__["edition"]


async def test_wrong_is_counted_once_for_each_person(stage: Stage) -> None:
    card = (await stage.member.slash(stage.channel, "whois", name="LTS")).response
    assert card is not None
    for _ in range(2):
        await stage.member.click(card, label="Wrong")
    counts = await stage.client.records.feedback(stage.guild.id)
    assert [(each.outcome.value, each.count) for each in counts] == [("answered", 1)]


async def test_only_the_asker_and_managers_remove_an_answer(stage: Stage) -> None:
    other = stage.guild.add_member(stage.env.create_user("carla"))
    card = (await stage.member.slash(stage.channel, "whois", name="LTS")).response
    assert card is not None
    refused = await other.click(card, label="Remove")
    assert refused.response is not None
    assert refused.response.content.startswith("Only the person who asked")
    await stage.manager.click(card, label="Remove")
    assert stage.channel.last_message is None
