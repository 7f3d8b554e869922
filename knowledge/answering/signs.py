"""What speaks for and against the best evidence being the answer: the signs that the verdict weighs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from knowledge.answering.coverage import COVERED
from knowledge.answering.ranker import FEATURES, Ranked
from knowledge.answering.units import Unit
from knowledge.answering.wanted import Wanted, Word
from knowledge.models import AnswerKind
from knowledge.retrieval.asks import AskMatch

_KINDS = tuple(
    kind for kind in AnswerKind if kind not in {AnswerKind.SMALL_TALK, AnswerKind.INSTRUCTION, AnswerKind.COMPARISON}
)
_MANY = 20
"""Words or stems beyond which a question or sentence is simply long."""


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs beside the features of the best unit."""

    score: float
    """Its score in the ranking."""
    ahead: float
    """How far it is ahead of the next unit."""
    words: float
    """Content words of the question, names apart."""
    names: float
    """Names of the question."""
    weight: float
    """Mean weight of its words: how rare they are."""
    strength: float
    """BM25 of the unit, of the most that its words can score."""
    heaviest: float
    """How far the heaviest word is covered."""
    point: float
    """How far the noun that is asked for is covered: which ministers, how many members; 1 where none is."""
    missing: float
    """Weighted share of the words that are not covered …"""
    missing_most: float
    """… and the weight of the heaviest of them."""
    missing_capitals: float
    """Words with a capital or a figure that the unit does not hold …"""
    missing_around: float
    """… and that do not stand around it either."""
    unlike: float
    """How little the most foreign word of the question is like any word of the passage, by 4-grams."""
    spelt: float
    """How much of the words' 4-grams the passage holds, by weight."""
    unsaid: float
    """Likeness to the nearest thing that curators say no document tells."""
    rather_unsaid: float
    """How much nearer that is than what curators say is told."""
    typically_unsaid: float
    """How typical the question is of what curators say no document tells …"""
    rather_typically_unsaid: float
    """… and how much more it is than of what they say is told."""
    kinds: tuple[float, ...]


SIGNS = (*(name for name in Signs.__slots__ if name != "kinds"), *FEATURES, *(f"kind: {kind}" for kind in _KINDS))
"""The names of all signs, in the order of their values."""
_own = attrgetter(*(name for name in Signs.__slots__ if name != "kinds"))
_of_unit = attrgetter(*FEATURES)


def values(signs: Signs, best: Ranked) -> tuple[float, ...]:
    """List the values of all signs, shape (len(SIGNS),)."""
    return (*_own(signs), *_of_unit(best.features), *signs.kinds)


def read(
    wanted: Wanted,
    ranked: Sequence[Ranked],
    passage: Sequence[Unit],
    *,
    told: Sequence[AskMatch],
    unsaid: Sequence[AskMatch],
) -> Signs:
    """Read the signs of the best of some ranked units, which is one of the units of `passage`.

    `told` and `unsaid` are the things near the question that curators say are told, and are not, the nearest first.
    """
    best, coverage = ranked[0], ranked[0].coverage
    words = list(zip(wanted.words, coverage.words, strict=True))
    weight = sum(word.weight for word, _ in words) or 1.0
    missed = [word for word, strength in words if strength < COVERED]
    capitals = [(word, strength) for word, strength in words if word.typed[0].isupper() or word.typed[0].isdigit()]
    held = frozenset().union(*(unit.grams for unit in passage))
    shares = [_share(word, held) for word, _ in words]
    spelt = sum(word.weight * share for (word, _), share in zip(words, shares, strict=True))
    return Signs(
        score=best.score,
        ahead=best.score - ranked[1].score if len(ranked) > 1 else best.score,
        words=min(len(words), _MANY) / _MANY,
        names=min(len(wanted.bearers), _MANY) / _MANY,
        weight=weight / max(1, len(words)),
        strength=wanted.bm25(best.unit) / (sum(wanted.stems.values()) or 1.0),
        heaviest=max(words, key=lambda pair: pair[0].weight)[1] if words else 1.0,
        point=min((s for word, s in words if wanted.point.intersection(word.forms)), default=1.0),
        missing=sum(word.weight for word in missed) / weight,
        missing_most=max((word.weight for word in missed), default=0.0),
        missing_capitals=float(sum(strength < 1 for _, strength in capitals)),
        missing_around=float(sum(strength == 0 for _, strength in capitals)),
        unlike=1 - min(shares, default=1.0),
        spelt=spelt / weight if words else 1.0,
        unsaid=_likeness(unsaid),
        rather_unsaid=_likeness(unsaid) - _likeness(told),
        typically_unsaid=most_typical(unsaid),
        rather_typically_unsaid=most_typical(unsaid) - most_typical(told),
        kinds=tuple(float(wanted.query.kind is kind) for kind in _KINDS),
    )


def _likeness(matches: Sequence[AskMatch]) -> float:
    return matches[0].likeness if matches else 0.0


def most_typical(matches: Sequence[AskMatch]) -> float:
    """Say how typical a question is of that which it is most typical of."""
    return max((match.typical for match in matches), default=0.0)


def _share(word: Word, held: frozenset[str]) -> float:
    """Give the share of a word's 4-grams that stand among some others."""
    return sum(gram in held for gram in word.grams) / len(word.grams)
