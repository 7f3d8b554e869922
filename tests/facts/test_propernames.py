from __future__ import annotations

import pytest

from knowledge.facts import propernames
from knowledge.models import EntityKind


def test_a_name_inside_a_sentence_is_found() -> None:
    assert propernames.find(["Then Karl Marx wrote to the University of Berlin."]) == [
        "Karl Marx",
        "University of Berlin",
    ]


def test_the_start_of_a_sentence_makes_no_name() -> None:
    assert propernames.find(["Red Flags fly. “New Towns grow.”"]) == []


def test_a_name_at_a_start_counts_where_it_stands_elsewhere_too() -> None:
    assert propernames.find(["Karl Marx wrote. They met Karl Marx."]) == ["Karl Marx"]


def test_a_function_word_at_the_start_is_left_out() -> None:
    assert propernames.find(["The Red Army came. In New York it rained."]) == ["Red Army", "New York"]


def test_a_title_before_a_whole_name_is_left_out() -> None:
    assert propernames.find(["it was President Donald Trump, and Queen Anne"]) == [
        "Donald Trump",
        "Queen Anne",
    ]


def test_words_in_capitals_are_a_headline_and_no_name() -> None:
    assert propernames.find(["so BREAKING NEWS came"]) == []


def test_the_most_frequent_name_comes_first() -> None:
    assert propernames.find(["a Red Army, a New York, a New York"]) == ["New York", "Red Army"]


def test_a_large_corpus_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(propernames, "_MOST_CHARACTERS", 10)
    assert propernames.find(["then Karl Marx", "then Rosa Parks"]) == ["Karl Marx"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Worker Socialist Party", EntityKind.ORGANISATION),
        ("Iguala Massacre", EntityKind.EVENT),
        ("Mexico City", EntityKind.PLACE),
        ("Karl Marx", EntityKind.PERSON),
        ("President Trump", EntityKind.PERSON),
        ("Free Cathedra", EntityKind.ORGANISATION),
    ],
)
def test_a_clear_sign_tells_the_kind(name: str, kind: EntityKind) -> None:
    assert kind is propernames.kind_of(name)
