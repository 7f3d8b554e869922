"""Which stretch of a document is quoted: whole sentences, with the one they lean on, and the words that answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.answering import detectors
from knowledge.answering.ranker import Ranked
from knowledge.answering.units import Unit, Units
from knowledge.corpus import Corpus
from knowledge.models import Citation, Query, Span
from knowledge.text.normalise import fold

LEAD_LIMIT = 600
"""Characters of the longest lead (the design, section 5)."""
BREAKS_OFF = ("[…]", "[...]", "…", "...")
"""How a source shows that its text goes on elsewhere."""
_CLAUSE = re.compile(r"[,;:]\s+|\s[—–]\s")
_JOINED = 2
"""Sentences of one quote, as a lead has two at most."""
_LEANING = re.compile(
    r"^(?:however|moreover|additionally|furthermore|thus|therefore|also|then|but|and|sin embargo|ademas|por lo tanto|"
    r"asi|pero|tambien|no obstante)?,?\s*"
    r"(?:they|he|she|it|this|these|those|that|their|his|her|such|both|in many of them|among (?:these|them)|hopes are|"
    r"without it|(?:from|in the heat of|with|during|after|before|at|by|in) (?:this|that|these|those) |"
    r"ellos|ellas|este|esta|estos|estas|esto|ese|esa|esos|esas|dicho|dicha|ambos|su|sus)\b"
)
_IMPERSONAL = re.compile(
    r"^(?:it|this) (?:is|was) (?:clear|necessary|possible|likely|said|estimated)\b|^it (?:is|was) \w+ed (?:that|to)\b"
)


def leans(text: str) -> bool:
    """Tell whether a sentence opens with words that point to the one before."""
    start = fold(text[:60])
    return bool(_LEANING.match(start)) and not _IMPERSONAL.match(start)


class Quoter:
    """Makes citations of whole sentences."""

    def __init__(self, corpus: Corpus, units: Units) -> None:
        self._corpus = corpus
        self._units = units

    def quote(self, query: Query, chosen: Sequence[Ranked], *, mark: bool = True) -> Citation:
        """Quote neighbouring units of one passage as one span, with the sentence that they lean on.

        `mark` sets the words that answer in bold; a related passage has none.
        """
        first = chosen[0].unit
        end = self._end(query, [each.unit for each in chosen])
        start = self._start(first, end)
        spans = [span for each in chosen for span in marked(query, each)] if mark else []
        if end - start > LEAD_LIMIT:
            start, end = self._clauses(first.passage.document, start, end, spans)
            spans = [span for span in spans if start <= span[0] and span[1] <= end]
        return self._corpus.cite(first.passage.document, start, end, spans)

    def whole(self, document: str, start: int, end: int, answer: Sequence[Span] = ()) -> Citation:
        """Quote the whole sentences, field or row that hold a span."""
        first, last = self._units.at(document, start), self._units.at(document, max(start, end - 1))
        if first is None or last is None or first.passage.id != last.passage.id:
            return self._corpus.cite(document, start, end, answer)
        return self._corpus.cite(document, first.start, last.end, answer)

    def _clauses(self, document: str, start: int, end: int, spans: Sequence[Span]) -> Span:
        """Cut a sentence that is too long for a lead to the clauses that hold the answer, else to its first ones."""
        text = self._corpus.text(document)
        cuts = [start, *(match.end() for match in _CLAUSE.finditer(text, start, end)), end]
        answer = spans[0] if spans else (start, start)
        begin = max((cut for cut in cuts if cut <= answer[0] and answer[1] - cut <= LEAD_LIMIT), default=answer[0])
        if answer[1] - start <= LEAD_LIMIT:
            begin = start
        stop = max((cut for cut in cuts if answer[1] <= cut <= begin + LEAD_LIMIT), default=begin + LEAD_LIMIT)
        return begin, begin + len(text[begin:stop].rstrip(" ,;:—–-"))

    def _end(self, query: Query, chosen: Sequence[Unit]) -> int:
        """End a quote with the next sentence where that one names whom the question asks about and this one does not.

        Where the source's text breaks off with the next sentence, the quote ends with that.
        """
        last = chosen[-1]
        following = self._units.of(last.passage)[last.place + 1 :]
        if not following or last.headline or last.whole:
            return last.end
        if len(following) == 1 and following[0].text.endswith(BREAKS_OFF):
            return following[0].end
        asked = set(query.entities)
        unnamed = len(chosen) == 1 and asked.isdisjoint(last.named) and not asked.isdisjoint(following[0].named)
        fits = following[0].end - last.start <= LEAD_LIMIT
        return following[0].end if unnamed and fits and not leans(following[0].text) else last.end

    def _start(self, first: Unit, end: int) -> int:
        if first.whole or first.place == 0 or not leans(first.text):
            return first.start
        before = self._units.of(first.passage)[first.place - 1]
        if before.headline or end - before.start > LEAD_LIMIT:
            return first.start
        return before.start


def marked(query: Query, ranked: Ranked) -> list[Span]:
    """Choose the words of a unit that answer, as document offsets."""
    unit = ranked.unit
    inside = [(start, end) for start, end in ranked.answer if unit.start <= start and end <= unit.end]
    if inside:
        return inside
    found = detectors.find(query, unit.text)
    return [(unit.start + start, unit.start + end) for start, end in found[:1]]


def joined(ranked: Sequence[Ranked]) -> list[list[Ranked]]:
    """Group chosen units: two that stand side by side in a passage make one quote, within the lead's limit."""
    groups: list[list[Ranked]] = []
    for each in ranked:
        for group in groups:
            placed = sorted([*group, each], key=lambda one: one.unit.place)
            units = [one.unit for one in placed]
            if len(units) <= _JOINED and _side_by_side(units) and units[-1].end - units[0].start <= LEAD_LIMIT:
                group[:] = placed
                break
        else:
            groups.append([each])
    return groups


def _side_by_side(units: Sequence[Unit]) -> bool:
    if any(unit.whole or unit.headline for unit in units):
        return False
    return all(
        after.passage.id == before.passage.id and after.place == before.place + 1 for before, after in pairwise(units)
    )
