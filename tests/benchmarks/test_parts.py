"""What is timed is what an answer runs through, and nothing stays changed afterwards."""

from __future__ import annotations

from benchmarks import parts
from knowledge.evaluation import Question
from tests.answering.club import library
from tests.evaluation.scripted import question

ASKED: tuple[Question, ...] = (
    question(question="When was the LTS founded?"),
    question(lang="es", question="¿Qué periódico tiene el MTS?"),
)
EVERY = (*parts.JUDGE, *parts.ASKS, *parts.VERDICT, *parts.TRANSLATION)


def test_every_part_is_met_on_the_way_to_an_answer() -> None:
    for place in EVERY:
        assert all(spent > 0 for (spent,) in parts._spent(library(), ASKED, [place])), place


def test_the_functions_are_themselves_again_afterwards() -> None:
    before = [getattr(owner, name) for owner, name in EVERY]
    parts.time_translation(library(), ASKED)
    assert [getattr(owner, name) for owner, name in EVERY] == before


def test_ranker_and_verdict_are_told_apart() -> None:
    cost = parts._weighing(library(), ASKED)
    assert 0 < cost.verdict < cost.both
    assert 0 < cost.ranker < cost.both
