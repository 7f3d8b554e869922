"""The playground: the bot as in a chat, with or without a script in the browser."""

from __future__ import annotations

from collections.abc import Iterator

from aiohttp import web

from bot.desk import Seat
from bot.presentation.wording import Wording, wording
from bot.requests import LONGEST_QUESTION, Command, Request
from bot.web.conversation import Exchange, converse, read_topic, slashed
from bot.web.guard import Refused, admit
from bot.web.pages import language_of
from bot.web.site import site_of
from knowledge.models import Outcome

MOST_COMPLETIONS = 8
_WITH_NAME = frozenset({Command.WHOIS, Command.TIMELINE, Command.MAP})
_COMMANDS = (*Command, "sources", "help")


async def show_playground(request: web.Request) -> web.StreamResponse:
    """Answer with the page of the chat and, where something was typed, with the exchange that comes of it."""
    site = site_of(request)
    if not site.playground:
        raise web.HTTPFound("/documents")
    exchange = await _exchange(request) if request.query.get("q", "").strip() else None
    seat = site.desk.seat()
    return site.pages.page(
        request,
        "playground.html",
        exchange=exchange,
        count=len(seat.library.documents),
        examples=_examples(seat),
        longest=LONGEST_QUESTION,
        slashed=slashed,
        wrong_said="wrong" in request.query,
    )


async def show_reply(request: web.Request) -> web.StreamResponse:
    """Answer with an exchange alone, for the page that is open."""
    site = site_of(request)
    exchange = await _exchange(request)
    language = language_of(request)
    text = site.pages.write("exchange.html", language, exchange=exchange, slashed=slashed)
    return web.Response(text=text, content_type="text/html", headers={"Cache-Control": "no-store"})


async def complete(request: web.Request) -> web.StreamResponse:
    """Answer with completions of a command, a name or a year: what to type, and what it is."""
    typed = request.query.get("q", "")[:200].lstrip()
    seat = site_of(request).desk.seat()
    found = list(_completions(typed, seat, wording(language_of(request))))[:MOST_COMPLETIONS]
    return web.json_response([{"text": text, "label": label, "detail": detail} for text, label, detail in found])


async def call_wrong(request: web.Request) -> web.StreamResponse:
    """Count that somebody called an answer wrong; nothing of it is kept."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        raise Refused(403, "web-bad-request")
    form = await request.post()
    outcome = str(form.get("outcome", ""))
    if outcome not in set(Outcome):
        raise Refused(400, "web-bad-request")
    admit(request)
    site = site_of(request)
    site.desk.tally.wrong[outcome] += 1
    language = language_of(request)
    if request.headers.get("Sec-Fetch-Mode") == "navigate":
        raise web.HTTPSeeOther(f"/?lang={language}&wrong=1")
    return web.Response(text=wording(language)("wrong-counted"))


async def _exchange(request: web.Request) -> Exchange:
    if not site_of(request).playground:
        raise web.HTTPNotFound
    admit(request)
    typed = request.query.get("q", "")
    topic = read_topic(request.query.get("topic", ""))
    return await converse(site_of(request), typed, language_of(request), topic)


def _examples(seat: Seat) -> list[str]:
    """Give the examples of the corpus as a person would type them."""
    known = set(Command)
    return [
        slashed(Request(Command(each.command), each.argument))
        for each in seat.assistant.examples
        if each.command in known
    ]


def _completions(typed: str, seat: Seat, say: Wording) -> Iterator[tuple[str, str, str]]:
    if not typed.startswith("/"):
        return
    command, space, argument = typed[1:].partition(" ")
    command = command.casefold()
    if not space:
        for each in _COMMANDS:
            if each.startswith(command):
                yield f"/{each} ", f"/{each}", say(f"command-{each}")
    elif command in _WITH_NAME:
        for name in seat.assistant.names(argument.lstrip()):
            yield f"/{command} {name}", name, ""
    elif command == Command.ELECTIONS:
        for year in reversed(seat.library.years):
            if str(year).startswith(argument.strip()):
                yield f"/{command} {year}", str(year), ""
