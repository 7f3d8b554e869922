"""Real passages: paragraphs of the documentation that Debian's packages install.

/usr/share/doc, /usr/share/man … ─ texts ─→ paragraphs ─ prose, each once ─→ passages ─ resampled ─→ a million
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from html import unescape
from pathlib import Path
from random import Random

from knowledge.text import sentences

PACKAGES = (
    "bible-kjv-text debian-policy debian-reference-es git-doc libreoffice-help-es linux-doc-6.1 manpages manpages-dev "
    "manpages-es openjdk-17-doc perl-doc postgresql-doc-15 python3.11-doc sqlite3-doc"
)
"""Debian's packages whose documentation was read for the figures in docs/benchmarks.md."""
_SUFFIXES = frozenset({".html", ".htm", ".txt", ".rst", ".md", ".pod", *(f".{section}" for section in range(1, 9))})
_SHORTEST, _LONGEST = 120, 700
"""Characters of a passage."""
_SENTENCES = (2, 4)
"""Sentences of a resampled passage, from and to."""
_LEAST_LETTERS = 0.9
"""The share of letters and spaces from which a paragraph is prose and no table or program."""

_UNREAD = re.compile(r"<(script|style|pre|head)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|div|li|td|tr|dd|dt|h\d|table|ul|ol|section|blockquote|br)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_REQUEST = re.compile(r"^[.'].*$", re.MULTILINE)
_ESCAPE = re.compile(r"\\f[A-Z]|\\(?:\(..|[-&|~^e])")
_BLANK = re.compile(r"\n\s*\n")
_BETWEEN = re.compile(r"[^A-Za-zÀ-ÿ ]")


def gather(folders: Sequence[Path], wanted: int) -> list[str]:
    """Gather at most `wanted` passages, each once, from files spread over all folders alike."""
    files = sorted(path for folder in folders for path in folder.rglob("*") if _is_text(path))
    Random(0).shuffle(files)  # noqa: S311  # the same order in every run
    seen: set[bytes] = set()
    found: list[str] = []
    for path in files:
        for passage in _paragraphs(path):
            key = blake2b(passage.encode(), digest_size=8).digest()
            if key not in seen:
                seen.add(key)
                found.append(passage)
        if len(found) >= wanted:
            break
    Random(1).shuffle(found)  # noqa: S311
    return found[:wanted]


def resample(passages: Sequence[str], wanted: int) -> Iterator[str]:
    """Make passages of sentences drawn from real ones: real words in real proportions, no real paragraphs."""
    chance = Random(2)  # noqa: S311
    pool = [passage[start:end] for passage in passages for start, end in sentences.split(passage)]
    for _ in range(wanted):
        yield " ".join(chance.choices(pool, k=chance.randint(*_SENTENCES)))


def _is_text(path: Path) -> bool:
    suffix = path.with_suffix("").suffix if path.suffix == ".gz" else path.suffix
    return suffix in _SUFFIXES and path.is_file()


def _paragraphs(path: Path) -> Iterator[str]:
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8", "replace")
    name = path.name.removesuffix(".gz")
    if name.endswith((".html", ".htm")):
        text = unescape(_TAG.sub("", _BLOCK.sub("\n\n", _UNREAD.sub("", text))))
    elif name[-1].isdigit():
        text = _ESCAPE.sub("", _REQUEST.sub("\n", text))
    for paragraph in _BLANK.split(text):
        passage = " ".join(paragraph.split())
        if _SHORTEST <= len(passage) <= _LONGEST and _is_prose(passage):
            yield passage


def _is_prose(passage: str) -> bool:
    return 1 - len(_BETWEEN.findall(passage)) / len(passage) >= _LEAST_LETTERS
