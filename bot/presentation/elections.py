"""Election results: of one year, of all years, and the years that have none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.presentation.cards import Labelled, group
from bot.presentation.figures import figures, is_row, result_line, result_words, year_of
from bot.presentation.notes import small_print, without
from bot.presentation.page import MOST_FIELDS, Page, numbers, years_of
from bot.presentation.parts import Field, Line, Part, Quote, Reply, line, quoted, strong
from bot.presentation.plain import not_found, related
from knowledge.models import NoteKind, Outcome, Statement, StatementKind

_ON_THE_CARD = (NoteKind.BLANK_CELL, NoteKind.DIFFERENT_BASES)
"""What the fields of a card say themselves."""


def compose_elections(page: Page, year: str | None) -> Reply:
    """Compose the reply to `elections`; `year` is the one asked for, None for all."""
    if page.answer.outcome is Outcome.ANSWERED:
        return _one_year(page, year) if year else _all_years(page)
    return _none(page, year)


def _none(page: Page, year: str | None) -> Reply:
    """Say that there is no result, which years have one, and what is said of elections then."""
    say = page.say
    known = say.all_of([str(each) for each in page.library.years])
    none = say("elections-none", year=year) if year else say("elections-none-at-all")
    sentences = (none, *([say("elections-years", years=known)] if known else []))
    said = small_print(page.answer, say)
    if page.answer.outcome is Outcome.RELATED:
        return replace(related(page, sentences, say("elections-spoken")), small_print=said)
    lead = line(strong(none), *(f" {each}" for each in sentences[1:]))
    return replace(not_found(page, ()), lead=(lead,), small_print=said)


def _one_year(page: Page, year: str) -> Reply:
    rows, prose, passages = _parted(page)
    lead = [found for each in rows if (found := result_line(page, each, bold=True))]
    told = [each for each in prose if each.kind is not StatementKind.AGREE or not rows]
    lead += [_in_prose(page, each, rows) for each in told if result_words(page, each)]
    named = sorted({number for each in (*rows, *told) for number in numbers(each)})
    quoted_already: set[int] = set()
    agreeing = [each for each in prose if each not in told]
    shown = {number for each in agreeing for number in numbers(each)}
    places = tuple(page.place(number) for number in named if number not in shown)
    fields = group(_details(page, rows, prose))
    words = [each for each in page.answer.statements if each in agreeing or each in passages]
    quotes = _in_order(page, page.quote_all(words, quoted_already))
    if quotes:
        fields = (*fields, Field(page.say("election-words"), tuple(quotes)))
    return replace(
        page.empty(),
        lead=tuple(lead),
        quotes=places,
        small_print=small_print(without(page.answer, *_ON_THE_CARD), page.say),
        heading=page.say("election-heading", year=year),
        fields=fields[:MOST_FIELDS],
        sources=page.sources(quoted_already),
        footer=page.footer(),
    )


def _in_order(page: Page, quotes: list[Quote]) -> list[Quote]:
    """Say at the end of each place how far on in its passage the next quote stands."""
    led = [replace(quote, place=page.leading(quote.place, after.place)) for quote, after in pairwise(quotes)]
    return [*led, *quotes[-1:]]


def _all_years(page: Page) -> Reply:
    say = page.say
    rows, prose, _ = _parted(page)
    fields = [*_contests(page, rows, prose)]
    blank = [each for each in rows if each.result and each.result.seats == ""]
    if blank:
        text = say("election-seats-blank-all", years=say.all_of(years_of(blank)))
        fields.append(Field(say("election-seats"), (line(text, numbers=_cited(blank)),)))
    spoken = [each for each in prose if each.result and each.result.about]
    if spoken:
        lines = tuple(found for each in spoken if (found := result_line(page, each)))
        fields.append(Field(say("election-spoken-of"), lines))
    years = say.all_of(years_of([each for each in (*rows, *prose) if each not in spoken]))
    lead = say("elections-lead", years=years) if years else say("elections-none-at-all")
    further = len(fields) - MOST_FIELDS
    more = [say("card-further-fields", count=further)] if further > 0 else []
    return replace(
        page.empty(),
        lead=(line(strong(lead)),),
        small_print=(*small_print(without(page.answer, *_ON_THE_CARD), say, groups=False), *more),
        heading=say("elections-heading"),
        fields=tuple(fields[-MOST_FIELDS:]),
        sources=page.sources(()),
        footer=page.footer(),
    )


def _parted(page: Page) -> tuple[list[Statement], list[Statement], list[Statement]]:
    """Part the statements into rows of tables, results in prose, and passages that give none."""
    rows: list[Statement] = []
    prose: list[Statement] = []
    passages: list[Statement] = []
    for statement in page.answer.statements:
        if statement.result is None:
            passages.append(statement)
        else:
            (rows if is_row(page, statement) else prose).append(statement)
    return rows, prose, passages


def _in_prose(page: Page, statement: Statement, rows: Sequence[Statement]) -> Line:
    """Give the words of a sentence beside the figures of a table, or alone."""
    words = result_words(page, statement)
    cited = numbers(statement)
    if not rows:
        return result_line(page, statement, bold=True) or line(words, numbers=cited)
    citation = page.citation(cited[0])
    same = citation.document in {page.citation(number).document for each in rows for number in numbers(each)}
    if same:
        return line(page.say("election-article-text", quote=words), numbers=cited)
    return line(page.say("election-other-text", title=citation.title, quote=words), numbers=cited)


def _details(page: Page, rows: Sequence[Statement], prose: Sequence[Statement]) -> list[Labelled]:
    """Give list, candidate, what the shares count, and the seats."""
    say = page.say
    both = [(each, each.result) for each in (*rows, *prose) if each.result]
    parts: list[Labelled] = []
    listed = any(r.list for s, r in both if is_row(page, s))
    named = [(say("election-list"), s, r.list) for s, r in both if is_row(page, s) or not listed]
    named += [(say("election-candidate"), s, r.candidate) for s, r in both]
    for label, statement, name in named:
        if name:
            row = is_row(page, statement) or not rows
            text = name if row else say("election-text-names", quote=quoted(name))
            parts.append((label, line(text, numbers=numbers(statement), small=not row)))
    bases = [(s, r.base) for s, r in both if r.base and r.share]
    if len({base for _, base in bases}) > 1:
        for statement, base in bases:
            message = "election-table" if is_row(page, statement) else "election-prose"
            words = say(message, quote=quoted(base))
            parts.append((say("election-bases"), line(words, numbers=numbers(statement))))
    for statement, result in both:
        if result.seats is not None:
            seats = result.seats or say("election-seats-blank")
            parts.append((say("election-seats"), line(seats, numbers=numbers(statement))))
    return parts


def _contests(page: Page, rows: Sequence[Statement], prose: Sequence[Statement]) -> list[Field]:
    """Give a field for each contest: its figures, then how the text puts them, then who stood."""
    say = page.say
    fields: dict[str, list[Part]] = {}
    of_year: dict[int | None, str] = {}
    for statement in rows:
        if (result := statement.result) is None:
            continue
        year = year_of(result, say)
        label = of_year.setdefault(result.year, f"{year}, {result.contest}" if result.contest else year)
        if result.contest and not label.endswith(result.contest):
            label = f"{year}, {result.contest}"
        stood = result.candidate or result.list
        lines = fields.setdefault(label, [])
        lines.append(line(figures(result, say), numbers=numbers(statement)))
        if stood:
            lines.append(line(stood, numbers=numbers(statement)))
    for statement in prose:
        if (result := statement.result) is None or result.about or not result_words(page, statement):
            continue
        words = say("election-text", quote=result_words(page, statement))
        label = of_year.setdefault(result.year, year_of(result, say))
        lines = fields.setdefault(label, [])
        lines.insert(min(1, len(lines)), line(words, numbers=numbers(statement)))
    return [Field(label, tuple(lines)) for label, lines in fields.items()]


def _cited(statements: Sequence[Statement]) -> list[int]:
    return list(dict.fromkeys(number for each in statements for number in numbers(each)))
