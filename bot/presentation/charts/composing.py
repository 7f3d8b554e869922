"""An Answer made into a Chart: the same statements that its text says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bot.presentation.charts.parts import (
    Chart,
    Contest,
    Contests,
    Moment,
    Neighbour,
    Neighbours,
    Period,
    Tally,
    Tie,
    Years,
)
from bot.presentation.figures import is_row, result_words, year_of
from bot.presentation.page import Page, numbers
from bot.presentation.parts import bracket, quoted
from bot.presentation.places import Library, Places
from bot.presentation.relations import label_of
from bot.presentation.wording import Wording, wording
from bot.requests import Command, Request
from knowledge.models import Answer, NeighbourKind, Outcome, StatedFact, Statement

if TYPE_CHECKING:
    from bot.assistant import Assistant

MOST_CONTESTS = 8
MOST_MOMENTS = 20
MOST_PERIODS = 14
MOST_NEIGHBOURS = 20
MOST_TIES = 2
LONGEST_ALT = 1_000
"""Characters of an alternative text: Discord takes 1,024, and nobody listens longer."""
_CITED = re.compile(r"\[(\d+)\]")
_YEAR = re.compile(r"[12]\d{3}")


def compose_chart(answer: Answer, request: Request, library: Library, periods: Answer | None = None) -> Chart | None:
    """Make the picture of an answer, None where there is nothing to see; `periods` are those of a time line."""
    if answer.outcome is not Outcome.ANSWERED:
        return None
    page = Page.of(answer, library, wording(answer.language))
    match request.command:
        case Command.ELECTIONS:
            return _elections(page)
        case Command.TIMELINE:
            return _timeline(page, periods)
        case Command.MAP:
            return _map(page)
        case _:
            return None


def picture(assistant: Assistant, request: Request, answer: Answer) -> Chart | None:
    """Make the picture of an answer that an assistant gave, with the periods that a time line shows beside events."""
    periods = None
    if request.command is Command.TIMELINE and not request.wants_all:
        periods = assistant.periods(request.argument, language=answer.language)
        assistant.check(periods)
    library = Library.of(assistant.sources(), assistant.years())
    return compose_chart(answer, request, library, periods)


def _elections(page: Page) -> Chart | None:
    say = page.say
    rows = [each for each in page.answer.statements if each.result and is_row(page, each)]
    panels: dict[str, list[Tally]] = defaultdict(list)
    years: dict[int | None, str] = {}
    for statement in rows:
        result = statement.result
        assert result is not None
        title = " · ".join(part for part in (year_of(result, say), result.contest) if part)
        years.setdefault(result.year, title)
        panels[title].append(
            Tally(
                name=result.list or result.candidate or "",
                votes=say("election-votes", votes=result.votes) if result.votes else None,
                share=say("election-share", share=result.share) if result.share else None,
                percent=_percent(result.share),
                base=quoted(result.base) if result.base else None,
                cited=bracket(numbers(statement)),
            )
        )
    if not panels:
        return None
    more = len(panels) - MOST_CONTESTS
    panels = dict(list(panels.items())[:MOST_CONTESTS])
    told: dict[str, list[str]] = defaultdict(list)
    for statement in page.answer.statements:
        result = statement.result
        if result is None or statement in rows or result.about or result.year not in years:
            continue
        words = say("election-text", quote=result_words(page, statement))
        told[years[result.year]].append(f"{words} {bracket(numbers(statement))}")
    contests = tuple(Contest(title=t, tallies=tuple(each), told=tuple(told[t])) for t, each in panels.items())
    apart = say("note-different-contests") if len(contests) > 1 else None
    lines = [line for contest in contests for line in (contest.title, *map(_in_words, contest.tallies), *contest.told)]
    heading = say("elections-heading") if len(years) > 1 else say("election-heading", year=str(next(iter(years))))
    return _chart(page.answer, page.library, say, heading, Contests(panels=contests, apart=apart), lines, more)


def _timeline(page: Page, periods: Answer | None) -> Chart | None:
    say, answer = page.say, page.answer
    shift = len(answer.citations)
    lasting = [each for each in periods.statements if each.fact] if periods else []
    bars = [bar for each in lasting if each.fact and (bar := _period(each, each.fact, shift, say))]
    moments = [
        Moment(date=each.event.date, year=each.event.year, text=each.text, cited=bracket(numbers(each)))
        for each in answer.statements
        if each.event
    ]
    if not moments:
        return None
    name = answer.subject.name if answer.subject else say("timeline-all")
    shown = Years(periods=tuple(bars[:MOST_PERIODS]), moments=tuple(moments[:MOST_MOMENTS]), events=say("chart-events"))
    whole = answer.model_copy(
        update={"citations": (*answer.citations, *(periods.citations if bars and periods else ()))}
    )
    lines = [f"{bar.label}, {bar.years}: {bar.name} {bar.cited}" for bar in shown.periods]
    lines += [f"{each.date} {quoted(each.text)} {each.cited}" for each in shown.moments]
    more = len(moments) - len(shown.moments) + len(bars) - len(shown.periods)
    return _chart(whole, page.library, say, say("chart-timeline", name=name), shown, lines, more)


def _map(page: Page) -> Chart | None:
    say, answer = page.say, page.answer
    ties: dict[tuple[NeighbourKind, str, str], list[Tie]] = defaultdict(list)
    for statement in answer.statements:
        relation, fact = statement.relation, statement.fact
        if relation and fact:
            tie = Tie(label=label_of(fact, say), cited=bracket(numbers(statement)))
            ties[relation.kind, relation.neighbour, relation.name].append(tie)
    if not ties or answer.subject is None:
        return None
    kept = list(ties.items())[:MOST_NEIGHBOURS]
    groups = []
    for kind in NeighbourKind:
        of_kind = [
            Neighbour(name=name, kind=kind, ties=_distinct(each)) for (found, _, name), each in kept if found is kind
        ]
        if of_kind:
            groups.append((say("map-kind", kind=kind.value.replace(" ", "-")), tuple(of_kind)))
    shown = Neighbours(name=answer.subject.name, groups=tuple(groups))
    lines = [
        f"{each.name}: {', '.join(f'{tie.label} {tie.cited}' for tie in each.ties)}" for _, g in groups for each in g
    ]
    heading = say("map-heading", name=answer.subject.name)
    return _chart(answer, page.library, say, heading, shown, lines, len(ties) - len(kept))


def _chart(
    answer: Answer,
    library: Library,
    say: Wording,
    title: str,
    shown: Contests | Years | Neighbours,
    lines: Sequence[str],
    more: int = 0,
) -> Chart:
    return Chart(
        title=title,
        shown=shown,
        sources=_sources(answer, library, say, lines),
        more=say("chart-more", count=more) if more > 0 else None,
        alt=_alt(title, lines, say),
    )


def _sources(answer: Answer, library: Library, say: Wording, lines: Iterable[str]) -> tuple[str, ...]:
    """Say for each document where the citations shown stand, and whose words they are."""
    shown = {int(number) for line in lines for number in _CITED.findall(line)}
    places = Places(answer.citations, library, say)
    standing: dict[str, list[str]] = defaultdict(list)
    for number in sorted(shown & set(range(1, len(answer.citations) + 1))):
        place = places.place(number, attributed=False)
        standing[place.title].append(f"{bracket([number])} {place.rest.removeprefix(', ')}".strip())
    owners = dict.fromkeys(filter(None, (places.owner(answer.citations[number - 1]) for number in sorted(shown))))
    return (*(f"{title}: {' · '.join(each)}" for title, each in standing.items()), *owners)


def _alt(title: str, lines: Iterable[str], say: Wording) -> str:
    text = title
    for line in lines:
        longer = f"{text}\n{line}"
        if len(longer) > LONGEST_ALT:
            return f"{text}\n{say('chart-alt-cut')}"
        text = longer
    return text


def _period(statement: Statement, fact: StatedFact, shift: int, say: Wording) -> Period | None:
    start, end = _year(fact.start), _year(fact.end)
    if start is None:
        return None
    years = say("period", start=str(start), end=str(end)) if end else say("period-since", start=str(start))
    name = re.sub(r"\s*\(\d{4}–(\d{4})?\)$", "", fact.value)
    cited = bracket(number + shift for number in numbers(statement))
    return Period(label=fact.label, name=name, start=start, end=end, years=years, cited=cited)


def _distinct(ties: Sequence[Tie]) -> tuple[Tie, ...]:
    """Keep what is said differently, the first few."""
    return tuple({tie.label: tie for tie in reversed(ties)}.values())[::-1][:MOST_TIES]


def _in_words(tally: Tally) -> str:
    figures = ", ".join(part for part in (tally.votes, tally.share) if part)
    return f"{tally.name}: {figures} {tally.cited}"


def _percent(share: str | None) -> float | None:
    """Read a share as a number from 0 to 100; what does not parse is shown in words alone."""
    try:
        number = float(share.replace(",", ".").strip(" %")) if share else None
    except ValueError:
        return None
    return number if number is not None and 0 <= number <= 100 else None


def _year(words: str | None) -> int | None:
    found = _YEAR.search(words or "")
    return int(found[0]) if found else None
