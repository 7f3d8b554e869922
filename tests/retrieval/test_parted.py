"""What asks were parted into is kept between two starts, and made anew where it is not what was written."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.models import Expansion, Language
from knowledge.retrieval import asks as rooms
from knowledge.retrieval.asks import AskIndex, Vocabulary
from knowledge.retrieval.parted import Kept, Parted
from knowledge.text.names import Name, NameMatcher

NAMES = NameMatcher([Name("LTS", "lts"), Name("Sergio Mora", "mora", person=True)])
ASKS: list[tuple[Language, str]] = [("en", "When was the LTS founded?"), ("es", "¿Qué enseñó Sergio Mora?"), ("en", "")]


def part(asks: list[tuple[Language, str]] = ASKS) -> Parted:
    vocabulary = Vocabulary(NAMES)
    numbers, words = vocabulary.read(asks)
    return Parted(vocabulary.words, numbers, words)


def same(one: Parted | None, other: Parted) -> bool:
    return one is not None and (
        one.words == other.words and np.array_equal(one.asks, other.asks) and np.array_equal(one.of_asks, other.of_asks)
    )


@given(st.lists(st.tuples(st.sampled_from(("en", "es")), st.text(max_size=20)), max_size=5))
def test_what_was_kept_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, asks: list[tuple[Language, str]]
) -> None:
    kept = Kept(tmp_path_factory.mktemp("kept"), asks, NAMES)
    assert kept.read() is None
    parted = part(asks)
    kept.write(parted)
    assert same(kept.read(), parted)


@pytest.mark.parametrize("at", [0, 20, -1])
def test_a_file_that_is_not_what_was_written_is_not_read(
    tmp_path: Path, at: int, caplog: pytest.LogCaptureFixture
) -> None:
    Kept(tmp_path, ASKS, NAMES).write(part())
    (path,) = tmp_path.iterdir()
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    with caplog.at_level(logging.WARNING):
        assert Kept(tmp_path, ASKS, NAMES).read() is None
    assert "anew" in caplog.text


def test_other_asks_and_other_names_are_kept_apart(tmp_path: Path) -> None:
    Kept(tmp_path, ASKS, NAMES).write(part())
    assert Kept(tmp_path, ASKS[:1], NAMES).read() is None
    assert Kept(tmp_path, ASKS, NameMatcher([Name("LTS", "another")])).read() is None


def test_where_nothing_can_be_kept_the_asks_are_parted_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(rooms, "_FEW", 0)
    (tmp_path / "file").write_text("no folder")
    expansion = Expansion(document="d", span=(0, 1), asks=tuple(ASKS[:2]))
    index = AskIndex([expansion], NAMES, tmp_path / "file")
    assert [each.expansion for each in index.match([{"@lts": 1.0}], lambda _: 1.0)] == [expansion]
    assert "cannot be kept" in caplog.text


def test_an_index_of_what_was_kept_answers_as_the_first_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "_FEW", 0)
    expansion = Expansion(document="d", span=(0, 1), asks=tuple(ASKS[:2]))
    question = [{"@lts": 1.0}, {"found": 1.0}]
    first, again = (AskIndex([expansion], NAMES, tmp_path).match(question, lambda _: 1.0) for _ in range(2))
    assert len(list(tmp_path.iterdir())) == 1
    assert [(each.ask, each.likeness) for each in first] == [(each.ask, each.likeness) for each in again]


def test_only_the_files_used_last_are_kept(tmp_path: Path) -> None:
    for number in range(12):
        Kept(tmp_path, [("en", str(number))], NAMES).write(part())
    assert len(list(tmp_path.iterdir())) == 8
