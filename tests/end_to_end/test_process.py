"""The process registers its commands once, and ends as it is asked to, saying why if it must."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from signal import SIGINT, SIGTERM, Signals

import pytest

from tests.loopback.objects import Person
from tests.loopback.process import Ended, bot
from tests.loopback.service import LoopbackDiscord

pytestmark = pytest.mark.slow

REGISTER = r"^PUT /applications/\d+/commands$"
WRONG = "no.such.token"
COMMANDS = {
    "ask", "whois", "elections", "timeline", "map", "sources", "verify",
    "help", "about", "privacy", "settings", "Find sources",
}  # fmt: skip


def one_sentence(ended: Ended) -> str:
    """Give the one line that a person reads when the start failed."""
    assert ended.stdout == ""
    (line,) = ended.stderr.splitlines()
    assert "Traceback" not in line
    return line


async def test_commands_are_registered_once(tmp_path: Path) -> None:
    async with LoopbackDiscord() as discord:
        for times in (1, 2):
            async with bot(discord, tmp_path) as running:
                await discord.connected(times)
                assert (await discord.slash("whois", name="LTS")).content
                assert (await running.end()).code == 0
        assert len(discord.journal.matching(REGISTER)) == 1
        assert {command["name"] for command in discord.world.commands} >= COMMANDS


async def test_commands_have_both_languages_and_every_context(tmp_path: Path) -> None:
    async with LoopbackDiscord() as discord, bot(discord, tmp_path):
        await discord.connected()
        whois = discord.world.command("whois")
    assert whois is not None
    assert {"es-ES", "es-419"} <= whois["description_localizations"].keys()
    assert set(whois["contexts"]) == {0, 1, 2}
    assert set(whois["integration_types"]) == {0, 1}


@pytest.mark.parametrize("number", [SIGTERM, SIGINT])
async def test_a_signal_ends_it_cleanly(tmp_path: Path, number: Signals) -> None:
    async with LoopbackDiscord() as discord, bot(discord, tmp_path) as running:
        await discord.connected()
        ended = await running.end(number)
        assert ended.code == 0
        assert ended.seconds < 10
        assert "Traceback" not in ended.stderr
        assert discord.gateway.last_close == 1000


async def test_what_is_under_way_is_answered_before_it_leaves(tmp_path: Path) -> None:
    async with LoopbackDiscord() as discord, bot(discord, tmp_path) as running:
        await discord.connected()
        asked = [await discord.say("@Fuentes When was the LTS founded?") for _ in range(5)]
        await discord.happenings.until(lambda: any(reply.answered for reply in asked))
        assert (await running.end()).code == 0
        begun = [reply for reply in asked if reply.acknowledged]
        assert begun
        assert all(len(reply.messages) == 1 for reply in begun)


async def test_a_wrong_token_is_one_sentence(tmp_path: Path) -> None:
    async with LoopbackDiscord() as discord, bot(discord, tmp_path, token=WRONG) as running:
        ended = await running.end(None)
    assert ended.code not in {0, -SIGTERM}
    assert "DISCORD_TOKEN" in one_sentence(ended)
    assert WRONG not in ended.stderr


async def test_an_intent_that_is_not_granted_is_one_sentence(tmp_path: Path) -> None:
    settings = {"FUENTES_MESSAGE_CONTENT": "1"}
    async with LoopbackDiscord() as discord, bot(discord, tmp_path, settings=settings) as running:
        ended = await running.end(None)
    assert ended.code != 0
    assert "FUENTES_MESSAGE_CONTENT" in one_sentence(ended)


async def test_a_granted_intent_is_used(tmp_path: Path) -> None:
    settings = {"FUENTES_MESSAGE_CONTENT": "1"}
    async with LoopbackDiscord(content_granted=True) as discord, bot(discord, tmp_path, settings=settings):
        await discord.connected()
        asked = await discord.slash("whois", name="LTS")
        followed = await discord.message("When was the LTS founded?", reply_to=asked.message)
        assert "1988" in followed.content


async def test_no_network_is_one_sentence(tmp_path: Path) -> None:
    async with LoopbackDiscord() as discord:
        pass  # its port is closed again
    async with bot(discord, tmp_path) as running:
        ended = await running.end(None)
    assert ended.code != 0
    assert one_sentence(ended)


async def test_a_locked_database_keeps_nobody_waiting(tmp_path: Path) -> None:
    async with LoopbackDiscord() as discord, bot(discord, tmp_path):
        await discord.connected()
        with closing(sqlite3.connect(tmp_path / "fuentes.db", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            command = await discord.slash("elections", year=2016)
            mention = await discord.message("@Fuentes When was the LTS founded?")
        assert "10,720" in command.content
        assert "1988" in mention.content


@pytest.mark.parametrize("label", ["Pause", "Leave me out", "Delete what is kept of me"])
async def test_a_press_that_a_locked_database_refuses_is_told(tmp_path: Path, label: str) -> None:
    manager = Person("Marta", manager=True)
    async with LoopbackDiscord() as discord, bot(discord, tmp_path):
        await discord.connected()
        page = await discord.slash("settings" if label == "Pause" else "privacy", user=manager)
        with closing(sqlite3.connect(tmp_path / "fuentes.db", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            told = await discord.press(label, on=page.message, user=manager)
        assert told.content.startswith("The database did not confirm that:")
        assert told.ephemeral
        assert not discord.responses.late


async def test_a_slow_database_is_waited_for(tmp_path: Path) -> None:
    manager = Person("Marta", manager=True)
    async with LoopbackDiscord() as discord, bot(discord, tmp_path):
        await discord.connected()
        panel = await discord.slash("settings", user=manager)
        with closing(sqlite3.connect(tmp_path / "fuentes.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            # Well within the second that a write waits for the lock.
            asyncio.get_running_loop().call_later(0.3, other.execute, "ROLLBACK")
            await discord.press("Pause", on=panel.message, user=manager)
            await discord.happenings.until(lambda: "Paused" in panel.text)
        assert not discord.responses.late


async def test_it_beats_in_the_interval_that_the_gateway_asks_for(tmp_path: Path) -> None:
    async with LoopbackDiscord(heartbeat_seconds=0.1) as discord, bot(discord, tmp_path):
        await discord.connected()
        beats = discord.gateway.heartbeats
        await discord.happenings.until(lambda: discord.gateway.heartbeats > beats + 3)
        await asyncio.gather(*(discord.slash("whois", name="LTS") for _ in range(4)))
