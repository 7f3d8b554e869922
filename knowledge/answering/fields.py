"""Which facts stand on a card: those of the right years, in the order of interest, each said once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.answering.statements import Gathering, told
from knowledge.answering.subjects import past
from knowledge.facts import dates
from knowledge.facts.store import FactStore
from knowledge.models import (
    Alias,
    Citation,
    ElectionResult,
    Entity,
    Fact,
    Language,
    PassageKind,
    Period,
    RemarkKind,
    StatedEvent,
    StatedFact,
    Statement,
    StatementKind,
)
from knowledge.text.normalise import fold, tokens

DEFINITION = "definition"
"""The attribute whose quote says what an entity is."""
NAME = "name"
FOUNDED = "founded"
SELDOM = 100
"""Rank from which an attribute answers questions rather than standing on a card."""
_FEW = 3
"""Fields below which a card is filled with what is asked for seldom."""
_ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ0-9&-]+")
_YEAR = re.compile(r"[12]\d{3}")


@dataclass(frozen=True)
class Scope:
    """Whose card it is: an entity today, or under a former name and in its years only."""

    entity: Entity
    alias: Alias | None = None

    @property
    def period(self) -> Period | None:
        """Give the years of the former name."""
        return self.alias.period if self.alias is not None else None

    def holds(self, period: Period | None) -> bool:
        """Tell whether a period belongs on the card: of the former name's years, or not only of the past."""
        if self.period is not None:
            return period is not None and _belongs(period, self.period)
        return self._before is None or period is None or not _over(period, self._before)

    @cached_property
    def _before(self) -> Period | None:
        return past(self.entity)


class Fields:
    """Chooses and states the facts of a card."""

    def __init__(self, facts: FactStore) -> None:
        self._facts = facts

    def definitions(self, scope: Scope) -> tuple[Fact, ...]:
        """Give the facts whose quotes say what an entity is, or was under its former name."""
        found = self._facts.facts_of(scope.entity.id, DEFINITION)
        held = tuple(fact for fact in found if scope.holds(fact.period))
        alias = scope.alias
        if held or alias is None or alias.citation is None:
            return held or found
        named = Fact(entity=scope.entity.id, attribute=DEFINITION, value=alias.name, citation=alias.citation)
        return (named,)

    def rows(self, scope: Scope) -> tuple[ElectionResult, ...]:
        """Give the rows of tables with the election results of an entity."""
        return tuple(
            result
            for result in self._facts.results()
            if result.entity == scope.entity.id and not result.prose and _in_year(result.year, scope.period)
        )

    def stood(self, scope: Scope) -> Iterator[tuple[ElectionResult, str]]:
        """List the rows in which an entity is the candidate or the list, the latest first, with what it is there."""
        names = {fold(name) for name in _names(scope.entity)}
        for result in reversed(self._facts.results()):
            for attribute, name in (("candidate", result.candidate), ("list", result.list)):
                if not result.prose and name and fold(name) in names:
                    yield result, attribute

    def state(self, gathering: Gathering, scope: Scope, language: Language, room: int) -> None:
        """State the facts of a card by attribute; what is current stands before what is past."""
        definitions = self.definitions(scope)
        for fact in _line_names(scope, language, definitions):
            self._field(gathering, scope, fact, language)
        for group in self._groups(scope, definitions, room):
            told_together = _acronyms(group)
            ordered = group if scope.period is not None else sorted(group, key=_recency)
            for fact in ordered:
                acronym = told_together.get(_place(fact.citation))
                if fact.value != acronym:
                    self._field(gathering, scope, fact, language, acronym=acronym)

    def _groups(self, scope: Scope, definitions: Sequence[Fact], room: int) -> list[list[Fact]]:
        by_attribute = self._by_attribute(scope)
        content = " ".join(_spelt(fact.citation.quote) for fact in definitions)
        chosen: list[list[Fact]] = []
        said: set[str] = set()
        for attribute in sorted(by_attribute, key=lambda each: self._order(each, by_attribute[each], scope)):
            seldom = self._rank(attribute) >= SELDOM
            if len(chosen) == room or (seldom and len(chosen) >= _FEW):
                break
            facts = by_attribute[attribute]
            group = [fact for fact in facts if not fact.prose] or facts
            keys = [_keys(fact) for fact in group]
            in_field = seldom or not group[0].prose
            if all(key & said for key in keys) or (in_field and all(_within(f.value, content) for f in group)):
                continue
            said.update(*keys)
            chosen.append(group)
        return chosen

    def _by_attribute(self, scope: Scope) -> dict[str, list[Fact]]:
        """Group the facts that belong; past ones stay beside one that is current, as the history of a field."""
        groups: dict[str, list[Fact]] = {}
        for fact in self._facts.facts_of(scope.entity.id):
            known = self._facts.attributes.get(fact.attribute)
            if fact.attribute != DEFINITION and not (known is not None and known.decorative):
                groups.setdefault(fact.attribute, []).append(fact)
        kept = {}
        for attribute, facts in groups.items():
            held = [fact for fact in facts if scope.holds(fact.period)]
            if held:
                kept[attribute] = held if scope.period is not None else facts
        return kept

    def _order(self, attribute: str, group: Sequence[Fact], scope: Scope) -> tuple[bool, int]:
        """Sort by rank; on the card of a former name, what dates the name comes first."""
        start = scope.period.start if scope.period is not None else None
        dated = attribute == FOUNDED and any(fact.value == str(start) for fact in group)
        return (not dated, self._rank(attribute))

    def _rank(self, attribute: str) -> int:
        known = self._facts.attributes.get(attribute)
        return known.rank if known is not None else SELDOM

    def _field(
        self,
        gathering: Gathering,
        scope: Scope,
        fact: Fact,
        language: Language,
        *,
        acronym: str | None = None,
    ) -> None:
        stated = gathering.stated(fact)
        shown = _shown(fact, scope, acronym)
        if shown is not None:
            stated = stated.model_copy(update={"object": shown})
        row = self._row_without(scope.entity, fact.citation)
        cited = {gathering.cite(fact.citation, mark=False)}
        if row is not None:
            same = self._facts.facts_of(scope.entity.id, fact.attribute)
            beside = (each for each in same if each.prose and each.period == fact.period)
            cited.update(gathering.cite(each.citation, mark=False) for each in beside)
        gathering.add(
            Statement(
                text=told(stated),
                kind=StatementKind.FACT,
                citations=tuple(sorted(cited)),
                heading=self._heading(fact, stated, language),
                fact=stated,
                result=gathering.figures(row) if row is not None else None,
                event=_without_year(fact),
            )
        )

    def _row_without(self, entity: Entity, citation: Citation) -> ElectionResult | None:
        """Give the result of a cited row that does not name the entity: it needs the sentence that does."""
        if citation.kind is not PassageKind.ROW or any(name in citation.quote for name in _names(entity)):
            return None
        return next((r for r in self._facts.results() if _place(r.citation) == _place(citation)), None)

    def _heading(self, fact: Fact, stated: StatedFact, language: Language) -> str | None:
        """Give what curators head a value with on the card of its entity, where that is not its label."""
        start, end = fact.citation.answer[0] if fact.citation.answer else (0, 0)
        offset = fact.citation.start
        remarks = self._facts.remarks_on(fact.citation.document, offset + start, offset + end)
        headings = (
            remark.text.within(language)
            for remark in remarks
            if remark.kind is RemarkKind.ABOUT
            and fact.entity in remark.entities
            and remark.span == (offset + start, offset + end)
        )
        return next((heading for heading in headings if heading != stated.label), None)


def _shown(fact: Fact, scope: Scope, acronym: str | None) -> str | None:
    """Give the words that stand on the card for a value: with its acronym, or with the name of those years."""
    if acronym is not None and acronym not in fact.value:
        return f"{fact.value} ({acronym})"
    if scope.period is not None or not _YEAR.fullmatch(fact.value):
        return None
    names = (a.name for a in scope.entity.aliases if a.period is not None and a.period.end is not None)
    said = [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", fact.citation.quote)]
    return max(said, key=len) if said and not scope.holds(fact.period) else None


def _line_names(scope: Scope, language: Language, definitions: Sequence[Fact]) -> Iterator[Fact]:
    """List the names in the curators' line that no quote under it holds, each with its place."""
    about = scope.entity.about
    if about is None or scope.alias is not None:
        return
    for alias in scope.entity.aliases:
        if alias.citation is None or alias.name not in about.within(language):
            continue
        if not any(alias.name in fact.citation.quote for fact in definitions):
            yield Fact(entity=scope.entity.id, attribute=NAME, value=alias.name, citation=alias.citation)


def _acronyms(group: Sequence[Fact]) -> dict[tuple[str, int, int], str]:
    """Find the acronyms among names by the sentence that gives them: it stands behind the other names there."""
    found = {_place(f.citation): f.value for f in group if f.attribute == NAME and _ACRONYM.fullmatch(f.value)}
    others = {_place(fact.citation) for fact in group if fact.value not in found.values()}
    return {place: acronym for place, acronym in found.items() if place in others}


def _without_year(fact: Fact) -> StatedEvent | None:
    """Give the date in a value that has no year."""
    if fact.period is not None or not dates.candidate(fact.value, fact.citation.language):
        return None
    found = dates.find(fact.value, fact.citation.language)
    if not found or any(span.date.year for span in found) or dates.relative(found[0].date):
        return None
    return StatedEvent(date=found[0].date.words)


def _belongs(period: Period, years: Period) -> bool:
    """Tell whether a period belongs to the years of a name; a year of change belongs to the name that begins."""
    if period.start is None:
        return period.end is not None and years.holds(period.end)
    if period.start != period.end:
        return period.overlaps(years)
    if years.start is not None and years.start == years.end:
        return period.start == years.start
    return years.holds(period.start) and period.start != years.end


def _over(period: Period, before: Period) -> bool:
    """Tell whether a period lies in the years of former names; their last year belongs to the present one."""
    if period.end is None or before.end is None or period.end > before.end or period.start == before.end:
        return False
    return before.start is None or (period.start or period.end) >= before.start


def _recency(fact: Fact) -> tuple[int, int]:
    """Sort the current first, then by the latest beginning; what has no period keeps its place."""
    if fact.period is None:
        return (0, 0)
    return (0 if fact.period.end is None else 1, -(fact.period.start or 0))


def _in_year(year: int | None, period: Period | None) -> bool:
    return period is None or (year is not None and period.holds(year))


def _names(entity: Entity) -> tuple[str, ...]:
    names = (entity.name, *(alias.name for alias in entity.aliases))
    return (*names, entity.acronym) if entity.acronym else names


def _keys(fact: Fact) -> set[str]:
    return {_spelt(fact.value), *([fact.object] if fact.object else [])}


def _within(value: str, content: str) -> bool:
    return f" {_spelt(value)} " in f" {content} "


def _spelt(text: str) -> str:
    return " ".join(fold(word) for word, *_ in tokens(text))


def _place(citation: Citation) -> tuple[str, int, int]:
    return citation.document, citation.start, citation.end
