"""What the shipped library must give, read from its files as they are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import knowledge
from knowledge.corpus import Corpus
from knowledge.documents import loader, passages
from knowledge.facts import curated, entries, expansions, infobox, store
from knowledge.facts.store import FactStore

LIBRARY = Path(knowledge.__file__).parent / "library"
ARTICLE = "socialist-workers-movement"


@cache
def corpus() -> Corpus:
    source = loader.load(LIBRARY)
    return Corpus(
        source.documents,
        [passage for document in source.documents for passage in passages.build(document, source.blocks[document.id])],
    )


@cache
def facts(*, written: bool) -> FactStore:
    source = loader.load(LIBRARY)
    return store.read(corpus(), source.facts if written else None)


def values(found: FactStore, attribute: str) -> list[str]:
    subject = found.subject(ARTICLE) or ""
    return [fact.value for fact in found.facts_of(subject, attribute) if not fact.prose]


def test_the_infobox_is_read_without_anything_written_by_hand() -> None:
    found = facts(written=False)
    assert values(found, "youth_wing") == [
        "Contracorriente (1997–2012)",
        "Juventud Anticapitalista, Socialista y Revolucionaria (2012–2014)",
        "Agrupación Juvenil Anticapitalista (2014–)",
    ]
    assert values(found, "founded") == ["1988", "2014"]
    assert values(found, "teacher_wing") == ["Nuestra Clase"]
    assert values(found, "headquarters") == ["Mexico City, Mexico"]
    assert values(found, "ideology") == ["Trotskyism, Revolutionary Socialism"]


def test_the_subject_bears_the_names_of_title_infobox_and_opening() -> None:
    found = facts(written=False)
    subject = found.entity(found.subject(ARTICLE) or "")
    assert subject is not None
    assert (subject.name, subject.acronym) == ("Socialist Workers Movement", "MTS")
    assert "Movimiento de los Trabajadores Socialistas" in [alias.name for alias in subject.aliases]


def test_acronyms_lead_to_their_names() -> None:
    named = {entity.acronym: entity.name for entity in facts(written=False).entities if entity.acronym}
    assert named["LUS"] == "Liga de Unidad Socialista"
    assert named["LTS"] == "League of Workers for Socialism"
    assert named["CS-LV"] == "Convergencia Socialista-La Verdad"
    assert named["INM"] == "Instituto Nacional de Migración"


def test_the_table_gives_both_elections_with_blank_seats() -> None:
    first, second = facts(written=False).results()
    assert (first.year, second.year) == (2016, 2018)
    assert (first.votes and first.votes.number, first.share and first.share.number) == (10720, 0.51)
    assert (second.votes and second.votes.number, second.share and second.share.number) == (2863, 1.85)
    assert first.seats is not None
    assert first.seats.text == ""


def test_dates_keep_the_precision_of_their_words() -> None:
    words = {event.date.words for event in facts(written=False).events()}
    assert {
        "late 2013", "May 2014", "Since 2004", "1999–2000", "March 27", "May 21 and 22", "June 6–10",
        "first weekend of August", "Last week", "27N",
    } <= words  # fmt: skip


def test_lost_names_are_seen_in_the_quote() -> None:
    found = facts(written=False)
    [first, _] = found.facts_of(found.subject(ARTICLE) or "", "founded")
    assert infobox.text_lost(first.citation.quote)


def test_every_fact_stands_in_its_quote() -> None:
    for fact in facts(written=True).facts:
        start, end = fact.citation.answer[0]
        assert fact.value == fact.citation.quote[start:end]


def test_every_event_is_a_stretch_of_its_document() -> None:
    texts = {document.id: document.text for document in corpus().documents}
    for event in facts(written=True).events():
        assert event.text in texts[event.citation.document]


def test_the_fast_reading_of_entries_is_that_of_toml() -> None:
    import tomllib

    source = loader.load(LIBRARY)
    for text, file, tables in [
        (source.facts or "", curated.FILE, tuple(tomllib.loads(source.facts or ""))),
        (source.expansions or "", expansions.FILE, ("expansions", "gaps")),
    ]:
        read = entries.read(text, file, tables)
        for name, table in tomllib.loads(text).items():
            written = list(table.values()) if isinstance(table, dict) else table
            assert written == [entry.values for entry in read if entry.table.partition(".")[0] == name]
