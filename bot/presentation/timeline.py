"""Time lines: dated clauses in the source's precision, nine to a field, those without a year last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.presentation.notes import echo, small_print, without, word
from bot.presentation.page import Page, clause, numbers
from bot.presentation.parts import Field, Part, Reply, line, opened, quoted, strong
from bot.presentation.plain import compose_plain, not_found
from knowledge.models import NoteKind, Outcome, PassageKind, Statement

LINES_ON_A_PAGE = 9
"""Dated lines to a field: what a phone shows without scrolling far."""


def compose_timeline(page: Page, name: str | None) -> Reply:
    """Compose the reply to `timeline`; `name` is the one asked for, None for all documents."""
    answer, say = page.answer, page.say
    shown_name = answer.subject.name if answer.subject else echo(name) if name else say("timeline-all")
    if answer.outcome is Outcome.NOT_FOUND:
        return replace(not_found(page, ()), lead=(line(strong(say("timeline-none", name=shown_name))),))
    dated = [each for each in answer.statements if each.event]
    if answer.outcome is Outcome.RELATED or not dated:
        return compose_plain(page)
    of_its_years = page.heading() if answer.subject and answer.subject.end else None
    span = of_its_years or _span(page, shown_name, dated)
    shown: set[int] = set()
    return replace(
        page.empty(),
        lead=(line(strong(span), f": {say('timeline-lead', count=len(dated))}"),),
        small_print=small_print(without(answer, NoteKind.RELATIVE_DATE), say),
        heading=span,
        fields=_fields(page, dated, shown),
        sources=page.sources(shown),
        footer=footer_of(page, [number for each in dated for number in numbers(each)]),
    )


def footer_of(page: Page, cited: Sequence[int]) -> str | None:
    """Say where the dated clauses of a page stand: their document and section, or how many documents."""
    citations = tuple(page.citation(number) for number in dict.fromkeys(cited))
    if len({citation.document for citation in citations}) != 1:
        part = page.answer.model_copy(update={"citations": citations})
        return Page.of(part, page.library, page.say).footer()
    title = opened(page.places.title(citations[0]))
    sections = {None if each.kind is PassageKind.ITEM else each.section for each in citations}
    section = sections.pop() if len(sections) == 1 else None
    owner = page.places.owner(citations[0])
    return " · ".join(filter(None, (f"{title}, {section}" if section else title, owner)))


def _span(page: Page, name: str, dated: Sequence[Statement]) -> str:
    years = [each.event.year for each in dated if each.event and each.event.year is not None]
    if not years:
        return name
    if min(years) == max(years):
        return page.say("timeline-point", name=name, first=str(min(years)))
    return page.say("timeline-span", name=name, first=str(min(years)), last=str(max(years)))


def _fields(page: Page, dated: Sequence[Statement], shown: set[int]) -> tuple[Field, ...]:
    with_year = [each for each in dated if each.event and each.event.year is not None]
    without = [each for each in dated if each.event and each.event.year is None]
    fields = []
    for start in range(0, len(with_year), LINES_ON_A_PAGE):
        part = with_year[start : start + LINES_ON_A_PAGE]
        first, last = (str(each.event.year) for each in (part[0], part[-1]) if each.event)
        label = first if first == last else page.say("timeline-years", first=first, last=last)
        fields.append(_field(page, label, part, shown))
    for start in range(0, len(without), LINES_ON_A_PAGE):
        part = without[start : start + LINES_ON_A_PAGE]
        fields.append(_field(page, page.say("timeline-no-year"), part, shown))
    return tuple(fields)


def _counted_from_elsewhere(page: Page, statements: Sequence[Statement]) -> list[str]:
    """Say which dates count from a day that the document does not give."""
    cited = {number - 1 for statement in statements for number in numbers(statement)}
    notes = (note for note in page.answer.notes if note.kind is NoteKind.RELATIVE_DATE)
    return [word(note, page.say) for note in notes if note.citation in cited]


def _field(page: Page, label: str, statements: Sequence[Statement], shown: set[int]) -> Field:
    parts: list[Part] = []
    for statement in statements:
        said = clause(page, statement)
        date = strong(statement.event.date if statement.event else "")
        if said:
            parts.append(line(date, f" {quoted(said)}", numbers=numbers(statement)))
        else:
            parts += [line(date), *page.quote_all([statement], shown)]
    parts += [line(each, small=True) for each in _counted_from_elsewhere(page, statements)]
    return Field(label, tuple(parts))
