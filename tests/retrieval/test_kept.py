"""What curators wrote is kept checked and parted between two starts, and made anew where anything has changed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from knowledge.corpus import Corpus
from knowledge.models import Bilingual, Expansion
from knowledge.retrieval import kept
from knowledge.retrieval.parted import Parted, Texts, part
from knowledge.retrieval.vocabulary import Vocabulary
from knowledge.text.names import Name, NameMatcher
from tests.facts.corpora import corpus_of

NAMES = NameMatcher([Name("LTS", "lts"), Name("Sergio Mora", "mora", person=True)])
OTHERS = NameMatcher([Name("LTS", "another")])
EXPANSIONS = [
    Expansion(
        document="d", span=(0, 9), asks=(("en", "When was the LTS founded?"), ("es", "¿Qué enseñó Sergio Mora?"))
    ),
    Expansion(document="e", span=(1, 5), answer=(2, 3), asks=(("en", ""), ("en", "two\nlines \ud800"))),
    Expansion(document="d", span=(0, 9), missing=Bilingual(en="who", es="quién"), asks=(("en", "Who leads it?"),)),
]
CORPUS = corpus_of("en", d="The LTS was founded.")


def make() -> Parted:
    return part(EXPANSIONS, NAMES)


def never() -> Parted:
    raise AssertionError("it was kept")


def fetch(
    folder: Path,
    making: Callable[[], Parted] = make,
    written: str = "asks",
    corpus: Corpus = CORPUS,
    names: NameMatcher = NAMES,
) -> Parted:
    return kept.fetch(folder, written, corpus, names, making)


def same(one: object, other: object) -> bool:
    if isinstance(one, Parted | Texts | Vocabulary):
        return all(same(getattr(one, name), getattr(other, name)) for name in type(one).__slots__)
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return bool(np.array_equal(one, other))
    return one == other


@pytest.mark.parametrize("expansions", [EXPANSIONS, EXPANSIONS[:1], []])
def test_what_was_kept_is_mapped_again_and_neither_checked_nor_parted(
    tmp_path: Path, expansions: list[Expansion]
) -> None:
    made = part(expansions, NAMES)
    assert same(fetch(tmp_path, lambda: made), made)
    assert same(fetch(tmp_path, never), made)


@pytest.mark.parametrize("at", [0, 20, 400, -1])
def test_a_file_that_is_not_what_was_written_is_made_anew(
    tmp_path: Path, at: int, caplog: pytest.LogCaptureFixture
) -> None:
    fetch(tmp_path)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    damaged = bytearray(whole)
    damaged[at] ^= 1
    path.write_bytes(damaged)
    with caplog.at_level(logging.WARNING):
        assert same(fetch(tmp_path), make())
    assert "anew" in caplog.text
    assert path.read_bytes() == whole


@pytest.mark.parametrize("length", [0, 10, 100])
def test_a_file_that_was_cut_off_is_made_anew(tmp_path: Path, length: int) -> None:
    fetch(tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:length])
    assert same(fetch(tmp_path), make())


def test_other_asks_documents_and_names_are_checked_anew(tmp_path: Path) -> None:
    fetch(tmp_path)
    changed: list[Callable[[], Parted]] = [
        lambda: fetch(tmp_path, never, written="others"),
        lambda: fetch(tmp_path, never, corpus=corpus_of("en", d="The LTS was dissolved.")),
        lambda: fetch(tmp_path, never, corpus=corpus_of("en", e="The LTS was founded.")),
        lambda: fetch(tmp_path, never, names=OTHERS),
    ]
    for each in changed:
        with pytest.raises(AssertionError, match="it was kept"):
            each()


def test_other_code_checks_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fetch(tmp_path / "data")
    for room in ("models", "text", "documents", "facts", "retrieval"):
        (tmp_path / "code" / room).mkdir(parents=True)
    (tmp_path / "code" / "text" / "sentences.py").write_text("another rule")
    monkeypatch.setattr("knowledge.__path__", [str(tmp_path / "code")])
    with pytest.raises(AssertionError, match="it was kept"):
        fetch(tmp_path / "data", never)


def test_where_nothing_can_be_kept_it_is_made_at_each_start(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("no folder")
    assert same(fetch(tmp_path / "file"), make())
    assert "cannot be kept" in caplog.text


def test_only_the_files_used_last_are_kept(tmp_path: Path) -> None:
    for number in range(12):
        fetch(tmp_path, written=str(number))
    assert len(list(tmp_path.iterdir())) == 8
