"""A typed name → whose it is: one entity, several, or none with what it may have meant."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.facts.store import FactStore
from knowledge.models import Alias, Entity, Period, Subject
from knowledge.text.names import NameMatcher
from knowledge.text.normalise import clean, fold, tokens
from knowledge.text.stopwords import STOPWORDS

_ONE_LETTER = 1
_FUNCTION_WORDS = STOPWORDS["en"] | STOPWORDS["es"]


@dataclass(frozen=True, slots=True)
class Found:
    """Who bears a typed name."""

    typed: str
    entities: tuple[Entity, ...]
    read_as: str | None = None
    """The name it was read as, where it differs by a letter or an accent."""
    nearest: tuple[str, ...] = ()
    """Names that may have been meant, where nobody bears the typed one."""


class Subjects:
    """Looks up whom a name means."""

    def __init__(self, facts: FactStore, names: NameMatcher) -> None:
        self._facts = facts
        self._names = names

    def find(self, typed: str) -> Found:
        """Find the bearers of a typed name: exactly, inside what was typed, or one letter away."""
        name = clean(typed).strip(" ?!¿¡.,;:\"“”'")
        bearers = self._names.bearers(name) or self._inside(name)
        if bearers:
            return Found(name, self._entities(bearers))
        near = self._names.nearest(name)
        if near and near[0][1] <= _ONE_LETTER:
            return Found(name, self._entities(self._names.bearers(near[0][0])), read_as=near[0][0])
        return Found(name, (), nearest=self._nearest(name, near))

    def _inside(self, name: str) -> tuple[str, ...]:
        """Read “the LTS” or “quién es Zapata” as the one name in it."""
        mentions = self._names.find(name)
        if len(mentions) != 1:
            return ()
        mention = mentions[0]
        rest = tokens(name[: mention.start] + " " + name[mention.end :])
        return mention.entities if all(fold(word) in _FUNCTION_WORDS for word, *_ in rest) else ()

    def _nearest(self, name: str, near: list[tuple[str, int]]) -> tuple[str, ...]:
        names = [text for text, _ in near]
        for mention in self._names.find(name):
            names += [entity.shown for entity in self._entities(mention.entities)]
        for word, *_ in tokens(name):
            names += [text for text, _ in self._names.nearest(word, 2)]
        return tuple(dict.fromkeys(names))[:3]

    def _entities(self, ids: tuple[str, ...]) -> tuple[Entity, ...]:
        found = (self._facts.entity(each) for each in ids)
        return tuple(entity for entity in found if entity is not None)


def former(entity: Entity, name: str) -> Alias | None:
    """Give the former name that a typed name is, if it is one."""
    typed = _spelt(name)
    for alias in entity.aliases:
        if alias.period is not None and alias.period.end is not None and _spelt(alias.name) == typed:
            return alias
    return None


def of_former(entity: Entity, alias: Alias, period: Period) -> Subject:
    """Make the subject of an answer on a former name: its years, and the name of today."""
    names = (other.name for other in entity.aliases if other.period == alias.period and other.stated)
    return Subject(
        id=entity.id,
        name=alias.name,
        about=next((name for name in names if name != alias.name), None),
        start=period.start_words or _year(period.start),
        end=period.end_words or _year(period.end),
        now=_in_full(entity),
    )


def past(entity: Entity) -> Period | None:
    """Give the years in which an entity bore former names."""
    periods = [a.period for a in entity.aliases if a.period is not None and a.period.end is not None]
    if not periods:
        return None
    starts = [period.start for period in periods if period.start is not None]
    ends = [period.end for period in periods if period.end is not None]
    return Period(start=min(starts, default=None), end=max(ends))


def _year(year: int | None) -> str | None:
    return None if year is None else str(year)


def _in_full(entity: Entity) -> str:
    if entity.acronym is None or entity.acronym == entity.name:
        return entity.name
    return f"{entity.name} ({entity.acronym})"


def _spelt(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word, *_ in tokens(name))
