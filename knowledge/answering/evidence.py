"""Hits, asks and facts → the evidence for one query: units, best first, with the verdict.

hits ───┐
asks ───┼→ units ─→ scored by words ─→ the best measured in full ─→ ranked ─→ verdict
facts ──┘
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from knowledge.answering import kinds, signs
from knowledge.answering.coverage import cover
from knowledge.answering.model import Model
from knowledge.answering.ranker import FEATURES, Ranked, hold, measure, score
from knowledge.answering.units import Unit, Units
from knowledge.answering.verdict import Foreseen, Ruling, rule
from knowledge.answering.wanted import Wanted, make_ready
from knowledge.models import AnswerKind, Fact, Hit, Query, Span
from knowledge.retrieval.asks import AskedFor, AskIndex, AskMatch
from knowledge.retrieval.parting import NAMED
from knowledge.retrieval.retriever import Retriever
from knowledge.text.names import NameMatcher
from knowledge.text.thesaurus import Thesaurus

DEPTH = 12
"""Passages whose units are looked at."""
_MEASURED = 10
"""Units that are measured in full; the rest are far behind by words alone."""
_FOUND_OTHERWISE = 0.5
"""What stands in for the score of a passage that only asks or facts led to."""
_MANY_ANSWER = frozenset({AnswerKind.WHO, AnswerKind.LIST})
_NO_EVIDENCE = 0.01
"""How probable an answer is where nothing was found."""
_FORESEEN = 0.6
"""Likeness from which a question is one that curators say no document answers, where it is as much …"""
_NEARER = 0.05
"""… nearer to that than to all that is told. So it surely is, whatever else speaks for an answer, …"""
_SURELY_FORESEEN = 0.7
_SURELY_NEARER = 0.1
_MORE_TYPICAL = 0.05
"""… where it is also more typical of that."""
_FOLLOWING = 2.0
"""Points of a unit where the question before was answered, which a follow-up is most likely about …"""
_FOLLOWING_ODDS = 2.5
"""… and how much the odds rise that it answers."""
_SURER_THAN_FACTS = 0.75
"""Likeness from which an ask says better which words answer than the facts that are asked for."""
_NEAR = 0.5
"""Likeness from which an ask's own answer is the answer."""
_AS_NEAR = 0.7
"""Share of it from which other asks' answers are answers as well, where many may be asked for."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Units that speak to a query, best first, and the ruling on them."""

    ranked: tuple[Ranked, ...]
    ruling: Ruling
    signs: tuple[float, ...] = ()
    """What the verdict weighed, in the order of `signs.SIGNS`."""


@dataclass(slots=True)
class _Candidate:
    """A unit on its way to being ranked, with what led to it."""

    unit: Unit
    passage: float
    words: float
    asks: tuple[AskMatch, ...] = ()
    """The nearest asks for each thing it is asked for, best first."""
    facts: tuple[Fact, ...] = ()
    follows: bool = False
    """Whether it stands where the question before was answered."""

    def order(self) -> float:
        """Say roughly how promising the unit is, without reading it in full."""
        likeness = self.asks[0].likeness if self.asks else 0.0
        return self.follows + self.passage + self.words + 3 * likeness + 2 * bool(self.facts)


class Judge:
    """Weighs the units of hits, asks and facts for a query."""

    def __init__(
        self,
        units: Units,
        asks: AskIndex,
        names: NameMatcher,
        retriever: Retriever,
        thesaurus: Thesaurus,
        model: Model,
    ) -> None:
        self._units = units
        self._model = model
        self._weights = tuple(model.features[name] for name in FEATURES)
        self._asks = asks
        self._names = names
        self._retriever = retriever
        self._thesaurus = thesaurus

    def weigh(self, query: Query, hits: Sequence[Hit], facts: Sequence[Fact]) -> Evidence:
        """Choose and rank the evidence for a query, and rule whether it answers."""
        wanted = self._ready(query)
        matches = self._match(wanted)
        told = [match for match in matches if match.expansion.tells]
        unsaid = [match for match in matches if not match.expansion.tells]
        ranked = self._rank(wanted, self._candidates(wanted, hits, told, facts))
        read = self._signs(wanted, ranked, told, unsaid)
        sure = self._model.certainty(read) if read else _NO_EVIDENCE
        if ranked and ranked[0].unit.passage.id == query.follows:
            sure = _surer(sure)
        foreseen = _foreseen(wanted, next(iter(unsaid), None), told, ranked)
        ruling, order = rule(wanted, ranked, sure, self._model.working_point, foreseen)
        return Evidence(order, ruling, read)

    def asked(self, query: Query) -> tuple[AskMatch, ...]:
        """Rank what curators wrote that is asked for and told, by its likeness to a query."""
        return tuple(match for match in self._match(self._ready(query)) if match.expansion.tells)

    def _ready(self, query: Query) -> Wanted:
        return make_ready(query, self._names, self._retriever, self._thesaurus)

    def _match(self, wanted: Wanted) -> tuple[AskMatch, ...]:
        return self._asks.match(wanted.sought, wanted.told, partial(kinds.fit, wanted.query))

    def _signs(
        self, wanted: Wanted, ranked: Sequence[Ranked], told: Sequence[AskMatch], unsaid: Sequence[AskMatch]
    ) -> tuple[float, ...]:
        """Read the signs of the best unit; none where there is no unit."""
        if not ranked:
            return ()
        read = signs.read(wanted, ranked, self._units.of(ranked[0].unit.passage), told=told, unsaid=unsaid)
        return signs.values(read, ranked[0])

    def _candidates(
        self, wanted: Wanted, hits: Sequence[Hit], asks: Sequence[AskMatch], facts: Sequence[Fact]
    ) -> list[_Candidate]:
        followed = self._units.of_known(wanted.query.follows) if wanted.query.follows else ()
        top = max((hit.score for hit in hits), default=1.0)
        passages = {hit.passage.id: hit.score / top for hit in hits}
        units = {_key(unit): unit for hit in hits for unit in self._units.of(hit.passage)}
        units |= {_key(unit): unit for unit in followed}
        led: dict[tuple[str, int], list[AskMatch]] = defaultdict(list)
        for match in asks:
            unit = self._units.at(match.expansion.document, match.expansion.span[0])
            if unit is not None:
                units.setdefault(_key(unit), unit)
                led[_key(unit)].append(match)
        stated: dict[tuple[str, int], list[Fact]] = defaultdict(list)
        for fact in facts:
            value = fact.citation.answer[0][0] if fact.citation.answer else 0
            unit = self._units.at(fact.citation.document, fact.citation.start + value)
            if unit is not None:
                units.setdefault(_key(unit), unit)
                stated[_key(unit)].append(fact)
        words = {key: wanted.bm25(unit) for key, unit in units.items()}
        most = max(words.values(), default=0.0) or 1.0
        candidates = [
            _Candidate(
                unit=unit,
                passage=passages.get(unit.passage.id, _FOUND_OTHERWISE),
                words=words[key] / most,
                asks=tuple(led.get(key, ())),
                facts=tuple(stated.get(key, ())),
                follows=unit.passage.id == wanted.query.follows,
            )
            for key, unit in units.items()
        ]
        candidates.sort(key=_Candidate.order, reverse=True)
        return candidates[:_MEASURED]

    def _rank(self, wanted: Wanted, candidates: Iterable[_Candidate]) -> tuple[Ranked, ...]:
        """Rank units, each by the one thing it is asked for that fits the question best."""
        ranked = [max(self._readings(wanted, each), key=_score) for each in candidates]
        ranked.sort(key=lambda each: (-each.score, each.unit.passage.document, each.unit.start))
        return tuple(ranked)

    def _readings(self, wanted: Wanted, candidate: _Candidate) -> Iterator[Ranked]:
        """Measure a unit once for each thing it is asked for."""
        unit = candidate.unit
        held = hold(wanted, unit, passage=candidate.passage, sentence=candidate.words, fact=bool(candidate.facts))
        answer = _answer(wanted.query, next(iter(candidate.asks), None), candidate)
        matches: dict[AskedFor, AskMatch] = {match.asked_for: match for match in candidate.asks}
        for coverage in cover(unit, wanted, [match.asked_for for match in candidate.asks]):
            match = matches.get(coverage.asked_for)
            likeness, several, typical = (match.likeness, match.several, match.typical) if match else (0.0, 0.0, 0.0)
            features = measure(wanted, unit, held, coverage, likeness, several, typical)
            points = score(features, self._weights) + _FOLLOWING * candidate.follows
            yield Ranked(unit, features, coverage, points, answer, candidate.facts)


def _surer(sure: float) -> float:
    """Raise the odds of an answer where the question before was answered."""
    return _FOLLOWING_ODDS * sure / (1 + (_FOLLOWING_ODDS - 1) * sure)


def _foreseen(
    wanted: Wanted, unsaid: AskMatch | None, told: Sequence[AskMatch], ranked: Sequence[Ranked]
) -> Foreseen | None:
    """Give what curators say no document tells, where the question names no other and is nearest to that."""
    missing = unsaid.expansion.missing if unsaid is not None else None
    if unsaid is None or missing is None:
        return None
    told_like = told[0].likeness if told else 0.0
    if unsaid.likeness < max(_FORESEEN, told_like + _NEARER):
        return None
    named = unsaid.asked_for.sharing(wanted.told)
    if any(named.isdisjoint(f"{NAMED}{bearer}" for bearer in bearers) for bearers in wanted.bearers):
        return None
    surely = unsaid.likeness >= max(_SURELY_FORESEEN, told_like + _SURELY_NEARER)
    surely = surely and unsaid.typical >= signs.most_typical(told) + _MORE_TYPICAL
    document, (start, _) = unsaid.expansion.document, unsaid.expansion.span
    holding = (r for r in ranked if r.unit.passage.document == document and r.unit.start <= start < r.unit.end)
    return Foreseen(missing, surely, next(holding, None))


def _score(ranked: Ranked) -> float:
    return ranked.score


def _key(unit: Unit) -> tuple[str, int]:
    return unit.passage.document, unit.start


def _answer(query: Query, match: AskMatch | None, candidate: _Candidate) -> tuple[Span, ...]:
    """Take the words that answer from the ask that led here, else from the facts.

    A question that many answer takes the answers of every near ask, the shorter of two that overlap.
    """
    near = _SURER_THAN_FACTS if candidate.facts else _NEAR
    if match is not None and match.expansion.answer is not None and match.likeness >= near:
        if query.kind not in _MANY_ANSWER:
            return (match.expansion.answer,)
        alike = [
            ask.expansion.answer
            for ask in candidate.asks
            if ask.likeness >= _AS_NEAR * match.likeness and kinds.asked(query, ask.asked_for)
        ]
        return _apart([match.expansion.answer, *(span for span in alike if span is not None)])
    return tuple(
        (fact.citation.start + start, fact.citation.start + end)
        for fact in candidate.facts
        for start, end in fact.citation.answer
    )


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Keep the shorter of spans that overlap, in order."""
    kept: list[Span] = []
    for start, end in sorted(set(spans), key=lambda span: (span[1] - span[0], span)):
        if all(end <= other[0] or other[1] <= start for other in kept):
            kept.append((start, end))
    return tuple(sorted(kept))
