from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.facts import infobox, store
from tests.facts.corpora import PARTY, corpus_of, party


def values(value: str) -> list[str]:
    return [value[item.start : item.end] for item in infobox.split_items(value)]


def test_a_comma_inside_a_dated_name_parts_nothing() -> None:
    value = "Spark (1997–2012), Young, Free and Red (2012–2014), New Spark (2014–)"
    assert values(value) == ["Spark (1997–2012)", "Young, Free and Red (2012–2014)", "New Spark (2014–)"]
    assert [item.name for item in infobox.split_items(value)] == ["Spark", "Young, Free and Red", "New Spark"]


def test_an_item_without_period_may_end_a_dated_list() -> None:
    assert values("A (1990–1991), B") == ["A (1990–1991)", "B"]


@pytest.mark.parametrize(
    "value",
    [
        "Mexico City, Mexico",
        "Trotskyism, Revolutionary Socialism",
        "Study, Research and Publishing Center (CEIP)",
    ],
)
def test_a_value_without_periods_stays_whole(value: str) -> None:
    assert [value] == values(value)


def test_semicolons_part_values() -> None:
    assert values("A; B, C; D") == ["A", "B, C", "D"]


def test_lost_names_leave_the_years() -> None:
    assert values("1988 (as LTS, later ) , 2014 (as )") == ["1988", "2014"]
    assert [item.period.start for item in infobox.split_items("1988 (as LTS, later ) , 2014 (as )") if item.period] == [
        1988,
        2014,
    ]


@pytest.mark.parametrize(
    "value", ["1988 (as LTS, later ) , 2014 (as )", "A ()", "A (, B)", "A (B, )", "1988 (como )", "x (later)"]
)
def test_dangling_words_tell_lost_text(value: str) -> None:
    assert infobox.text_lost(value)


@pytest.mark.parametrize("value", ["Spark (1997–2012)", "1988 (as LTS)", "Party (POS, then called Reds)", "later"])
def test_whole_text_has_lost_nothing(value: str) -> None:
    assert not infobox.text_lost(value)


def test_a_title_names_another_field_and_is_none_itself() -> None:
    corpus = corpus_of(party=PARTY)
    fields = {field.key: field for field in infobox.read_fields(corpus.passages_of("party"), PARTY)}
    assert fields["Wing1"].name == "Teacher wing"
    assert "Wing1 Title" not in fields


def test_a_field_without_value_is_left_out() -> None:
    corpus = corpus_of(party=PARTY)
    assert "Logo" not in {field.key for field in infobox.read_fields(corpus.passages_of("party"), PARTY)}


def test_fields_become_facts_of_the_documents_subject() -> None:
    facts_of_party = party()
    subject = facts_of_party.subject("party")
    assert subject is not None
    facts = facts_of_party.facts_of(subject, "youth_wing")
    assert [(fact.period.start, fact.period.end) for fact in facts if fact.period] == [
        (1997, 2012),
        (2012, 2014),
        (2014, None),
    ]
    assert [fact.value for fact in facts_of_party.facts_of(subject, "teacher_wing")] == ["Our Class"]


@given(st.text() | st.text(alphabet="AB 1990-–(),; as later"))
def test_items_lie_in_order_within_their_value(value: str) -> None:
    after = 0
    for item in infobox.split_items(value):
        assert after <= item.start < item.end <= len(value)
        after = item.end


@given(st.lists(st.text(alphabet="AB, 1990–2014()as;áñ", min_size=1).filter(lambda text: bool(text.strip()))))
def test_every_value_stands_in_its_citations_quote(written: list[str]) -> None:
    text = "= Club =\n\nClub, The Club\n" + "".join(f"- Key{n}: {value}\n" for n, value in enumerate(written))
    for fact in store.read(corpus_of(club=f"{text}\nThe Club is a club.\n"), None).facts:
        start, end = fact.citation.answer[0]
        assert fact.value == fact.citation.quote[start:end]
