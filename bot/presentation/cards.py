"""The card of a name: who or what it is, a passage, and what the documents say of it, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from bot.presentation.figures import result_line, result_words
from bot.presentation.notes import echo, of_the_whole, small_print, word
from bot.presentation.page import MOST_FIELDS, Page, clause, date_words, numbers
from bot.presentation.parts import Field, Line, Part, Reply, Run, bracket, line, quoted, strong
from bot.presentation.plain import compose_plain
from knowledge.models import NoteKind, Outcome, PassageKind, StatedFact, Statement, Subject

_NAME = "name"
_FOUNDED = "founded"
_NAMES_IN_LEAD = 2
_QUOTES_IN_LEAD = 2
_YEAR = re.compile(r"[12]\d{3}")
Labelled = tuple[str, Part]


def compose_card(page: Page) -> Reply:
    """Compose the reply to `whois`."""
    answer = page.answer
    if answer.outcome is not Outcome.ANSWERED:
        return compose_plain(page)
    if len(answer.candidates) > 1:
        return _choice(page)
    in_lead, on_card = _part(answer.statements)
    lead, on_card = _lead(page, on_card)
    shown: set[int] = set()
    quotes = page.quote_all(in_lead, shown)
    if len({citation.document for citation in answer.citations}) > 1:
        page.places.start_anew()
    fields = group(part for together in _together(on_card) for part in _on_card(page, together, shown))
    more = [page.say("card-further-fields", count=len(fields) - MOST_FIELDS)] if len(fields) > MOST_FIELDS else []
    said, rest = of_the_whole(answer)
    return replace(
        page.empty(),
        lead=(*lead, *(line(each, small=True) for each in said)),
        quotes=tuple(quotes),
        small_print=(*small_print(rest, page.say), *more),
        heading=page.heading() if fields else None,
        fields=fields[:MOST_FIELDS],
        sources=page.sources(shown),
        footer=page.footer() if fields else None,
    )


def group(parts: Iterable[Labelled]) -> tuple[Field, ...]:
    """Gather parts under their labels, in the order in which the labels first come; equal lines once."""
    fields: dict[str, list[Part]] = {}
    for label, part in parts:
        lines = fields.setdefault(label, [])
        if part not in lines:
            lines.append(part)
    return tuple(Field(label, tuple(lines)) for label, lines in fields.items())


def _part(statements: tuple[Statement, ...]) -> tuple[list[Statement], list[Statement]]:
    """Part the passages that stand under the lead from what goes on the card."""
    in_lead: list[Statement] = []
    on_card: list[Statement] = []
    for statement in statements:
        is_passage = not (statement.fact or statement.result or statement.event or statement.heading)
        fits = is_passage and len(in_lead) < _QUOTES_IN_LEAD
        (in_lead if fits else on_card).append(statement)
    if not in_lead and (first := next(filter(_is_quote, on_card), None)):
        # Who reads without embeds gets a passage all the same.
        on_card.remove(first)
        in_lead.append(first.model_copy(update={"speaker": first.speaker or first.heading}))
    return in_lead, on_card


def _is_quote(statement: Statement) -> bool:
    return not (statement.fact or statement.result or statement.event)


def _together(statements: Sequence[Statement]) -> Iterator[tuple[Statement, ...]]:
    """Take the years that one place gives under one label together; other statements stand alone."""

    def key(numbered: tuple[int, Statement]) -> tuple[object, ...]:
        at, statement = numbered
        fact = statement.fact
        if fact is None or not _YEAR.fullmatch(fact.value):
            return (at,)
        return (fact.label, statement.heading, statement.citations)

    for _, same in groupby(enumerate(statements), key):
        yield tuple(statement for _, statement in same)


def _lead(page: Page, on_card: list[Statement]) -> tuple[tuple[Line, ...], list[Statement]]:
    """Say who it is: the curators' line, else the names that the documents give."""
    subject = page.answer.subject
    if subject is None:
        return (), on_card
    if not subject.id:
        return (line(strong(page.say("card-mentioned", name=echo(subject.name)))),), on_card
    names = [each for each in on_card if each.fact and each.fact.attribute == _NAME]
    dating = [each for each in on_card if _dates(each, subject)]
    if subject.about:
        names = [each for each in names if each.fact and _within(each.fact.value, subject.about)]
        names = names if subject.now is None else []
        words = subject.about
    else:
        names = names[:_NAMES_IN_LEAD]
        words = ", ".join(dict.fromkeys(each.fact.value for each in names if each.fact))
    cited = bracket(dict.fromkeys(number for each in names for number in numbers(each)))
    runs = [strong(subject.name), Run(f": {words}" if words else ""), Run(f" {cited}" if cited else "")]
    succession = _succession(page, subject, dating)
    if succession:
        runs.append(Run(f"{', ' if words else ': '}{succession}"))
    return (line(*runs),), [each for each in on_card if each not in names and each not in dating]


def _dates(statement: Statement, subject: Subject) -> bool:
    """Tell whether a fact says when a former name began, which the lead says."""
    fact = statement.fact
    return fact is not None and fact.attribute == _FOUNDED and fact.value == subject.start


def _succession(page: Page, subject: Subject, dating: Sequence[Statement]) -> str:
    """Say when a former name was the name, and what the present one is."""
    if subject.now is None:
        return ""
    say = page.say
    start, end = (date_words(bound, say) for bound in (subject.start, subject.end))
    cited = bracket(dict.fromkeys(number for each in dating for number in numbers(each)))
    brief = subject.start == subject.end
    parts = []
    if start:
        parts.append(say("card-in" if brief else "card-from", start=start) + (f" {cited}" if cited else ""))
    if end and not brief:
        parts.append(say("card-since", date=end, name=subject.now))
    else:
        parts.append(say("card-now", name=subject.now))
    return "; ".join(parts)


def _within(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _on_card(page: Page, together: Sequence[Statement], shown: set[int]) -> list[Labelled]:
    statement = together[0]
    if statement.fact is not None:
        label = statement.heading or statement.fact.label
        text = "; ".join(_fact_words(page, each, each.fact) for each in together if each.fact)
        said = line(text, numbers=numbers(statement))
        return [(label, said), *((label, small) for small in _beneath(page, statement, statement.fact))]
    if statement.result is not None:
        return _result_lines(page, statement)
    if statement.event is not None:
        said_then = clause(page, statement)
        text = quoted(said_then) if said_then else statement.text
        label = statement.heading or page.say("card-more")
        return [(label, line(f"{statement.event.date}: {text}", numbers=numbers(statement)))]
    label = statement.heading or page.say("card-more")
    return [(label, quote) for quote in page.quote_all([statement], shown)]


def _fact_words(page: Page, statement: Statement, fact: StatedFact) -> str:
    """Give a value with its period; under another heading with its label, unless that holds it."""
    value = _value(page, fact)
    if statement.heading is not None:
        labelled = fact.label.casefold() not in statement.heading.casefold()
        return f"{fact.label}: {value}" if labelled else value
    period = None if _is_of_the_card(page, fact) else _period(page, fact)
    return f"{value}, {period}" if period else value


def _value(page: Page, fact: StatedFact) -> str:
    """Give a value in full where it is an acronym or has one, and a year with the name of that time."""
    if fact.object is None:
        return fact.value
    if fact.object.endswith(")") and fact.value in fact.object:
        return fact.object
    if _YEAR.fullmatch(fact.value):
        return page.say("card-as", value=fact.value, name=fact.object)
    return fact.value


def _beneath(page: Page, statement: Statement, fact: StatedFact) -> list[Line]:
    """Say under a value what its source does not say."""
    said = []
    if statement.event is not None and statement.event.year is None:
        said.append(page.say("note-no-year"))
    for number in numbers(statement):
        citation = page.citation(number)
        for note in page.answer.notes:
            if note.citation != number - 1:
                continue
            if note.kind is NoteKind.TEXT_LOST:
                written = citation.quote.removeprefix(f"{citation.label}:").strip()
                said.append(f"{word(note, page.say).rstrip('.')}: {quoted(written)}")
            elif note.kind is NoteKind.IDENTITY_ASSUMED and _bears_the_name(page, fact):
                said.append(word(note, page.say))
    lines = [line(each, small=True) for each in said]
    if statement.result is not None and statement.result.candidate:
        rows = [each for each in numbers(statement) if page.citation(each).kind is PassageKind.ROW]
        names = page.say("card-table-names", name=statement.result.candidate)
        lines.append(line(names, numbers=rows, small=True))
    return lines


def _is_of_the_card(page: Page, fact: StatedFact) -> bool:
    """Tell whether the card is that of a former name and the fact a name of the same years."""
    subject = page.answer.subject
    if subject is None or subject.end is None or fact.attribute != _NAME:
        return False
    return (fact.start, fact.end) == (subject.start, subject.end)


def _period(page: Page, fact: StatedFact) -> str | None:
    """Give the period where neither the value nor its label holds it."""
    held = f"{fact.label} {fact.value}"
    if all(bound is None or bound in held for bound in (fact.start, fact.end)):
        return None
    start, end = (date_words(bound, page.say) for bound in (fact.start, fact.end))
    if start and end:
        return start if start == end else page.say("period", start=start, end=end)
    return page.say("period-since", start=start) if start else page.say("period-until", end=end or "")


def _bears_the_name(page: Page, fact: StatedFact) -> bool:
    """Tell whether a value is another form of the name that the card is of."""
    subject = page.answer.subject
    return subject is not None and bool(set(subject.name.split()) & set(fact.value.split()))


def _result_lines(page: Page, statement: Statement) -> list[Labelled]:
    result = statement.result
    if result is None:
        return []
    if statement.heading is None:
        found = result_line(page, statement, contest=False)
        return [(page.say("card-elections"), found)] if found else []
    parts = [(statement.heading, line(detail)) for detail in (result.contest, result.list) if detail]
    told = line(result_words(page, statement), numbers=numbers(statement))
    return [*parts, (statement.heading, told)]


def _choice(page: Page) -> Reply:
    """Let the person choose between the bearers of a name."""
    answer, say = page.answer, page.say
    name = answer.subject.name if answer.subject else answer.question
    fields = []
    shown: set[int] = set()
    for candidate, statement in zip(answer.candidates, answer.statements, strict=False):
        fields.append(Field(candidate.name, tuple(_bearer(page, statement, shown))))
    lead = line(strong(say("card-bearers", count=len(answer.candidates), name=name)), f" {say('card-which')}")
    return replace(
        page.empty(),
        lead=(lead,),
        small_print=small_print(answer, say),
        heading=name,
        fields=tuple(fields[:MOST_FIELDS]),
        sources=page.sources(shown, attributed=True),
        footer=page.footer(),
    )


def _bearer(page: Page, statement: Statement, shown: set[int]) -> Sequence[Part]:
    """Give the clause that tells a bearer apart, or the whole sentence where there is no shorter one."""
    said = clause(page, statement)
    if said is None or any(said == page.citation(number).quote for number in numbers(statement)):
        return page.quote_all([statement], shown)
    return [line(quoted(said), numbers=numbers(statement))]
