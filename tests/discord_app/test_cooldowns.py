"""Cooldowns: a sliding minute for a person and for a channel."""

from __future__ import annotations

from bot.discord_app.cooldowns import Cooldowns
from bot.discord_app.topics import Topics
from knowledge.models import Topic


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_a_person_waits_until_the_minute_is_over() -> None:
    clock = Clock()
    cooldowns = Cooldowns(person=2, channel=10, clock=clock)
    assert [cooldowns.take(1, 1), cooldowns.take(1, 2)] == [None, None]
    clock.now += 48.5
    assert cooldowns.take(1, 3) == 12
    assert cooldowns.take(2, 3) is None
    clock.now += 12
    assert cooldowns.take(1, 3) is None


def test_a_channel_waits_whoever_asks() -> None:
    cooldowns = Cooldowns(person=10, channel=2, clock=Clock())
    assert [cooldowns.take(person, 7) for person in (1, 2, 3)] == [None, None, 60]
    assert cooldowns.take(3, 8) is None


def test_a_question_that_was_refused_does_not_count() -> None:
    clock = Clock()
    cooldowns = Cooldowns(person=1, clock=clock)
    cooldowns.take(1, 1)
    for _ in range(5):
        clock.now += 10
        cooldowns.take(1, 1)
    clock.now += 10
    assert cooldowns.take(1, 1) is None


def test_a_topic_lasts_ten_minutes() -> None:
    clock = Clock()
    topics = Topics(clock)
    topic = Topic(entities=("mts",))
    topics.put(1, 2, topic)
    clock.now += 599
    assert topics.get(1, 2) == topic
    assert topics.get(1, 3) is None
    clock.now += 1
    assert topics.get(1, 2) is None


def test_an_empty_topic_leaves_the_one_before() -> None:
    topics = Topics(Clock())
    topic = Topic(years=(2016,))
    topics.put(1, 2, topic)
    topics.put(1, 2, Topic())
    assert topics.get(1, 2) == topic
    topics.forget(2)
    assert topics.get(1, 2) is None
