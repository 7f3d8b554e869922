"""A report tells scores apart, bounds them and names every miss."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from knowledge.evaluation import Measure, Proportion, read, score
from knowledge.models import Topic
from tests.evaluation.scripted import NOTHING, Scripted, answer, question


def test_scores_are_told_apart_by_kind_and_language() -> None:
    came = answer("The congress was held in Mexico City.")
    report = score(
        Scripted({"where?": came}),
        [
            question(id="1", kind="where", question="where?", gold_answers=["Mexico City"]),
            question(id="2", kind="where", lang="es", question="¿dónde?", gold_answers=["Mexico City"]),
            question(id="3", question="where?", gold_answers=["Mexico City"]),
        ],
    )
    assert (report.overall.lead.hits, report.overall.lead.asked) == (2, 3)
    assert {kind: scores.lead.share for kind, scores in report.by_kind.items()} == {"where": 0.5}
    assert {name: scores.lead.share for name, scores in report.by_language.items()} == {
        "en": 1.0,
        "es": 0.0,
    }


def test_scores_are_told_apart_by_the_set_that_a_question_was_read_from(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "1", "lang": "en", "question": "?", "answerable": false, "file": "x"}')
    asked = [*read(tmp_path / "a.jsonl"), question(answerable=False)]
    assert {name: scores.questions for name, scores in score(Scripted({}), asked).by_set.items()} == {
        str(tmp_path / "a.jsonl"): 1
    }


def test_a_miss_says_what_was_expected_and_what_came() -> None:
    came = answer("The congress was held in Mexico City.")
    report = score(Scripted({"?": came}), [question(id="m", gold_answers=["Puebla"])])
    (miss,) = report.misses
    assert (miss.id, miss.language, miss.failed) == ("m", "en", (Measure.LEAD, Measure.SHOWN))
    assert miss.expected == ("Puebla",)
    assert miss.came == "The congress was held in Mexico City."
    assert miss.cited == "report[17:54]"


def test_a_false_answer_is_a_miss_that_expected_nothing() -> None:
    expected = question(answerable=False, gold_answers=["Puebla"])
    (miss,) = score(Scripted({"?": answer("The congress was held in Mexico City.")}), [expected]).misses
    assert (miss.failed, miss.expected) == ((Measure.HELD,), ())


def test_a_reply_that_shows_nothing_is_a_miss_without_words() -> None:
    (miss,) = score(Scripted({}), [question(gold_answers=["Puebla"])]).misses
    assert (miss.came, miss.cited) == ("", None)


def test_no_questions_are_no_scores() -> None:
    report = score(Scripted({}), [])
    assert report.overall.lead == Proportion(hits=0, asked=0, share=None, low=0.0, high=1.0)


def test_a_follow_up_is_asked_with_the_topic_of_what_went_before() -> None:
    first, second = Topic(entities=("mts",)), Topic(years=(2018,))
    assistant = Scripted(
        {
            "a": NOTHING.model_copy(update={"topic": first}),
            "b": NOTHING.model_copy(update={"topic": second}),
        }
    )
    score(assistant, [question(lang="es", question="c", after=["a", "b"])])
    assert assistant.asked == [("a", "es", None), ("b", "es", first), ("c", "es", second)]


def test_wilson_bounds_of_a_known_case() -> None:
    eight_of_ten = Proportion.count(8, 10)
    assert (round(eight_of_ten.low, 4), round(eight_of_ten.high, 4)) == (0.4902, 0.9433)


@given(st.integers(1, 2000).flatmap(lambda asked: st.tuples(st.integers(0, asked), st.just(asked))))
def test_the_share_lies_within_its_bounds(counted: tuple[int, int]) -> None:
    hits, asked = counted
    proportion = Proportion.count(hits, asked)
    assert 0.0 <= proportion.low <= hits / asked <= proportion.high <= 1.0
    assert proportion.high - proportion.low <= 4 / sqrt(asked)
