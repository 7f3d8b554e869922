"""A file on disk gives the postings that were written, or is made anew: never others."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from knowledge.models import IndexKept, Passage
from knowledge.retrieval import index, shelf
from knowledge.retrieval.building import Memory, build
from knowledge.retrieval.index import IndexDamaged
from knowledge.retrieval.postings import Postings
from knowledge.retrieval.retriever import LexicalRetriever
from knowledge.text.analyzer import StemAnalyzer
from tests.retrieval.corpora import PASSAGES, passage, question

KEY = "a key"
TEXTS = [(each.indexed, each.language) for each in PASSAGES]
ARRAYS = ("starts", "numbers", "impacts", "peaks", "lengths", "words")
QUESTION = question("When was the student group Contracorriente formed?")


def write(path: Path, key: str = KEY) -> None:
    with index.writing(path) as writer:
        writer.finish(key, build(TEXTS, StemAnalyzer(), writer).mean)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "stems.index"
    write(file)
    return file


@pytest.fixture
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few passages be many, so that they are worth a file."""
    monkeypatch.setattr(shelf, "FEW", 0)


def use(postings: Postings) -> None:
    """Look at every term's postings, as questions would in time."""
    for place in range(len(postings.vocabulary)):
        postings.of(place)


def test_what_was_written_is_read(path: Path) -> None:
    expected, found = build(TEXTS, StemAnalyzer(), Memory()), index.read(path, KEY).postings
    use(found)
    for name in ARRAYS:
        np.testing.assert_array_equal(getattr(found, name), getattr(expected, name))
    terms = StemAnalyzer().terms(QUESTION.reading, "en")
    assert found.vocabulary.find(terms) == expected.vocabulary.find(terms)


def test_an_index_of_nothing_is_an_index(tmp_path: Path) -> None:
    with index.writing(tmp_path / "none.index") as writer:
        writer.finish(KEY, build([], StemAnalyzer(), writer).mean)
    assert index.read(tmp_path / "none.index", KEY).postings.size == 0


def test_an_index_of_something_else_is_refused(path: Path) -> None:
    with pytest.raises(IndexDamaged):
        index.read(path, "another key")


@pytest.mark.parametrize("content", [b"", b"no index", b"fuentes\n", b"\0" * 200_000])
def test_what_is_no_index_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "stems.index").write_bytes(content)
    with pytest.raises(IndexDamaged):
        index.read(tmp_path / "stems.index", KEY)


@pytest.mark.parametrize("share", [0.01, 0.5, 0.9, 0.9999])
def test_half_an_index_is_refused(path: Path, share: float) -> None:
    os.truncate(path, int(path.stat().st_size * share))
    with pytest.raises(IndexDamaged):
        index.read(path, KEY)


def test_one_changed_byte_is_noticed_wherever_it_stands(path: Path) -> None:
    whole = path.read_bytes()
    terms = range(0, len(whole), 64 * 1024 // 4)
    seen = 0
    for at in (*terms, *range(0, 400, 40), *range(len(whole) - 40, len(whole), 8)):
        damaged = bytearray(whole)
        damaged[at] ^= 0x10
        path.write_bytes(damaged)
        try:
            found = index.read(path, KEY).postings
            use(found)
        except IndexDamaged:
            seen += 1
        else:  # a byte that no array holds
            expected = build(TEXTS, StemAnalyzer(), Memory())
            for name in ARRAYS:
                np.testing.assert_array_equal(getattr(found, name), getattr(expected, name))
    assert seen > len(terms)


def test_what_others_left_unfinished_is_cleared_away(path: Path) -> None:
    left = path.with_name("stems.index.1.part")
    left.write_bytes(b"half")
    write(path)
    assert not left.exists()


def test_what_another_is_writing_is_left_alone(path: Path) -> None:
    with index.writing(path.with_name("other.index")) as writer:
        mean = build(TEXTS, StemAnalyzer(), writer).mean
        write(path)
        writer.finish(KEY, mean)
    assert index.read(path.with_name("other.index"), KEY).postings.size == len(TEXTS)


def test_only_the_indexes_used_last_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_KEPT", 8)
    for number in range(12):
        write(tmp_path / f"{number}.index")
        os.utime(tmp_path / f"{number}.index", (number, number))
    write(tmp_path / "last.index")
    assert sorted(file.name for file in tmp_path.glob("*")) == sorted(
        [*(f"{number}.index" for number in range(5, 12)), "last.index"]
    )


@pytest.mark.usefixtures("_many")
class TestRetriever:
    def test_finds_the_same_with_an_index_in_memory_new_and_kept(self, tmp_path: Path) -> None:
        memory, new, kept = (LexicalRetriever(PASSAGES, folder) for folder in (None, tmp_path, tmp_path))
        assert memory.retrieve(QUESTION, 9) == new.retrieve(QUESTION, 9) == kept.retrieve(QUESTION, 9)
        assert [each.inspect().kept for each in (memory, new, kept)] == [
            IndexKept.MEMORY,
            IndexKept.DISK,
            IndexKept.DISK,
        ]
        assert kept.inspect().exact

    def test_reads_what_is_kept_and_builds_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        LexicalRetriever(PASSAGES, tmp_path)
        monkeypatch.setattr(shelf, "build", None)
        assert LexicalRetriever(PASSAGES, tmp_path).retrieve(QUESTION, 1)

    @pytest.mark.parametrize(
        "changed",
        [
            (*PASSAGES, passage("Contracorriente was formed again.", number=99)),
            PASSAGES[1:],
            (PASSAGES[0].model_copy(update={"language": "es"}), *PASSAGES[1:]),
            PASSAGES[::-1],
        ],
    )
    def test_makes_an_index_anew_for_other_passages(self, tmp_path: Path, changed: tuple[Passage, ...]) -> None:
        LexicalRetriever(PASSAGES, tmp_path)
        found = LexicalRetriever(changed, tmp_path).retrieve(QUESTION, 9)
        assert found == LexicalRetriever(changed).retrieve(QUESTION, 9)

    def test_makes_a_damaged_index_anew(self, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        LexicalRetriever(PASSAGES, tmp_path)
        for file in tmp_path.glob("*.index"):
            os.truncate(file, file.stat().st_size // 2)
        assert LexicalRetriever(PASSAGES, tmp_path).retrieve(QUESTION, 1)
        assert "making an index anew" in caplog.text
        caplog.clear()
        LexicalRetriever(PASSAGES, tmp_path)
        assert caplog.text == ""

    def test_makes_an_index_anew_that_turns_out_damaged_at_a_question(self, tmp_path: Path) -> None:
        LexicalRetriever(PASSAGES, tmp_path)
        whole = {}
        for file in tmp_path.glob("*.index"):
            content = whole[file] = file.read_bytes()
            with file.open("rb") as opened:
                (_, start, length) = index._read_head(opened, file, _key(file))["arrays"]["impacts"]
            file.write_bytes(content[:start] + bytes(length * 4) + content[start + length * 4 :])
        found = LexicalRetriever(PASSAGES, tmp_path).retrieve(QUESTION, 9)
        assert found == LexicalRetriever(PASSAGES).retrieve(QUESTION, 9)
        assert {file: file.read_bytes() for file in whole} == whole

    def test_works_in_memory_where_the_folder_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "taken").write_text("a file", encoding="utf-8")
        retriever = LexicalRetriever(PASSAGES, tmp_path / "taken" / "index")
        assert retriever.retrieve(QUESTION, 1)
        assert retriever.inspect().kept is IndexKept.MEMORY

    def test_tells_how_far_the_index_is(self, tmp_path: Path) -> None:
        told: list[tuple[int, int]] = []
        LexicalRetriever(PASSAGES, tmp_path, told=lambda *far: told.append(far))
        assert told[-1] == (len(PASSAGES), len(PASSAGES))


def _key(file: Path) -> str:
    return str(file.read_bytes()[16:].split(b'"key": "')[1].split(b'"')[0].decode())


def test_few_passages_leave_nothing_on_disk(tmp_path: Path) -> None:
    retriever = LexicalRetriever(PASSAGES, tmp_path)
    assert retriever.inspect().kept is IndexKept.SMALL
    assert list(tmp_path.iterdir()) == []


def test_a_system_that_cannot_reserve_room_gets_an_index_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "posix_fallocate")
    write(tmp_path / "stems.index")
    assert index.read(tmp_path / "stems.index", KEY).postings.size == len(TEXTS)


@pytest.mark.usefixtures("_many")
def test_a_full_disk_means_an_index_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "posix_fallocate", full)
    retriever = LexicalRetriever(PASSAGES, tmp_path)
    assert retriever.retrieve(QUESTION, 1)
    assert retriever.inspect().kept is IndexKept.MEMORY
    assert list(tmp_path.iterdir()) == []
