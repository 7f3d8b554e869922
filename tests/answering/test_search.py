"""Each passage of a search comes with the reasons why it was found."""

from __future__ import annotations

from functools import cache

from knowledge.assistant import Assistant
from knowledge.bootstrap import open_assistant
from knowledge.models import FieldOfText, Found


@cache
def library() -> Assistant:
    """Load the library once."""
    return open_assistant()


def _row(found: tuple[Found, ...]) -> Found:
    return next(each for each in found if each.citation.label == "2016")


def test_a_term_says_in_which_field_it_stands() -> None:
    found = library().search("candidate Moissen electoral results", 10)
    where = {term.word: term.fields for term in _row(found).terms}
    assert where["Moissen"] == (FieldOfText.TEXT,)
    assert where["candidate"] == (FieldOfText.HEADERS,)
    assert where["results"] == (FieldOfText.HEADINGS,)


def test_a_rarer_term_weighs_more() -> None:
    weights = {t.word: t.weight for each in library().search("LTS Coyoacán", 10) for t in each.terms}
    assert weights["Coyoacán"] > weights["LTS"]


def test_a_passage_that_only_a_way_to_ask_leads_to_stands_last_without_a_score() -> None:
    found = library().search("¿Cuál es el órgano de prensa del MTS?", 30)
    unscored = [each for each in found if not each.score]
    assert unscored == list(found[len(found) - len(unscored) :])
    assert all(each.asks or each.facts for each in unscored)


def test_at_most_the_limit_is_listed_and_nothing_for_nothing() -> None:
    assert [each.rank for each in library().search("MTS", 3)] == [1, 2, 3]
    assert library().search("?!", 3) == ()
