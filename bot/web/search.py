"""The search page: ranked passages with their scores explained, for those who curate a corpus."""

from __future__ import annotations

from aiohttp import web

from bot.presentation.places import Places
from bot.presentation.wording import wording
from bot.web.api import find
from bot.web.guard import admit
from bot.web.pages import language_of
from bot.web.site import site_of

SHOWN = 20


async def show_search(request: web.Request) -> web.StreamResponse:
    """Answer with the passages found for `q`, or with an empty form."""
    site = site_of(request)
    if not site.playground:
        raise web.HTTPNotFound
    wanted = request.query.get("q", "").strip()
    results = []
    if wanted:
        admit(request)
        library = site.desk.seat().library
        say = wording(language_of(request))
        found = await find(request, SHOWN, "")
        results = [(each, Places((each.citation,), library, say).place(1)) for each in found]
    return site.pages.page(request, "search.html", wanted=wanted, results=results)
