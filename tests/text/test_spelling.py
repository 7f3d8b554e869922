"""A word that the corpus does not know is read as the nearest that it does, or left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.normalise import fold
from knowledge.text.spelling import Speller

KNOWN = "newspaper strike congress election elections Contracorriente México revolución casting causing votes"


def speller(words: str) -> Speller:
    return Speller(words.split)


SPELLER = speller(KNOWN)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("newspapre", "newspaper"),
        ("nwespaper", "newspaper"),
        ("strikke", "strike"),
        ("congres", "congress"),
        ("contracoriente", "contracorriente"),
        ("contracoriemte", "contracorriente"),
        ("revolusion", "revolucion"),
        ("electoin", "election"),
    ],
)
def test_a_word_one_letter_off_is_mended_and_a_long_one_two(typed: str, read: str) -> None:
    assert SPELLER.correct(typed) == read


@pytest.mark.parametrize("typed", ["newspaper", "mexico", "striking", "electing", "casting"])
def test_a_known_word_or_stem_stays(typed: str) -> None:
    assert SPELLER.correct(typed) is None


@pytest.mark.parametrize(
    "typed",
    ["vots", "lts", "strykke", "", "parliament", "2o16a", "10,720"],
)
def test_a_short_or_far_or_mixed_word_stays(typed: str) -> None:
    assert SPELLER.correct(typed) is None


def test_a_word_between_two_known_ones_stays() -> None:
    assert speller("marches matches").correct("mavches") is None
    assert speller("baker bakers banker").correct("bakker") is None


def test_two_forms_of_one_word_are_no_doubt() -> None:
    assert speller("strike strikes").correct("strikef") in {"strike", "strikes"}


def test_without_words_nothing_is_mended() -> None:
    assert speller("").correct("newspapre") is None


@given(st.text(alphabet="abcdenoprstuvw", min_size=1, max_size=15))
def test_what_is_read_is_a_known_word_and_stays(word: str) -> None:
    read = SPELLER.correct(word)
    if read is not None:
        assert read in {fold(known) for known in KNOWN.split()}
        assert SPELLER.correct(read) is None


def test_the_words_are_gathered_when_first_needed() -> None:
    gathered: list[str] = []

    def gather() -> list[str]:
        gathered.append("gathered")
        return ["newspaper"]

    lazy = Speller(gather)
    assert gathered == []
    assert [lazy.correct("nwespaper"), lazy.correct("newspapre")] == ["newspaper"] * 2
    assert gathered == ["gathered"]
