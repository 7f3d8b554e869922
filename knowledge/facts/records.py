"""Curated facts, election results, events and remarks: entry → model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from knowledge.facts.entries import Entry
from knowledge.facts.figures import parse_figure
from knowledge.facts.quotes import Place, Quotes
from knowledge.models import (
    Bilingual,
    Citation,
    Date,
    ElectionResult,
    Entity,
    Event,
    Fact,
    Figure,
    PassageKind,
    Remark,
    RemarkKind,
    Span,
)

_PLACE_KEYS = frozenset("document quote after".split())
_FACT_KEYS = _PLACE_KEYS | frozenset("entity attribute value object from to".split())
_WORDED = ("contest", "list", "candidate", "phrase", "base")
_FIGURES = ("votes", "share", "seats")
_RESULT_KEYS = _PLACE_KEYS | frozenset((*_WORDED, *_FIGURES, "year", "entity", "about", "context"))
_EVENT_KEYS = _PLACE_KEYS | frozenset("date entities".split())
_DATE_KEYS = frozenset("words year month day end open".split())
_REMARK_KEYS = _PLACE_KEYS | frozenset("kind en es entities".split())
_BY_LINE = (PassageKind.FIELD, PassageKind.ROW)


@dataclass(frozen=True, slots=True)
class Known:
    """What entries may refer to."""

    quotes: Quotes
    entities: Mapping[str, Entity]
    attributes: frozenset[str]

    def entity(self, entry: Entry, identifier: str) -> str:
        """Pass the id of an entity on, if there is one."""
        if identifier not in self.entities:
            raise entry.fail(f"unknown entity {identifier!r}")
        return identifier

    def listed(self, entry: Entry) -> tuple[str, ...]:
        """Pass on the ids of the entities that an entry lists."""
        return tuple(self.entity(entry, identifier) for identifier in entry.strings("entities"))


def read_fact(entry: Entry, known: Known) -> Fact:
    """Read a fact; its value stands in its quote, or is the words there that name its object."""
    entry.allow(_FACT_KEYS)
    attribute, target = entry.required("attribute"), entry.string("object")
    if attribute not in known.attributes:
        raise entry.fail(f"unknown attribute {attribute!r}")
    place = known.quotes.locate(entry)
    value = _value(entry, known, place)
    citation = known.quotes.cite(place, answer=[value])
    return Fact(
        entity=known.entity(entry, entry.required("entity")),
        attribute=attribute,
        value=place.document.text[slice(*value)],
        object=known.entity(entry, target) if target else None,
        period=entry.period(),
        citation=citation,
        prose=citation.kind not in _BY_LINE,
        source="curated",
    )


def _value(entry: Entry, known: Known, place: Place) -> Span:
    value, target = entry.string("value"), entry.string("object")
    if value is not None:
        return place.within(entry, value, "value")
    if target is None:
        raise entry.fail("a fact has a value or an object")
    entity = known.entities[known.entity(entry, target)]
    names = {entity.name, entity.acronym or entity.name, *(alias.name for alias in entity.aliases)}
    for name in sorted(names, key=len, reverse=True):
        start = place.document.text.find(name, *place.span)
        if start >= 0:
            return start, start + len(name)
    raise entry.fail(f"the quote does not name {target!r}; give the value")


def read_result(entry: Entry, known: Known) -> ElectionResult:
    """Read an election that prose gives the figures of, or only speaks of."""
    entry.allow(_RESULT_KEYS)
    place = known.quotes.locate(entry)
    written = {key: entry.string(key) for key in (*_WORDED, *_FIGURES)}
    spans = {key: place.within(entry, text, key) for key, text in written.items() if text}
    words = {key: place.document.text[slice(*span)] for key, span in spans.items()}
    figures = {key: _figure(words, spans, key) for key in _FIGURES}
    about = entry.bilingual("about")
    if about is None and not any(figures.values()):
        raise entry.fail("a result has votes, share or seats; an election only spoken of has about")
    entity = entry.string("entity")
    citation = known.quotes.cite(place, answer=[spans[key] for key in _FIGURES if key in spans])
    return ElectionResult(
        year=entry.integer("year"),
        entity=known.entity(entry, entity) if entity else None,
        contest=words.get("contest"),
        list=words.get("list"),
        candidate=words.get("candidate"),
        phrase=words.get("phrase"),
        votes=figures["votes"],
        share=figures["share"],
        seats=figures["seats"],
        about=about,
        context=_context(entry, known),
        citation=citation,
        prose=citation.kind not in _BY_LINE,
    )


def _context(entry: Entry, known: Known) -> Citation | None:
    """Cite the sentence on which that of a result leans; `context` is its quote, in the same document."""
    quote = entry.string("context")
    if quote is None:
        return None
    place: dict[str, object] = {"document": entry.required("document"), "quote": quote}
    return known.quotes.cite(known.quotes.locate(replace(entry, values=place)))


def _figure(words: Mapping[str, str], spans: Mapping[str, Span], key: str) -> Figure | None:
    if key not in words:
        return None
    share = key == "share"
    return Figure(
        text=words[key],
        number=parse_figure(words[key], percent=share),
        span=spans[key],
        base=words.get("base") if share else None,
    )


def read_event(entry: Entry, known: Known) -> Event:
    """Read an event; its quote is its text, and its year and words stand in the sentences around it."""
    entry.allow(_EVENT_KEYS)
    table = entry.inner("date")
    if table is None:
        raise entry.fail("date is missing")
    table.allow(_DATE_KEYS)
    date = Date(
        words=table.required("words"),
        year=table.integer("year"),
        month=table.integer("month"),
        day=table.integer("day"),
        end=table.integer("end"),
        open=table.flag("open", default=False),
    )
    place = known.quotes.locate(entry)
    words = _date_span(entry, known, place, date)
    return Event(
        date=date,
        entities=known.listed(entry),
        text=place.quote,
        citation=known.quotes.cite(place, answer=[words] if words else []),
    )


def _date_span(entry: Entry, known: Known, place: Place, date: Date) -> Span | None:
    """Find a date's words in the sentences that hold its quote.

    Words and year may stand in an earlier sentence of the passage that those lean on (“In the heat of this
    process”); a year that the passage does not hold would be one that we inferred.
    """
    text = place.document.text[place.passage.start : place.passage.end]
    if date.year is not None and str(date.year) not in text:
        raise entry.fail(f"year {date.year} is not in the passage of the quote")
    if date.words.casefold() not in text.casefold():
        raise entry.fail(f"the date's words {date.words!r} are not in the passage of the quote")
    start, end = known.quotes.unit(place)
    found = place.document.text[start:end].casefold().find(date.words.casefold())
    return (start + found, start + found + len(date.words)) if found >= 0 else None


def read_remark(entry: Entry, known: Known) -> Remark:
    """Read bilingual words about a span: its quote as it stands."""
    entry.allow(_REMARK_KEYS)
    kind = entry.required("kind")
    if kind not in set(RemarkKind):
        raise entry.fail(f"kind {kind!r} is none of {', '.join(RemarkKind)}")
    place = known.quotes.locate(entry)
    return Remark(
        kind=RemarkKind(kind),
        text=Bilingual(en=entry.required("en"), es=entry.required("es")),
        document=place.document.id,
        span=place.span,
        entities=known.listed(entry),
    )
