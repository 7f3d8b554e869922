"""The one verdict: does the best evidence answer, is some only related, or is there none?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answering import kinds
from knowledge.answering.coverage import COVERED, Coverage
from knowledge.answering.ranker import Ranked
from knowledge.answering.wanted import Wanted
from knowledge.models import AnswerKind, Bilingual, Gap, GapKind, Outcome

_NOTHING_ASKED = 0.01
"""How probable it is that evidence answers what is no question."""
_POSSIBLY = 0.1
"""Probability from which the best evidence is worth showing as no answer, though it lacks what is asked for."""
_ALL_BUT_SURE = 0.8
_FOREIGN = 0.5
"""Share of a question's words, and likeness to any way to ask, below which it is about something else."""
_HARDLY = 0.05
"""Probability below which nothing is related to a question that names nobody."""
_ASKED_FOR = frozenset({GapKind.NUMBER, GapKind.NOUN})
_PRECISE = frozenset({GapKind.NAME, GapKind.ACRONYM, GapKind.YEAR}) | _ASKED_FOR


@dataclass(frozen=True, slots=True)
class Ruling:
    """How a query ends, how sure that is, and what no passage gives."""

    outcome: Outcome
    confidence: float
    missing: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What curators say no document tells, and the unit that comes nearest, where it is ranked."""

    missing: Bilingual
    surely: bool
    """Whether nothing can answer a question that is so near to it."""
    nearest: Ranked | None = None


def rule(
    wanted: Wanted,
    ranked: tuple[Ranked, ...],
    sure: float,
    working_point: float,
    foreseen: Foreseen | None = None,
) -> tuple[Ruling, tuple[Ranked, ...]]:
    """Rule on ranked evidence whose best answers with a probability of `sure`, and put what is to be shown first.

    The best unit answers where its probability reaches the working point and it covers every name, year and
    acronym of the question; else a unit that covers them and one of its words is related.
    """
    kind = wanted.query.kind
    if kind is AnswerKind.INSTRUCTION:
        return _instruction(wanted, ranked)
    if kind is AnswerKind.SMALL_TALK or not ranked:
        idle = kind is AnswerKind.SMALL_TALK
        gaps = _kind_gap(wanted) if idle else _missing(wanted, None, ())
        return Ruling(Outcome.NOT_FOUND, _NOTHING_ASKED if idle else sure, gaps), ranked
    if kind is AnswerKind.MENTIONS and (telling := tuple(filter(mentions, ranked))):
        return Ruling(Outcome.ANSWERED, sure), (*telling, *(each for each in ranked if each not in telling))
    best = ranked[0]
    surely_untold = foreseen is not None and foreseen.surely
    if sure >= working_point and not surely_untold and not _bars(wanted, best, sure):
        return Ruling(Outcome.ANSWERED, sure), ranked
    missing = _missing(wanted, best.coverage, ranked)
    if foreseen is not None:
        missing = _in_curators_words(wanted, missing, foreseen)
    related = _nearest(wanted, ranked, sure, foreseen)
    if related is None:
        return Ruling(Outcome.NOT_FOUND, sure, missing), ranked
    rest = tuple(each for each in ranked if each is not related)
    return Ruling(Outcome.RELATED, sure, missing), (related, *rest)


def _nearest(wanted: Wanted, ranked: Sequence[Ranked], sure: float, foreseen: Foreseen | None) -> Ranked | None:
    """Choose what is shown as no answer: what was foreseen there, the best that may answer, or one related."""
    best = ranked[0]
    possibly = sure >= _POSSIBLY and best.coverage.names_all
    if foreseen is not None:
        near = foreseen.nearest or (best if possibly and _relates(wanted, best.coverage) else None)
        return near if near is not None and near.coverage.names_all else None
    if possibly:
        return best
    if sure < _HARDLY and not wanted.bearers:
        return None  # ways to ask hold so many words that something shares half of any question
    return next((each for each in ranked if _relates(wanted, each.coverage)), None)


def _in_curators_words(wanted: Wanted, missing: Sequence[Gap], foreseen: Foreseen) -> tuple[Gap, ...]:
    """Keep the gaps that say just what is missing; where none says what is asked for, the curators' words do."""
    kept = tuple(gap for gap in missing if gap.kind in _PRECISE)
    if _ASKED_FOR.intersection(gap.kind for gap in kept):
        return kept
    return (*kept, Gap(kind=GapKind.RELATION, value=foreseen.missing.within(wanted.query.language)))


def mentions(ranked: Ranked) -> bool:
    """Tell whether a unit itself names all and holds every word of a question: all that is asked of a mention."""
    coverage = ranked.coverage
    held = (*coverage.names, *coverage.words)
    return bool(held) and all(s >= 1 for s in coverage.names) and all(s >= COVERED for s in held)


def _bars(wanted: Wanted, best: Ranked, sure: float) -> bool:
    """Tell whether a unit cannot be the answer, however alike it is.

    It lacks a name, year or acronym of the question, or gives a date less precise than is asked; or it is about
    something else; or it is asked to say yes or no to something of which it and its passage hold nothing, unless it
    is all but sure to answer.
    """
    if not best.coverage.names_all or not kinds.precise(wanted.query, best.unit) or _is_foreign(wanted, best):
        return True
    if wanted.query.kind is not AnswerKind.YES_NO or sure >= _ALL_BUT_SURE:
        return False
    strengths = zip(wanted.words, best.coverage.words, strict=True)
    return any(strength == 0 and not word.light for word, strength in strengths)


def _is_foreign(wanted: Wanted, best: Ranked) -> bool:
    """Tell whether a unit holds no word of a question, or, where curators described it and no name ties it, too few."""
    said, features = best.coverage.said, best.features
    if said == 0 or not features.curated or wanted.bearers:
        return said == 0
    return max(said, features.likeness) < _FOREIGN


def _instruction(wanted: Wanted, ranked: tuple[Ranked, ...]) -> tuple[Ruling, tuple[Ranked, ...]]:
    """Show an instruction to the bot only the sentences that bear the name in it."""
    naming = tuple(each for each in ranked if wanted.bearers and all(s >= 1 for s in each.coverage.names))
    if not naming:
        return Ruling(Outcome.NOT_FOUND, _NOTHING_ASKED, _kind_gap(wanted)), ranked
    telling = tuple(sorted(naming, key=lambda each: each.unit.headline))  # a headline only names
    return Ruling(Outcome.RELATED, _NOTHING_ASKED, _kind_gap(wanted)), telling


def _relates(wanted: Wanted, coverage: Coverage) -> bool:
    """Tell whether a unit covers every name and year of the question and what it wants of them.

    What is wanted is the noun asked for; where there is none, half the weight of the words.
    """
    if not coverage.names_all or not (coverage.names or coverage.words):
        return False
    noun = wanted.point
    of_noun = [s for word, s in zip(wanted.words, coverage.words, strict=True) if noun.intersection(word.forms)]
    if of_noun:
        return all(strength >= COVERED for strength in of_noun)
    weight = sum(word.weight for word in wanted.words)
    covered = sum(w.weight for w, s in zip(wanted.words, coverage.words, strict=True) if s >= COVERED)
    return 2 * covered >= weight


def _missing(wanted: Wanted, coverage: Coverage | None, ranked: Sequence[Ranked]) -> tuple[Gap, ...]:
    """List what the best evidence lacks: names, acronyms and years first, then words, else the kind of answer.

    A name or a year is missing where no evidence has it. Without any evidence all is.
    """
    query = wanted.query
    lacking = coverage or Coverage.nothing(wanted)
    of_names = [max(each) for each in zip(*(one.coverage.names for one in ranked), strict=True)] or lacking.names
    of_years = [max(each) for each in zip(*(one.coverage.years for one in ranked), strict=True)] or lacking.years
    gaps = [
        Gap(kind=kind, value=value)
        for kind, values, strengths in (
            (GapKind.NAME, query.names, of_names),
            (GapKind.ACRONYM, query.acronyms, lacking.acronyms),
            (GapKind.YEAR, map(str, query.years), of_years),
        )
        for value, strength in zip(values, strengths, strict=True)
        if strength < COVERED
    ]
    noun = wanted.point
    words = [
        word
        for word, strength in zip(wanted.words, lacking.words, strict=True)
        if strength < COVERED and word.typed not in query.acronyms
    ]
    if query.noun is not None and any(noun.intersection(word.forms) for word in words):
        counted = query.kind is AnswerKind.HOW_MANY
        gaps.append(Gap(kind=GapKind.NUMBER if counted else GapKind.NOUN, value=query.noun))
    gaps += [Gap(kind=GapKind.RELATION, value=word.typed) for word in words if not noun.intersection(word.forms)]
    return tuple(gaps) or _kind_gap(wanted)


def _kind_gap(wanted: Wanted) -> tuple[Gap, ...]:
    query = wanted.query
    if query.kind is AnswerKind.HOW_MANY and query.noun is not None:
        return (Gap(kind=GapKind.NUMBER, value=query.noun),)
    return (Gap(kind=GapKind.KIND, value=query.kind.value),)
