"""At the first start a child makes what is kept; whatever fails there, the start itself goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from pathlib import Path
from bot.cli.first_start import keep_first
keep_first(Path(sys.argv[1]) if sys.argv[1] else None, Path(sys.argv[2]))
print("went on", "knowledge.assistant" in sys.modules)
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is a fork of the program")


def start(corpus: str, data: Path) -> str:
    command = [sys.executable, "-c", PROGRAM, corpus, str(data)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


def test_what_is_kept_is_made_once(tmp_path: Path) -> None:
    assert start("", tmp_path).startswith("went on")
    (kept,) = (tmp_path / "index").glob("*.asks")
    made = kept.stat().st_mtime_ns
    start("", tmp_path)
    assert kept.stat().st_mtime_ns == made


@pytest.mark.parametrize("corpus", ["nowhere", "empty"])
def test_a_corpus_that_cannot_be_opened_is_left_to_the_start(tmp_path: Path, corpus: str) -> None:
    (tmp_path / "empty").mkdir()
    assert start(str(tmp_path / corpus), tmp_path / "data").startswith("went on")


def test_a_folder_that_cannot_be_written_is_left_to_the_start(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in the way")
    assert start("", tmp_path / "data").startswith("went on")


def test_a_corpus_that_keeps_no_ways_to_ask_starts_no_child(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "club.txt").write_text("The club was founded in 1871.\n")
    start(str(tmp_path / "corpus"), tmp_path / "data")
    assert not (tmp_path / "data").exists()
