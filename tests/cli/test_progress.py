"""The progress bar: only on a terminal, only after a second."""

from __future__ import annotations

import io
import sys

import pytest

from bot.cli.progress import PATIENCE, LoadProgress, PreparationProgress
from bot.presentation.wording import wording
from knowledge.models import AidKind


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _load(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float) -> str:
    times = iter([0.0, seconds, seconds, seconds])
    monkeypatch.setattr("bot.cli.progress.monotonic", lambda: next(times))
    monkeypatch.setattr(sys, "stderr", stream)
    progress = LoadProgress("Reading")
    progress(1, 2)
    progress(2, 2)
    progress.close()
    return stream.getvalue()


def test_a_short_load_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _load(monkeypatch, _Terminal(), PATIENCE / 2) == ""


def test_a_long_load_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Reading" in _load(monkeypatch, _Terminal(), PATIENCE * 2)


def test_a_pipe_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _load(monkeypatch, io.StringIO(), PATIENCE * 2) == ""


def test_each_helper_that_reads_the_passages_has_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.0, PATIENCE * 2, PATIENCE * 4, PATIENCE * 6])
    monkeypatch.setattr("bot.cli.progress.monotonic", lambda: next(times))
    monkeypatch.setattr(sys, "stderr", stream := _Terminal())
    progress = PreparationProgress(wording("en"))
    for kind in (AidKind.EMBEDDINGS, AidKind.TRANSLATION):  # the second while no other bar is up
        progress(kind, 1, 2)
        progress(kind, 2, 2)
    said = stream.getvalue()
    assert "Reading what the documents mean" in said
    assert "Translating the documents" in said
