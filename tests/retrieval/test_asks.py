"""A question finds the ways to ask that share its words and names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.models import Expansion, Language
from knowledge.retrieval.asks import AskIndex, AskMatch
from knowledge.text.names import Name, NameMatcher

NAMES = NameMatcher(
    [
        Name("LTS", "lts"),
        Name("League of Workers for Socialism", "lts"),
        Name("MTS", "mts"),
        Name("Sergio Moissen", "moissen", person=True),
        Name("Sergio Mora", "mora", person=True),
    ]
)
FOUNDED = Expansion(
    document="d",
    span=(0, 10),
    asks=(("en", "When was the LTS founded?"), ("es", "¿Cuándo se fundó la LTS?")),
)
NEWSPAPER = Expansion(document="d", span=(20, 30), asks=(("en", "Which newspaper did the LTS edit?"),))
CANDIDATE = Expansion(document="d", span=(40, 50), asks=(("en", "What did Sergio Moissen teach?"),))
EXPANSIONS = (FOUNDED, NEWSPAPER, CANDIDATE)
INDEX = AskIndex(EXPANSIONS, NAMES)
ASKS = [(language, ask) for expansion in EXPANSIONS for language, ask in expansion.asks]


def match(text: str, language: Language = "en") -> tuple[AskMatch, ...]:
    return INDEX.match(INDEX.terms(text, language))


@pytest.mark.parametrize(("language", "ask"), ASKS)
def test_the_same_words_are_wholly_alike(language: Language, ask: str) -> None:
    first = match(ask, language)[0]
    assert first.ask == ask
    assert pytest.approx(1.0) == first.likeness


@pytest.mark.parametrize("text", ["lts founded", "FOUNDED? the LTS", "was the Lts founded, and when"])
def test_order_case_and_stop_words_do_not_matter(text: str) -> None:
    assert pytest.approx(1.0) == match(text)[0].likeness


def test_another_ending_is_less_alike_but_more_than_another_word() -> None:
    other, strange = match("LTS founding")[0], match("LTS zzyzx")[0]
    assert other.expansion == FOUNDED
    assert 1 > other.likeness > strange.likeness


def test_one_name_stands_for_another_of_the_same_bearer() -> None:
    first = match("When was the League of Workers for Socialism founded?")[0]
    assert first.expansion == FOUNDED
    assert pytest.approx(1.0) == first.likeness


def test_a_name_of_somebody_else_does_not() -> None:
    assert match("When was the MTS founded?")[0].likeness < 0.8


def test_a_shared_name_stands_for_each_of_its_bearers() -> None:
    assert {"@moissen", "@mora"} <= set(INDEX.terms("Sergio", "en"))
    assert match("What did Sergio teach?")[0].expansion == CANDIDATE


def test_the_words_of_a_name_are_not_words_of_the_question() -> None:
    assert list(INDEX.terms("League of Workers for Socialism", "en")) == ["@lts"]


@pytest.mark.parametrize("text", ["When was the newspaper of the LTS founded?", "newspaper"])
def test_what_only_one_of_the_two_holds_lowers_likeness(text: str) -> None:
    assert 0 < match(text)[0].likeness < 1


@pytest.mark.parametrize("text", ["", "who was it?", "zzyzx"])
def test_a_question_that_shares_nothing_matches_nothing(text: str) -> None:
    assert match(text) == ()


def test_what_is_asked_for_is_found_once_by_its_likest_ask() -> None:
    found = [each.ask for each in match("¿When was the LTS founded? ¿Se fundó?") if each.expansion == FOUNDED]
    assert found == ["When was the LTS founded?"]


def test_what_is_asked_of_a_stretch_of_a_document_holds_the_terms_of_every_ask() -> None:
    (asked_for,) = INDEX.within("d", 0, 15)
    assert asked_for.expansion == FOUNDED
    assert asked_for.terms == {*INDEX.terms("founded", "en"), *INDEX.terms("fundó", "es"), "@lts"}
    assert asked_for.entities == {"lts"}


def test_nothing_is_asked_of_other_stretches_and_documents() -> None:
    assert () == INDEX.within("d", 11, 19) == INDEX.within("e", 0, 100)


def test_without_expansions_nothing_matches() -> None:
    index = AskIndex((), NAMES)
    assert index.match(index.terms("When was the LTS founded?", "en")) == ()


def test_an_ask_of_stop_words_harms_nothing() -> None:
    index = AskIndex((Expansion(document="d", span=(0, 1), asks=(("en", "Who was it?"),)),), NAMES)
    assert index.match(index.terms("Who was it?", "en")) == ()


def test_the_limit_holds() -> None:
    assert len(INDEX.match(INDEX.terms("LTS", "en"), limit=1)) == 1


@given(st.lists(st.sampled_from("when lts mts newspaper founded edited teach zzyzx Sergio the".split())).map(" ".join))
def test_matches_are_ranked_by_a_likeness_between_0_and_1(text: str) -> None:
    found = match(text)
    likenesses = [each.likeness for each in found]
    assert likenesses == sorted(likenesses, reverse=True)
    assert all(0 < likeness <= 1 + 1e-9 for likeness in likenesses)
    assert found == match(text)
