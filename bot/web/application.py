"""The application: its addresses, each with the function that answers it."""

from __future__ import annotations

from aiohttp import web

from bot.desk import Desk
from bot.metrics import Gateway
from bot.requests import Command
from bot.settings import Settings
from bot.web import api, health, pictures, playground, reader, search
from bot.web.conversation import PICTURED
from bot.web.guard import guard
from bot.web.limits import Limits
from bot.web.pages import LANGUAGE, Pages
from bot.web.site import SITE, Site

LONGEST_REQUEST = 16_384
"""Bytes of what a form sends."""


def make_application(desk: Desk, settings: Settings, gateway: Gateway | None = None) -> web.Application:
    """Make the application around a desk that is open; `gateway` is watched where there is one."""
    pages = Pages(asks=settings.playground)
    application = web.Application(middlewares=[guard], client_max_size=LONGEST_REQUEST)
    application[LANGUAGE] = settings.language
    application[SITE] = Site(
        desk,
        pages,
        Limits(settings.web_rate),
        public_url=settings.public_url,
        playground=settings.playground,
        gateway=gateway,
    )
    application.add_routes(
        [
            web.get("/", playground.show_playground),
            web.get("/reply", playground.show_reply),
            web.get("/complete", playground.complete),
            web.post("/wrong", playground.call_wrong),
            web.get("/search", search.show_search),
            web.get(f"/api/{{command:{'|'.join(Command)}}}", api.answer),
            web.get("/api/search", api.search),
            web.get("/api/passages/{id}", api.show_passage),
            web.get("/api/openapi.json", api.show_description),
            web.get(f"/picture/{{command:{'|'.join(PICTURED)}}}.png", pictures.show_picture),
            web.get("/health", health.show_health),
            web.get("/metrics", health.show_metrics),
            web.get("/d/{document}", reader.show_document),
            web.get("/documents", reader.show_library),
            web.get("/static/{edition}/{name}", pages.file),
        ]
    )
    return application
