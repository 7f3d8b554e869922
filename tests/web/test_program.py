"""`fuentes web` as a process, and `fuentes run` with the web beside Discord."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
from pathlib import Path
from signal import SIGTERM
from urllib.request import urlopen

import aiohttp
import pytest

from tests.loopback.process import bot
from tests.loopback.service import LoopbackDiscord
from tests.web.program import ROOT, free_port, serving

pytestmark = pytest.mark.slow


def test_it_says_where_it_is_and_ends_on_a_signal(tmp_path: Path) -> None:
    with serving(data=tmp_path) as program:
        assert program.said == f"Open {program.address}/ in a browser. Ctrl-C ends it.\n"
        with urlopen(f"{program.address}/health") as response:  # noqa: S310  our own process
            assert json.load(response)["status"] == "ok"
        program.process.send_signal(SIGTERM)
        assert program.process.wait(timeout=10) == 0


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--port", "70000"), 2, "--port cannot be 127.0.0.1:70000."),
        (("--corpus", "nowhere"), 3, "There is no folder nowhere."),
    ],
)
def test_a_start_that_fails_is_one_sentence(tmp_path: Path, options: tuple[str, ...], code: int, said: str) -> None:
    command = (sys.executable, "-m", "bot", "--lang", "en", "web", *options)
    done = subprocess.run(command, cwd=ROOT, env={"PATH": ""}, capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stdout, done.stderr.startswith(said)) == (code, "", True), done.stderr
    assert "Traceback" not in done.stderr
    del tmp_path


def test_a_port_that_is_taken_is_one_sentence() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        command = (sys.executable, "-m", "bot", "--lang", "en", "web", "--port", port)
        done = subprocess.run(
            command, cwd=ROOT, env={"PATH": ""}, capture_output=True, text=True, timeout=30, check=False
        )
    assert done.returncode == 3
    assert done.stderr.startswith(f"Nothing can be served at 127.0.0.1:{port}.")
    assert "Traceback" not in done.stderr


async def test_beside_discord_the_reader_and_the_gateway_are_served(tmp_path: Path) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = {"FUENTES_WEB": f"127.0.0.1:{port}", "FUENTES_PUBLIC_URL": address}
    async with LoopbackDiscord() as discord, bot(discord, tmp_path, settings=settings) as running:
        await discord.connected()
        reply = await discord.slash("ask", question="When was the LTS founded?")
        link = reply.content.partition("(<")[2].partition(">)")[0]
        assert link.startswith(f"{address}/d/socialist-workers-movement?p=")
        async with aiohttp.ClientSession() as session:
            async with session.get(link) as page:
                text = await page.text()
            measured = await _measured(session, f"{address}/metrics", "fuentes_gateway_connected 1.0")
        assert '<mark id="cited"' in text
        assert 'fuentes_questions_total{command="ask",language="en",outcome="answered"} 1.0' in measured
        assert (await running.end()).code == 0


async def _measured(session: aiohttp.ClientSession, address: str, awaited: str) -> str:
    """Read the metrics once they say what is awaited: discord.py is ready only when it knows its servers."""
    async with asyncio.timeout(10):
        while True:
            async with session.get(address) as page:
                measured = await page.text()
            if awaited in measured:
                return measured
            await asyncio.sleep(0.1)
