"""Where a checked quote and its source part: in typography, or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from knowledge.models import Difference, Span
from knowledge.text.normalise import fold, tokens, unify

_MOST_DIFFERENCES = 8
_FIGURE = re.compile(
    r"(?:(?:about|around|almost|nearly|over|some|casi|unos|unas|(?:cerca|alrededor|más) de)\s+)?"
    r"\d+(?:[.,]\d+)*(?:\s+(?:hundred|thousand|million|mil|millón|millones)\b)?",
    re.IGNORECASE,
)
"""A figure with the words that belong to it: about 11 thousand."""
_CLAUSE_END = re.compile(r"[,;:.!?)\]](?=\s|$)|[)\]](?=[,;:.])|\s[–—-]\s")
Change = tuple[Span, Span]
"""Words of the quote and the words of the source that stand in their place, as numbers of words."""


def typography(yours: str, source: str) -> tuple[Difference, ...]:
    """Name the kinds of typography in which two texts differ."""
    pairs = (
        ("quotation_marks", "\"'“”‘’«»"),
        ("dashes", "-–—‐‑"),
    )
    found = []
    for kind, characters in pairs:
        ours, theirs = ("".join(char for char in text if char in characters) for text in (yours, source))
        if ours != theirs:
            found.append(Difference(kind=kind, yours=ours, source=theirs))
    if len(yours.split()) != len(source.split()) or re.findall(r"\s+", yours) != re.findall(r"\s+", source):
        found.append(Difference(kind="spaces", yours=yours, source=source))
    plain_yours, plain_source = " ".join(unify(yours).split()), " ".join(unify(source).split())
    if plain_yours != plain_source:
        if plain_yours.casefold() != plain_source.casefold():
            found.append(Difference(kind="accents", yours=yours, source=source))
        else:
            found.append(Difference(kind="case", yours=yours, source=source))
    return tuple(found)


def words(yours: str, source: str) -> tuple[Difference, ...]:
    """List the stretches of words that differ, phrase by phrase, the source's verbatim.

    What the source says before and after the quote's own stretch is no difference.
    """
    ours, theirs = tokens(yours), tokens(source)
    matcher = SequenceMatcher(
        a=[fold(word) for word, *_ in ours], b=[fold(word) for word, *_ in theirs], autojunk=False
    )
    changed = [
        ((a, b), (c, d))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal" and not (a == b and a in (0, len(ours)))
    ]
    found = []
    for own, other in _joined(changed):
        if own[0] == own[1]:
            continue
        mine = yours[ours[own[0]][1] : ours[own[1] - 1][2]]
        said = source[theirs[other[0]][1] : theirs[other[1] - 1][2]] if other[0] < other[1] else ""
        if own[1] == len(ours):
            said = _first_clause(said)
        if own[0] == 0:
            said = _last_clause(said)
        found += [Difference(kind="words", yours=a, source=b) for a, b in _by_figures(mine, said)]
    return tuple(each for each in found if each.yours)[:_MOST_DIFFERENCES]


def _joined(changes: Sequence[Change]) -> list[Change]:
    """Join changes that a single word parts, so that phrase is set beside phrase."""
    joined: list[Change] = []
    for own, other in changes:
        if joined and own[0] - joined[-1][0][1] <= 1:
            before = joined.pop()
            joined.append(((before[0][0], own[1]), (before[1][0], other[1])))
        else:
            joined.append((own, other))
    return joined


def _by_figures(yours: str, source: str) -> Iterator[tuple[str, str]]:
    """Set figure beside figure, and what stands between them likewise."""
    ours, theirs = list(_FIGURE.finditer(yours)), list(_FIGURE.finditer(source))
    if not ours or len(ours) != len(theirs):
        yield yours, source
        return
    at = beside = 0
    for mine, said in zip(ours, theirs, strict=True):
        yield yours[at : mine.start()].strip(_EDGES), source[beside : said.start()].strip(_EDGES)
        yield mine[0], said[0]
        at, beside = mine.end(), said.end()
    yield yours[at:].strip(_EDGES), source[beside:].strip(_EDGES)


_EDGES = " ,;:.()"


def _first_clause(text: str) -> str:
    """Cut a stretch where its first clause ends."""
    end = _CLAUSE_END.search(text)
    return text[: end.start()] if end else text


def _last_clause(text: str) -> str:
    """Cut a stretch to its last clause."""
    ends = list(_CLAUSE_END.finditer(text))
    return text[ends[-1].end() :].strip() if ends else text
