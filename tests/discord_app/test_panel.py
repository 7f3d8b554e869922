"""What managers set for a server, and members for themselves."""

from __future__ import annotations

import pytest

from bot.storage import StorageBusy
from tests.discord_app.conftest import Stage


async def test_a_setting_that_is_not_kept_is_said_not_to_be(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(*_: object, **__: object) -> None:
        raise StorageBusy("fuentes.db", 2)

    panel = (await stage.manager.slash(stage.channel, "settings")).response
    page = (await stage.member.slash(stage.channel, "privacy")).response
    assert panel is not None
    assert page is not None
    monkeypatch.setattr(stage.client.records._storage, "change_server", refuse)
    monkeypatch.setattr(stage.client.records._storage, "opt_out", refuse)
    for told in (
        await stage.manager.click(panel, label="Pause"),
        await stage.member.click(page, label="Leave me out"),
    ):
        assert told.response is not None
        assert told.response.content.startswith("The database did not confirm that:")


async def test_settings_change_at_a_press_and_back_at_another(stage: Stage) -> None:
    panel = (await stage.manager.slash(stage.channel, "settings")).response
    assert panel is not None
    assert panel.ephemeral
    for paused in (True, False):
        await stage.manager.click(panel, label="Pause" if paused else "Resume")
        assert (await stage.client.records.server(stage.guild.id)).paused is paused


async def test_a_pause_makes_every_answer_private(stage: Stage) -> None:
    await stage.client.records.change_server(stage.guild.id, paused=True)
    ended = await stage.member.slash(stage.channel, "whois", name="LTS")
    assert ended.ephemeral


async def test_channels_are_chosen_from_a_menu(stage: Stage) -> None:
    panel = (await stage.manager.slash(stage.channel, "settings")).response
    assert panel is not None
    await stage.manager.click(panel, label="Channels")
    await stage.manager.select(panel, [stage.channel], custom_id="fuentes-channels")
    settings = await stage.client.records.server(stage.guild.id)
    assert [each.channel for each in settings.channels if each.listens] == [stage.channel.id]


async def test_privacy_leaves_a_person_out_and_takes_them_in(stage: Stage) -> None:
    page = (await stage.member.slash(stage.channel, "privacy")).response
    assert page is not None
    await stage.member.click(page, label="Leave me out")
    assert await stage.client.records.is_left_out(stage.member.id)
    await stage.member.click(page, label="Take me in again")
    assert not await stage.client.records.is_left_out(stage.member.id)
