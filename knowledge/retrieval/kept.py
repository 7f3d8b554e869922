"""Ways to ask, checked and parted, kept between two starts: neither is done again while nothing has changed.

checksum │ head │ arrays, each at a multiple of 64 bytes

The file's name says what it was made of: what curators wrote, the documents, the names, and the code that checks and
parts. One that is damaged is made anew; where none can be written, that is done at each start.
"""

from __future__ import annotations

import json
import logging
import math
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import blake2b, file_digest
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from Stemmer import version as stemmer_version

import knowledge
from knowledge.corpus import Corpus
from knowledge.retrieval.parted import Parted, Texts
from knowledge.retrieval.vocabulary import Vocabulary
from knowledge.text.names import NameMatcher

FEW = 20_000
"""Characters of `expansions.toml` that are checked and parted as fast as a file is read."""
_SUM = 16
_HEAD = 4
"""Bytes of the length of the head."""
_APART = 64
_SUFFIX = ".asks"
_KEPT = 8
"""Files that a folder keeps: those of the corpora opened last."""
_ROOMS = ("models", "text", "documents", "facts", "questions", "retrieval")
"""Rooms of the code that checks and parts."""
_log = logging.getLogger(__name__)


def fetch(folder: Path, written: str, corpus: Corpus, names: NameMatcher, make: Callable[[], Parted]) -> Parted:
    """Map what was kept, or make it and keep it."""
    path = folder / f"{_name(written, corpus, names)}{_SUFFIX}"
    kept = _open(path)
    if kept is None:
        made = make()
        _write(path, made)
        kept = _open(path) or made
    return kept


def holds(folder: Path) -> bool:
    """Tell whether a folder keeps ways to ask, of whatever corpus."""
    return any(folder.glob(f"*{_SUFFIX}"))


def _open(path: Path) -> Parted | None:
    """Map what was kept, None where there is nothing whole; read once for the sum, so that little stays in memory."""
    try:
        with path.open("rb") as file:
            total = file.read(_SUM)
            if file_digest(file, lambda: blake2b(digest_size=_SUM)).digest() != total:
                _log.warning("making %s anew: it is not what was written", path)
                return None
            mapped = mmap(file.fileno(), 0, access=ACCESS_READ)
    except OSError:
        return None
    with suppress(OSError):
        os.utime(path)
    begin = _SUM + _HEAD
    length = int.from_bytes(mapped[_SUM:begin], "big")
    about = json.loads(mapped[begin : begin + length])
    arrays = {
        name: np.frombuffer(mapped, kind, math.prod(shape), start).reshape(shape)
        for name, (kind, start, shape) in about["arrays"].items()
    }
    return _gather(arrays, tuple(about["documents"]))


def _write(path: Path, parted: Parted) -> None:
    """Keep what was parted, in one move; where that fails, say so in the log and go on."""
    unfinished = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        content = _bytes(parted)
        unfinished.write_bytes(blake2b(content, digest_size=_SUM).digest() + content)
        unfinished.replace(path)
        by_use = sorted(path.parent.glob(f"*{_SUFFIX}"), key=lambda each: each.stat().st_mtime)
        for old in by_use[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError as error:
        _log.warning("parted asks cannot be kept: %s", error)
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _bytes(parted: Parted) -> bytes:
    """Lay out the head and the arrays that come after it."""
    arrays = dict(_arrays(parted))
    most = 128 * len(arrays) + len(json.dumps(parted.documents))
    laid, end = {}, _up(_SUM + _HEAD + most)
    for name, array in arrays.items():
        laid[name] = (array.dtype.str, end, array.shape)
        end = _up(end + array.nbytes)
    about = json.dumps({"documents": parted.documents, "arrays": laid}).encode()
    content = bytearray(end - _SUM)
    content[: _HEAD + len(about)] = len(about).to_bytes(_HEAD, "big") + about
    for name, array in arrays.items():
        start = laid[name][1] - _SUM
        content[start : start + array.nbytes] = array.tobytes()
    return bytes(content)


def _up(end: int) -> int:
    """Round up to where an array may begin."""
    return -(-end // _APART) * _APART


def _arrays(parted: Parted) -> Iterator[tuple[str, npt.NDArray[Any]]]:
    """Name every array."""
    for name in Parted.__slots__:
        part = getattr(parted, name)
        if isinstance(part, np.ndarray):
            yield name, part
        elif isinstance(part, Texts | Vocabulary):
            yield from ((f"{name}.{inner}", getattr(part, inner)) for inner in type(part).__slots__)


def _gather(arrays: dict[str, npt.NDArray[Any]], documents: tuple[str, ...]) -> Parted:
    """Put the arrays back where they came from."""
    texts = {name: Texts(arrays.pop(f"{name}.letters"), arrays.pop(f"{name}.ends")) for name in ("asks", "gaps")}
    words = {name: arrays.pop(f"vocabulary.{name}") for name in ("hashes", "ends", "letters")}
    return Parted(documents, **texts, vocabulary=Vocabulary(**words), **arrays)  # type: ignore[arg-type]  # as they were written


def _name(written: str, corpus: Corpus, names: NameMatcher) -> str:
    """Name what checked and parted asks depend on."""
    digest = blake2b(stemmer_version().encode(), digest_size=16)
    for room in _ROOMS:
        for module in sorted((Path(knowledge.__path__[0]) / room).glob("*.py")):
            digest.update(module.read_bytes())
    for document in corpus.documents:
        _add(digest, document.id, document.file, document.text)
    for passage in corpus.passages:
        digest.update(f"{passage.kind}{passage.start}-{passage.end} ".encode())
    _add(digest, written, names.about())
    return digest.hexdigest()


def _add(digest: blake2b, *texts: str) -> None:
    for text in texts:
        letters = text.encode("utf-8", "surrogatepass")
        digest.update(b"%d " % len(letters))
        digest.update(letters)
