"""Hand-made interactions: locales that the simulation does not know, and an app of a person's own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import discord
import pytest

from bot.discord_app.translation import locale_language
from knowledge.models import Language
from tests.discord_app.conftest import Stage


def _interaction(stage: Stage, **rest: Any) -> discord.Interaction[Any]:
    person = {"id": "77", "username": "eva", "discriminator": "0", "avatar": None, "global_name": None}
    payload: dict[str, Any] = {
        "id": "1",
        "application_id": "2",
        "type": 2,
        "token": "t",
        "version": 1,
        "data": {"id": "3", "name": "whois", "type": 1},
        "user": person,
        "channel": {"id": "9", "type": 1, "recipients": [person], "last_message_id": None},
        "channel_id": "9",
        "locale": "es-419",
        "attachment_size_limit": 0,
        "entitlements": [],
        "authorizing_integration_owners": {"1": "77"},
        "context": 1,
        "app_permissions": "0",
    }
    if "guild_id" in rest:
        member: dict[str, Any] = {
            "roles": [],
            "joined_at": None,
            "deaf": False,
            "mute": False,
            "permissions": "0",
            "flags": 0,
        }
        payload["member"] = {**member, "user": payload.pop("user")}
        payload["guild"] = {"id": rest["guild_id"], "locale": rest["guild_locale"], "features": []}
    return discord.Interaction(data={**payload, **rest}, state=stage.client._connection)  # type: ignore[arg-type]  # a payload made by hand


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        (discord.Locale.spain_spanish, "es"),
        (discord.Locale.latin_american_spanish, "es"),
        (discord.Locale.american_english, "en"),
        (discord.Locale.british_english, "en"),
        (discord.Locale.german, None),
        (None, None),
    ],
)
def test_a_locale_is_one_of_our_languages_or_none(locale: discord.Locale | None, language: Language | None) -> None:
    assert locale_language(locale) == language


@pytest.mark.parametrize(("locale", "language"), [("es-ES", "es"), ("es-419", "es"), ("en-GB", "en"), ("fr", "en")])
async def test_a_private_reply_follows_the_person(stage: Stage, locale: str, language: Language) -> None:
    asker = stage.client.asker(_interaction(stage, locale=locale))
    assert await stage.client.answers.language(asker, private=True) == language


async def test_a_public_reply_follows_the_channel_then_the_server(stage: Stage) -> None:
    server, channel = stage.guild.id, stage.channel.id
    asked = _interaction(stage, locale="en-US", guild_id=str(server), guild_locale="en-US")
    asker = replace(stage.client.asker(asked), channel=channel)
    assert await stage.client.answers.language(asker, private=False) == "en"
    await stage.client.records.change_server(server, language="es")
    assert await stage.client.answers.language(asker, private=False) == "es"
    await stage.client.records.change_channel(server, channel, language="en")
    assert await stage.client.answers.language(asker, private=False) == "en"


async def test_an_app_of_a_persons_own_answers_where_the_bot_is_no_member(stage: Stage) -> None:
    interaction = _interaction(stage, guild_id="4711", guild_locale="es-ES", context=2)
    asker = stage.client.asker(interaction)
    assert (asker.person, asker.server, asker.locale, asker.server_locale) == (77, 4711, "es", "es")
    assert not await stage.client.answers.is_private(asker, None)
