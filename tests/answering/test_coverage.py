"""What of a question a unit covers: by its own words, by how it is asked for, by what heads and surrounds it."""

from __future__ import annotations

from knowledge.answering.coverage import COVERED, Coverage
from tests.answering.club import club, room


def covered(words: str, question: str) -> Coverage:
    """Give the coverage by the thing asked for that covers most."""
    return max(club().cover(words, question), key=lambda each: each.share)


def strength(words: str, question: str) -> float:
    """Give the strength of a question's only word."""
    (only,) = covered(words, question).words
    return only


def test_a_word_of_the_unit_itself_is_covered_wholly() -> None:
    assert strength("lost two boats", "boats?") == 1


def test_a_word_is_covered_less_the_farther_it_stands() -> None:
    own = strength("The ABC sent", "lantern?")
    headed = strength("The ABC sent", "regattas?")
    around = strength("The ABC sent", "guests?")
    nowhere = strength("The ABC sent", "trombones?")
    assert own > headed > COVERED > around > nowhere == 0


def test_a_word_that_means_the_same_counts_a_little_less() -> None:
    assert COVERED <= strength("lost two boats", "canoes?") < 1


def test_ways_to_ask_for_a_unit_cover_a_word_that_it_lacks() -> None:
    assert "people" not in club().unit("crew Spark").forms
    assert COVERED < strength("crew Spark", "created?") < 1


def test_ways_to_ask_are_taken_one_thing_at_a_time() -> None:
    asked = room(
        None,
        """
[[expansions]]
document = "note"
quote = "It began on a raft."
en = ["When did the galley start?"]
[[expansions]]
document = "note"
quote = "It began on a raft."
en = ["Who was the helmsman?"]
""",
        note="It began on a raft. All sang.",
    )
    coverages = asked.cover("raft", "galley helmsman")
    assert sorted(each.words for each in coverages) == [(0.0, 0.95), (0.95, 0.0)]


def test_what_is_asked_for_one_sentence_is_not_asked_for_its_neighbour() -> None:
    assert covered("rowed to Low Town", "who created it?").words == (0.0,)


def test_a_unit_that_nobody_asks_for_is_measured_once() -> None:
    (only,) = club().cover("The ABC sent", "lantern?")
    assert only.asked_for.sharing(frozenset({"lantern"})) == frozenset()


def test_a_name_counts_in_the_unit_more_than_around_it_and_in_the_document_least() -> None:
    def name(words: str) -> float:
        (only,) = covered(words, "Low Town?").names
        return only

    assert name("drew forty guests") == 1
    assert 1 > name("The ABC sent") > name("prints a journal") >= COVERED
    assert name("Carmen Ríos") == 0


def test_any_bearer_of_an_ambiguous_name_covers_it() -> None:
    assert covered("| 2016 |", "Sergio?").names == (1.0,)
    assert covered("| 2018 |", "Sergio?").names == (1.0,)
    assert covered("Headquarters:", "Sergio?").names[0] < 1


def test_another_name_of_the_same_entity_covers_it() -> None:
    assert covered("is a rowing club", "¿Club del Río?").names == (1.0,)


def test_a_name_in_a_way_to_ask_covers_it() -> None:
    made = room(
        '[[entities]]\nid = "spark"\nkind = "organisation"\nname = "Spark"\n',
        '[[expansions]]\ndocument = "note"\nquote = "They won."\nen = ["What did Spark win in 1950?"]\n',
        note="They won. It rained.",
    )
    (asked,) = made.cover("They won", "Spark in 1950?")
    (other,) = made.cover("It rained", "Spark in 1950?")
    assert asked.names_all
    assert (other.names, other.years) == ((0.0,), (0.0,))


def test_a_year_counts_in_the_unit_around_it_and_in_its_document() -> None:
    def year(words: str) -> float:
        (only,) = covered(words, "2004?").years
        return only

    assert year("prints a journal") == 1
    assert 1 > year("It sold") > year("The ABC sent") >= COVERED
    assert year("lost two boats") == 0


def test_a_year_within_the_period_of_a_fact_is_covered() -> None:
    assert covered("Journal:", "2010?").years == (1.0,)
    assert covered("Journal:", "1950?").years == (0.0,)


def test_an_acronym_is_covered_by_the_unit_or_else_by_capitals_in_its_document() -> None:
    assert covered("The ABC sent", "the ABC?").acronyms == (1.0,)
    assert covered("prints a journal", "the ABC?").acronyms == (COVERED,)
    assert covered("anthem", "the ABC?").acronyms == (0.0,)


def test_what_its_document_is_about_does_not_cover_for_a_unit_that_somebody_described() -> None:
    described = covered("lost two boats", "ABC and 2004?")
    assert (described.acronyms, described.years) == ((0.0,), (0.0,))


def test_all_names_are_covered_only_where_each_is() -> None:
    assert covered("crew Spark", "Spark 1997?").names_all
    assert not covered("crew Spark", "Spark 1871?").names_all
    assert not covered("crew Spark", "Spark XYZ?").names_all
    assert not covered("crew Spark", "Spark, Edgar Ghost?").names_all


def test_shares_are_whole_where_everything_is_said() -> None:
    whole = covered("lost two boats", "the crew lost two boats?")
    assert (whole.share, whole.said, whole.own) == (1.0, 1.0, 1.0)


def test_a_question_of_names_alone_leaves_no_word_unsaid() -> None:
    assert covered("crew Spark", "Spark?").said == 1


def test_a_question_of_nothing_is_covered_by_nothing() -> None:
    nothing = covered("crew Spark", "what?")
    assert (nothing.share, nothing.own, nothing.names_all) == (0.0, 0.0, True)
