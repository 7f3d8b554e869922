"""Pictures of answers, as the playground shows them."""

from __future__ import annotations

from aiohttp import web

from bot.desk import Asking
from bot.requests import Command, Request
from bot.web.guard import Refused, admit
from bot.web.pages import language_of
from bot.web.site import site_of


async def show_picture(request: web.Request) -> web.StreamResponse:
    """Answer `GET /picture/<command>.png?argument=…` with the picture of that answer."""
    site = site_of(request)
    if not site.playground:
        raise web.HTTPNotFound
    admit(request)
    command = Command(request.match_info["command"])
    asking = Asking(Request(command, request.query.get("argument", "")), language_of(request))
    picture = await site.desk.picture(asking)
    if picture is None:
        raise Refused(404, "picture-none")
    return web.Response(body=picture.png, content_type="image/png", headers={"Cache-Control": "private, max-age=300"})
