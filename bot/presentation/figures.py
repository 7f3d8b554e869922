"""The figures of an election as the source writes them, with the bot's words around them."""

from __future__ import annotations

import re

from bot.presentation.page import Page, numbers
from bot.presentation.parts import Line, Run, line, quoted, strong
from bot.presentation.wording import Wording
from knowledge.models import PassageKind, StatedResult, Statement

_BARE_FIGURE = re.compile(r"[\d.,\u00a0\u202f' ]+")


def is_row(page: Page, statement: Statement) -> bool:
    """Tell whether a table row gives the result, rather than a sentence."""
    return any(page.citation(number).kind is PassageKind.ROW for number in numbers(statement))


def figures(result: StatedResult, say: Wording) -> str:
    """Give votes and share: `10,720 votes, 0.51%`; words of the source stand in quotation marks."""
    parts = []
    if result.votes:
        bare = _BARE_FIGURE.fullmatch(result.votes)
        parts.append(say("election-votes", votes=result.votes) if bare else quoted(result.votes))
    if result.share:
        bare = _BARE_FIGURE.fullmatch(result.share)
        parts.append(say("election-share", share=result.share) if bare else quoted(result.share))
    return ", ".join(parts)


def year_of(result: StatedResult, say: Wording) -> str:
    """Give the year, or say that there is none."""
    return str(result.year) if result.year is not None else say("election-no-year")


def result_line(page: Page, statement: Statement, *, bold: bool = False, contest: bool = True) -> Line | None:
    """Give a result in one breath: year, figures, citation, contest."""
    result = statement.result
    if result is None:
        return None
    said = result_words(page, statement)
    if not said:
        return None
    text = f"{year_of(result, page.say)}: {said}"
    cited = " " + " ".join(f"[{number}]" for number in numbers(statement))
    held = f", {result.contest}" if contest and result.contest and is_row(page, statement) else ""
    return line(strong(text) if bold else Run(text), Run(cited), Run(held))


def result_words(page: Page, statement: Statement) -> str:
    """Give a result's figures; of prose, the clause that gives them."""
    result = statement.result
    if result is None:
        return ""
    if result.phrase:
        return quoted(result.phrase)
    if result.about:
        return result.about
    return figures(result, page.say)
