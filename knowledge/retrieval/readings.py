"""The passages read in the other language: translated once, kept, and searched by a retriever of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.models import Language, Passage
from knowledge.retrieval.preparation import Memory, Preparation, Prepare, Told, batches
from knowledge.retrieval.retriever import Retriever
from knowledge.retrieval.translation import Interpreter, beyond

_BATCH = 16
"""Passages translated between two looks at whether they are still wanted."""


class Readings:
    """Translations of the passages, and the retriever over them once all are there."""

    def __init__(
        self,
        passages: Sequence[Passage],
        interpreter: Interpreter,
        memory: Memory,
        build: Callable[[Sequence[Passage]], Retriever],
        when: Prepare,
        *,
        told: Told | None = None,
    ) -> None:
        self._passages = [passage for passage in passages if passage.retrieved]
        self._interpreter = interpreter
        self._memory = memory
        self._build = build
        self._may_translate = when is not Prepare.KEPT
        self.preparation = Preparation("translation of passages", self._translate, len(self._passages), when, told)
        """The work behind it."""
        self.retriever: Retriever | None = None
        """Searches the translations; None until all are there. Its passages bear the ids of the originals."""

    def _translate(self, go_on: Callable[[int], bool]) -> None:
        read: list[Passage] = []
        for language in sorted({passage.language for passage in self._passages}):
            spoken = [passage for passage in self._passages if passage.language == language]
            for batch in batches(spoken, _BATCH):
                translated = self._batch(batch, language)
                if translated is None:
                    return
                read += translated
                if not go_on(len(read)):
                    return
        self.retriever = self._build(read)

    def _batch(self, passages: Sequence[Passage], language: Language) -> list[Passage] | None:
        other = beyond(language)
        kind = self._interpreter.identity(language, other)
        keys = [self._interpreter.source(passage.indexed).key for passage in passages]
        known = dict(self._memory.recall(kind, keys))
        missing = [passage for passage, key in zip(passages, keys, strict=True) if key not in known]
        if missing and not self._may_translate:
            return None
        if missing:
            sources = [self._interpreter.source(passage.indexed) for passage in missing]
            texts = self._interpreter.translate(sources, language, other)
            if texts is None:
                return None
            made = {source.key: text.encode() for source, text in zip(sources, texts, strict=True)}
            self._memory.keep(kind, made)
            known |= made
        return [
            passage.model_copy(update={"indexed": known[key].decode(), "language": other})
            for passage, key in zip(passages, keys, strict=True)
        ]
