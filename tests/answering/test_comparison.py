"""Where a checked quote and its source part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.comparison import typography, words


def pairs(yours: str, source: str) -> list[tuple[str, str]]:
    return [(each.yours, each.source) for each in words(yours, source)]


def test_figures_are_set_beside_figures() -> None:
    source = "They sold about 11 thousand copies, which pleased nobody."
    assert pairs("they printed 11,000 copies", source) == [("printed", "sold"), ("11,000", "about 11 thousand")]


def test_changes_that_one_word_parts_are_one_phrase() -> None:
    source = "It got votes of the people voting for independent in the roll), being the first."
    assert pairs("votes of independent voters", source) == [
        ("independent voters", "the people voting for independent in the roll")
    ]


def test_what_the_source_says_further_on_is_no_difference() -> None:
    assert pairs("they met", "In May, they met, and in June they left.") == []


@pytest.mark.parametrize(
    ("yours", "source", "kind"),
    [
        ("a - b", "a – b", "dashes"),
        ('"a"', "“a”", "quotation_marks"),
        ("ab", "AB", "case"),
        ("cafe", "café", "accents"),
    ],
)
def test_typography_is_named(yours: str, source: str, kind: str) -> None:
    assert [each.kind for each in typography(yours, source)] == [kind]


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_given_of_the_source_stands_in_it(yours: str, source: str) -> None:
    for difference in words(yours, source):
        assert difference.source in source
        assert difference.yours in yours
