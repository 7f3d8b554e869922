"""The site around the shipped library, or around a folder that a test writes; every page is parsed strictly."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestClient, TestServer

from bot.desk import Desk
from bot.settings import Settings
from bot.web.application import make_application
from knowledge.assistant import Assistant
from knowledge.bootstrap import open_assistant
from tests.web.browsing import Visitor

SETTINGS = Settings(web_rate=0)
Visit = Callable[..., Awaitable[Visitor]]


@cache
def library() -> Assistant:
    """Load the library once for all tests."""
    return open_assistant()


@pytest_asyncio.fixture
async def visit(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Visit]:
    """Open the site: of the library or of files given by name, with settings changed."""
    desks: list[Desk] = []
    opened: list[TestClient] = []  # type: ignore[type-arg]  # generic only since aiohttp 3.12

    async def start(
        folder: Path | None = None, files: Mapping[str, str] | None = None, *, draws: bool = True, **changed: object
    ) -> Visitor:
        for name, text in (files or {}).items():
            assert folder is not None
            (folder / name).write_text(text, encoding="utf-8")
        pictures = tmp_path_factory.mktemp("pictures") if draws else None
        desk = Desk(lambda _: open_assistant(folder) if folder else library(), pictures=pictures)
        desks.append(desk)
        await desk.open()
        client = TestClient(TestServer(make_application(desk, replace(SETTINGS, **changed))))  # type: ignore[arg-type]
        await client.start_server()
        opened.append(client)
        return Visitor(client, desk)

    yield start
    for client in opened:
        await client.close()
    for desk in desks:
        desk.close()
