from __future__ import annotations

import pytest

from knowledge.facts import store
from knowledge.facts.events import clause
from knowledge.models import Event
from tests.facts.corpora import corpus_of, party


def events(text: str) -> list[Event]:
    return list(store.read(corpus_of(notes=f"# Notes\n\n{text}\n"), None).events())


@pytest.mark.parametrize(
    ("sentence", "words", "chosen"),
    [
        ("In 2006, they took a leading part in it, giving help.", "2006", "they took a leading part in it"),
        ("Also in 2010, the club formed a press (in town, they say), and left.", "2010",
         "the club formed a press (in town, they say)"),
        ("It supports the International, founded in 1938 by Trotsky.", "1938",
         "It supports the International, founded in 1938 by Trotsky."),
        ("They came (in 1990, they say) and left.", "1990", "They came (in 1990, they say) and left."),
        ("In 1994.", "1994", "In 1994."),
        ("The club was formed in 1997, integrated by students.", "1997", "The club was formed in 1997"),
        ("In 2016, after the Reform of the District, they decided to run.", "2016",
         "In 2016, after the Reform of the District, they decided to run."),
    ],
)  # fmt: skip
def test_the_shortest_clause_that_stands_alone_is_chosen(sentence: str, words: str, chosen: str) -> None:
    start = sentence.index(words)
    assert chosen == sentence[slice(*clause(sentence, start, start + len(words)))]


def test_an_event_cites_its_whole_sentence_with_the_date_marked() -> None:
    [event] = events("It was cold. In 2006, they took part in the long struggle, and won.")
    assert event.citation.quote == "In 2006, they took part in the long struggle, and won."
    assert [event.citation.quote[start:end] for start, end in event.citation.answer] == ["2006"]


def test_a_month_beside_a_year_is_no_event_of_its_own() -> None:
    assert [event.date.words for event in events("In 1988 they left in January of that year.")] == ["1988"]


def test_a_date_told_twice_in_a_sentence_is_one_event() -> None:
    assert len(events("In 1988 they left and in 1988 they came.")) == 1


def test_events_without_year_stand_last_by_month_and_relative_ones_after_them() -> None:
    written = "Last week it rained. On March 27 a storm came. In 1990 they met. Since 1985 they sing."
    assert [event.date.words for event in events(written)] == ["Since 1985", "1990", "March 27", "Last week"]


def test_events_name_the_entities_of_their_sentence_and_the_documents_subject() -> None:
    facts = party()
    [event] = [event for event in facts.events("lr") if event.date.year == 2010]
    assert facts.subject("party") in event.entities


def test_rows_and_fields_are_no_events() -> None:
    assert {event.date.year for event in party().events()} == {1997, 2014, 2004, 2010, None}
