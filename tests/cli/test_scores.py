"""`eval`: what it prints of question sets, and when it ends with an error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.console.fake import FakeAssistant

FOUNDING = {
    "id": "q1",
    "lang": "en",
    "kind": "when",
    "question": "When was the LTS founded?",
    "answerable": True,
    "gold_answers": ["1988"],
    "evidence": [],
}
UNTOLD = FOUNDING | {"id": "q2", "answerable": False, "gold_answers": None}


@pytest.fixture
def founding(tmp_path: Path) -> str:
    return _write(tmp_path / "questions.jsonl", FOUNDING)


@pytest.fixture
def untold(tmp_path: Path) -> str:
    return _write(tmp_path / "untold.jsonl", UNTOLD)


def _write(file: Path, *questions: object) -> str:
    file.write_text("\n".join(map(json.dumps, questions)), encoding="utf-8")
    return str(file)


def _rows(out: str) -> dict[str, list[str]]:
    """Give the cells of each line by its first word."""
    return {line.split()[0]: line.split()[1:] for line in out.splitlines() if line.strip()}


def test_a_question_set_is_scored_with_intervals(fuentes: Run, founding: str) -> None:
    ended = fuentes("eval", founding)
    assert ended.code == 0
    assert _rows(ended.out)["all"][:3] == ["1+0", "1.000", "0.21–1.00"]


def test_scores_are_told_apart_by_set_language_direction_and_kind(fuentes: Run, founding: str, untold: str) -> None:
    rows = _rows(fuentes("eval", founding, untold).out)
    assert (rows["all"][0], rows[founding][0], rows[untold][0]) == ("1+1", "1+0", "0+1")
    assert rows["en"] == rows["en→en"] == rows["when"] == rows["all"]


def test_a_set_alone_has_no_row_of_its_own(fuentes: Run, founding: str) -> None:
    assert founding not in fuentes("eval", founding).out


def test_confidence_is_held_against_what_was_right(fuentes: Run, founding: str, untold: str) -> None:
    # Both are answered with the same confidence, and one of them should not have been.
    out = fuentes("eval", founding, untold).out
    (row,) = [line.split() for line in out.splitlines() if line.startswith("  0.9–1.0")]
    assert row[2:] == ["0.500", "2"]
    assert "expected calibration error 0.4" in out
    assert "1.000 of the unanswerable are answered too" in out


def test_misses_are_only_counted_unless_asked_for(fuentes: Run, untold: str) -> None:
    ended = fuentes("eval", untold)
    assert "1 question missed; --errors shows it." in ended.out
    assert "When was the LTS founded?" not in ended.out


def test_errors_show_what_was_wanted_and_what_came(fuentes: Run, untold: str) -> None:
    ended = fuentes("eval", untold, "--errors")
    missed = ended.out.splitlines().index("1 question missed:")
    question, wanted, came, place = ended.out.splitlines()[missed + 1 :]
    assert question == "  q2 (en, when; held): When was the LTS founded?"
    assert wanted == "    wanted: no answer"
    assert came.startswith("    came (answered): Its origins date back to 1988")
    assert place.startswith("    from: ")


def test_errors_are_shown_in_spanish(fuentes: Run, untold: str) -> None:
    ended = fuentes("--lang", "es", "eval", untold, "--errors")
    assert "esperado: ninguna respuesta" in ended.out
    assert "salió (respondida): Its origins" in ended.out


@pytest.mark.parametrize(("floor", "code"), [("lead=1", 0), ("shown=0.5", 0), ("held=0.5", 1)])
def test_a_floor_may_be_given(fuentes: Run, founding: str, floor: str, code: int) -> None:
    assert fuentes("eval", founding, "--floor", floor).code == code


def test_every_broken_floor_is_named(fuentes: Run, founding: str, assistant: FakeAssistant) -> None:
    assistant.known.clear()
    ended = fuentes("eval", founding, "--floor", "lead=.9", "--floor", "held=.8")
    assert ended.code == 1
    assert "Below its floor: lead of all is 0.000, asked for 0.900" in ended.out
    assert "Below its floor: held of all is –, asked for 0.800" in ended.out


def test_a_floor_beside_the_set_is_for_that_set(fuentes: Run, tmp_path: Path, founding: str, untold: str) -> None:
    (tmp_path / "floors.toml").write_text('["untold.jsonl"]\nheld = 0.5\n', encoding="utf-8")
    assert fuentes("eval", founding).code == 0
    ended = fuentes("eval", founding, untold)
    assert ended.code == 1
    assert f"Below its floor: held of {untold} is 0.000, asked for 0.500" in ended.out


def test_as_json_the_report_stands_alone_on_standard_output(fuentes: Run, untold: str) -> None:
    ended = fuentes("eval", untold, "--json", "--floor", "held=1")
    assert ended.code == 1
    assert json.loads(ended.out)["overall"]["held"]["share"] == 0.0
    assert "Below its floor" in ended.err


@pytest.mark.parametrize("floor", ["lead", "lead=", "lead=much", "lead=1.1", "lead=nan", "luck=0.5"])
def test_a_floor_that_is_none_is_wrong_use(fuentes: Run, founding: str, floor: str) -> None:
    ended = fuentes("eval", founding, "--floor", floor)
    assert (ended.code, ended.out) == (2, "")
    assert "lead=0…1" in ended.err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[", "floors.toml"),
        ('["questions.jsonl"]\nlead = 2', "questions.jsonl.lead"),
        ('["questions.jsonl"]\nluck = 0.5', "questions.jsonl.luck"),
        ('["question.jsonl"]\nlead = 0.5', "no such question set"),
    ],
)
def test_floors_that_cannot_be_read_are_wrong_use(
    fuentes: Run, tmp_path: Path, founding: str, content: str, said: str
) -> None:
    (tmp_path / "floors.toml").write_text(content, encoding="utf-8")
    ended = fuentes("eval", founding)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_what_fell_below_a_baseline_is_named(
    fuentes: Run, tmp_path: Path, founding: str, assistant: FakeAssistant
) -> None:
    baseline = tmp_path / "baseline.json"
    baseline.write_text(fuentes("eval", founding, "--json").out, encoding="utf-8")
    assert fuentes("eval", founding, "--baseline", str(baseline)).code == 0
    assistant.known.clear()
    ended = fuentes("eval", founding, "--baseline", str(baseline))
    assert ended.code == 1
    assert _rows(ended.out)["before"] == [
        "1+0",
        "1.000",
        "0.21–1.00",
        "1.000",
        "0.21–1.00",
        "–",
        "–",
        "1.000",
        "0.21–1.00",
    ]
    assert "Fell: lead from 1.000 to 0.000" in ended.out
    assert "Missed now and not before: q1" in ended.out


def test_a_baseline_of_other_questions_is_said_to_be_one(
    fuentes: Run, tmp_path: Path, founding: str, untold: str
) -> None:
    baseline = tmp_path / "baseline.json"
    baseline.write_text(fuentes("eval", founding, untold, "--json").out, encoding="utf-8")
    ended = fuentes("eval", founding, "--baseline", str(baseline))
    assert "The baseline asked 2 questions, this run 1" in ended.out


@pytest.mark.parametrize("content", [None, "not json"])
def test_a_question_set_that_cannot_be_read_is_wrong_use(fuentes: Run, tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "set.jsonl"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    ended = fuentes("eval", str(file))
    assert (ended.code, ended.out) == (2, "")
    assert "set.jsonl" in ended.err


@pytest.mark.parametrize(("baseline", "said"), [("questions.jsonl", "no report of eval --json"), ("gone.json", "gone")])
def test_a_baseline_that_is_no_report_is_wrong_use(
    fuentes: Run, tmp_path: Path, founding: str, baseline: str, said: str
) -> None:
    ended = fuentes("eval", founding, "--baseline", str(tmp_path / baseline))
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
