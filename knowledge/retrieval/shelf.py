"""Where indexes come from: made in memory for few passages, kept on disk for many, one file a segment.

passages ─ documents ─┬─ that a file holds ────→ its part ─┐
                      └─ that none does ─ build ─→ a part ─┴→ index

A file says which documents it holds, by a hash of what retrieval reads of them: what was indexed once is not indexed
again, whatever folder it came from, and there is no list of files that could be out of step with them.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from itertools import chain, groupby
from pathlib import Path

from Stemmer import version as stemmer_version

from knowledge.models import IndexKept, Passage
from knowledge.retrieval import index
from knowledge.retrieval.building import Memory, Room, Text, build
from knowledge.retrieval.merging import merge
from knowledge.retrieval.postings import K1, B, Postings
from knowledge.retrieval.segment import GONE, Held, Part, size_of
from knowledge.text.analyzer import Analyzer
from knowledge.text.stopwords import STOPWORDS

Told = Callable[[int, int], None]
"""Told how many passages of how many are indexed."""
FEW = 1_000
"""Passages that are indexed within a fifth of a second: no file is needed."""
_WORTH = 0.5
"""The share of a file's texts that have to be there for it to be used."""
_PROBE = "Año US it's 10,720 naïve U.S. EL ESPAÑOL revolución workers’ 19th "
_log = logging.getLogger(__name__)


class Shelf:
    """Gives the parts of the index of passages, from a folder where it can."""

    def __init__(self, passages: Sequence[Passage], folder: Path | None, told: Told | None = None) -> None:
        self._passages = passages
        self._folder = None if len(passages) <= FEW else folder
        self._told = told
        self._damaged: set[Path] = set()
        self.kept = IndexKept.DISK if self._folder is not None else IndexKept.MEMORY
        if len(passages) <= FEW:
            self.kept = IndexKept.SMALL

    @property
    def keeps(self) -> bool:
        """Tell whether indexes are kept on disk."""
        return self.kept is IndexKept.DISK

    def fetch(self, analyzer: Analyzer) -> tuple[Part, ...]:
        """Give the parts that an analyzer makes of the passages; only what no file holds is read."""
        if self._folder is None:
            total = len(self._passages)
            texts = self._texts(range(total))
            return (Part(build(texts, analyzer, Memory(), lambda read: self._tell(read, total))),)
        parts, missing = self._known(self._folder, analyzer)
        if missing:
            numbers = [number for held in missing for number in held.passages]
            others = size_of(parts)

            def make(room: Room) -> Postings:
                return build(self._texts(numbers), analyzer, room, lambda read: self._tell(read, len(numbers)), others)

            try:
                parts.append(self._keep(self._folder, analyzer, missing, make))
            except OSError as error:
                _log.warning("an index cannot be kept: %s", error)
                self.kept = IndexKept.MEMORY
                parts.append(Part(make(Memory()), missing))
        return tuple(parts)

    def merge(self, analyzer: Analyzer, parts: Sequence[Part], chosen: Sequence[Part]) -> tuple[Part, ...]:
        """Make one of the chosen parts, and remove their files. Raises IndexDamaged, and OSError for want of room."""
        assert self._folder is not None, "what is made in memory is one part"
        rest = [part for part in parts if part not in chosen]
        documents = [held for part in chosen for held in part.documents if held.first != GONE]
        made = self._keep(self._folder, analyzer, documents, lambda room: merge(chosen, room, size_of(rest)))
        for part in chosen:
            if part.path is not None and part.path != made.path:
                with suppress(OSError):
                    part.path.unlink(missing_ok=True)
        return (*rest, made)

    def distrust(self, path: Path) -> None:
        """Use a damaged file no more."""
        _log.warning("making an index anew: %s is damaged", path)
        self._damaged.add(path)
        with suppress(OSError):
            path.unlink(missing_ok=True)

    def _known(self, folder: Path, analyzer: Analyzer) -> tuple[list[Part], list[Held]]:
        """Give the parts that the folder holds, and the documents that it does not."""
        while True:
            try:
                return choose(list(self._files(folder, analyzer)), self._documents)
            except index.IndexDamaged as error:
                self.distrust(error.path)

    def _files(self, folder: Path, analyzer: Analyzer) -> Iterator[index.File]:
        key = _key(analyzer)
        for path in index.places(folder, analyzer.name, key):
            if path not in self._damaged:
                # Another process may just have merged it, or may own it.
                with suppress(OSError):
                    yield index.read(path, key)

    def _keep(
        self, folder: Path, analyzer: Analyzer, documents: Sequence[Held], make: Callable[[Room], Postings]
    ) -> Part:
        """Make a part in a file, whose name is that of its content; raises OSError."""
        key = _key(analyzer)
        content = blake2b(b"".join(held.digest for held in documents), digest_size=8).hexdigest()
        path = index.place(folder, analyzer.name, key, content)
        with index.writing(path) as writer:
            mean = make(writer).mean
            writer.finish(key, mean, [(held.digest, held.texts) for held in documents])
        self._damaged.discard(path)
        return Part(index.read(path, key).postings, documents, path)

    @cached_property
    def _documents(self) -> list[Held]:
        """Name each run of passages of one document by what retrieval reads of them."""
        documents, first = [], 0
        for _, run in groupby(self._passages, key=lambda passage: passage.document):
            digest = blake2b(digest_size=index.DIGEST)
            texts = 0
            for texts, passage in enumerate(run, start=1):  # noqa: B007  # counted
                text = passage.indexed.encode("utf-8", "surrogatepass")
                digest.update(b"%b%d " % (passage.language.encode(), len(text)))
                digest.update(text)
            documents.append(Held(digest.digest(), texts, first))
            first += texts
        return documents

    def _texts(self, numbers: Sequence[int]) -> Iterator[Text]:
        return ((self._passages[number].indexed, self._passages[number].language) for number in numbers)

    def _tell(self, read: int, total: int) -> None:
        if self._told is not None and total > FEW:
            self._told(read, total)


def choose(files: Sequence[index.File], wanted: Sequence[Held]) -> tuple[list[Part], list[Held]]:
    """Choose the files that hold the documents wanted, and list the documents that none holds."""
    missing: defaultdict[bytes, list[Held]] = defaultdict(list)
    for document in reversed(wanted):
        missing[document.digest].append(document)
    parts = []
    for file in sorted(files, key=lambda file: sum(texts for _, texts in file.documents), reverse=True):
        there = sum(texts for digest, texts in file.documents if missing.get(digest))
        if there and there >= _WORTH * sum(texts for _, texts in file.documents):
            held = [
                missing[digest].pop() if missing.get(digest) else Held(digest, texts, GONE)
                for digest, texts in file.documents
            ]
            file.touch()
            parts.append(Part(file.postings, held, file.path))
    return parts, sorted(chain.from_iterable(missing.values()), key=lambda held: held.first)


def _key(analyzer: Analyzer) -> str:
    """Name what postings depend on besides the passages: what becomes of every kind of token, and the layout."""
    probe = " ".join([_PROBE, *sorted(STOPWORDS["en"] | STOPWORDS["es"])])
    terms = [analyzer.terms(probe, language) for language in ("en", "es")]
    about = repr((index.VERSION, stemmer_version(), K1, B, terms)).encode()
    return blake2b(about, digest_size=16).hexdigest()
