"""The API: answers, passages and searches as JSON, the design's models as they are."""

from __future__ import annotations

from collections.abc import Sequence

from aiohttp import web

from bot.desk import Asking, Seat
from bot.presentation.links import link, path, starts, with_links
from bot.presentation.reply import word_refusal
from bot.requests import LONGEST_QUESTION, BadArgument, Command, Request, encodable
from bot.settings import LANGUAGES
from bot.web.conversation import read_topic
from bot.web.guard import Refused, admit
from bot.web.openapi import describe
from bot.web.pages import language_of
from bot.web.shown import MOST_FOUND, PassageShown, SearchResult
from bot.web.site import site_of
from knowledge.models import Citation, Found, Language, Passage

JSON = "application/json"


async def answer(request: web.Request) -> web.StreamResponse:
    """Answer `GET /api/<command>?argument=…` with an Answer."""
    _admit(request)
    site = site_of(request)
    command = Command(request.match_info["command"])
    chosen = _language(request)
    topic = request.query.get("topic", "")
    known = read_topic(topic)
    if topic and known is None:
        raise Refused(400, "api-topic")
    asking = Asking(Request(command, request.query.get("argument", "")), chosen or language_of(request), known, chosen)
    try:
        found, starting = await site.desk.ask(asking)
    except BadArgument as error:
        text = word_refusal(error, site.desk.seat().library.years, asking.language)
        return web.json_response({"error": {"status": 400, "message": text}}, status=400)
    links = link(found, starting, site.public_url or "")
    return web.Response(text=with_links(found, links).model_dump_json(by_alias=True), content_type=JSON)


async def search(request: web.Request) -> web.StreamResponse:
    """Answer `GET /api/search?q=…` with ranked passages and why each was found."""
    _admit(request)
    limit = _whole(request, "limit", 10, MOST_FOUND)
    found = await find(request, limit, site_of(request).public_url or "")
    return web.Response(text=SearchResult(found=tuple(found)).model_dump_json(), content_type=JSON)


async def show_passage(request: web.Request) -> web.StreamResponse:
    """Answer `GET /api/passages/<id>` with a passage."""
    site = site_of(request)
    passage_id = request.match_info["id"]

    def look(seat: Seat) -> PassageShown | None:
        passage = seat.assistant.passage(passage_id)
        return _show(seat, passage, site.public_url or "") if passage else None

    shown = await site.desk.work(look)
    if shown is None:
        raise Refused(404, "api-no-passage", id=passage_id[:40])
    return web.Response(text=shown.model_dump_json(), content_type=JSON)


async def show_description(request: web.Request) -> web.StreamResponse:
    """Answer with the OpenAPI description of this API."""
    return web.json_response(describe(site_of(request).public_url))


async def find(request: web.Request, limit: int, address: str) -> Sequence[Found]:
    """Search for `q`, with links to the reader at an address; raises Refused where there is nothing to look for."""
    wanted = encodable(request.query.get("q", "")).strip()
    chosen = _language(request)
    if not wanted:
        raise Refused(400, "api-no-query")
    if len(wanted) > LONGEST_QUESTION:
        raise Refused(400, "bad-too-long", limit=LONGEST_QUESTION)

    def look(seat: Seat) -> Sequence[Found]:
        found = seat.assistant.search(wanted, limit, language=chosen)
        return [each.model_copy(update={"citation": _linked(seat, each.citation, address)}) for each in found]

    return await site_of(request).desk.work(look)


def _show(seat: Seat, passage: Passage, address: str) -> PassageShown:
    before, after = seat.assistant.neighbours(passage.id)
    return PassageShown(
        id=passage.id,
        kind=passage.kind,
        citation=_linked(seat, seat.assistant.cite(passage), address),
        before=before.id if before else None,
        after=after.id if after else None,
    )


def _linked(seat: Seat, citation: Citation, address: str) -> Citation:
    (start,) = starts(seat.assistant, (citation,))
    return citation.model_copy(update={"link": f"{address}{path(citation, start)}"})


def _admit(request: web.Request) -> None:
    """Let a question in, where questions are answered and the address does not ask too often."""
    if not site_of(request).playground:
        raise web.HTTPNotFound
    admit(request)


def _language(request: web.Request) -> Language | None:
    chosen = request.query.get("lang")
    for language in LANGUAGES:
        if chosen == language:
            return language
    if chosen is not None:
        raise Refused(400, "bad-setting-allowed", allowed=f"lang={', lang='.join(LANGUAGES)}")
    return None


def _whole(request: web.Request, name: str, default: int, most: int) -> int:
    given = request.query.get(name)
    if given is None:
        return default
    if not (given.isdecimal() and len(given) < 6 and 1 <= int(given) <= most):
        raise Refused(400, "api-whole", name=name, most=most)
    return int(given)
