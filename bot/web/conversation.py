"""What a person types in the playground, and the exchange that comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationError

from bot.desk import Answered, Asking, Seat
from bot.presentation.charts.composing import picture
from bot.presentation.links import NO_LINKS, Links
from bot.presentation.offers import Offer, lead_on
from bot.presentation.parts import Reply, line, strong
from bot.presentation.shelf import compose_sources
from bot.presentation.wording import wording
from bot.requests import Command, Request
from bot.typed import HELP, Unknown, Word, language_of, read_typed
from bot.web.reader import in_company
from bot.web.site import Site
from knowledge.models import Answer, Language, Topic

LONGEST_TOPIC = 1_000
"""Characters of a topic that comes back with a follow-up."""
PICTURED = frozenset({Command.ELECTIONS, Command.TIMELINE, Command.MAP})
"""Commands whose answers have a picture."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was typed and what is shown for it."""

    typed: str
    reply: Reply
    links: Links = NO_LINKS
    offers: tuple[Offer, ...] = ()
    answered: Answered | None = None
    request: Request | None = None
    alt: str = ""
    """What the picture of the answer shows, in words; empty where there is no picture."""

    @property
    def topic(self) -> str:
        """Give the topic that a follow-up sends back, as JSON; empty where there is none."""
        answer = self.answered.answer if self.answered else None
        if answer is None or answer.topic == Topic():
            return ""
        written = answer.topic.model_dump_json()
        return written if len(written) <= LONGEST_TOPIC else ""

    def spoken(self, number: int) -> Language | None:
        """Give the language of a citation, counted from 1."""
        answer = self.answered.answer if self.answered else None
        return answer.citations[number - 1].language if answer and 0 < number <= len(answer.citations) else None


async def converse(site: Site, typed: str, language: Language, topic: Topic | None = None) -> Exchange:
    """Answer a line as the bot would in a chat; raises DeskBusy and NotVerbatim."""
    typed = typed.strip()
    spoken = language_of(typed) or language
    wanted = read_typed(typed) or Request(Command.ASK, "")
    if not isinstance(wanted, Request):
        return Exchange(typed, await site.desk.work(lambda seat: _about(seat, wanted, spoken)))
    answered = await site.desk.answer(Asking(wanted, spoken, topic))
    answer = answered.answer
    if answer is None:
        return Exchange(typed, answered.reply)
    offers = lead_on(answer, wanted, name=answered.name, years=answered.years)
    links = in_company(answer.citations, answered.starts, language)
    pictured = answered.drawable and wanted.command in PICTURED
    alt = await site.desk.work(lambda seat: _alt(seat, wanted, answer)) if pictured else ""
    return Exchange(typed, answered.reply, links, offers, answered, wanted, alt)


def read_topic(written: str) -> Topic | None:
    """Read a topic as it comes back with a follow-up; None where it is none of ours."""
    if not written or len(written) > LONGEST_TOPIC:
        return None
    try:
        return Topic.model_validate_json(written)
    except ValidationError:
        return None


def slashed(request: Request) -> str:
    """Write a request as a person types it."""
    if request.command is Command.ASK:
        return request.argument
    return f"/{request.command.value} {request.argument}".strip()


def _alt(seat: Seat, request: Request, answer: Answer) -> str:
    chart = picture(seat.assistant, request, answer)
    return chart.alt if chart else ""


def _about(seat: Seat, wanted: Word | Unknown, language: Language) -> Reply:
    """Answer what is meant for the bot itself."""
    say = wording(language)
    if isinstance(wanted, Unknown):
        return Reply(language, lead=(line(say("chat-unknown", command=wanted.command)),))
    match wanted:
        case Word.SOURCES:
            return compose_sources(seat.assistant.sources(), language)
        case Word.PRIVACY:
            return Reply(language, lead=(line(strong(say("web-private"))), line(say("web-private-more"))))
        case Word.ABOUT:
            count = len(seat.library.documents)
            return Reply(language, lead=(line(say("chat-greeting", count=count)), line(say("web-about"))))
        case Word.HELP | Word.QUIT:
            lines = [line(strong(example), f"  {say(message)}") for example, message in HELP]
            return Reply(language, lead=(line(say("chat-help")), *lines), small_print=(say("chat-help-privacy"),))
