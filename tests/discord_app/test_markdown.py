"""Escapes: nothing is taken away, and what is shown is what was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_app.limits import cut, label, length
from bot.discord_app.markdown import emphasise, escape, unescape

texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(texts)
def test_an_escaped_text_reads_back_the_same(text: str) -> None:
    assert unescape(escape(text)) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("10,720 votes, 0.51% [1]", "10,720 votes, 0.51% [1]"),
        ("a_b*c", r"a\_b\*c"),
        ("| 2016 | | x |", "| 2016 | | x |"),
        ("||x||", r"\|\|x\|\|"),
        ("<@1> @everyone", r"\<\@1\> \@everyone"),
        ("[a](b)", r"[a]\(b)"),
        ("https://a.b", r"https\://a.b"),
        ("1. a\n- b\n# c", "1\\. a\n\\- b\n\\# c"),
        ("#YoSoy132 – and #2", r"\#YoSoy132 – and #2"),
    ],
)
def test_only_what_discord_reads_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        (((0, 1),), "**a** b c"),
        (((0, 1), (1, 3)), "**a b** c"),
        (((1, 3),), "a **b** c"),
        (((2, 3), (0, 1)), "**a** **b** c"),
        ((), "a b c"),
    ],
)
def test_bold_is_set_around_words(spans: tuple[tuple[int, int], ...], shown: str) -> None:
    assert emphasise("a b c", spans) == shown


@given(texts, st.integers(0, 50))
def test_a_cut_text_is_the_start_of_it(text: str, most: int) -> None:
    assert text.startswith(cut(text, most))
    assert len(cut(text, most)) <= most


def test_a_text_is_cut_after_a_sentence() -> None:
    assert cut("One sentence. Another one. And more", 30) == "One sentence. Another one."


@given(texts, st.integers(5, 80))
def test_a_label_fits_on_a_line(text: str, most: int) -> None:
    assert length(label(text, most)) <= most
    assert "\n" not in label(text, most)
