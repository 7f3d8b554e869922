"""The peers' benchmark reads real prose, asks every engine alike and reports what it measured."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.peers import answers, report
from benchmarks.peers.engines import ENGINES
from benchmarks.peers.measure import add, build, serve
from benchmarks.peers.prose import gather, resample
from benchmarks.peers.report import table
from knowledge.retrieval import scoring

SENTENCE = "The keeper of the harbour wrote down the name of every boat that came in from the sea that winter. "
PROSE = SENTENCE + "Nobody has ever found the book in which he wrote the names of all of them."
TABLE = "| 12 | 0.51 | 10,720 | 2016-06-05 | 0x7f | " + " | ".join(f"{number}.5" for number in range(20))


@pytest.fixture
def prose(tmp_path: Path) -> Path:
    folder = tmp_path / "doc"
    folder.mkdir()
    (folder / "a.txt").write_text(f"{PROSE}\n\n{TABLE}\n\nToo short.\n\n{PROSE}", encoding="utf-8")
    page = f"<style>p {{}}</style><p>{PROSE.replace('keeper', 'master')}</p><pre>{PROSE.replace('boat', 'int')}</pre>"
    (folder / "b.html").write_text(page, encoding="utf-8")
    manual = f".TH X 1\n.PP\n{PROSE.replace('keeper', 'pilot')}\n"
    (folder / "c.1.gz").write_bytes(gzip.compress(manual.encode()))
    (folder / "d.png").write_bytes(b"\x89PNG")
    return folder


def test_passages_are_paragraphs_of_prose_each_once(prose: Path) -> None:
    assert sorted(gather([prose], 100)) == sorted(
        [PROSE, PROSE.replace("keeper", "master"), PROSE.replace("keeper", "pilot")]
    )


def test_resampled_passages_are_made_of_real_sentences() -> None:
    for passage in resample([PROSE], 20):
        assert passage.replace(SENTENCE.strip(), "").replace(PROSE.removeprefix(SENTENCE), "").strip() == ""


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(scoring, "COMPILED_FROM", scoring.COMPILED_FROM)  # which an engine sets for its process
    passages = [f"boat{number} harbour winter came over all of the sea" for number in range(30)]
    for suffix in (".txt", ".terms"):
        (tmp_path / f"passages{suffix}").write_text("\n".join(passages) + "\n", encoding="utf-8")
    return tmp_path / "passages.terms"


@pytest.mark.parametrize("name", ["fuentes", "fuentes-numba", "rank_bm25", "fts5"])
def test_an_engine_is_measured_and_finds_the_passage_that_was_asked_for(tmp_path: Path, lines: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    assert build(ENGINES[name], lines, folder)["build"] >= 0
    row = serve(ENGINES[name], lines, folder, [["boat7"], ["boat9", "harbour"]])
    found = json.loads(json.dumps(row))["found"]
    assert [best[0] for best in found] == [7, 9]


def test_a_document_is_added_and_found(tmp_path: Path, lines: Path) -> None:
    build(ENGINES["fuentes"], lines, tmp_path)
    assert add(lines, tmp_path)["added"] > 0


def test_the_whole_answer_is_measured(tmp_path: Path, lines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "QUESTIONS", 3)
    row = answers.measure(lines, tmp_path / "answers")
    assert 0 < row["median"] <= row["p99"]
    written = report.answers([{"engine": report.ANSWERS, "size": 30, **row}])
    assert written.splitlines()[-1].startswith("| 30 |")
    assert report.answers([]) == ""


def test_a_table_compares_with_fuentes_and_with_the_definition() -> None:
    figures = dict.fromkeys(("build", "peak", "disk", "open", "first", "p99", "two", "resident", "private"), 1.0)
    rows = [
        {"engine": "fuentes", "size": 10, "questions": 9, "median": 2.0, "found": [[1, 2]], **figures},
        {"engine": "rank_bm25", "size": 10, "questions": 9, "median": 8.0, "found": [[1, 3]], **figures},
        {"engine": "lucene", "size": 10, "questions": 9, "failed": "no Java"},
    ]
    head, *_, ours, lucene, definition = table(rows, 10).splitlines()
    assert head == "### 10 passages"
    assert ours.endswith("| 1 | 0.500 |")
    assert "failed: no Java" in lucene
    assert definition.endswith("| 4 | 1.000 |")
