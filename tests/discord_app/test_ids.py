"""Ids of buttons: short enough for Discord, and read back as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_app.ids import (
    Action,
    Spot,
    read_id,
    read_place,
    read_verdict,
    write_id,
    write_verdict,
)
from bot.discord_app.limits import CUSTOM_ID, length
from knowledge.models import Outcome, Topic

slugs = st.from_regex(r"[a-z0-9]{1,12}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)
topics = st.builds(
    Topic,
    entities=st.lists(slugs, max_size=6, unique=True).map(tuple),
    years=st.lists(st.integers(1000, 2999), max_size=3, unique=True).map(tuple),
    attribute=st.none() | slugs,
    passage=st.none() | st.from_regex(r"[0-9a-f]{10}", fullmatch=True),
)


@given(st.sampled_from(Action), st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
def test_an_id_is_read_back_or_not_written(action: Action, argument: str) -> None:
    written = write_id(action, argument)
    if written is None:
        assert length(argument) > 60
    else:
        assert length(written) <= CUSTOM_ID
        assert read_id(written) == (action, argument)


@given(st.sampled_from(Outcome), topics)
def test_a_verdict_keeps_its_outcome_and_what_fits_of_its_topic(outcome: Outcome, topic: Topic) -> None:
    argument = write_verdict(outcome, topic)
    assert write_id(Action.WRONG, argument) is not None
    read, kept = read_verdict(argument)
    assert read is outcome
    if kept is not None:
        assert topic.entities[: len(kept.entities)] == kept.entities
        assert (kept.years, kept.attribute, kept.passage) == (topic.years, topic.attribute, topic.passage)


def test_a_verdict_of_an_earlier_version_lacks_the_passage() -> None:
    topic = Topic(entities=("lts",), years=(2016,), attribute="newspaper")
    assert read_verdict("a:lts~2016~newspaper") == (Outcome.ANSWERED, topic)


@pytest.mark.parametrize(
    ("argument", "place"),
    [
        ("0123456789", Spot("0123456789")),
        ("0123456789/3-9", Spot("0123456789", (3, 9))),
        ("0123456789/0-20/3-9,12-20", Spot("0123456789", (0, 20), ((3, 9), (12, 20)))),
        ("0123456789/no-span", Spot("0123456789")),
    ],
)
def test_a_place_is_read(argument: str, place: Spot) -> None:
    assert read_place(argument) == place


@pytest.mark.parametrize("custom_id", ["", "other:context:1", "fuentes:nothing:1", "fuentes"])
def test_an_id_that_is_none_of_ours_is_not_read(custom_id: str) -> None:
    assert read_id(custom_id) is None
