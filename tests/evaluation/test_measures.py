"""Each measure counts what the design says it counts."""

from __future__ import annotations

import pytest

from knowledge.evaluation import Measure, Question, Report, score
from knowledge.models import Answer, Outcome
from tests.evaluation.scripted import NOTHING, Scripted, answer, cite, question

SENTENCE = "The congress was held in Mexico City."


def ask(expected: Question, came: Answer) -> Report:
    return score(Scripted({"?": came}), [expected])


def marks(expected: Question, came: Answer) -> dict[str, bool]:
    """Give the measures that apply to one answer."""
    overall = ask(expected, came).overall
    return {measure.value: overall.of(measure).hits == 1 for measure in Measure if overall.of(measure).asked == 1}


def test_gold_in_the_lead() -> None:
    expected = question(gold_answers=["Mexico City"])
    assert marks(expected, answer(SENTENCE)) == {"lead": True, "shown": True, "verbatim": True}


def test_gold_beside_the_lead_is_shown_only() -> None:
    came = answer(SENTENCE, lead="The congress was held.")
    assert marks(question(gold_answers=["Mexico City"]), came) == {
        "lead": False,
        "shown": True,
        "verbatim": True,
    }


def test_a_related_passage_shows_but_never_leads() -> None:
    came = answer(SENTENCE, lead="", outcome=Outcome.RELATED)
    assert marks(question(gold_answers=["Mexico City"]), came) == {
        "lead": False,
        "shown": True,
        "verbatim": True,
    }


def test_one_of_each_group_must_be_shown_and_any_may_lead() -> None:
    groups = [["Mexico City", "CDMX"], ["Unity"]]
    half = answer(SENTENCE)
    whole = answer(f"{SENTENCE} “Unity” was its word.")
    assert marks(question(gold_all=groups), half) == {"lead": True, "shown": False, "verbatim": True}
    assert marks(question(gold_all=groups), whole) == {"lead": True, "shown": True, "verbatim": True}


def test_an_unanswerable_question_is_held_where_it_is_not_answered() -> None:
    expected = question(answerable=False, gold_answers=None)
    assert marks(expected, NOTHING) == {"held": True}
    assert marks(expected, answer(SENTENCE)) == {"held": False, "verbatim": True}


@pytest.mark.parametrize("name", ["report", "documents/report.txt", "report.txt", "a name of the set's own"])
def test_the_document_of_the_evidence_may_be_named_in_several_ways(name: str) -> None:
    expected = question(evidence=[{"document": name, "quote": "held in Mexico"}])
    assert marks(expected, answer(SENTENCE)) == {"cite1": True, "verbatim": True}


@pytest.mark.parametrize(
    ("evidence", "quote", "met"),
    [
        ("held in Mexico", "“Unity” was its word.", True),  # elsewhere in its line
        ("“Unity”", "The congress was held in Mexico City. “Unity” was its word.", True),
        ("Congress report", f"Congress report\n\n{SENTENCE}", True),  # over more than its line
        ("10,720", "| 2016 | 10,720 | 0.51 |", True),
        ("10,720", "Estrategia Obrera (1997–2014)", False),
        ("held in Mexico", "Congress report", False),
    ],
)
def test_the_first_citation_lies_in_the_line_of_the_evidence_or_holds_it(evidence: str, quote: str, met: bool) -> None:
    expected = question(evidence=[{"document": "report", "quote": evidence}])
    assert marks(expected, answer(quote))["cite1"] is met


def test_no_citation_meets_no_evidence() -> None:
    expected = question(evidence=[{"document": "report", "quote": "10,720"}])
    assert marks(expected, NOTHING) == {"cite1": False}


def test_a_citation_of_another_document_meets_no_evidence() -> None:
    came = answer(SENTENCE).model_copy(update={"citations": (cite(SENTENCE, "another"),)})
    expected = question(evidence=[{"document": "report", "quote": "Mexico City"}])
    assert marks(expected, came) == {"cite1": False, "verbatim": False}


def test_evidence_that_no_document_holds_is_named_and_not_counted() -> None:
    expected = question(id="lost", evidence=[{"document": "report", "quote": "not a word of it"}])
    report = ask(expected, answer(SENTENCE))
    assert report.unplaced == ("lost",)
    assert report.overall.cite1.asked == 0


def test_a_quote_that_is_not_its_documents_is_not_verbatim() -> None:
    forged = cite(SENTENCE).model_copy(update={"quote": SENTENCE.replace("City", "Town")})
    came = answer(SENTENCE).model_copy(update={"citations": (forged,)})
    assert marks(question(), came) == {"verbatim": False}
