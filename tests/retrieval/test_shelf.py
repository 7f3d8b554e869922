"""What was indexed once is not indexed again, and what is on disk is whole, whatever is added, removed or killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
import pytest

from knowledge.models import IndexKept, Passage
from knowledge.retrieval import shelf
from knowledge.retrieval.retriever import LexicalRetriever
from knowledge.retrieval.shelf import Told
from tests.retrieval.corpora import PASSAGES, passage, question


def document(number: int, texts: int = 3) -> list[Passage]:
    """Make the passages of a document that no other is like."""
    named = f"document-{number}"
    return [
        passage(f"{PASSAGES[(number + at) % len(PASSAGES)].indexed} {number} word{number % 7}").model_copy(
            update={"document": named, "id": f"{number:06}{at:04}"}
        )
        for at in range(texts)
    ]


def corpus(*numbers: int) -> list[Passage]:
    return [each for number in numbers for each in document(number)]


QUESTIONS = [question(text) for text in ("strike of the electricians 3", "word5 newspaper", "Contracoriente 12", "zzz")]


def same(found: LexicalRetriever, passages: Sequence[Passage]) -> bool:
    """Tell whether a retriever finds what one finds that is made anew: the same passages, to six digits as well."""
    anew = LexicalRetriever(passages, whole=0)
    for asked in QUESTIONS:
        mine, others = ({hit.passage.id: hit.score for hit in each.retrieve(asked, 99)} for each in (found, anew))
        if mine.keys() != others.keys() or not np.allclose([*mine.values()], [others[key] for key in mine], rtol=1e-6):
            return False
    return True


@pytest.fixture
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few passages be many, so that they are worth a file."""
    monkeypatch.setattr(shelf, "FEW", 0)


class Counted(list[int]):
    """How many passages were indexed, each time that some were."""

    def __call__(self, read: int, total: int) -> None:
        if read == total:
            self.append(total)


def opened(passages: Sequence[Passage], folder: Path, told: Told | None = None) -> LexicalRetriever:
    """Open a corpus, and wait until nothing is left to merge."""
    retriever = LexicalRetriever(passages, folder, whole=0, told=told)
    if retriever.merging is not None:
        retriever.merging.join()
    return retriever


@pytest.mark.usefixtures("_many")
class TestShelf:
    def test_only_the_document_is_read_that_is_new(self, tmp_path: Path) -> None:
        opened(corpus(*range(40)), tmp_path)
        changed, read = corpus(*range(20), 77, *range(20, 40)), Counted()
        found = opened(changed, tmp_path, read)
        assert read == [3, 3]
        assert found.retrieve(question("77"), 9)
        assert same(found, changed)

    def test_nothing_is_read_where_a_document_is_gone_or_moved(self, tmp_path: Path) -> None:
        opened(corpus(*range(40)), tmp_path)
        changed, read = corpus(30, *range(29), 31, 32), Counted()
        found = opened(changed, tmp_path, read)
        assert read == []
        assert found.retrieve(question("39"), 9) == ()
        assert same(found, changed)

    def test_words_are_known_of_every_document_without_a_look_at_it(self, tmp_path: Path) -> None:
        opened(corpus(*range(30)), tmp_path)
        known = opened(corpus(*range(30), 77), tmp_path).words()
        assert known is not None
        assert {"contracorriente", "catastrofe"} <= known

    def test_the_same_document_twice_is_found_twice(self, tmp_path: Path) -> None:
        opened(corpus(*range(9)), tmp_path)
        twice = [*corpus(*range(9)), *(each.model_copy(update={"id": f"again{each.id}"}) for each in document(8))]
        assert same(opened(twice, tmp_path), twice)

    def test_another_corpus_in_the_folder_lends_what_it_shares(self, tmp_path: Path) -> None:
        opened(corpus(*range(9)), tmp_path)
        opened(corpus(*range(100, 130)), tmp_path)
        read = Counted()
        assert same(opened(corpus(*range(9)), tmp_path, read), corpus(*range(9)))
        assert same(opened(corpus(*range(8), 105), tmp_path, read), corpus(*range(8), 105))
        assert read == [3, 3]

    def test_segments_stay_few_and_right_while_documents_come_and_go(self, tmp_path: Path) -> None:
        chance = Random(3)  # noqa: S311  # the same changes in every run
        present = list(range(30))
        for step in range(12):
            present.insert(chance.randrange(len(present)), 100 + step)
            del present[chance.randrange(len(present))]
            found = opened(corpus(*present), tmp_path)
            assert len(found._by_stem.segments) <= 3
            assert found.inspect().kept is IndexKept.DISK
        assert same(found, corpus(*present))
        assert len(list(tmp_path.glob("*.index"))) <= 6

    def test_questions_are_answered_while_segments_are_merged(self, tmp_path: Path) -> None:
        opened(corpus(*range(40)), tmp_path)
        changed = corpus(*range(30), *range(50, 60))
        found = LexicalRetriever(changed, tmp_path, whole=0)
        assert found.merging is not None
        while found.merging.is_alive():
            assert found.retrieve(question("strike"), 99)
        assert same(found, changed)

    def test_a_damaged_segment_is_made_anew_and_the_others_are_kept(self, tmp_path: Path) -> None:
        opened(corpus(*range(40)), tmp_path)
        opened(corpus(*range(41)), tmp_path)
        newest = max(tmp_path.glob("*.index"), key=lambda file: file.stat().st_mtime_ns)
        os.truncate(newest, newest.stat().st_size // 2)
        read = Counted()
        assert same(opened(corpus(*range(41)), tmp_path, read), corpus(*range(41)))
        assert read == [3]

    def test_segments_stay_apart_where_the_disk_is_full(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        opened(corpus(*range(40)), tmp_path)
        monkeypatch.setattr(shelf, "merge", full)
        found = opened(corpus(*range(30)), tmp_path)
        assert "stay apart" in caplog.text
        assert same(found, corpus(*range(30)))


WORKER = """
import sys
from pathlib import Path
from random import Random
from knowledge.retrieval import shelf
from tests.retrieval.test_shelf import corpus, opened
shelf.FEW = 0
chance = Random(int(sys.argv[2]))
present = list(range(40))
print(flush=True)
while True:
    present[chance.randrange(len(present))] = chance.randrange(100, 1000)
    opened(corpus(*present), Path(sys.argv[1]))
"""


@pytest.mark.slow
@pytest.mark.usefixtures("_many")
def test_a_killed_program_leaves_the_old_index_or_the_new_one(tmp_path: Path) -> None:
    chance = Random(1)  # noqa: S311  # any moments will do
    opened(corpus(*range(40)), tmp_path)
    for number in range(20):
        command = [sys.executable, "-c", WORKER, str(tmp_path), str(number)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as working:
            assert working.stdout is not None
            working.stdout.readline()
            time.sleep(chance.random() / 10)
            working.send_signal(signal.SIGKILL)
        assert same(opened(corpus(*range(40)), tmp_path), corpus(*range(40)))
    opened(corpus(*range(41)), tmp_path)  # which clears away what was left
    assert {file.suffix for file in tmp_path.iterdir()} == {".index"}
