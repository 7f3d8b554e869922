from __future__ import annotations

import pytest

from knowledge.documents import runin

REST = "Forty delegates came from all over the country to vote on the matter."


@pytest.mark.parametrize(
    "phrase",
    [
        "Mexican politics today",
        "Overview of the international situation",
        "Addressing sexual abuse on the Left",
        "Unification of revolutionary forces",
        "Women’s rights in the North",
        "Política mexicana actual",
        "Crisis y lucha de clases",
    ],
)
def test_a_phrase_before_a_paragraph_is_a_heading(phrase: str) -> None:
    assert phrase == runin.heading(f"{phrase}. {REST}")


@pytest.mark.parametrize(
    "sentence",
    [
        "On Sunday.",
        "It rained.",
        "The old hall.",
        "Nobody knew the answer.",
        "Opinions varied.",
        "Oil prices fell.",
        "Congress was over.",
        "Twigg suggested another cause.",
        "Medical knowledge had stagnated.",
        "La peste negra.",
        "Marx escribió tres tomos.",
        "Kublai no completó sus campañas.",
        "Ellos ganaron la elección.",
        "Precios y salarios bajaron.",
        "Silence.",
        "St. Johns River.",
        "Dr.",
        "President John F.",
        "lower case opening words.",
        "Is this a heading?",
        "Nine words are far too many for one heading, surely.",
        "Phrase with a colon: here.",
    ],
)
def test_a_sentence_is_no_heading(sentence: str) -> None:
    assert runin.heading(f"{sentence} {REST}") is None


def test_a_phrase_with_little_or_nothing_below_is_no_heading() -> None:
    assert runin.heading("Mexican politics today.") is None
    assert runin.heading("Mexican politics today. Short.") is None


def test_a_phrase_that_the_sentence_goes_on_after_is_no_heading() -> None:
    assert runin.heading(f"Mexican politics vol. {REST.lower()}") is None
    assert runin.heading(f"Mexican politics no.{REST}") is None


def test_one_heading_alone_is_no_convention() -> None:
    with_heading = f"Mexican politics today. {REST}"
    assert runin.find([REST, with_heading]) == [None, None]
    assert runin.find([REST, *[with_heading] * 2]) == [
        None,
        "Mexican politics today",
        "Mexican politics today",
    ]
