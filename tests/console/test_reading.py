"""Lines from a pipe: none too long, none lost."""

from __future__ import annotations

import io
import sys

import pytest

from bot.console.reading import LONGEST_LINE, line_reader


def _read(monkeypatch: pytest.MonkeyPatch, text: str) -> list[str]:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    return list(iter(line_reader("> "), None))


def test_lines_come_one_by_one_until_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _read(monkeypatch, "one\n\ntwo") == ["one\n", "\n", "two"]


def test_of_an_overlong_line_only_the_start_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = _read(monkeypatch, "x" * (2 * LONGEST_LINE + 5) + "\nnext\n")
    assert [len(line) for line in lines] == [LONGEST_LINE, 5]


def test_no_standard_input_is_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert line_reader("> ")() is None


def test_a_terminal_is_prompted(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    prompts: list[str] = []

    def type_a_line(prompt: str) -> str:
        prompts.append(prompt)
        if len(prompts) > 1:
            raise EOFError
        return "one"

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setattr("builtins.input", type_a_line)
    assert list(iter(line_reader("> "), None)) == ["one"]
    assert prompts == ["> ", "> "]
