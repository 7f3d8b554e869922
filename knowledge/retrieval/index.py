"""Postings on disk: one file an index, mapped instead of read, shared by the processes that map it.

head │ hashes │ ends │ letters │ starts │ peaks │ lengths │ words │ numbers │ impacts │ digests │ counts │ sums

A file is written beside its place and moved there when it is whole. The head names what the file is for, its size and
its own checksum; the small arrays are held against their sums when they are read, postings when they are first used.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from mmap import ACCESS_READ, mmap
from pathlib import Path
from tempfile import TemporaryFile
from threading import get_ident
from typing import Any, BinaryIO
from zlib import crc32

import numpy as np
import numpy.typing as npt

from knowledge.errors import KnowledgeError
from knowledge.retrieval.building import Run
from knowledge.retrieval.postings import Postings
from knowledge.retrieval.vocabulary import Vocabulary

VERSION = 3
"""Raised whenever the layout or the meaning of the arrays changes."""
_MAGIC = b"fuentes\n"
_HEAD = 4096
_BLOCK = 64 * 1024
"""Bytes of which one sum is kept; arrays begin at multiples of it."""
_POSTINGS = ("numbers", "impacts")
_UNFINISHED = ".part"
_SUFFIX = ".index"
DIGEST = 16
"""Bytes that name a document."""
_KEPT = 64
"""Files that a folder keeps: those used last."""


class IndexDamaged(KnowledgeError):
    """A file is no index, is another's, or holds other bytes than were written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path


class Writer:
    """Room for postings in a file that takes its place when it is whole."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._part = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}{_UNFINISHED}")
        self._file = self._part.open("w+b")
        # Held while it is written: a file that nobody holds is one that nobody will finish.
        fcntl.flock(self._file, fcntl.LOCK_EX)
        self._spool = TemporaryFile(dir=path.parent)  # noqa: SIM115  # closed by `close`
        self._arrays: dict[str, tuple[str, int, int]] = {}
        self._end = _HEAD

    def array(self, name: str, length: int, dtype: npt.DTypeLike) -> npt.NDArray[Any]:
        """Make an array in the file; raises OSError where the disk is full."""
        kind = np.dtype(dtype)
        start = -(-self._end // _BLOCK) * _BLOCK
        self._arrays[name] = (kind.str, start, length)
        self._end = start + max(1, length * kind.itemsize)
        _reserve(self._file, start, self._end - start)
        return np.memmap(self._file, kind, "r+", start, (length,)) if length else np.empty(0, kind)

    def keep(self, run: Run) -> Run:
        """Keep a run in a file that has no name."""
        kept = []
        for values in run:
            start = self._spool.seek(0, os.SEEK_END)
            values.tofile(self._spool)
            self._spool.flush()
            kept.append(np.memmap(self._spool, values.dtype, "r", start, values.shape) if len(values) else values)
        return Run(*kept)

    def finish(self, key: str, mean: float, documents: Sequence[tuple[bytes, int]] = ()) -> None:
        """Write sums and head, and put the file in its place.

        `mean` is that of the postings; `documents` are the digests of what they are of, each with its number of texts.
        """
        digests = self.array("digests", len(documents) * DIGEST, np.uint8)
        digests[:] = np.frombuffer(b"".join(digest for digest, _ in documents), np.uint8)
        self.array("counts", len(documents), np.int32)[:] = [texts for _, texts in documents]
        size = -(-self._end // _BLOCK) * _BLOCK
        os.ftruncate(self._file.fileno(), size)
        sums = np.memmap(self._file, np.uint64, "r", 0, (size // 8,)).reshape(-1, _BLOCK // 8).sum(axis=1)
        sums[0] = 0  # the head has a checksum of its own
        self._file.seek(size)
        self._file.write(sums.tobytes())
        about = {"version": VERSION, "key": key, "arrays": self._arrays, "mean": mean, "size": size}
        head = json.dumps({**about, "sums": crc32(sums.tobytes())}).encode()
        self._file.seek(0)
        self._file.write(_MAGIC + len(head).to_bytes(4, "big") + crc32(head).to_bytes(4, "big") + head)
        self._file.flush()
        os.fsync(self._file.fileno())
        self._part.replace(self._path)
        _sync(self._path.parent)

    def close(self) -> None:
        """Leave nothing behind that is not finished."""
        self._spool.close()
        self._file.close()
        self._part.unlink(missing_ok=True)


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Write an index; what others left unfinished is cleared away."""
    writer = Writer(path)
    try:
        for part in path.parent.glob(f"*{_UNFINISHED}"):
            _clear(part)
        yield writer
    finally:
        writer.close()
    by_use = sorted(path.parent.glob(f"*{_SUFFIX}"), key=lambda each: each.stat().st_mtime, reverse=True)
    for old in by_use[_KEPT:]:
        old.unlink(missing_ok=True)


class File:
    """An index that is mapped: the documents that it is of, and their postings."""

    def __init__(self, path: Path, mapped: mmap, about: Mapping[str, Any]) -> None:
        self.path = path
        self._mean = float(about["mean"])
        self._arrays = {
            name: np.frombuffer(mapped, dtype=dtype, count=length, offset=start)
            for name, (dtype, start, length) in about["arrays"].items()
        }
        self._proof = _Proof(path, mapped, int(about["size"]), about["arrays"], self._arrays["starts"])

    @cached_property
    def documents(self) -> list[tuple[bytes, int]]:
        """List the digests of the documents, each with its number of texts; raises IndexDamaged."""
        digests, counts = self._whole("digests").tobytes(), self._whole("counts").tolist()
        return [(digests[at * DIGEST : (at + 1) * DIGEST], texts) for at, texts in enumerate(counts)]

    @cached_property
    def postings(self) -> Postings:
        """Give the postings; raises IndexDamaged, and later where what is then used turns out to be damaged."""
        return Postings(
            Vocabulary(*map(self._whole, ("hashes", "ends", "letters"))),
            starts=self._whole("starts"),
            numbers=self._arrays["numbers"],
            impacts=self._arrays["impacts"],
            peaks=self._whole("peaks"),
            lengths=self._whole("lengths"),
            words=self._whole("words"),
            mean=self._mean,
            sound=self._proof,
        )

    def touch(self) -> None:
        """Note that it is used: those used last are kept."""
        with suppress(OSError):
            os.utime(self.path)

    def _whole(self, name: str) -> npt.NDArray[Any]:
        self._proof.hold(name, 0, len(self._arrays[name]))
        return self._arrays[name]


def place(folder: Path, name: str, key: str, content: str) -> Path:
    """Say where a folder has the index of some content, made for a key."""
    return folder / f"{name}-{key[:16]}-{content}{_SUFFIX}"


def places(folder: Path, name: str, key: str) -> list[Path]:
    """List the indexes that a folder has for a key, whatever their content."""
    return sorted(folder.glob(place(folder, name, key, "*").name))


def read(path: Path, key: str) -> File:
    """Map an index. Raises FileNotFoundError, and IndexDamaged where it is not what was written for this key."""
    with path.open("rb") as file:
        about = _read_head(file, path, key)
        mapped = mmap(file.fileno(), 0, access=ACCESS_READ)
    size = int(about["size"])
    if len(mapped) != size + size // _BLOCK * 8 or crc32(memoryview(mapped)[size:]) != about["sums"]:
        raise IndexDamaged(path, "it has another size than was written")
    return File(path, mapped, about)


class _Proof:
    """Holds blocks against their sums, each before it is first used."""

    def __init__(
        self, path: Path, mapped: mmap, size: int, arrays: dict[str, Sequence[Any]], starts: npt.NDArray[np.int64]
    ) -> None:
        self._path = path
        self._blocks = np.frombuffer(mapped, np.uint64, size // 8).reshape(-1, _BLOCK // 8)
        self._sums = np.frombuffer(mapped, np.uint64, offset=size)
        self._held = np.zeros(len(self._sums), dtype=np.bool_)
        self._arrays = arrays
        self._starts = starts
        self._places: set[int] = set()

    def __call__(self, place: int) -> None:
        """Hold the postings of a term against their sums; raises IndexDamaged."""
        if place not in self._places:
            for name in _POSTINGS:
                self.hold(name, int(self._starts[place]), int(self._starts[place + 1]))
            self._places.add(place)

    def hold(self, name: str, first: int, last: int) -> None:
        """Hold a stretch of an array against its sums; raises IndexDamaged."""
        kind, start, _ = self._arrays[name]
        width = np.dtype(kind).itemsize
        blocks = np.arange((start + first * width) // _BLOCK, (start + max(first, last) * width - 1) // _BLOCK + 1)
        unheld = blocks[~self._held[blocks]]
        if (self._blocks[unheld].sum(axis=1) != self._sums[unheld]).any():
            raise IndexDamaged(self._path, f"{name} are not what was written")
        self._held[unheld] = True


def _read_head(file: BinaryIO, path: Path, key: str) -> dict[str, Any]:
    begin = len(_MAGIC) + 8
    head = file.read(_HEAD)
    length, checksum = (int.from_bytes(head[at : at + 4], "big") for at in (len(_MAGIC), len(_MAGIC) + 4))
    text = head[begin : begin + length]
    if not (head.startswith(_MAGIC) and text and crc32(text) == checksum):
        raise IndexDamaged(path, "it is no index, or is not finished")
    about: dict[str, Any] = json.loads(text)
    if about["version"] != VERSION or about["key"] != key:
        raise IndexDamaged(path, "it is the index of something else")
    return about


def _reserve(file: BinaryIO, start: int, length: int) -> None:
    """Take room on the disk: writing to a map of a file that has none would end the process."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(file.fileno(), start, length)
    else:  # macOS
        os.ftruncate(file.fileno(), start + length)


def _clear(part: Path) -> None:
    """Remove an unfinished file, unless somebody is writing it."""
    with suppress(OSError), part.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        part.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    """Make a move last through a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
