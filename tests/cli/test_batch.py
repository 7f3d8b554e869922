"""JSON lines in, JSON lines out: in order, streamed, and no line stops the next."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.batch import BrokenLine, read_entry
from bot.presentation.wording import wording
from tests.cli.conftest import Ended, Run
from tests.console.fake import FakeAssistant

Batch = Any
"""What JSON gives."""


def _lines(*entries: object) -> bytes:
    return b"".join(json.dumps(entry).encode() + b"\n" for entry in entries)


def _replies(ended: Ended) -> list[Batch]:
    return [json.loads(line) for line in ended.out.splitlines()]


@pytest.fixture
def batch(fuentes: Run, tmp_path: Path) -> Any:
    def answer(content: bytes) -> Ended:
        file = tmp_path / "questions.jsonl"
        file.write_bytes(content)
        return fuentes("batch", str(file))

    return answer


def test_answers_come_in_order_under_their_ids(batch: Any) -> None:
    ended = batch(
        _lines(
            {"id": "a", "command": "ask", "argument": "When was the LTS founded?"},
            {"id": 7, "command": "whois", "argument": "nobody"},
            {"id": None, "command": "elections", "argument": "2016"},
        )
    )
    replies = _replies(ended)
    assert [reply["id"] for reply in replies] == ["a", 7, None]
    assert [reply["answer"]["outcome"] for reply in replies] == ["answered", "not_found", "answered"]
    assert ended.code == 0


@pytest.mark.parametrize("argument", ["", " ", "all", "todas", None])
def test_no_year_is_every_year(batch: Any, assistant: FakeAssistant, argument: str | None) -> None:
    batch(_lines({"id": 1, "command": "elections", "argument": argument}))
    assert assistant.asked[0][1] == ""


def test_a_year_may_be_a_number(batch: Any, assistant: FakeAssistant) -> None:
    batch(_lines({"id": 1, "command": "elections", "argument": 2016}))
    assert assistant.asked[0][1] == "2016"


@pytest.mark.parametrize(
    ("command", "argument", "value"),
    [("ask", "", ""), ("whois", None, ""), ("elections", "abc", "abc"), ("verify", "x" * 20_000, "x" * 100)],
)
def test_a_bad_argument_is_an_answer_with_the_input_missing(
    batch: Any, command: str, argument: str | None, value: str
) -> None:
    answer = _replies(batch(_lines({"id": 1, "command": command, "argument": argument})))[0]["answer"]
    assert answer["outcome"] == "not_found"
    assert answer["missing"] == [{"kind": "input", "value": value}]


@pytest.mark.parametrize(
    ("line", "line_id"),
    [
        (b"not json", None),
        (b"[1]", None),
        (b"\xff\xfe", None),
        (b'{"id": 3}', 3),
        (b'{"id": "x", "command": "dance", "argument": ""}', "x"),
        (b'{"id": "x", "command": ["ask"], "argument": ""}', "x"),
        (b'{"id": "x", "command": "ask", "argument": {}}', "x"),
        (b'{"id": "x", "command": "ask", "argument": true}', "x"),
        (b"[" * 100_000, None),
        (b'{"id": 1, "pad": "' + b"x" * 1_100_000 + b'"}', None),
    ],
)
def test_a_broken_line_is_an_error_and_the_rest_goes_on(batch: Any, line: bytes, line_id: object) -> None:
    good = _lines({"id": "good", "command": "whois", "argument": "MTS"})
    ended = batch(line + b"\n\n" + good)
    first, second = _replies(ended)
    assert (first["id"], bool(first["error"])) == (line_id, True)
    assert (second["id"], second["answer"]["outcome"]) == ("good", "answered")
    assert ended.code == 0


def test_a_fault_in_one_line_is_an_error_of_that_line(batch: Any, assistant: FakeAssistant) -> None:
    assistant.fault = RuntimeError("secret")
    ended = batch(_lines({"id": 1, "command": "whois", "argument": "x"}))
    assert "secret" not in ended.out
    assert _replies(ended)[0]["error"].startswith("Something broke on my side")
    assert ended.code == 0


def test_strange_text_survives(batch: Any) -> None:
    content = b'{"id": "\\ud800", "command": "whois", "argument": "a\\ud800\\u0000\\u202e"}\n'
    reply = _replies(batch(content))[0]
    assert (reply["id"], reply["answer"]["question"]) == ("\ud800", "a\ufffd\ufffd\u202e")


def test_a_byte_order_mark_and_carriage_returns_are_passed_over(batch: Any) -> None:
    content = b"\xef\xbb\xbf" + b'{"id": 1, "command": "whois", "argument": "MTS"}\r\n'
    assert _replies(batch(content))[0]["answer"]["outcome"] == "answered"


def test_an_empty_file_is_no_failure(batch: Any) -> None:
    assert batch(b"") == Ended(0, "", "")


def test_a_file_that_is_not_there_is_wrong_use(fuentes: Run) -> None:
    ended = fuentes("batch", "gone.jsonl")
    assert ended.code == 2
    assert "gone.jsonl cannot be read" in ended.err


@given(st.binary())
def test_any_line_is_read_or_broken(line: bytes) -> None:
    try:
        read_entry(line, wording("en"))
    except BrokenLine as error:
        json.loads(error.id)
