"""The reply to `map`: a name's neighbours by kind, each with the cited fact that joins it, nine to a field."""

from __future__ import annotations

from dataclasses import replace

from bot.presentation.notes import echo, small_print
from bot.presentation.page import Page, date_words, numbers
from bot.presentation.parts import Field, Line, Reply, line, strong
from bot.presentation.plain import not_found
from bot.presentation.timeline import LINES_ON_A_PAGE
from bot.presentation.wording import Wording
from knowledge.models import NeighbourKind, Outcome, StatedFact, StatedRelation, Statement


def compose_map(page: Page) -> Reply:
    """Compose the reply to `map`."""
    answer, say = page.answer, page.say
    if len(answer.candidates) > 1:
        lead = line(strong(say("card-bearers", count=len(answer.candidates), name=echo(answer.question))))
        return replace(page.empty(), lead=(lead,), small_print=(say("card-which"),))
    name = answer.subject.name if answer.subject else echo(answer.question)
    if answer.outcome is not Outcome.ANSWERED:
        sentences = () if answer.subject else (say("missing-name", value=name),)
        reply = not_found(page, sentences)
        return replace(reply, lead=(line(strong(say("map-none", name=name))),)) if answer.subject else reply
    joined = [each for each in answer.statements if each.relation and each.fact]
    return replace(
        page.empty(),
        lead=(line(strong(name), f": {say('map-lead', count=len(_neighbours(joined)))}"),),
        small_print=small_print(answer, say),
        heading=say("map-heading", name=name),
        fields=_fields(page, joined),
        sources=page.sources(set()),
        footer=page.footer(),
    )


def label_of(fact: StatedFact, say: Wording) -> str:
    """Say what joins: the label of the fact, and when."""
    start, end = (date_words(bound, say) for bound in (fact.start, fact.end))
    if start and end and start != end:
        return f"{fact.label}, {say('period', start=start, end=end)}"
    if start and end:
        return f"{fact.label}, {start}"
    if start:
        return f"{fact.label}, {say('period-since', start=start)}"
    return f"{fact.label}, {say('period-until', end=end)}" if end else fact.label


def _fields(page: Page, joined: list[Statement]) -> tuple[Field, ...]:
    fields = []
    for kind in NeighbourKind:
        of_kind = [each for each in joined if each.relation and each.relation.kind is kind]
        for start in range(0, len(of_kind), LINES_ON_A_PAGE):
            part = of_kind[start : start + LINES_ON_A_PAGE]
            lines = tuple(_line(page, each, each.relation, each.fact) for each in part if each.relation and each.fact)
            fields.append(Field(page.say("map-kind", kind=kind.value.replace(" ", "-")), lines))
    return tuple(fields)


def _line(page: Page, statement: Statement, relation: StatedRelation, fact: StatedFact) -> Line:
    """Say an edge: what joins, the value as the source has it, and whom it names where that is not in the value."""
    label = label_of(fact, page.say)
    if not relation.outward:
        label = f"{relation.name}, {label}"
    named = f" ({relation.name})" if relation.outward and relation.name not in fact.value else ""
    return line(f"{label}: {fact.value}{named}", numbers=numbers(statement))


def _neighbours(joined: list[Statement]) -> set[str]:
    return {each.relation.neighbour for each in joined if each.relation}
