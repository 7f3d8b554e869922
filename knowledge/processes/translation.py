"""Translation as the assistant knows it: to be tried, and to be ended."""

from __future__ import annotations

from knowledge.models import Aid, AidKind, AidState
from knowledge.processes.apertium import ApertiumTranslator
from knowledge.processes.cache import Cache
from knowledge.retrieval.preparation import Preparation
from knowledge.retrieval.translation import Source

_WORD = Source("casa")


class Translation:
    """The translator with the passages that are being translated and where they are kept."""

    def __init__(self, translator: ApertiumTranslator | None, preparation: Preparation, cache: Cache) -> None:
        self._translator = translator
        self._preparation = preparation
        self._cache = cache

    def status(self) -> Aid:
        """Translate a word, and say how that went."""
        if self._translator is None:
            state = AidState.ABSENT
        else:
            answered = self._translator.translate([_WORD], "es", "en")
            state = AidState.READY if answered is not None else AidState.DEAD
        return Aid(
            kind=AidKind.TRANSLATION,
            state=state,
            done=self._preparation.done,
            total=self._preparation.total,
        )

    def close(self) -> None:
        """Stop preparing, end the programs and close the cache."""
        self._preparation.close()
        if self._translator is not None:
            self._translator.close()
        self._cache.close()
