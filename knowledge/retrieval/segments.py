"""The segments of one index, replaced all at once: where some are merged, and where one turns out to be damaged."""

from __future__ import annotations

import logging
from pathlib import Path
from threading import Lock

from knowledge.retrieval.index import IndexDamaged
from knowledge.retrieval.merging import untidy
from knowledge.retrieval.scoring import Scorer
from knowledge.retrieval.segment import Part, assemble
from knowledge.retrieval.shelf import Shelf
from knowledge.text.analyzer import Analyzer

_log = logging.getLogger(__name__)


class Segments:
    """Holds the index that an analyzer makes of the passages of a shelf; safe to share between threads."""

    def __init__(self, shelf: Shelf, analyzer: Analyzer) -> None:
        self._shelf = shelf
        self._analyzer = analyzer
        self._replacing = Lock()
        self._replace(shelf.fetch(analyzer))

    @property
    def words(self) -> set[str]:
        """Gather the words that the passages were written with, folded."""
        return {word for part in self._parts for word in part.words}

    @property
    def untidy(self) -> bool:
        """Tell whether segments should be merged."""
        return self._shelf.keeps and bool(untidy(self._parts))

    def merge(self) -> None:
        """Merge what should be one; nobody who asks waits for it."""
        before = self._parts
        chosen = untidy(before)
        if not chosen:
            return
        try:
            merged = self._shelf.merge(self._analyzer, before, chosen)
        except IndexDamaged as error:
            self.mend(error.path)
        except OSError as error:
            _log.warning("segments of an index stay apart: %s", error)
        else:
            with self._replacing:
                if self._parts is before:
                    self._replace(merged)

    def mend(self, path: Path) -> None:
        """Make anew what a damaged file held, where it is still in use."""
        with self._replacing:
            if any(part.path == path for part in self._parts):
                self._shelf.distrust(path)
                self._replace(self._shelf.fetch(self._analyzer))

    def _replace(self, parts: tuple[Part, ...]) -> None:
        self._parts = parts
        self.scorer = Scorer(assemble(parts))
