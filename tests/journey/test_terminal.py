"""The program as a person starts it: what it prints and how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


def _fuentes(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_run_without_token_or_input_shows_three_answers() -> None:
    ended = _fuentes("run")
    assert ended.returncode == 0
    assert ended.stdout.count("fuentes> ") == 3
    assert "LTS: League of Workers for Socialism" in ended.stdout
    assert "2016: 10,720 votes, 0.51% [1]" in ended.stdout
    assert "Its origins date back to 1988" in ended.stdout.rpartition("fuentes> ")[2]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("whois", "LTS"), 0),
        (("elections",), 0),
        (("timeline", "MTS"), 0),
        (("sources",), 0),
        (("verify", "Hopes are that this will lead to fusion"), 0),
        (("elections", "2006"), 1),
        (("ask", "Who is the general secretary of the MTS?"), 1),
        (("elections", "abc"), 2),
        (("ask", ""), 2),
        (("--corpus", "no-such-folder", "whois", "LTS"), 3),
    ],
)
def test_the_exit_code_says_how_it_ended(arguments: tuple[str, ...], code: int) -> None:
    assert _fuentes(*arguments).returncode == code


def test_the_rows_of_a_table_stand_under_their_header_row() -> None:
    lines = _fuentes("whois", "MTS").stdout.splitlines()
    row = next(place for place, line in enumerate(lines) if line.startswith("> | 2016 |"))
    assert lines[row - 1].startswith("  Header row: “| Election year | Logo |")
    assert sum("Header row" in line for line in lines) == 1


def test_a_chat_remembers_the_exchange_before() -> None:
    ended = _fuentes("chat", stdin="/elections 2016\nand who ran in 2018?\n")
    assert ended.returncode == 0
    assert "Candidate, 2018: Juana Mirna Sulem Estrada Saldaña" in ended.stdout
