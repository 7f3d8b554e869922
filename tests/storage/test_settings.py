"""Settings of servers and channels, opt-outs and the hash of synced commands survive a restart."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.storage import ChannelSettings, ServerSettings, Silence, Storage

SERVER = 1_100_000_000_000_000_001  # beyond 2**53, as Discord's ids are
CHANNEL = SERVER + 10
PERSON = SERVER + 20


async def test_a_server_without_choices_has_the_defaults(storage: Storage) -> None:
    assert ServerSettings(SERVER) == await storage.server(SERVER)


async def test_a_first_choice_leaves_everything_else_at_its_default(storage: Storage) -> None:
    await storage.change_server(SERVER, language="es")
    assert ServerSettings(SERVER, language="es") == await storage.server(SERVER)


@pytest.mark.parametrize("silence", Silence)
async def test_what_was_chosen_is_there_after_a_restart(url: str, tmp_path: Path, silence: Silence) -> None:
    async with Storage.open(url, tmp_path) as storage:
        await storage.change_server(SERVER, language="es", private=True, silence=silence, paused=True)
        await storage.change_channel(SERVER, CHANNEL, language="en", listens=True)
    async with Storage.open(url, tmp_path) as storage:
        assert ServerSettings(
            SERVER,
            language="es",
            private=True,
            silence=silence,
            paused=True,
            channels=(ChannelSettings(CHANNEL, SERVER, "en", listens=True),),
        ) == await storage.server(SERVER)


async def test_two_managers_change_different_settings(storage: Storage) -> None:
    await storage.change_server(SERVER, paused=True)
    await storage.change_server(SERVER, private=True)
    assert ServerSettings(SERVER, private=True, paused=True) == await storage.server(SERVER)


async def test_a_language_is_taken_back(storage: Storage) -> None:
    await storage.change_server(SERVER, language="es")
    await storage.change_server(SERVER, language=None)
    assert (await storage.server(SERVER)).language is None


async def test_a_channel_has_its_own_language_else_the_server_s(storage: Storage) -> None:
    await storage.change_server(SERVER, language="en")
    await storage.change_channel(SERVER, CHANNEL, language="es")
    settings = await storage.server(SERVER)
    assert (settings.language_in(CHANNEL), settings.language_in(CHANNEL + 1)) == ("es", "en")


async def test_a_channel_keeps_its_language_when_the_bot_begins_to_listen(storage: Storage) -> None:
    await storage.change_channel(SERVER, CHANNEL, language="es")
    await storage.change_channel(SERVER, CHANNEL, listens=True)
    expected = ChannelSettings(CHANNEL, SERVER, "es", listens=True)
    assert expected == (await storage.server(SERVER)).channel(CHANNEL)


async def test_a_channel_of_another_server_is_not_its_own(storage: Storage) -> None:
    await storage.change_channel(SERVER, CHANNEL, listens=True)
    assert (await storage.server(SERVER + 1)).channels == ()


async def test_a_channel_without_choices_is_not_listened_to() -> None:
    assert not ServerSettings(SERVER).channel(CHANNEL).listens


async def test_a_person_opts_out_twice_and_in_again(storage: Storage) -> None:
    before = await storage.is_opted_out(PERSON)
    await storage.opt_out(PERSON)
    await storage.opt_out(PERSON)
    out = await storage.is_opted_out(PERSON)
    await storage.opt_in(PERSON)
    assert (before, out, await storage.is_opted_out(PERSON)) == (False, True, False)


async def test_each_scope_has_the_hash_last_synced(storage: Storage) -> None:
    await storage.remember_synced("a" * 64)
    await storage.remember_synced("b" * 64, SERVER)
    await storage.remember_synced("c" * 64, SERVER)
    digests = [await storage.synced_digest(scope) for scope in (None, SERVER, SERVER + 1)]
    assert digests == ["a" * 64, "c" * 64, None]
