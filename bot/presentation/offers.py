"""What leads on from an answer: the years beside it, the card of a name, its time line, its map."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.presentation.wording import Wording, wording
from bot.requests import Command, Request
from knowledge.models import Answer, Outcome

MOST = 4
"""Offers under one answer."""
_ACRONYM = re.compile(r"\(([^()\s]{2,12})\)$")


@dataclass(frozen=True, slots=True)
class Offer:
    """A request that a person may want to make next, and what its button says."""

    label: str
    request: Request


def lead_on(answer: Answer, request: Request, *, name: str | None, years: tuple[int, ...]) -> tuple[Offer, ...]:
    """Offer what leads on; `name` is the short name of what the answer is about, `years` those with results."""
    say = wording(answer.language)
    match request.command:
        case Command.WHOIS:
            offers = _from_card(answer, say)
        case Command.ELECTIONS:
            offers = (_election(year, say) for year in reversed(years))
        case Command.TIMELINE | Command.MAP:
            offers = _beside(answer, say)
        case Command.ASK:
            offers = _from_question(answer, name, years, say)
        case Command.VERIFY:
            offers = iter(())
    own = (request.command, request.argument.strip().casefold())
    distinct = {(each.request.command, each.request.argument.casefold()): each for each in offers}
    return tuple(offer for key, offer in distinct.items() if key != own)[:MOST]


def _from_card(answer: Answer, say: Wording) -> Iterator[Offer]:
    if answer.outcome is not Outcome.ANSWERED or len(answer.candidates) > 1:
        for name in [each.name for each in answer.candidates] or answer.suggestions:
            yield Offer(name, Request(Command.WHOIS, name))
        return
    subject = answer.subject
    if subject is None or not subject.id:
        return
    yield from _of_subject(subject.name, say)
    if subject.now:
        acronym = _ACRONYM.search(subject.now)
        now = acronym[1] if acronym else subject.now
        yield Offer(say("button-now", name=now), Request(Command.WHOIS, now))
        return
    for year in _result_years(answer):
        yield _election(year, say)


def _from_question(answer: Answer, name: str | None, years: tuple[int, ...], say: Wording) -> Iterator[Offer]:
    for year in _result_years(answer):
        if year in years:
            yield _election(year, say)
    yield from _around(name, say)
    for each in (*(each.name for each in answer.candidates), *answer.suggestions):
        yield from _around(each, say)


def _beside(answer: Answer, say: Wording) -> Iterator[Offer]:
    """Offer what else is known of a name, or which of its bearers may be meant."""
    for each in answer.candidates:
        yield Offer(each.name, Request(Command.MAP, each.name))
    name = answer.subject.name if answer.subject else None
    yield from _around(name, say)
    yield from _of_subject(name, say) if name else ()


def _of_subject(name: str, say: Wording) -> Iterator[Offer]:
    yield Offer(say("button-timeline"), Request(Command.TIMELINE, name))
    yield Offer(say("button-map"), Request(Command.MAP, name))


def _around(name: str | None, say: Wording) -> Iterator[Offer]:
    if name:
        yield Offer(say("button-whois", name=name), Request(Command.WHOIS, name))


def _election(year: int, say: Wording) -> Offer:
    return Offer(say("button-election", year=str(year)), Request(Command.ELECTIONS, str(year)))


def _result_years(answer: Answer) -> list[int]:
    years = {each.result.year for each in answer.statements if each.result and not each.result.about}
    return sorted(year for year in years if year is not None)
