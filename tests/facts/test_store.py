from __future__ import annotations

from knowledge.facts import store
from tests.facts.corpora import corpus_of, party


def test_facts_are_found_by_entity_attribute_and_year() -> None:
    facts = party()
    subject = facts.subject("party") or ""
    assert [fact.value for fact in facts.find([subject, subject], "youth_wing", [2014])] == [
        "Young, Free and Red (2012–2014)",
        "New Spark (2014–)",
    ]
    assert list(facts.find([subject], "headquarters", [2014])) == []
    assert [fact.value for fact in facts.find([subject], "headquarters", [])] == ["Port Hope, Utopia"]
    assert facts.facts_of(subject) == facts.find([subject], None, [])
    assert facts.find(["nobody"], None, []) == ()


def test_results_are_found_by_year() -> None:
    facts = party()
    assert facts.years() == (2016, 2018)
    assert [result.year for result in facts.results()] == [2016, 2018]
    assert [result.year for result in facts.results(2018)] == [2018]
    assert facts.results(2006) == ()


def test_rows_stand_before_prose_of_the_same_year() -> None:
    text = '[[results]]\nyear = 2016\nvotes = "10,720"\ndocument = "party"\nquote = "sold 10,720 books"\n'
    assert [result.prose for result in party(facts=text).results()] == [False, True, False]


def test_a_curated_row_takes_the_place_of_the_one_that_was_read() -> None:
    text = '[[results]]\nyear = 2016\nvotes = "10,720"\ndocument = "party"\nquote = "Ana Paz | 10,720"\n'
    first, second = party(facts=text).results()
    assert first.candidate is None
    assert second.candidate == "Luis Mar"


def test_names_are_those_of_every_entity() -> None:
    names = {(name.name, name.stated) for name in party().names()}
    assert {("Red Party", True), ("PR", True), ("Partido Rojo", True), ("Red League", True)} <= names


def test_a_persons_name_is_marked_as_one() -> None:
    facts = store.read(corpus_of(notes="# Notes\n\nThen they met Rosa Parks at the Red Bank.\n"), None)
    assert {("Rosa Parks", True), ("Red Bank", False)} == {(name.name, name.person) for name in facts.names()}


def test_names_of_running_text_are_left_to_curators_where_there_are_some() -> None:
    text = '[[entities]]\nid = "x"\nkind = "place"\nname = "Low Town"\n'
    notes = corpus_of(notes="# Notes\n\nThen they met Rosa Parks at the Red Bank.\n")
    assert [name.name for name in store.read(notes, text).names()] == ["Low Town"]


def test_a_value_that_names_an_entity_leads_to_it() -> None:
    text = "= Club =\n\nClub, The Club\n- Newspaper: Red Paper (1990–)\n\nThe Club prints the Red Paper (RP).\n"
    [fact] = store.read(corpus_of(club=text), None).facts
    assert (fact.value, fact.object) == ("Red Paper (1990–)", "rp")


def test_labels_and_words_of_attributes_come_in_both_languages() -> None:
    facts = party()
    assert (facts.label("headquarters", "en"), facts.label("headquarters", "es")) == ("Headquarters", "Sede")
    assert "sede" in facts.words_of("headquarters")
    assert (
        facts.label(facts.subject("party") or "", "en"),
        facts.label("unknown", "en"),
    ) == ("PR", "unknown")
    assert facts.words_of("unknown") == ()


def test_decorative_fields_are_known() -> None:
    facts = party()
    assert facts.attributes["colorcode"].decorative
    assert not facts.attributes["teacher_wing"].decorative


def test_facts_are_found_by_the_place_of_their_value() -> None:
    facts = party()
    [fact] = facts.find([facts.subject("party") or ""], "headquarters", [])
    assert facts.facts_within("party", fact.citation.start, fact.citation.end) == (fact,)


def test_a_corpus_without_anything_to_read_has_no_facts() -> None:
    facts = store.read(corpus_of(notes="# Notes\n\nnothing here\n"), None)
    assert (facts.facts, facts.results(), facts.events(), facts.spoken(), facts.entities) == (
        (),
        (),
        (),
        (),
        (),
    )
