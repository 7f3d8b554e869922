"""The command line with a fake assistant behind it, in an empty folder and a plain environment."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.cli import run
from bot.settings import NAMES
from knowledge.bootstrap import Helpers
from tests.console.fake import FakeAssistant


class Ended(NamedTuple):
    """What a run left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (*NAMES, "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def opened(assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Put the fake assistant behind the command line and note the folders that were opened."""
    folders: list[Path | None] = []

    def open_assistant(
        folder: Path | None = None, *, data: Path, progress: Callable[[int, int], None], helpers: Helpers
    ) -> FakeAssistant:
        del data, helpers
        folders.append(folder)
        progress(1, 1)
        return assistant

    monkeypatch.setattr("knowledge.bootstrap.open_assistant", open_assistant)
    return folders


@pytest.fixture
def fuentes(opened: list[Path | None], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line, with bytes for standard input."""
    del opened  # it stands behind every run

    def run_line(*arguments: str, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = run(arguments)
        captured = capfd.readouterr()
        return Ended(code, captured.out, captured.err)

    return run_line
