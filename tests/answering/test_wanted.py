"""A query is made ready once: words with their weights, names with their bearers, 4-grams and pairs."""

from __future__ import annotations

import pytest

from knowledge.answering.coverage import COVERED
from knowledge.answering.wanted import make_ready
from tests.answering.club import THESAURUS, club


def weight(question: str, word: str) -> float:
    return next(each.weight for each in club().wanted(question).words if each.typed == word)


def test_a_rare_word_weighs_more_than_a_frequent_one() -> None:
    question = "Did the lantern of the club burn?"
    assert weight(question, "lantern") > weight(question, "club") > 0


def test_a_word_that_says_little_by_itself_weighs_little() -> None:
    question = "Did they make a trombone?"
    assert weight(question, "trombone") > 2 * weight(question, "make")


def test_a_word_keeps_its_typed_form_and_brings_what_means_the_same() -> None:
    (boats,) = club().wanted("BOATS?").words
    assert boats.typed == "BOATS"
    assert boats.forms["boat"] == 1
    assert any(0 < meant < 1 for meant in boats.forms.values())


def test_a_translation_stands_for_its_word_less_than_the_word_itself() -> None:
    query = (
        club()
        .query("¿Perdieron botes?")
        .model_copy(
            update={"terms": ("botes",), "words": ("botes",), "rendering": "Lost boats?", "meanings": (("boats",),)}
        )
    )
    (botes,) = make_ready(query, club().names, club().retriever, THESAURUS).words
    assert botes.forms["botes"] == 1
    assert COVERED <= botes.forms["boat"] < 1
    assert botes.typed == "botes"


def test_a_word_weighs_what_its_translation_weighs_in_documents_that_have_no_other() -> None:
    query = club().query("botes", "es").model_copy(update={"rendering": "boats", "meanings": (("boats",),)})
    (botes,) = make_ready(query, club().names, club().retriever, THESAURUS).words
    assert botes.weight == weight("boats?", "boats")


def test_a_rendering_scores_a_unit_less_than_its_own_words() -> None:
    unit = club().unit("lost two boats")
    query = club().query("zzyzx").model_copy(update={"rendering": "lost boats", "meanings": ((),)})
    rendered = make_ready(query, club().names, club().retriever, THESAURUS)
    typed = club().wanted("lost boats")
    assert 0 < rendered.bm25(unit) < typed.bm25(unit)
    assert 0 < rendered.gram_share(unit) < typed.gram_share(unit)


def test_each_name_has_its_bearers_and_an_ambiguous_one_has_several() -> None:
    assert club().wanted("Spark and Sergio?").bearers == (frozenset({"spark"}), frozenset({"paz", "mar"}))


def test_acronyms_that_nobody_bears_are_wanted() -> None:
    assert [each.typed for each in club().wanted("the ABC of the RC?").acronyms] == ["ABC"]


def test_the_weights_of_the_4_grams_sum_to_one() -> None:
    assert sum(club().wanted("lantern boats").grams.values()) == pytest.approx(1)


@pytest.mark.parametrize("question", ["what?", "¿?", "and the of"])
def test_a_question_without_content_wants_nothing(question: str) -> None:
    wanted = club().wanted(question)
    unit = club().unit("lost two boats")
    assert (wanted.words, wanted.grams) == ((), {})
    assert (wanted.bm25(unit), wanted.gram_share(unit), wanted.pair_share(unit)) == (0, 0, 0)


def test_the_unit_that_holds_the_words_scores_highest() -> None:
    wanted = club().wanted("Why did the crew lose two boats in a storm?")
    best = max(club().all_units(), key=wanted.bm25)
    assert "lost two boats" in best.text
    assert all(wanted.bm25(unit) >= 0 for unit in club().all_units())


def test_4_grams_forgive_a_typo_and_cross_the_languages() -> None:
    shares = {u.text: club().wanted("regata lanternn").gram_share(u) for u in club().all_units()}
    assert shares["The ABC sent a lantern."] > 0
    assert shares["The summer regatta drew forty guests from Low Town."] > 0
    assert shares["Nobody paid."] == 0


def test_neighbouring_words_count_only_in_their_order() -> None:
    unit = club().unit("lost two boats")
    assert club().wanted("two boats").pair_share(unit) == 1
    assert club().wanted("boats two").pair_share(unit) == 0
