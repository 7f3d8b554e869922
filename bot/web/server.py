"""The site served: alone until a signal comes, or beside Discord for as long as that lasts."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiohttp import web

from bot.desk import Desk, Scope
from bot.metrics import Gateway
from bot.settings import Settings
from bot.web.application import make_application
from bot.web.errors import PlaceTaken

if TYPE_CHECKING:
    from bot.assistant import Assistant

FINISH_WITHIN = 5.0
"""Seconds that answers under way are given once a signal comes."""


def serve(
    open_assistant: Callable[[Scope], Assistant], settings: Settings, host: str, port: int, announce: Callable[[], None]
) -> None:
    """Serve the site until a signal comes; `announce` is called once it can be reached.

    Raises PlaceTaken and KnowledgeError.
    """

    async def open_site() -> web.Application:
        desk = Desk(open_assistant, pictures=settings.data)
        await desk.open()
        application = make_application(desk, settings)

        async def close(_: web.Application) -> None:
            desk.close()

        application.on_cleanup.append(close)
        return application

    try:
        web.run_app(
            open_site(),
            host=host,
            port=port,
            access_log=None,
            shutdown_timeout=FINISH_WITHIN,
            handler_cancellation=True,
            print=lambda *_: announce(),
        )
    except OSError as error:
        raise PlaceTaken(host, port, error.strerror or type(error).__name__) from error


@asynccontextmanager
async def serving(desk: Desk, gateway: Gateway, settings: Settings, host: str, port: int) -> AsyncIterator[None]:
    """Serve the site around a desk that Discord uses too; raises PlaceTaken."""
    application = make_application(desk, settings, gateway)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=FINISH_WITHIN, handler_cancellation=True)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise PlaceTaken(host, port, error.strerror or type(error).__name__) from error
        yield
    finally:
        await runner.cleanup()
