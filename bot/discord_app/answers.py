"""Requests of people in Discord made into messages: whose language, seen by whom, which page, which buttons."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.desk import Answered, Asking, Desk
from bot.discord_app.buttons import COMMANDS, Setting, button, choose, of_documents, row
from bot.discord_app.ids import Action, document_key
from bot.discord_app.markdown import bold, escape
from bot.discord_app.outgoing import Outgoing
from bot.discord_app.records import Records
from bot.discord_app.render import paginate, render
from bot.presentation.links import Links, link
from bot.presentation.notes import echo
from bot.presentation.page import Page
from bot.presentation.parts import Field, Line, Part, Place, Quote, Reply, Run, line
from bot.presentation.shelf import compose_sources
from bot.presentation.timeline import LINES_ON_A_PAGE, footer_of
from bot.presentation.wording import wording
from bot.requests import Command, Request
from bot.storage import ServerSettings
from knowledge.models import Answer, Document, Language, Outcome, Topic
from knowledge.text.normalise import fold

_NUMBERS = re.compile(r"(?: \[\d+\])+")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and where."""

    person: int
    channel: int
    server: int | None = None
    locale: Language | None = None
    """The person's own language, where Discord tells it."""
    server_locale: Language | None = None
    """The language that the server itself is set to, where it is one of ours."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a request came and is to be answered."""

    private: bool
    slash: bool = False
    """By a command or a button, to whose answer a reply may not reach the bot."""
    language: Language | None = None
    """Of a reply without a question, where the words typed tell it."""
    page: int = 0
    """Of a time line."""
    closing: tuple[str, ...] = ()
    """Small print of the surface's own: how something was read, that nobody else sees it."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A message with the answer it came from; the answer is None where the argument was refused."""

    outgoing: Outgoing
    answer: Answer | None = None

    @property
    def outcome(self) -> Outcome | None:
        """Give the outcome; None where the argument was refused."""
        return self.answer.outcome if self.answer else None


class Answers:
    """Ask the desk and lay out what it says."""

    def __init__(self, desk: Desk, records: Records, language: Language, public_url: str | None) -> None:
        self._desk = desk
        self._records = records
        self._language = language
        self._public_url = public_url

    async def is_private(self, asker: Asker, chosen: bool | None) -> bool:
        """Decide who sees the answer to a command: the person's choice, the server's, and nobody while paused."""
        if asker.server is None:
            return bool(chosen)
        settings = await self._records.server(asker.server)
        if settings.paused:
            return True
        return settings.private if chosen is None else chosen

    async def language(self, asker: Asker, *, private: bool) -> Language:
        """Choose the language of a reply without a question: the person's, or the channel's, then the server's."""
        if private or asker.server is None:
            return asker.locale or self._language
        settings: ServerSettings = await self._records.server(asker.server)
        return settings.language_in(asker.channel) or asker.server_locale or self._language

    async def prepare(
        self,
        request: Request,
        asker: Asker,
        manner: Manner,
        topic: Topic | None = None,
    ) -> Prepared:
        """Answer a request. Raises NotVerbatim and DeskBusy."""
        spoken = manner.language or await self.language(asker, private=manner.private)
        answered = await self._desk.answer(Asking(request, spoken, topic), asker.server)
        reply, pages = answered.reply, 1
        if request.command is Command.TIMELINE and answered.answer is not None:
            reply, pages = turn_to(answered.reply, manner.page)
            page = Page.of(answered.answer, self._desk.seat(asker.server).library, wording(reply.language))
            reply = replace(reply, footer=footer_of(page, numbers_in(reply.fields)))
        refused = answered.answer is None and manner.slash
        private = manner.private or refused
        message = render(reply, self._links(answered), closing=manner.closing)
        answered = replace(answered, reply=reply)
        setting = Setting(
            private=private,
            asker=asker.person,
            is_slash=manner.slash,
            whole=message.whole,
            page=min(manner.page, pages - 1),
            pages=pages,
        )
        buttons = choose(answered, request, setting)
        return Prepared(Outgoing(message.content, message.card, buttons, private), answered.answer)

    async def sources(self, argument: str, asker: Asker) -> Outgoing | None:
        """Quote what a card names but does not quote; None where the documents have changed since.

        `argument` is that of the button: command and page, edition of the documents, what was asked.
        """
        place, edition, asked = (*argument.split("/", 2), "", "")[:3]
        command = _command(place)
        if command is None or edition != self._desk.seat(asker.server).edition:
            return None
        spoken = await self.language(asker, private=True)
        answered = await self._desk.answer(Asking(Request(command, asked), spoken), asker.server)
        card, _, leaf = place[1:].partition(".")
        reply = answered.reply
        if command is Command.TIMELINE:
            reply, _ = turn_to(reply, _whole_number(card))
        wanted = [number for source in reply.sources for number in _numbers_of(source)]
        quotes = [replace(answered.evidence[number - 1], strong=()) for number in wanted]

        def turned(page: int) -> str:
            return f"{place[:1]}{card}.{page}/{edition}/{asked}"

        return self._list(quotes, self._links(answered), spoken, _whole_number(leaf), (Action.SOURCES, turned))

    async def picture(self, argument: str, asker: Asker, *, private: bool) -> Outgoing:
        """Draw the picture of an answer; `argument` is that of the button: command, what was asked."""
        letter, _, asked = argument.partition("/")
        spoken = await self.language(asker, private=private)
        say = wording(spoken)
        command = _command(letter)
        picture = await self._desk.picture(Asking(Request(command, asked), spoken), asker.server) if command else None
        if picture is None:
            return Outgoing(say("picture-none"), private=True)
        buttons = of_documents((), asker.person, say, private=private)
        file = (f"fuentes-{command}.png", picture.png)
        return Outgoing(bold(escape(picture.title)), None, buttons, private, file=file, alt=picture.alt)

    def list_quotes(self, quotes: Sequence[Quote], language: Language, passages: str, page: int) -> Outgoing:
        """List whole passages for what found no room in a message."""
        turning = (Action.MORE, lambda turned: f"{passages}/{turned}")
        return self._list(quotes, Links(), language, page, turning)

    async def documents(self, asker: Asker, wanted: str, *, private: bool) -> Outgoing:
        """Say what the documents are, or the one that is wanted."""
        spoken = await self.language(asker, private=private)
        shelf = self._desk.seat(asker.server).assistant.sources()
        sought = fold(wanted.strip())
        chosen = tuple(each for each in shelf if sought and _is_sought(each, sought))
        shown = chosen or shelf
        say = wording(spoken)
        reply = compose_sources(shown, spoken)
        if sought and not chosen:
            reply = replace(reply, lead=(line(say("sources-no-such", title=echo(wanted))),))
        message = render(reply)
        buttons = of_documents(shown, asker.person, say, private=private)
        return Outgoing(message.content, message.card, buttons, private)

    def _links(self, answered: Answered) -> Links:
        return link(answered.answer, answered.starts, self._public_url) if answered.answer else Links()

    def _list(
        self,
        quotes: Sequence[Quote],
        links: Links,
        language: Language,
        page: int,
        turning: tuple[Action, Callable[[int], str]],
    ) -> Outgoing:
        """Lay quotes out on pages; publisher and licence are those of the message above."""
        action, turned = turning
        say = wording(language)
        leaves = paginate(quotes, links, say)
        at = min(page, len(leaves) - 1)
        back = button(say("button-back"), action, turned(at - 1)) if at else None
        ahead = at + 1 < len(leaves)
        following = button(say("button-next"), action, turned(at + 1)) if ahead else None
        return Outgoing(leaves[at] or say("sources-all-shown"), None, row(back, following), private=True)


def _command(written: str) -> Command | None:
    """Read the command that the id of a button names by its first letter."""
    return next((command for command, letter in COMMANDS.items() if letter == written[:1]), None)


def _is_sought(document: Document, sought: str) -> bool:
    return sought in (document_key(document.id), document.id) or sought in fold(document.title)


def turn_to(reply: Reply, page: int) -> tuple[Reply, int]:
    """Give one page of a time line, with its own sources; and say how many pages there are."""
    pages = _pages(reply.fields)
    if len(pages) < 2:
        return reply, 1
    at = min(max(page, 0), len(pages) - 1)
    numbers = set(numbers_in(pages[at]))
    first, *rest = reply.lead
    which = wording(reply.language)("timeline-page", page=str(at + 1), pages=str(len(pages)))
    lead = Line((*first.runs, Run(f", {which}")), first.small)
    sources = tuple(each for each in reply.sources if numbers & set(_numbers_of(each)))
    return replace(reply, lead=(lead, *rest), heading=None, fields=pages[at], sources=sources), len(pages)


def _pages(fields: Sequence[Field]) -> list[tuple[Field, ...]]:
    """Put fields on pages, as many together as have no more lines than fill one."""
    pages: list[tuple[Field, ...]] = []
    for field in fields:
        together = (*pages[-1], field) if pages else ()
        if together and len(numbers_in(together)) <= LINES_ON_A_PAGE:
            pages[-1] = together
        else:
            pages.append((field,))
    return pages


def _numbers_of(source: Quote | Place) -> tuple[int, ...]:
    return source.place.numbers if isinstance(source, Quote) else source.numbers


def numbers_in(fields: Sequence[Field]) -> list[int]:
    """List the citations that the lines of fields end with."""
    return [number for field in fields for part in field.parts for number in _cited(part)]


def _cited(part: Part) -> list[int]:
    if not isinstance(part, Line):
        return list(_numbers_of(part))
    last = part.runs[-1].text if part.runs else ""
    return [int(number) for number in _NUMBER.findall(last)] if _NUMBERS.fullmatch(last) else []


def _whole_number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
