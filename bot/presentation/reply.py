"""An Answer made into a Reply, for any surface to lay out.

Answer ── compose ─┬ ask        plain      lead, quotes, small print
                   ├ whois      cards      … and a card of fields
                   ├ elections  elections
                   ├ timeline   timeline
                   ├ map        relations
                   └ verify     verdicts
"""

from __future__ import annotations

from bot.presentation.cards import compose_card
from bot.presentation.elections import compose_elections
from bot.presentation.page import Page
from bot.presentation.parts import Reply, line
from bot.presentation.places import Library
from bot.presentation.plain import compose_plain, refused
from bot.presentation.relations import compose_map
from bot.presentation.timeline import compose_timeline
from bot.presentation.verdicts import compose_verdict
from bot.presentation.wording import wording
from bot.requests import LONGEST_QUESTION, BadArgument, Command, Fault, Request
from knowledge.models import Answer, GapKind, Language


def compose(answer: Answer, request: Request, library: Library) -> Reply:  # noqa: PLR0911  a way for each command
    """Compose the reply to a request from its answer."""
    page = Page.of(answer, library, wording(answer.language))
    argument = None if request.wants_all else request.argument.strip()
    if any(gap.kind is GapKind.INPUT for gap in answer.missing):
        return refused(page)
    match request.command:
        case Command.ASK:
            return compose_plain(page)
        case Command.WHOIS:
            return compose_card(page)
        case Command.ELECTIONS:
            return compose_elections(page, argument)
        case Command.TIMELINE:
            return compose_timeline(page, argument)
        case Command.MAP:
            return compose_map(page)
        case Command.VERIFY:
            return compose_verdict(page)


def compose_refusal(error: BadArgument, library: Library, language: Language) -> Reply:
    """Compose what is said of an argument that cannot be answered."""
    return Reply(language, lead=(line(word_refusal(error, library.years, language, stroke="/")),))


def word_refusal(error: BadArgument, years: tuple[int, ...], language: Language, stroke: str = "") -> str:
    """Say in one or two sentences what is wrong with an argument and what to give instead.

    `stroke` stands before a command where people type one.
    """
    say = wording(language)
    match error.fault:
        case Fault.EMPTY:
            return say("bad-empty", command=error.command.value, stroke=stroke)
        case Fault.TOO_LONG:
            return say("bad-too-long", limit=LONGEST_QUESTION)
        case Fault.NO_YEAR:
            return say("bad-no-year", stroke=stroke, years=say.all_of([str(year) for year in years]) or "none")
