"""Reader and checker of `facts.toml`: every quote is found, every name known, every value verbatim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.corpus import Corpus
from knowledge.facts import entries, records
from knowledge.facts.entries import Entry
from knowledge.facts.quotes import Quotes
from knowledge.models import (
    Alias,
    Attribute,
    ElectionResult,
    Entity,
    EntityKind,
    Event,
    Fact,
    Language,
    Remark,
)

FILE = "facts.toml"
_TABLES = ("attributes", "entities", "facts", "results", "events", "remarks")
_ATTRIBUTE_KEYS = frozenset("label words fields rank decorative".split())
_ENTITY_KEYS = frozenset("id kind name acronym names about note stated".split())
_NAME_KEYS = frozenset("name language from to stated document quote after".split())
_FURTHEST_RANK = 100
_LANGUAGES: Mapping[str, Language] = {"en": "en", "es": "es"}


@dataclass(frozen=True, slots=True)
class Curation:
    """What curators wrote about a corpus."""

    attributes: tuple[Attribute, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    """From the key of an infobox field or the header of a column to its attribute."""
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    results: tuple[ElectionResult, ...] = ()
    events: tuple[Event, ...] = ()
    remarks: tuple[Remark, ...] = ()


def read(corpus: Corpus, text: str) -> Curation:
    """Read `facts.toml`.

    Raises CurationSyntax, QuoteMissing and QuoteAmbiguous, with the line where the entry starts.
    """
    quotes = Quotes(corpus)
    tables: dict[str, list[Entry]] = {name: [] for name in _TABLES}
    for entry in entries.read(text, FILE, _TABLES):
        tables[entry.table.partition(".")[0]].append(entry)
    fields: dict[str, str] = {}
    attributes = {entry.table: _attribute(entry, fields) for entry in tables["attributes"]}
    entities = _entities(tables["entities"], quotes)
    known = records.Known(quotes, entities, frozenset(attribute.id for attribute in attributes.values()))
    return Curation(
        attributes=tuple(attributes.values()),
        fields=fields,
        entities=tuple(entities.values()),
        facts=tuple(records.read_fact(entry, known) for entry in tables["facts"]),
        results=tuple(records.read_result(entry, known) for entry in tables["results"]),
        events=tuple(records.read_event(entry, known) for entry in tables["events"]),
        remarks=tuple(records.read_remark(entry, known) for entry in tables["remarks"]),
    )


def _attribute(entry: Entry, fields: dict[str, str]) -> Attribute:
    entry.allow(_ATTRIBUTE_KEYS)
    identifier = entry.table.partition(".")[2].strip(" \"'")
    label, rank = entry.bilingual("label"), entry.integer("rank")
    if not identifier or label is None:
        raise entry.fail("an attribute is written [attributes.its_id] and has a label in both languages")
    for key in entry.strings("fields"):
        if fields.setdefault(key, identifier) != identifier:
            raise entry.fail(f"field {key!r} is already {fields[key]!r}")
    return Attribute(
        id=identifier,
        label=label,
        words=entry.strings("words"),
        decorative=entry.flag("decorative", default=False),
        rank=_FURTHEST_RANK if rank is None else rank,
    )


def _entities(found: Sequence[Entry], quotes: Quotes) -> dict[str, Entity]:
    entities: dict[str, Entity] = {}
    for entry in found:
        entity = _entity(entry, quotes)
        if entity.id in entities:
            raise entry.fail(f"entity {entity.id!r} stands twice")
        entities[entity.id] = entity
    return entities


def _entity(entry: Entry, quotes: Quotes) -> Entity:
    entry.allow(_ENTITY_KEYS)
    kind = entry.required("kind")
    if kind not in set(EntityKind):
        raise entry.fail(f"kind {kind!r} is none of {', '.join(EntityKind)}")
    return Entity(
        id=entry.required("id"),
        kind=EntityKind(kind),
        name=entry.required("name"),
        acronym=entry.string("acronym"),
        aliases=tuple(_alias(name, quotes) for name in entry.inners("names")),
        stated=entry.flag("stated", default=True),
        note=entry.bilingual("note"),
        about=entry.bilingual("about"),
    )


def _alias(entry: Entry, quotes: Quotes) -> Alias:
    entry.allow(_NAME_KEYS)
    name, language, citation = entry.required("name"), entry.string("language"), None
    if language is not None and language not in _LANGUAGES:
        raise entry.fail(f"language {language!r} is neither en nor es")
    if entry.string("quote") is not None:
        place = quotes.locate(entry)
        start = place.document.text.find(name, *place.span)
        citation = quotes.cite(place, answer=[(start, start + len(name))] if start >= 0 else ())
    return Alias(
        name=name,
        language=_LANGUAGES[language] if language else None,
        period=entry.period(),
        stated=entry.flag("stated", default=True),
        citation=citation,
    )
