"""Listings: pairs of a headline and a teaser, set apart by blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.documents import body, furniture, lines
from knowledge.documents.lines import Line
from knowledge.documents.outline import Draft, Outline
from knowledge.models import PassageKind

Run = Sequence[Line]

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_MARKUP = re.compile(r"[-*+#|>=•]|\d{1,3}[.)]\s")
_LONGEST_HEADLINE = 200
_FEWEST_WORDS_OF_A_TEASER = 4
_FEWEST_ITEMS = 3


def recognises(text: str) -> bool:
    """Tell whether a text is headline, teaser, headline, teaser …, at least three of each."""
    items = 0
    for headline, teaser in _pairs(text):
        if not (_is_headline(headline) and _is_teaser(teaser)):
            return False
        items += 1
    return items >= _FEWEST_ITEMS


def parse(text: str) -> Outline:
    """Make one item of each headline and its teaser; a line above the first pair is the title."""
    draft = Draft(text)
    runs: list[Run] = list(lines.runs(text))
    if _has_title(runs):
        draft.add_title(runs[0][0], runs[0][0].text)
        runs = runs[1:]
    pending: list[Run] = []
    for run in runs:
        if pending and not _is_furniture(run):
            headline = pending[0][0]
            draft.open_section(headline.start, headline.text, level=1)
            draft.add(headline.start, run[-1].end, PassageKind.ITEM)
            pending = []
        elif pending or not _is_furniture(run):
            pending.append(run)
        else:
            _add_furniture(draft, run)
    draft.close_sections()
    for run in pending:
        if _is_furniture(run):
            _add_furniture(draft, run)
        else:
            body.add(draft, run)
    return draft.finish()


def _pairs(text: str) -> Iterator[tuple[Run, Run]]:
    runs: Iterator[Run] = (run for run in lines.runs(text) if not _is_furniture(run))
    first, second = next(runs, []), next(runs, [])
    if _has_title([first, second]):
        first, second = second, next(runs, [])
    while first:
        yield first, second
        first, second = next(runs, []), next(runs, [])


def _has_title(runs: Sequence[Run]) -> bool:
    """Tell whether two headlines stand in a row at the top: then the first heads the whole."""
    opening = runs[:2]
    return len(opening) == 2 and all(
        run and _is_headline(run) and not _SENTENCE_END.search(run[0].text) for run in opening
    )


def _is_headline(run: Run) -> bool:
    text = run[0].text
    return (
        len(run) == 1
        and len(text) <= _LONGEST_HEADLINE
        and text[-1] not in ".,;:"
        and not _MARKUP.match(text)
        and not _is_furniture(run)
    )


def _is_teaser(run: Run) -> bool:
    if not run or _MARKUP.match(run[0].text) or not _SENTENCE_END.search(run[-1].text):
        return False
    return sum(len(line.text.split()) for line in run) >= _FEWEST_WORDS_OF_A_TEASER


def _is_furniture(run: Run) -> bool:
    return all(furniture.is_share_button(line.text) or furniture.is_contact_line(line.text) for line in run)


def _add_furniture(draft: Draft, run: Run) -> None:
    for line in run:
        draft.add_furniture(line.start, line.end)
