"""Where indexes come from: made in memory for few passages, kept on disk for many."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from Stemmer import version as stemmer_version

from knowledge.models import IndexKept, Passage
from knowledge.retrieval import index
from knowledge.retrieval.building import Memory, Text, build
from knowledge.retrieval.postings import K1, B, Postings
from knowledge.text.analyzer import Analyzer
from knowledge.text.stopwords import STOPWORDS

Told = Callable[[int, int], None]
"""Told how many passages of how many are indexed."""
FEW = 1_000
"""Passages that are indexed within a fifth of a second: no file is needed."""
_PROBE = "Año US it's 10,720 naïve U.S. EL ESPAÑOL revolución workers’ 19th "
_log = logging.getLogger(__name__)


class Shelf:
    """Gives the postings of passages, from a folder where it can."""

    def __init__(self, passages: Sequence[Passage], folder: Path | None, told: Told | None = None) -> None:
        self._passages = passages
        self._folder = None if len(passages) <= FEW else folder
        self._told = told
        self._digest = _digest(passages) if self._folder is not None else b""
        self.kept = IndexKept.SMALL if len(passages) <= FEW else IndexKept.MEMORY

    def fetch(self, analyzer: Analyzer, *, anew: bool = False) -> Postings:
        """Give the postings that an analyzer makes of the passages; `anew` makes them even where they are kept."""
        if self._folder is None:
            return build(self._texts(), analyzer, Memory(), self._tell)
        key = _key(analyzer, self._digest)
        path = self._folder / f"{analyzer.name}-{key[:16]}.index"
        postings = None if anew else _open(path, key)
        if postings is None:
            try:
                with index.writing(path) as writer:
                    build(self._texts(), analyzer, writer, self._tell)
                    writer.finish(key)
                postings = index.read(path, key)
            except OSError as error:
                _log.warning("an index cannot be kept: %s", error)
                self._folder, self.kept = None, IndexKept.MEMORY
                return self.fetch(analyzer)
        self.kept = IndexKept.DISK
        return postings

    def _texts(self) -> Iterator[Text]:
        return ((passage.indexed, passage.language) for passage in self._passages)

    def _tell(self, read: int) -> None:
        if self._told is not None and len(self._passages) > FEW:
            self._told(read, len(self._passages))


def _open(path: Path, key: str) -> Postings | None:
    """Map an index that is there and whole."""
    try:
        return index.read(path, key)
    except FileNotFoundError:
        return None
    except (OSError, index.IndexDamaged) as error:
        _log.warning("making an index anew: %s", error)
        return None


def _key(analyzer: Analyzer, digest: bytes) -> str:
    """Name what postings depend on: the passages, what becomes of every kind of token, and the layout."""
    probe = " ".join([_PROBE, *sorted(STOPWORDS["en"] | STOPWORDS["es"])])
    terms = [analyzer.terms(probe, language) for language in ("en", "es")]
    about = repr((index.VERSION, stemmer_version(), K1, B, terms)).encode()
    return blake2b(about + digest, digest_size=16).hexdigest()


def _digest(passages: Sequence[Passage]) -> bytes:
    digest = blake2b(digest_size=16)
    for passage in passages:
        text = passage.indexed.encode("utf-8", "surrogatepass")
        digest.update(b"%b%d " % (passage.language.encode(), len(text)))
        digest.update(text)
    return digest.digest()
