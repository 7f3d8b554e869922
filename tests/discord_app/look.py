"""Photographs of the bot's replies, to be looked at beside the examples: `python -m tests.discord_app.look FOLDER`.

A simulated Discord draws its messages as Discord's own client does, but for two things that are set right here:
Discord ends a block quote with the first line that is no quote, and knows small print in the fields of a card.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import simcord
from PIL import Image
from playwright.async_api import async_playwright
from simcord.preview import Preview, PreviewCapture, _markdown

from tests.discord_app.conftest import Stage, staged

CHROMIUM = shutil.which("chromium")
NARROW, WIDE = 420, 960
TALL = 1_300
_GAP = 24
_QUOTE_ENDS = re.compile(r"(?m)^(> .*\n)(?!> )")
Seen = tuple[simcord.MemberActor, Any]
"""Who looks at a message, and the message."""


class Photograph(NamedTuple):
    """A picture of one message."""

    name: str
    width: int
    capture: PreviewCapture


def _slash(command: str, **options: Any) -> Callable[[Stage], Awaitable[Seen]]:
    async def use(stage: Stage) -> Seen:
        person = stage.manager if command == "settings" else stage.member
        return person, (await person.slash(stage.channel, command, **options)).response

    return use


async def _mention(stage: Stage) -> Seen:
    await stage.member.send(stage.channel, f"{stage.me} When was the LTS founded?")
    return stage.member, stage.channel.last_message


def _behind(command: str, label: str, **options: Any) -> Callable[[Stage], Awaitable[Seen]]:
    async def press(stage: Stage) -> Seen:
        person, message = await _slash(command, **options)(stage)
        return person, (await person.click(message, label=label)).response

    return press


REPLIES: Mapping[str, Callable[[Stage], Awaitable[Seen]]] = {
    "whois-lts": _slash("whois", name="LTS"),
    "whois-amlo": _slash("whois", name="AMLO"),
    "elections-2016": _slash("elections", year=2016),
    "elections": _slash("elections"),
    "timeline": _slash("timeline", name="MTS"),
    "answer": _mention,
    "not-found": _slash("ask", question="Who is the general secretary of the MTS?"),
    "not-a-quote": _slash("verify", quote="they got 11,000 votes, 6% of independent voters"),
    "documents": _slash("sources"),
    "sources": _behind("elections", "Sources 2", year=2016),
    "context": _behind("elections", "Context", year=2016),
    "help": _slash("help"),
    "privacy": _slash("privacy"),
    "settings": _slash("settings"),
}


async def photograph(
    folder: Path, names: tuple[str, ...] = tuple(REPLIES), widths: tuple[int, ...] = (NARROW, WIDE)
) -> AsyncIterator[Photograph]:
    """Photograph replies at the widths of a phone and of a desk, as PNG files in a folder."""
    async with staged() as stage:
        stage.env.backend.bot_user.name = "Fuentes"
        seen = {name: await REPLIES[name](stage) for name in names}
        async with _camera(stage) as preview:
            for name, (viewer, message) in seen.items():
                for width in widths:
                    file = folder / f"{name}-{width}.png"
                    shot = await preview.screenshot(file, viewer=viewer, target=message, viewport=(width, TALL))
                    yield Photograph(name, width, shot)


@asynccontextmanager
async def _camera(stage: Stage) -> AsyncIterator[Preview]:
    people = [stage.member, stage.manager]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            async with stage.env.preview(stage.channel, viewers=people) as preview:
                preview._capture_manager._browser = browser  # it would look for one that Playwright downloaded
                with _as_discord_draws():
                    yield preview
        finally:
            await browser.close()


@contextmanager
def _as_discord_draws() -> Iterator[None]:
    read = _markdown._discord_multiline_quotes

    def with_ends(text: str) -> str:
        return _QUOTE_ENDS.sub(r"\1\n", read(text))

    value = {**_markdown._FIELD_POLICIES["embed_field_value"], "subtext": True}
    with (
        patch.object(_markdown, "_discord_multiline_quotes", with_ends),
        patch.dict(_markdown._FIELD_POLICIES, {"embed_field_value": value}),
    ):
        yield


def main(folder: Path) -> None:
    """Photograph everything into a folder, and set two phones side by side for the documentation."""
    folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(_photograph_all(folder))
    phones = [Image.open(folder / f"{name}-{NARROW}.png") for name in ("whois-lts", "elections-2016")]
    size = (sum(each.width for each in phones) + _GAP, max(each.height for each in phones))
    together = Image.new("RGB", size, phones[0].convert("RGB").getpixel((0, 0)))
    for at, each in enumerate(phones):
        together.paste(each, (at * (each.width + _GAP), 0))
    together.quantize(256).save(folder / "discord.png", optimize=True)


async def _photograph_all(folder: Path) -> None:
    async for _ in photograph(folder):
        pass


if __name__ == "__main__":
    main(Path(sys.argv[1]))
