"""A text falls into its sentences, and nothing of it gets lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.sentences import split

PROSE = st.text(alphabet='aZÉñ1. .!?…"”»)]([¿¡\n\r\t U', max_size=60)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The party met.", "It voted."),
        ("Did it vote?", "It did!"),
        ("It was late…", "They left."),
        ("El congreso terminó.", "¿Quién ganó?"),
        ("¡Ni una menos!", "La marcha siguió."),
        ("Se habló de […]", "Nadie firmó."),
        ("He said “no.”", "They left."),
        ("(They had left.)", "Nobody spoke."),
        ("Dijo «basta».", "Él salió."),
        ("The march was huge.", "1.2 million people came."),
        ("It was in 2016.", "“They did so again.”"),
        ("The march was on 27N.", "Nobody spoke."),
        ("Ended at noon.", "Élodie spoke."),
    ],
)
def test_a_full_stop_before_a_beginning_ends_a_sentence(first: str, second: str) -> None:
    assert sentences(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith met Dra. Elena Ruiz.",
        "J. B. Jones spoke to Leon D. Trotsky.",
        "It challenges U.S. Senate votes.",
        "El gobierno de EE. UU. Donald Trump mediante.",
        "They got 0.51 of 10,720 votes.",
        "See No. 5 and p. 12 of vol. 3.",
        "On Nov. 20 they marched.",
        "El art. 27 sigue vigente.",
        "It was left ... unsaid.",
        "Published by Ediciones Sur Ltd. México.",
        "1. The party met.",
    ],
)
def test_an_abbreviation_an_initial_or_a_figure_ends_none(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "That was years ago. The party met.",
        "They said no. They left.",
        "Llegaron al mar. Los demás no.",
        "Leave the U.S. The party met.",
        "They came from the U.S. PHOTO by nobody.",
        "Salieron de EE. UU. El partido no.",
    ],
)
def test_what_only_looks_like_an_abbreviation_ends_one(text: str) -> None:
    assert len(sentences(text)) == 2


@pytest.mark.parametrize("blank", ["\n\n", "\r\n\r\n", "\n \t\n", "\n\n\n", " \n\n "])
@pytest.mark.parametrize("first", ["A heading", "Acme Inc.", "A. B.", "¿Y", "No."])
def test_a_blank_line_always_ends_a_sentence(first: str, blank: str) -> None:
    assert sentences(f"{first}{blank}the rest") == [first, "the rest"]


def test_a_line_break_ends_no_sentence() -> None:
    assert sentences("The party\nmet.") == ["The party\nmet."]


def test_blank_text_has_no_sentence() -> None:
    assert split(" \n\t\n ") == ()


@given(PROSE | st.text(max_size=60))
def test_every_character_lies_in_one_sentence_and_they_stand_in_order(text: str) -> None:
    spans = split(text)
    assert all(before_end <= start for (_, before_end), (start, _) in pairwise(spans))
    assert "".join(text.split()) == "".join("".join(text[start:end].split()) for start, end in spans)


@given(PROSE | st.text(max_size=60))
def test_a_sentence_is_never_empty_and_has_no_space_around_it(text: str) -> None:
    assert all(sentence == sentence.strip() != "" for sentence in sentences(text))
