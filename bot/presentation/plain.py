"""The reply to a question in free text: lead, quotes, small print; never a card."""

from __future__ import annotations

from dataclasses import replace

from bot.presentation.figures import is_row, result_line
from bot.presentation.notes import distinct, echo, missing, small_print, without
from bot.presentation.page import Page, numbers
from bot.presentation.parts import Line, Part, Place, Reply, line, strong
from knowledge.models import GapKind, NoteKind, Outcome, StatedFact, StatedResult, Statement, StatementKind


def compose_plain(page: Page) -> Reply:
    """Compose the reply to a question."""
    match page.answer.outcome:
        case Outcome.ANSWERED:
            return _answered(page)
        case Outcome.RELATED:
            return related(page, missing(page.answer, page.say))
        case Outcome.NOT_FOUND:
            return not_found(page, missing(page.answer, page.say))


def related(page: Page, sentences: tuple[str, ...], closing: str | None = None) -> Reply:
    """Compose what is shown though it is no answer: why not, then the nearest passages."""
    say = page.say
    if any(note.kind is NoteKind.NAME_ONLY for note in page.answer.notes):
        first, rest = say("related-name"), [say("related-name-place")]
    else:
        first, *rest = (
            (*sentences, closing or say("related"))
            if sentences
            else (
                say("related-bare"),
                closing or say("related"),
            )
        )
    return replace(
        page.empty(),
        lead=(_opening(first, rest),),
        quotes=tuple(page.quote_all(page.answer.statements, set())),
        small_print=(*small_print(page.answer, say), *_suggestions(page)),
    )


def not_found(page: Page, sentences: tuple[str, ...]) -> Reply:
    """Compose a reply without evidence: that there is none, why, and what to ask instead."""
    say = page.say
    count = len(page.library.documents)
    searched = [say("not-found-searched", count=count)] if count else []
    return replace(
        page.empty(),
        lead=(_opening(say("not-found"), list(sentences)),),
        small_print=(*small_print(page.answer, say), *searched, *_suggestions(page)),
    )


def refused(page: Page) -> Reply:
    """Compose what is said of input that cannot be looked up."""
    return replace(page.empty(), lead=tuple(line(each) for each in missing(page.answer, page.say)))


def _opening(first: str, rest: list[str]) -> Line:
    return line(strong(first), "".join(f" {sentence}" for sentence in rest))


def _answered(page: Page) -> Reply:
    """Show each statement in words where it is a fact or figures, then quote what they cite."""
    lead: list[Line] = []
    quotes: list[Part] = []
    rows: list[int] = []
    quoted: set[int] = set()
    for at, statement in enumerate(page.answer.statements):
        words = _in_words(page, statement, first=at == 0)
        if words is not None:
            lead.append(words)
        if statement.result is not None and words is not None and is_row(page, statement):
            rows += [number for number in numbers(statement) if number not in quoted]
            quoted.update(rows)
        else:
            quotes += page.quote_all([statement], quoted)
    return replace(
        page.empty(),
        lead=tuple(lead),
        quotes=(*_of_rows(page, rows), *quotes),
        small_print=(
            *small_print(without(page.answer, NoteKind.DIFFERENT_BASES), page.say),
            *_other_figures(page),
            *_suggestions(page),
        ),
    )


def _of_rows(page: Page, rows: list[int]) -> list[Place]:
    """Write the places of rows whose figures the lead gives, those of one table on one line."""
    tables: dict[tuple[str, str | None], list[int]] = {}
    for number in rows:
        citation = page.citation(number)
        tables.setdefault((citation.document, citation.section), []).append(number)
    return [page.places.rows(numbers_of_table) for numbers_of_table in tables.values()]


def _in_words(page: Page, statement: Statement, *, first: bool) -> Line | None:
    """Give a statement that is no quote as a line, unless the lead has said it."""
    if statement.result is not None and statement.fact is not None:
        return _cell(page, statement.fact, statement.result)
    if statement.result is not None and statement.kind is not StatementKind.QUOTE:
        in_figures = result_line(page, statement, bold=True)
        if in_figures is not None:
            return in_figures
    if statement.fact is None:
        return None
    if first:
        return line(strong(page.answer.lead or statement.text))
    if statement.fact.value in page.answer.lead:
        return None
    return line(statement.text, numbers=numbers(statement))


def _cell(page: Page, fact: StatedFact, result: StatedResult) -> Line:
    """Give one cell of a row, and for whom and where that was."""
    details = []
    if result.list and result.list != fact.value:
        details.append(page.say("election-for", list=result.list))
    if result.contest and result.contest != fact.value:
        details.append(result.contest)
    return line(strong(page.answer.lead), "".join(f", {detail}" for detail in details))


def _other_figures(page: Page) -> list[str]:
    """Say of which rows the text gives other figures, and where both stand."""
    notes = (note for note in page.answer.notes if note.kind is NoteKind.DIFFERENT_BASES)
    labels = (page.citation(note.citation + 1).label for note in notes if note.citation is not None)
    return [page.say("elections-other-figures", year=label) for label in labels if label]


def _suggestions(page: Page) -> list[str]:
    """Say what was perhaps meant, or where to read on about what was named."""
    say, answer = page.say, page.answer
    names = [echo(each) for each in distinct((*(each.name for each in answer.candidates), *answer.suggestions))]
    if answer.outcome is Outcome.ANSWERED or not names:
        return []
    if any(gap.kind is GapKind.NAME for gap in answer.missing):
        return [say("did-you-mean", names=say.one_of(names))]
    return [say("read-on", commands=" · ".join(f"/whois {name}" for name in names))]
