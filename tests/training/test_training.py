"""Weights are fitted from question sets: what answers comes first, and what is gone is no longer answered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.answering.model import Model, fitted
from knowledge.answering.ranker import FEATURES
from tests.answering.club import write_club
from training import certainty, leave_out, ranking
from training.examples import Example, extract
from training.sets import find

pytestmark = pytest.mark.slow
QUESTIONS = [
    ("Who founded Spark?", "Sergio Paz", "In 1997 the student crew Spark was formed by Sergio Paz and Sergio Mar."),
    ("How many boats did the crew lose?", "two boats", "Because of a storm, the crew lost two boats."),
    ("What did the ABC send?", "a lantern", "The ABC sent a lantern."),
    ("¿Quién es la nueva presidenta?", "Carmen Ríos", "La nueva presidenta es Carmen Ríos."),
    ("How many copies did it sell?", "10,720", "It sold 10,720 copies, about 6% of all papers."),
]


def lines() -> str:
    records = [
        {
            "id": str(number),
            "lang": "es" if question.startswith("¿") else "en",
            "question": question,
            "answerable": True,
            "gold_answers": [gold],
            "evidence": [{"document": "acta.md" if "presidenta" in quote else "club.txt", "quote": quote}],
        }
        for number, (question, gold, quote) in enumerate(QUESTIONS)
    ]
    return "".join(json.dumps(record) + "\n" for record in records)


@pytest.fixture(scope="module")
def sets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the club's questions with all of their evidence, with none, and its ways to ask."""
    folder = tmp_path_factory.mktemp("sets")
    corpus = folder / "club"
    corpus.mkdir()
    write_club(corpus)
    questions = folder / "questions.jsonl"
    questions.write_text(lines(), encoding="utf-8")
    out = folder / "sets"
    leave_out.make(corpus, out, "whole", questions=questions, variants=1, gone=0.0)
    leave_out.make(corpus, out, "gone", questions=questions, variants=1, gone=1.0)
    leave_out.make(corpus, out, "asks", variants=1, gone=0.0)
    return out


@pytest.fixture(scope="module")
def examples(sets: Path) -> list[Example]:
    return list(extract(find(sets)))


def test_what_is_left_out_is_no_longer_in_the_corpus(sets: Path) -> None:
    whole, gone = (sets / name / "corpus" / "club.txt" for name in ("whole-0", "gone-0"))
    assert "two boats" in whole.read_text(encoding="utf-8")
    assert "two boats" not in gone.read_text(encoding="utf-8")


def test_questions_whose_evidence_is_gone_have_no_answer(examples: list[Example]) -> None:
    assert {each.answerable for each in examples if each.set == "gone-0"} <= {False}
    assert all(not each.right.any() for each in examples if not each.answerable)


def test_ways_to_ask_become_questions_and_are_no_longer_asks(sets: Path) -> None:
    asked = (sets / "asks-0" / "questions.jsonl").read_text(encoding="utf-8")
    assert "Who founded Spark?" in asked
    assert "Who founded Spark?" not in (sets / "asks-0" / "corpus" / "expansions.toml").read_text(encoding="utf-8")


def test_the_fitted_ranker_puts_first_what_answers(examples: list[Example]) -> None:
    weights = ranking.fit(examples)
    assert set(weights) == set(FEATURES)
    assert ranking.first_right(examples, weights) >= 0.8


def test_the_written_trees_say_what_the_grown_ones_say(examples: list[Example], tmp_path: Path) -> None:
    many = [each for each in examples for _ in range(40)]  # a leaf wants thirty
    grown = certainty.grow(many)
    file = tmp_path / "model.json"
    file.write_text(json.dumps({"ranker": {}, "verdict": {"working_point": 0.5, **certainty.write(grown)}}))
    model: Model = fitted(file)
    for each, probability in zip(examples, grown.predict_proba(certainty.signs(examples))[:, 1], strict=True):
        assert model.certainty(each.signs) == pytest.approx(probability, abs=0.02)
