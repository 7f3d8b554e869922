"""A question set is read line by line, and a bad line is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.evaluation import QuestionSetError, read


def write(folder: Path, *lines: object) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_a_line_is_a_question(tmp_path: Path) -> None:
    line = {
        "id": "q1",
        "lang": "es",
        "kind": "when",
        "question": "¿Cuándo?",
        "answerable": True,
        "gold_answers": ["1997"],
        "gold_all": [["1997", "el 97"], ["2014"]],
        "evidence": [{"document": "report", "quote": "1997", "page": 3}],
        "after": "¿Qué periódico?",
        "note": "an unknown key is passed over",
    }
    (read_back,) = read(write(tmp_path, line))
    assert read_back.text == "¿Cuándo?"
    assert read_back.golds == ("1997", "1997", "el 97", "2014")
    assert read_back.after == ("¿Qué periódico?",)
    assert read_back.evidence[0].quote == "1997"


def test_null_and_a_missing_key_are_empty(tmp_path: Path) -> None:
    line = {
        "id": 7,
        "lang": "en",
        "question": "?",
        "answerable": False,
        "gold_answers": None,
        "evidence": None,
    }
    (read_back,) = read(write(tmp_path, line))
    assert (read_back.id, read_back.golds, read_back.evidence) == ("7", (), ())


def test_blank_lines_and_a_byte_order_mark_are_no_questions(tmp_path: Path) -> None:
    path = write(tmp_path, "\ufeff", "", '{"id": "1", "lang": "en", "question": "?", "answerable": true}', " ")
    assert len(read(path)) == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "JSON"),
        ('{"lang": "en", "question": "?", "answerable": true}', "id"),
        ('{"id": "1", "lang": "fr", "question": "?", "answerable": true}', "lang"),
        ('{"id": "1", "lang": "en", "question": " ", "answerable": true}', "question"),
        (
            '{"id": "1", "lang": "en", "question": "?", "answerable": true, "gold_answers": [""]}',
            "gold_answers.0",
        ),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    good = '{"id": "1", "lang": "en", "question": "?", "answerable": true}'
    with pytest.raises(QuestionSetError, match=said) as raised:
        read(write(tmp_path, good, "", line))
    assert raised.value.line == 3


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_bytes(b'\n{"id": "\xff"}')
    with pytest.raises(QuestionSetError) as raised:
        read(path)
    assert raised.value.line == 2


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(QuestionSetError, match="nowhere") as raised:
        read(tmp_path / "nowhere.jsonl")
    assert raised.value.line == 0
