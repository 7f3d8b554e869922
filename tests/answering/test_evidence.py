"""Hits, asks and facts lead to units, which are ranked by what speaks for them."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering.evidence import Evidence
from knowledge.models import Fact, Hit
from tests.answering.club import CLUB, club, room


def weigh(question: str, hits: Sequence[Hit] = (), facts: Sequence[Fact] = ()) -> Evidence:
    return club().judge.weigh(club().query(question), hits, facts)


def hits(question: str, limit: int = 12) -> tuple[Hit, ...]:
    return club().retriever.retrieve(club().query(question), limit)


def test_nothing_leads_to_nothing() -> None:
    evidence = weigh("Why does the trombone?")
    assert evidence.ranked == ()
    assert evidence.ruling.missing


def test_every_unit_of_a_passage_that_was_hit_is_weighed() -> None:
    (hit,) = hits("lost boats storm crew", 1)
    evidence = weigh("What got lost?", [hit])
    assert {each.unit for each in evidence.ranked} == set(club().units.of(hit.passage))


def test_an_ask_leads_to_its_unit_although_no_passage_was_hit() -> None:
    evidence = weigh("Which people created the crew?")
    (only,) = evidence.ranked
    assert CLUB[slice(*only.answer[0])] == "Sergio Paz and Sergio Mar"


def test_a_fact_leads_to_its_unit_and_its_value_is_the_answer() -> None:
    facts = club().facts.find(["rc"], "headquarters", ())
    (only,) = weigh("Where is the headquarters of the RC?", facts=facts).ranked
    assert [CLUB[slice(*span)] for span in only.answer] == ["Port Hope, Utopia"]
    assert only.facts == facts


def test_an_ask_that_is_hardly_alike_does_not_say_which_words_answer() -> None:
    evidence = weigh("What lantern burned when the crew with the trombone sank in the harbour?")
    assert evidence.ranked
    assert all(each.answer == () for each in evidence.ranked)


def test_a_fact_that_stands_in_no_unit_is_passed_over() -> None:
    (fact, *_) = club().facts.find(["rc"], "headquarters", ())
    lost = fact.model_copy(update={"citation": fact.citation.model_copy(update={"document": "nowhere"})})
    assert weigh("Why does the trombone?", facts=[lost]).ranked == ()


def test_units_are_ranked_best_first_and_each_stands_once() -> None:
    question = "When was Spark founded?"
    ranked = weigh(question, hits(question)).ranked
    assert [each.score for each in ranked] == sorted((each.score for each in ranked), reverse=True)
    assert len({(each.unit.passage.document, each.unit.start) for each in ranked}) == len(ranked)
    assert "In 1997" in ranked[0].unit.text


def test_a_unit_is_ranked_by_the_one_thing_asked_for_that_fits_best() -> None:
    for question, answer in (("When was Spark founded?", "1997"), ("Who founded Spark?", "Sergio Paz and Sergio Mar")):
        best = weigh(question, hits(question)).ranked[0]
        assert [CLUB[slice(*span)] for span in best.answer] == [answer]


def test_where_all_scores_are_alike_the_order_is_that_of_the_documents() -> None:
    made = room(None, None, b="The same words.", a="The same words.")
    query = made.query("same words")
    ranked = made.judge.weigh(query, made.retriever.retrieve(query, 9), ()).ranked
    assert [each.unit.passage.document for each in ranked] == ["a", "b"]


def test_of_a_long_passage_only_the_most_promising_units_are_measured() -> None:
    sentences = " ".join(f"Crew {number} rowed." for number in range(100))
    made = room(None, None, note=f"{sentences} The trombone sank.")
    query = made.query("Which trombone sank?")
    ranked = made.judge.weigh(query, made.retriever.retrieve(query, 9), ()).ranked
    assert len(ranked) < 50
    assert ranked[0].unit.text == "The trombone sank."
