"""A passage is cut into what an answer is made of, each part with the words that describe it."""

from __future__ import annotations

import itertools

import pytest

from knowledge.models import PassageKind
from knowledge.retrieval.asks import CuratedFor
from tests.answering.club import club, room


def texts(words: str) -> list[str]:
    return [unit.text for unit in club().passage_of(words)]


def test_a_paragraph_is_cut_into_its_sentences() -> None:
    assert texts("rowing club") == [
        "The River Club (RC) is a rowing club.",
        "It was formed in 2014 by the former Rowing League.",
    ]


def test_a_unit_is_the_slice_of_its_document() -> None:
    for unit in club().all_units():
        document = club().corpus.document(unit.passage.document)
        assert document is not None
        assert document.text[unit.start : unit.end] == unit.text


def test_the_units_of_a_passage_are_numbered_in_order_and_part_nothing() -> None:
    for passage in club().corpus.passages:
        units = club().units.of(passage)
        assert [unit.place for unit in units] == list(range(len(units)))
        assert all(before.end <= after.start for before, after in itertools.pairwise(units))


def test_a_field_and_a_row_are_one_unit_however_many_full_stops_they_hold() -> None:
    text = "= Club (Utopia) =\n\n- Motto: Row on. Never stop. Ask Mr. Paz.\n\n| Year | Word |\n| 2016 | Won. Lost. |\n"
    wholes = [unit for unit in room(None, None, club=text).all_units() if unit.whole and unit.passage.retrieved]
    assert [unit.text for unit in wholes] == ["Motto: Row on. Never stop. Ask Mr. Paz.", "| 2016 | Won. Lost. |"]


def test_a_headline_of_two_sentences_is_one_unit() -> None:
    headline, first, last = club().passage_of("Boats for All!")
    assert headline.text == "Boats for All! The Club Opens Its Doors"
    assert (headline.headline, first.headline, last.headline) == (True, False, False)
    assert last.text == "Nobody paid."


def test_only_an_item_has_a_headline() -> None:
    kinds = {unit.passage.kind for unit in club().all_units() if unit.headline}
    assert kinds == {PassageKind.ITEM}


def test_a_unit_is_found_by_any_of_its_offsets() -> None:
    unit = club().unit("lost two boats")
    assert club().units.at("club", unit.start) is unit
    assert club().units.at("club", unit.end - 1) is unit


@pytest.mark.parametrize(("document", "offset"), [("nowhere", 0), ("club", 1_000_000)])
def test_there_is_no_unit_outside_the_documents(document: str, offset: int) -> None:
    assert club().units.at(document, offset) is None


def test_between_two_sentences_there_is_no_unit() -> None:
    assert club().units.at("club", club().unit("lost two boats").start - 1) is None


def test_a_unit_has_the_entities_that_it_names_and_gives_facts_of() -> None:
    assert club().unit("crew Spark").entities == {"spark", "paz", "mar"}
    # The field's own words name nobody: it is the fact that is the club's.
    assert club().unit("Headquarters:").entities == {"rc"}


def test_the_object_of_a_fact_is_among_its_entities() -> None:
    fact = '[[facts]]\nentity = "rc"\nattribute = "based"\nobject = "town"\nvalue = "there"\ndocument = "club"\n'
    entities = "".join(
        f'[[entities]]\nid = "{each}"\nkind = "place"\nname = "{each.upper()}X"\n' for each in ("rc", "town")
    )
    text = '[attributes.based]\nlabel = { en = "Base", es = "Base" }\n' + entities + fact
    made = room(text + 'quote = "They row there."\n', None, club="They row there. It rains.")
    assert made.unit("row there").entities == {"rc", "town"}
    assert made.unit("rains").entities == frozenset()


def test_around_a_unit_are_the_words_and_names_of_its_passage() -> None:
    unit = club().unit("lost two boats")
    assert "spark" in unit.around
    assert not unit.forms & {"spark"}
    assert {"spark", "low-town", "rc"} <= unit.entities_around


def test_the_subject_of_a_document_is_around_every_unit_of_it() -> None:
    assert "rc" in club().unit("The ABC sent").entities_around
    assert "rc" not in club().unit("Nobody paid").entities_around


def test_headings_title_and_the_headers_of_a_row_head_a_unit() -> None:
    row = club().unit("| 2016 |")
    assert {"candidate", "votes", "river", "electoral"} <= row.headed
    assert "votes" not in club().unit("Headquarters:").headed


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 1997 it began.", {1997}),
        ("It lived 1620–21 and 1999-2004.", {1620, 1621, 1999, 2004}),
        ("In the 1970s all was well.", {1970}),
        ("It sold 10,720 and 2,016 copies.", set()),
        ("The number 12016 is no year.", set()),
    ],
)
def test_the_years_in_a_text_hold_both_ends_of_a_span(text: str, years: set[int]) -> None:
    assert room(None, None, note=text).unit(text).years == years


def test_the_years_of_the_passage_are_around() -> None:
    unit = club().unit("lost two boats")
    assert not unit.years
    assert unit.years_around == {1997}


def test_a_unit_is_asked_for_one_thing_at_a_time() -> None:
    asked_for = club().unit("crew Spark").asked_for
    assert len({each.span.answer for each in asked_for if isinstance(each, CuratedFor)}) == 2
    created, began = frozenset({"creat"}), frozenset({"begin"})
    assert [bool(each.sharing(created)) + bool(each.sharing(began)) for each in asked_for if each.curated] == [1, 1]


def test_the_words_of_each_attribute_that_it_gives_ask_for_a_unit() -> None:
    (journal,) = club().unit("Journal:").asked_for
    assert not journal.curated
    assert journal.sharing(frozenset({"journal", "revista", "oar"})) == {"journal", "revista"}
    assert club().unit("The ABC sent").asked_for == ()


def test_what_a_document_is_about_counts_only_where_nobody_described_the_passage() -> None:
    told = club().unit("The ABC sent").document
    assert all(map(told.tells_year, (1997, 2004, 2014)))
    assert all(told.names_any(frozenset({entity})) for entity in ("rc", "spark"))
    assert all(map(told.writes_in_capitals, ("abc", "rc")))
    described = club().unit("lost two boats").document
    assert not described.tells_year(1997)
    assert not described.names_any(frozenset({"rc"}))
    assert not described.writes_in_capitals("abc")
