"""Ids and titles of documents that no manifest names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from hashlib import blake2b
from itertools import count
from pathlib import PurePosixPath

_OUTSIDE_A_SLUG = re.compile(r"[^a-z0-9]+")


def slug(file: str, taken: Collection[str]) -> str:
    """Make an id of a file's name; where it is taken or has no Latin letters, a hash of the path is added."""
    plain = unicodedata.normalize("NFKD", PurePosixPath(file).stem).encode("ascii", "ignore").decode()
    name = _OUTSIDE_A_SLUG.sub("-", plain.lower()).strip("-")
    if name and name not in taken:
        return name
    name = name or "document"
    hashes = (blake2b(f"{attempt}\0{file}".encode(), digest_size=3).hexdigest() for attempt in count())
    return next(candidate for digest in hashes if (candidate := f"{name}-{digest}") not in taken)


def title(file: str) -> str:
    """Make a title of a file's name."""
    return PurePosixPath(file).stem.replace("_", " ").strip() or file
