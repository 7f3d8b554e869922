"""Names → entities: the curators' first, then subjects of documents, explained acronyms and proper names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from knowledge.facts.attributes import slug
from knowledge.models import Alias, Citation, Entity, EntityKind, Language
from knowledge.text.normalise import fold, tokens

_KIND_KEYS: tuple[tuple[EntityKind, frozenset[str]], ...] = (
    (EntityKind.PERSON, frozenset("born died occupation nationality spouse birthplace".split())),
    (EntityKind.PLACE, frozenset("population area capital coordinates elevation".split())),
    (EntityKind.PUBLICATION, frozenset("author publisher isbn issn editor pages".split())),
)
"""Attributes of an infobox that tell what its subject is."""


class Entities:
    """Collects the entities of one corpus; a curated one wins, and is never changed."""

    def __init__(self, curated: Iterable[Entity] = ()) -> None:
        self._entities: dict[str, Entity] = {}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._home: dict[str, str] = {}
        """The document in which an entity that no curator wrote was first named."""
        for entity in curated:
            self._put(entity)
        self._curated = frozenset(self._entities)

    def all(self) -> tuple[Entity, ...]:
        """Give all entities in the order in which they came."""
        return tuple(self._entities.values())

    def named(self, name: str) -> str | None:
        """Find the only entity that bears a name or an acronym, case and accents apart."""
        found = self._by_name.get(key(name), ())
        return found[0] if len(found) == 1 else None

    def subject(self, names: Sequence[str]) -> str | None:
        """Find the entity that the first of several names leads to."""
        return next((found for name in names if (found := self.named(name))), None)

    def add(
        self,
        names: Sequence[tuple[str, Language | None]],
        *,
        acronym: str | None = None,
        kind: EntityKind = EntityKind.ORGANISATION,
        citation: Citation | None = None,
    ) -> str:
        """Add an entity by its names, the first one foremost, or join it to the one that bears a name.

        An acronym joins it too where a curated entity or one of the same document bears it: else nothing says
        that two names with one acronym name one thing, and they stay two.
        """
        known = self.subject([name for name, _ in names])
        if known is None and acronym is not None:
            known = self._bearer(acronym, citation)
        if known is None:
            identifier = self._free(slug(acronym or names[0][0]))
            (first, _), *others = names
            aliases = tuple(
                Alias(name=name, language=lang, citation=citation) for name, lang in others if name != first
            )
            self._put(Entity(id=identifier, kind=kind, name=first, acronym=acronym, aliases=aliases))
            if citation is not None:
                self._home[identifier] = citation.document
            return identifier
        if known not in self._curated:
            self._extend(known, names, acronym, citation)
        return known

    def _bearer(self, acronym: str, citation: Citation | None) -> str | None:
        for identifier in self._by_name.get(key(acronym), ()):
            at_home = citation is not None and self._home.get(identifier) == citation.document
            if identifier in self._curated or at_home:
                return identifier
        return None

    def _extend(
        self,
        identifier: str,
        names: Sequence[tuple[str, Language | None]],
        acronym: str | None,
        citation: Citation | None,
    ) -> None:
        entity = self._entities[identifier]
        borne = {key(entity.name), *(key(alias.name) for alias in entity.aliases)}
        written = list(names)
        if acronym and entity.acronym and acronym != entity.acronym:
            written.append((acronym, None))
        new = {key(name): Alias(name=name, language=lang, citation=citation) for name, lang in written}
        aliases = tuple(alias for folded, alias in new.items() if folded not in borne)
        if aliases or (acronym and not entity.acronym):
            update = {"aliases": (*entity.aliases, *aliases), "acronym": entity.acronym or acronym}
            self._put(entity.model_copy(update=update))

    def _put(self, entity: Entity) -> None:
        self._entities[entity.id] = entity
        for name in filter(None, (entity.name, entity.acronym, *(alias.name for alias in entity.aliases))):
            bearers = self._by_name[key(name)]
            if entity.id not in bearers:
                bearers.append(entity.id)

    def _free(self, wanted: str) -> str:
        identifier, number = wanted, 1
        while identifier in self._entities:
            number += 1
            identifier = f"{wanted}_{number}"
        return identifier


def key(name: str) -> str:
    """Write a name without case, accents, hyphens and the apostrophe of a possessive."""
    return " ".join(fold(word).replace("’", "'").removesuffix("'s") for word, *_ in tokens(name))


def kind_of(attributes: Iterable[str]) -> EntityKind:
    """Tell what the subject of an infobox is by its attributes; an organisation where nothing tells."""
    held = set(attributes)
    return next((kind for kind, signs in _KIND_KEYS if held & signs), EntityKind.ORGANISATION)
