"""Which buttons stand under a reply: one row, five at most, each with a word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.desk import Answered
from bot.discord_app.ids import Action, document_key, write_id, write_place, write_verdict
from bot.discord_app.limits import BUTTONS, label
from bot.presentation.notes import distinct
from bot.presentation.wording import Wording, wording
from bot.requests import Command, Request
from knowledge.models import Answer, Document, Outcome, Verdict

MOST_YEARS = 2
"""Buttons for other years."""
LONGEST_NAME = 30
"""Characters of a name on a button beside others: what a phone shows on one line."""
COMMANDS = {Command.WHOIS: "w", Command.ELECTIONS: "e", Command.TIMELINE: "t", Command.MAP: "m"}
"""How a button's id names the command whose answer it goes on with."""
_ACRONYM = re.compile(r"\(([^()\s]{2,12})\)$")


@dataclass(frozen=True, slots=True)
class Button:
    """A button before Discord knows it."""

    label: str
    custom_id: str
    emoji: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a reply stands, which decides on its buttons."""

    private: bool
    asker: int
    is_slash: bool = False
    """A reply to it does not reach a bot that lacks the message content intent."""
    whole: bool = True
    """Whether the message holds all of the reply."""
    page: int = 0
    pages: int = 1


def button(text: str, action: Action, argument: str = "", emoji: str | None = None) -> Button | None:
    """Make a button; None where what it needs is too long for its id."""
    written = write_id(action, argument)
    return Button(label(text), written, emoji) if written else None


def row(*wanted: Button | None) -> tuple[Button, ...]:
    """Keep the first five that exist, each id once."""
    kept = {each.custom_id: each for each in wanted if each is not None}
    return tuple(kept.values())[:BUTTONS]


def choose(answered: Answered, request: Request, setting: Setting) -> tuple[Button, ...]:
    """Choose the row under an answer: read it, read on, say that it is wrong, take it away."""
    say = wording(answered.reply.language)
    answer = answered.answer
    if answer is None:
        return row(*closing(None, setting, say))
    ending = closing(answer, setting, say)
    leading = _leading(answered, answer, request, setting, say)
    room = BUTTONS - len(ending)
    share = [button(say("button-share"), Action.SHARE)] if setting.private else []
    chosen = row(*share, *leading)
    return row(*chosen[:room], *ending)


def closing(answer: Answer | None, setting: Setting, say: Wording) -> list[Button]:
    """Give the last buttons of every reply: Wrong where something was answered, Remove where others see it."""
    wrong = None
    if answer is not None and len(answer.candidates) < 2 and not _is_verbatim(answer):
        wrong = button(say("button-wrong"), Action.WRONG, write_verdict(answer.outcome, answer.topic), emoji="👎")
    remove = None
    if not setting.private:
        remove = button(say("button-remove"), Action.REMOVE, str(setting.asker), emoji="🗑")
    return [each for each in (wrong, remove) if each is not None]


def of_documents(documents: Iterable[Document], asker: int, say: Wording, *, private: bool) -> tuple[Button, ...]:
    """Give a button to read each of the first documents."""
    reading = [
        button(say("button-read", number=str(number)), Action.WHOLE, f"open/{document_key(document.id)}")
        for number, document in enumerate(documents, start=1)
    ]
    setting = Setting(private=private, asker=asker)
    ending = closing(None, setting, say)
    return row(*reading[: BUTTONS - len(ending)], *ending)


def _leading(
    answered: Answered, answer: Answer, request: Request, setting: Setting, say: Wording
) -> list[Button | None]:
    match request.command:
        case Command.WHOIS:
            return _after_card(answered, answer, setting, say)
        case Command.ELECTIONS:
            return _after_elections(answered, answer, request, setting, say)
        case Command.TIMELINE:
            sources = _sources(answered, answer, request, setting, say)
            return [*_turning(request, setting, say), sources, _picture(answered, answer, request, say)]
        case Command.MAP:
            return _after_map(answered, answer, request, setting, say)
        case Command.VERIFY:
            return [_context(answered, say), _copy(answered, say)]
        case Command.ASK:
            return _after_question(answered, answer, request, setting, say)


def _after_card(answered: Answered, answer: Answer, setting: Setting, say: Wording) -> list[Button | None]:
    name = answer.subject.name if answer.subject else answer.question
    sources = _sources(answered, answer, Request(Command.WHOIS, name), setting, say)
    if answer.outcome is not Outcome.ANSWERED or len(answer.candidates) > 1:
        named = [each.name for each in answer.candidates] or distinct(answer.suggestions)
        others = [button(each, Action.WHOIS, each) for each in named[:3]]
        return [*others, sources, None if answer.candidates else _context(answered, say)]
    if sources is None:
        return [_context(answered, say), _follow(setting, say)]
    return [sources, *_from_card(answer, name, setting, say)]


def _from_card(answer: Answer, name: str, setting: Setting, say: Wording) -> list[Button | None]:
    """Lead on from a card: to the elections of a candidate, else to the time line and what bears on the name."""
    subject, years = answer.subject, _result_years(answer)
    timeline = button(say("button-timeline"), Action.TIMELINE, name)
    if subject is not None and subject.now:
        acronym = _ACRONYM.search(subject.now)
        now = acronym[1] if acronym else subject.now
        return [timeline, button(say("button-now", name=now), Action.WHOIS, now)]
    if any(each.heading for each in answer.statements if each.result):
        return [_election(year, say) for year in reversed(years[-MOST_YEARS:])]
    if len(years) > 1:
        return [timeline, button(say("button-elections"), Action.ELECTIONS, "all")]
    return [timeline, _election(years[0], say) if years else _follow(setting, say)]


def _after_elections(
    answered: Answered, answer: Answer, request: Request, setting: Setting, say: Wording
) -> list[Button | None]:
    others = [each for each in answered.years if str(each) != request.argument.strip()]
    years = [button(str(each), Action.ELECTIONS, str(each)) for each in others[-MOST_YEARS:]]
    if request.wants_all:
        return [*years, _sources(answered, answer, request, setting, say)]
    if answer.outcome is Outcome.ANSWERED:
        return [_context(answered, say), _sources(answered, answer, request, setting, say), *years]
    return [_context(answered, say), *years]


def _after_question(
    answered: Answered, answer: Answer, request: Request, setting: Setting, say: Wording
) -> list[Button | None]:
    years = [year for year in _result_years(answer) if year in answered.years]
    to_years = [button(str(each), Action.ELECTIONS, str(each)) for each in years] if len(years) > 1 else []
    name = answered.name or next(iter(answer.suggestions), None)
    is_short = name is not None and len(name) <= LONGEST_NAME
    whois = button(say("button-whois", name=name), Action.WHOIS, name) if name and is_short else None
    on = whois or _follow(setting, say)
    sources = _sources(answered, answer, request, setting, say)
    return [*to_years, _context(answered, say), None if to_years else on, sources]


def _after_map(
    answered: Answered, answer: Answer, request: Request, setting: Setting, say: Wording
) -> list[Button | None]:
    others = [button(each.name, Action.MAP, each.name) for each in answer.candidates[:3]]
    name = answer.subject.name if answer.subject else None
    whois = button(say("button-whois", name=name), Action.WHOIS, name) if name and len(name) <= LONGEST_NAME else None
    sources = _sources(answered, answer, request, setting, say)
    return [*others, _picture(answered, answer, request, say), sources, whois]


def _picture(answered: Answered, answer: Answer, request: Request, say: Wording) -> Button | None:
    """Offer the picture of what is answered, where pictures are drawn."""
    letter = COMMANDS.get(request.command)
    if letter is None or not answered.drawable or answer.outcome is not Outcome.ANSWERED:
        return None
    argument = "" if request.wants_all else request.argument.strip()
    return button(say("button-picture"), Action.PICTURE, f"{letter}/{argument}")


def _turning(request: Request, setting: Setting, say: Wording) -> list[Button | None]:
    name = "" if request.wants_all else request.argument
    back = button(say("button-back"), Action.TURN_TIMELINE, f"{setting.page - 1}/{name}")
    following = button(say("button-next"), Action.TURN_TIMELINE, f"{setting.page + 1}/{name}")
    return [back if setting.page else None, following if setting.page + 1 < setting.pages else None]


def _sources(answered: Answered, answer: Answer, request: Request, setting: Setting, say: Wording) -> Button | None:
    """Offer the citations that the message names but does not quote, or what found no room in it."""
    if not answered.reply.sources and setting.whole:
        return None
    count = len(answered.reply.sources) if setting.pages > 1 else len(answer.citations)
    text = say("button-sources", count=count)
    if request.command is Command.ASK:
        passages = list(dict.fromkeys(citation.passage for citation in answer.citations))
        return button(text, Action.MORE, ".".join(passages[:7]))
    command = COMMANDS.get(request.command)
    argument = "" if request.wants_all else request.argument.strip()
    if command is None:
        return None
    return button(text, Action.SOURCES, f"{command}{setting.page}/{answered.edition}/{argument}")


def _context(answered: Answered, say: Wording) -> Button | None:
    if answered.answer is None or not answered.answer.citations:
        return None
    place = write_place(answered.answer.citations[0], answered.starts[0])
    return button(say("button-context"), Action.CONTEXT, place)


def _copy(answered: Answered, say: Wording) -> Button | None:
    if answered.answer is None or not _is_verbatim(answered.answer):
        return None
    citation, start = answered.answer.citations[0], answered.starts[0]
    span = f"{citation.start - start}-{citation.end - start}"
    return button(say("button-copy"), Action.COPY, f"{citation.passage}/{span}")


def _follow(setting: Setting, say: Wording) -> Button | None:
    return button(say("button-follow"), Action.FOLLOW) if setting.is_slash else None


def _election(year: int, say: Wording) -> Button | None:
    return button(say("button-election", year=str(year)), Action.ELECTIONS, str(year))


def _result_years(answer: Answer) -> list[int]:
    years = {each.result.year for each in answer.statements if each.result and not each.result.about}
    return sorted(year for year in years if year is not None)


def _is_verbatim(answer: Answer) -> bool:
    return answer.verdict in {Verdict.VERBATIM, Verdict.TYPOGRAPHY}
