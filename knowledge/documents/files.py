"""The files of a corpus folder: which ones are documents, and their text or what is wrong with them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from knowledge.documents.lines import BYTE_ORDER_MARK
from knowledge.errors import CorpusMissing, CorpusUnreadable

SUFFIXES = (".txt", ".md")
LARGEST = 64 * 1024 * 1024
"""Bytes; a larger file is named, not read: it would not fit a small machine's memory beside its index."""
_SAMPLE = 8192
_CONTROL_BYTES = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_LARGEST_CONTROL_SHARE = 0.05


class Reason(StrEnum):
    """Why a file was not loaded."""

    NOT_UTF8 = "not_utf8"
    BINARY = "binary"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    MISSING = "missing"
    OUTSIDE = "outside"
    """A link that leads out of the folder."""


class Problem(NamedTuple):
    """A file that was left out, by its path inside the folder, and why."""

    file: str
    reason: Reason


class Refused(Exception):
    """A file gives no text."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def find(folder: Path) -> tuple[list[str], list[Problem]]:
    """List the documents of a folder and all below it, by path, and the folders in it that cannot be listed.

    Hidden files, and links that lead out of the folder or to a file that is listed anyway, are left out.
    Raises CorpusMissing and CorpusUnreadable for the folder itself.
    """
    _check(folder)
    problems: list[Problem] = []
    found: dict[str, str] = {}
    for path in sorted(_walk(folder, problems), key=lambda path: (path.is_symlink(), path)):
        if _lies_within(folder, path):
            found.setdefault(os.path.realpath(path), path.relative_to(folder).as_posix())
    return sorted(found.values(), key=PurePosixPath), problems


def read(folder: Path, file: str) -> str:
    """Read the text of a file, newlines and byte order mark as they are; raise Refused with the reason."""
    data = _read_bytes(folder, folder / file)
    if _is_binary(data):
        raise Refused(Reason.BINARY)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(Reason.NOT_UTF8) from error
    if not text.removeprefix(BYTE_ORDER_MARK).strip():
        raise Refused(Reason.EMPTY)
    return text


def _read_bytes(folder: Path, path: Path) -> bytes:
    try:
        if not path.exists():
            raise Refused(Reason.MISSING)
        if not _lies_within(folder, path):
            raise Refused(Reason.OUTSIDE)
        if not path.is_file():
            raise Refused(Reason.UNREADABLE)
        if path.stat().st_size > LARGEST:
            raise Refused(Reason.TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise Refused(Reason.UNREADABLE) from error


def shown(file: str) -> str:
    """Make a path fit to be shown and stored where its bytes are no UTF-8."""
    return os.fsencode(file).decode("utf-8", "replace")


def _check(folder: Path) -> None:
    try:
        is_folder = folder.is_dir()
    except OSError as error:
        raise CorpusUnreadable(folder, error.strerror or "") from error
    if not is_folder:
        raise CorpusMissing(folder)


def _lies_within(folder: Path, path: Path) -> bool:
    root = os.path.realpath(folder)
    return os.path.commonpath([root, os.path.realpath(path)]) == root


def _walk(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        if Path(error.filename) == folder:
            raise CorpusUnreadable(folder, error.strerror or "") from error
        inside = Path(error.filename).relative_to(folder).as_posix()
        problems.append(Problem(shown(inside), Reason.UNREADABLE))

    for directory, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield Path(directory, name)


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return b"\0" in data or len(_CONTROL_BYTES.findall(sample)) > len(sample) * _LARGEST_CONTROL_SHARE
