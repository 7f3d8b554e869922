"""Feedback is counted by day, kind and outcome, for each server apart."""

from __future__ import annotations

from datetime import date

from bot.storage import FeedbackCount, FeedbackKind, Storage
from knowledge.models import Outcome

WRONG = FeedbackKind.WRONG
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


async def test_feedback_is_counted_by_outcome_and_day(storage: Storage) -> None:
    await storage.count_feedback(WRONG, Outcome.RELATED, TUESDAY, 9)
    await storage.count_feedback(WRONG, Outcome.ANSWERED, MONDAY, 9)
    await storage.count_feedback(WRONG, Outcome.ANSWERED, MONDAY, 9)
    assert (
        FeedbackCount(MONDAY, WRONG, Outcome.ANSWERED, 2),
        FeedbackCount(TUESDAY, WRONG, Outcome.RELATED, 1),
    ) == await storage.feedback(9, since=MONDAY)


async def test_a_server_sees_its_own_counts_since_a_day(storage: Storage) -> None:
    await storage.count_feedback(WRONG, Outcome.ANSWERED, MONDAY, 9)
    await storage.count_feedback(WRONG, Outcome.ANSWERED, TUESDAY, 10)
    assert (await storage.feedback(9, since=TUESDAY), await storage.feedback(11, since=MONDAY)) == ((), ())


async def test_direct_messages_are_counted_together(storage: Storage) -> None:
    await storage.count_feedback(WRONG, Outcome.NOT_FOUND, MONDAY, None)
    expected = (FeedbackCount(MONDAY, WRONG, Outcome.NOT_FOUND, 1),)
    assert expected == await storage.feedback(None, since=MONDAY)
