"""A question finds the ways to ask that share its words and names."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.models import AnswerKind, Bilingual, Expansion, Language
from knowledge.questions.kinds import recognise_asked
from knowledge.retrieval.asks import AskedFor, AskIndex, AskMatch
from knowledge.retrieval.parted import part
from knowledge.retrieval.parting import Forms, Words
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


def index_of(*expansions: Expansion) -> AskIndex:
    return AskIndex(part(expansions, NAMES), recognise_asked)


INDEX = index_of(*EXPANSIONS)
ASKS = [(language, ask) for expansion in EXPANSIONS for language, ask in expansion.asks]


def words(text: str, language: Language = "en") -> list[Forms]:
    vocabulary = Words(NAMES)
    _, found = vocabulary.read([(language, text)])
    return [vocabulary.words[number] for number in found]


def of_any_kind(_: AnswerKind) -> float:
    return 1.0


def match(text: str, language: Language = "en", index: AskIndex = INDEX, limit: int = 40) -> tuple[AskMatch, ...]:
    sought = [dict.fromkeys(forms, 1.0) for forms in dict.fromkeys(words(text, language))]
    return index.match(sought, frozenset().union(*sought), of_any_kind, limit)


@pytest.mark.parametrize(("language", "ask"), ASKS)
def test_the_same_words_are_wholly_alike(language: Language, ask: str) -> None:
    first = match(ask, language)[0]
    assert first.ask == ask
    assert pytest.approx(1.0) == first.likeness


@pytest.mark.parametrize("text", ["lts founded", "FOUNDED? the LTS", "was the Lts founded, and when"])
def test_order_case_and_stop_words_do_not_matter(text: str) -> None:
    assert pytest.approx(1.0) == match(text)[0].likeness


def test_another_ending_is_more_alike_than_another_word() -> None:
    other, strange = match("LTS founding")[0], match("LTS zzyzx")[0]
    assert other.expansion.written() == FOUNDED
    assert 1 >= other.likeness > strange.likeness


def test_one_name_stands_for_another_of_the_same_bearer() -> None:
    first = match("When was the League of Workers for Socialism founded?")[0]
    assert first.expansion.written() == FOUNDED
    assert pytest.approx(1.0) == first.likeness


def test_a_name_of_somebody_else_does_not() -> None:
    assert match("When was the MTS founded?")[0].likeness < 0.8


def test_a_shared_name_stands_for_each_of_its_bearers() -> None:
    assert words("Sergio") == [("@moissen", "@mora")]
    assert match("What did Sergio teach?")[0].expansion.written() == CANDIDATE


def test_the_words_of_a_name_are_not_words_of_the_question() -> None:
    assert words("League of Workers for Socialism") == [("@lts",)]


@pytest.mark.parametrize("text", ["When was the newspaper of the LTS founded?", "newspaper"])
def test_what_only_one_of_the_two_holds_lowers_likeness(text: str) -> None:
    assert 0 < match(text)[0].likeness < 1


@pytest.mark.parametrize("text", ["", "who was it?", "zzyzx"])
def test_a_question_that_shares_nothing_matches_nothing(text: str) -> None:
    assert match(text) == ()


def test_what_is_asked_for_is_found_once_by_its_likest_ask() -> None:
    found = [each.ask for each in match("¿When was the LTS founded? ¿Se fundó?") if each.expansion.written() == FOUNDED]
    assert found == ["When was the LTS founded?"]


def test_what_is_asked_of_a_stretch_of_a_document_holds_the_terms_of_every_ask() -> None:
    (asked_for,) = INDEX.within("d", 0, 15)
    assert asked_for.span.written() == FOUNDED
    terms = {*chain(*words("founded")), *chain(*words("fundó", "es")), "@lts"}
    assert asked_for.sharing(frozenset(terms | {"newspaper", "zzyzx", "@mts"})) == terms


def test_nothing_is_asked_of_other_stretches_and_documents() -> None:
    assert () == INDEX.within("d", 11, 19) == INDEX.within("e", 0, 100)


def test_without_expansions_nothing_matches() -> None:
    assert match("When was the LTS founded?", index=index_of()) == ()


def test_an_ask_of_stop_words_harms_nothing() -> None:
    index = index_of(Expansion(document="d", span=(0, 1), asks=(("en", "Who was it?"),)))
    assert match("Who was it?", index=index) == ()


def test_the_limit_holds() -> None:
    assert len(match("LTS", limit=1)) == 1


def test_what_only_means_the_same_is_less_alike() -> None:
    named, same, alike = {"@lts": 1.0}, {"found": 1.0}, {"establish": 1.0, "found": 0.8}
    (exact, *_), (near, *_) = (
        INDEX.match([named, word], frozenset(named | word), of_any_kind) for word in (same, alike)
    )
    assert exact.expansion.written() == near.expansion.written() == FOUNDED
    assert exact.likeness > near.likeness > 0


def test_an_ask_that_wants_another_kind_of_answer_is_less_alike() -> None:
    question = [{"@lts": 1.0}, {"found": 1.0}]
    forms = frozenset({"@lts", "found"})
    (unlike, *_) = INDEX.match(question, forms, lambda kind: 0.5 if kind is AnswerKind.WHEN else 1.0)
    (alike, *_) = INDEX.match(question, forms, of_any_kind)
    assert unlike.likeness == pytest.approx(alike.likeness / 2)


def test_what_is_asked_for_is_asked_with_questions_of_its_kinds_and_no_others() -> None:
    (founded,) = INDEX.within("d", 0, 15)
    assert founded.wants({AnswerKind.WHEN, AnswerKind.WHO})
    assert not founded.wants({AnswerKind.WHO})


def test_an_attribute_is_asked_for_in_its_own_words_by_questions_of_any_kind() -> None:
    attribute = AskedFor(frozenset({"sede"}))
    assert attribute.sharing(frozenset({"sede", "partido"})) == {"sede"}
    assert attribute.wants({AnswerKind.WHO})
    assert not attribute.curated


@given(
    st.lists(
        st.builds(
            Expansion,
            document=st.sampled_from("de"),
            span=st.tuples(st.integers(0, 9), st.integers(10, 20)),
            answer=st.none() | st.tuples(st.integers(0, 4), st.integers(5, 9)),
            missing=st.none() | st.builds(Bilingual, en=st.text(), es=st.text()),
            asks=st.lists(st.tuples(st.sampled_from(("en", "es")), st.text()), max_size=4).map(tuple),
        ),
        max_size=4,
    )
)
def test_what_curators_wrote_is_given_back_as_they_wrote_it(expansions: list[Expansion]) -> None:
    assert list(index_of(*expansions).expansions()) == expansions


def test_several_ways_to_ask_weigh_together() -> None:
    (founded, *_) = match("LTS")
    assert founded.several <= founded.likeness


def test_what_no_document_tells_is_matched_and_not_among_what_its_span_is_asked_for() -> None:
    leader = Expansion(
        document="d",
        span=(0, 10),
        missing=Bilingual(en="who leads it", es="quién la dirige"),
        asks=(("en", "LTS leader"),),
    )
    index = index_of(leader)
    (found,) = match("leader of the LTS", index=index)
    assert not found.expansion.tells
    assert found.expansion.missing == leader.missing
    assert index.within("d", 0, 10) == ()


@given(st.lists(st.sampled_from("Sergio Moissen LTS founded the newspaper".split()), min_size=1, max_size=6))
def test_no_name_is_read_across_two_asks(typed: list[str]) -> None:
    vocabulary = Words(NAMES)
    together = [("en", word) for word in typed]
    numbers, found = vocabulary.read(together)  # type: ignore[arg-type]  # literals of a comprehension are str
    read = [
        [vocabulary.words[n] for at, n in zip(numbers, found, strict=True) if at == place]
        for place in range(len(typed))
    ]
    assert read == [words(word) for word in typed]


@given(st.lists(st.sampled_from("when lts mts newspaper founded edited teach zzyzx Sergio the".split())).map(" ".join))
def test_matches_are_ranked_by_a_likeness_between_0_and_1(text: str) -> None:
    found = match(text)
    likenesses = [each.likeness for each in found]
    assert likenesses == sorted(likenesses, reverse=True)
    assert all(0 < likeness <= 1 + 1e-9 for likeness in likenesses)
    assert found == match(text)


def test_a_question_is_typical_of_what_most_ways_to_ask_hold_its_words() -> None:
    often = Expansion(document="d", span=(0, 9), asks=(("en", "strike at school"), ("en", "school strike year")))
    once = Expansion(
        document="d", span=(10, 19), asks=(("en", "strike song"), ("en", "song title"), ("en", "song of the march"))
    )
    typical = {found.expansion.number: found.typical for found in match("strike", index=index_of(often, once))}
    assert 1 >= typical[0] > typical[1] >= 0


def test_what_a_question_is_typical_of_is_found_behind_many_likelier_asks() -> None:
    asks = tuple(("en", f"strike {name_of(number)}") for number in range(150))
    near = Expansion(document="d", span=(0, 9), asks=asks)
    far = "strike of the weavers against masters of every mill along river and canal"
    typical = Expansion(document="d", span=(10, 19), asks=(("en", far),))
    assert 1 in {found.expansion.number for found in match("strike river", index=index_of(near, typical))}


def name_of(number: int) -> str:
    return "word" + "".join(chr(ord("a") + int(digit)) for digit in str(number))
