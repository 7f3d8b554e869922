"""Commands as members of a simulated server meet them."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from bot.discord_app.cooldowns import Cooldowns
from bot.discord_app.sync import hash_commands, sync_if_changed
from bot.discord_app.translation import Spanish
from tests.discord_app.conftest import Stage, staged


def _labels(message: object) -> list[str]:
    rows = getattr(message, "components", [])
    return [child["label"] for row in rows for child in row["components"]]


async def test_a_card_is_content_first_then_one_embed(stage: Stage) -> None:
    shown = (await stage.member.slash(stage.channel, "whois", name="LTS")).response
    assert shown is not None
    assert shown.content.startswith("**LTS**: League of Workers for Socialism")
    assert [embed.title for embed in shown.embeds] == ["LTS, 1988 to 2014"]
    assert _labels(shown) == ["Sources 8", "Timeline", "MTS today", "Wrong", "Remove"]


async def test_a_question_is_content_alone(stage: Stage) -> None:
    shown = (await stage.member.slash(stage.channel, "ask", question="When was the LTS founded?")).response
    assert shown is not None
    assert (shown.embeds, shown.ephemeral) == ([], False)
    assert "> " in shown.content
    assert "**1988**" in shown.content


async def test_a_private_question_is_seen_by_the_asker_alone(stage: Stage) -> None:
    ended = await stage.member.slash(stage.channel, "ask", question="When was the LTS founded?", private=True)
    assert ended.response is not None
    assert ended.response.ephemeral
    assert "Share" in _labels(ended.response)
    assert "Remove" not in _labels(ended.response)
    shared = await stage.member.click(ended.response, label="Share")
    assert shared.response is not None
    assert not shared.response.ephemeral
    assert shared.response.content == ended.response.content


async def test_a_year_that_is_no_year_gets_a_sentence_for_the_person_alone(stage: Stage) -> None:
    shown = (await stage.member.slash(stage.channel, "elections", year=7)).response
    assert shown is not None
    assert shown.content.startswith("/elections wants a year, like 2016.")
    assert (shown.embeds, shown.ephemeral) == ([], True)


@pytest.mark.parametrize("greeting", ["hello", "thanks!!", "gracias", "who are you?"])
async def test_a_greeting_gets_a_hint_for_the_person_alone(stage: Stage, greeting: str) -> None:
    shown = (await stage.member.slash(stage.channel, "ask", question=greeting)).response
    assert shown is not None
    assert shown.content.startswith("Ask me about the documents:")
    assert shown.ephemeral


@pytest.mark.parametrize(
    ("command", "option", "typed", "first"),
    [
        ("whois", "name", "lts", "LTS"),
        ("whois", "name", "sulem estarda", "Sulem Estrada"),
        ("whois", "name", "andres manuel", "Andrés Manuel López Obrador"),
        ("elections", "year", "20", "2018"),
        ("elections", "year", "16", "2016"),
        ("sources", "document", "listing", None),
    ],
)
async def test_options_are_completed(stage: Stage, command: str, option: str, typed: str, first: str | None) -> None:
    choices = await stage.member.autocomplete(stage.channel, command, option, typed)
    assert 0 < len(choices) <= 25
    assert first is None or choices[0]["name"] == first


async def test_a_title_that_no_document_has_is_said_to_be_none(stage: Stage) -> None:
    shown = (await stage.member.slash(stage.channel, "sources", document="Das Kapital")).response
    assert shown is not None
    assert shown.content.startswith("No document has Das Kapital in its title.")
    assert len(shown.embeds[0].fields) == 3


async def test_a_short_time_line_is_one_page(stage: Stage) -> None:
    shown = (await stage.member.slash(stage.channel, "timeline", name="POS")).response
    assert shown is not None
    assert [field.name for field in shown.embeds[0].fields] == ["1988", "No year in the source"]
    assert "Next" not in _labels(shown)


async def test_a_time_line_names_its_document(stage: Stage) -> None:
    shown = (await stage.member.slash(stage.channel, "timeline", name="MTS")).response
    assert shown is not None
    assert shown.embeds[0].footer.text == "Socialist Workers Movement (Mexico), History · Wikipedia, CC BY-SA 4.0"


async def test_find_sources_answers_the_person_alone(stage: Stage) -> None:
    message = await stage.manager.send(stage.channel, "didn't they get like 6% in 2016? thats huge")
    found = await stage.member.context_menu(stage.channel, "Find sources", message)
    assert found.response is not None
    assert found.response.ephemeral
    assert "Only you can see this." in found.response.content
    assert "-# Read as: elections 2016" in found.response.content
    bases = found.response.embeds[0].fields[2].value or ""
    assert "“% of votes obtained”" in bases
    assert "“the people voting for independent in the electoral roll”" in bases


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Hopes are that this will lead to fusion between the two groups", "**Verbatim**, in 1 place."),
        ("the MTS has a youth wing, Agrupación Juvenil Anticapitalista, from 2014. Any thoughts?", "Youth Wing:"),
    ],
)
async def test_what_somebody_says_is_held_against_the_documents(stage: Stage, written: str, found: str) -> None:
    message = await stage.manager.send(stage.channel, written)
    shown = (await stage.member.context_menu(stage.channel, "Find sources", message)).response
    assert shown is not None
    assert found in shown.content


async def test_who_asks_too_fast_is_told_when_to_come_back() -> None:
    async with staged(cooldowns=Cooldowns(person=1)) as stage:
        await stage.member.slash(stage.channel, "whois", name="LTS")
        told = (await stage.member.slash(stage.channel, "whois", name="MTS")).response
        assert told is not None
        assert told.content.startswith("One moment. Ask again in")
        assert told.ephemeral


async def test_a_follow_up_keeps_the_topic(stage: Stage) -> None:
    await stage.member.slash(stage.channel, "ask", question="¿Qué periódico tenía el MTS en 2015?")
    shown = (await stage.member.slash(stage.channel, "ask", question="¿y su ala juvenil?")).response
    assert shown is not None
    assert "Agrupación Juvenil Anticapitalista" in shown.content
    assert "-# Leído como" in shown.content


async def test_a_fault_is_told_with_an_id_and_no_question_is_logged(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(stage.client.desk, "answer", fail)
    told = (await stage.member.slash(stage.channel, "ask", question="a secret question")).response
    assert told is not None
    assert told.content.startswith("Something broke on my side")
    assert told.content.split()[-1] in caplog.text
    assert "secret" not in "".join(each.getMessage() for each in caplog.records if each.levelname != "DEBUG")


async def test_commands_are_synced_only_when_they_changed(stage: Stage) -> None:
    tree, records = stage.client.tree, stage.client.records
    assert await records.synced_digest() == await hash_commands(tree)
    assert not await sync_if_changed(tree, records)
    tree.remove_command("about")
    assert await sync_if_changed(tree, records)


async def test_every_command_is_offered_everywhere_and_described_in_spanish(stage: Stage) -> None:
    translator = Spanish()
    for command in stage.client.tree.get_commands():
        payload = await command.get_translated_payload(stage.client.tree, translator)
        if command.name == "settings":
            assert (payload["contexts"], payload["integration_types"]) == ([0], [0])
            continue
        assert (payload["contexts"], payload["integration_types"]) == ([0, 1, 2], [0, 1])
        key = (
            "name_localizations"
            if isinstance(command, discord.app_commands.ContextMenu)
            else "description_localizations"
        )
        assert set(payload[key]) == {"es-ES", "es-419"}


async def test_what_is_registered_is_within_the_limits_of_commands(stage: Stage) -> None:
    for command in stage.client.tree.get_commands():
        payload = await command.get_translated_payload(stage.client.tree, Spanish())
        said = [payload, *payload.get("options", ())]
        texts = [text for each in said for text in _said_by(each)]
        assert sum(map(len, texts)) <= 8_000
        assert all(0 < len(text) <= 100 for text in texts)


def _said_by(payload: dict[str, Any]) -> list[str]:
    """List the names and descriptions of a command or an option, in every language."""
    given = [payload["name"], payload.get("description")]
    for translated in ("name_localizations", "description_localizations"):
        given += (payload.get(translated) or {}).values()
    return [text for text in given if text is not None]
