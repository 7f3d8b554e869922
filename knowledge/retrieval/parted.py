"""Ways to ask parted into words, kept between two starts: to part fifteen thousand takes a tenth of a start.

checksum │ words, their forms between tabs │ numbers of asks │ numbers of words

The file's name says what it was made of: the asks, the names and what the analyzer makes of words. One that is damaged
or another's is made anew; where none can be written, the asks are parted at each start.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

import numpy as np
import numpy.typing as npt
from Stemmer import version as stemmer_version

from knowledge.models import Language
from knowledge.text.analyzer import content_forms
from knowledge.text.names import NameMatcher
from knowledge.text.stopwords import STOPWORDS

Forms = tuple[str, ...]
"""What a word is compared by; of a name, the entities that bear it, each marked."""
Numbers = npt.NDArray[np.int64]
_VERSION = 1
"""Raised whenever the layout or the way of parting changes."""
_SUM = 16
_SUFFIX = ".asks"
_KEPT = 8
"""Files that a folder keeps: those of the corpora opened last."""
_PROBE = "Año US it's 10,720 naïve U.S. EL ESPAÑOL revolución workers’ 19th founded fundada".split()
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parted:
    """The words of asks: `words` are the distinct ones, the others one number for each word of each ask."""

    words: list[Forms]
    asks: Numbers
    """The number of the ask."""
    of_asks: Numbers
    """The number of the word, among `words`."""


class Kept:
    """Keeps what asks were parted into, in a folder."""

    def __init__(self, folder: Path, asks: Sequence[tuple[Language, str]], names: NameMatcher) -> None:
        self._path = folder / f"{_key(asks, names)}{_SUFFIX}"

    def read(self) -> Parted | None:
        """Read what was kept, or give None where there is nothing whole."""
        try:
            content = self._path.read_bytes()
        except OSError:
            return None
        if blake2b(content[_SUM:], digest_size=_SUM).digest() != content[:_SUM]:
            _log.warning("making %s anew: it is not what was written", self._path)
            return None
        with suppress(OSError):
            os.utime(self._path)
        file = BytesIO(content[_SUM:])
        letters, asks, of_asks = (np.load(file, allow_pickle=False) for _ in range(3))
        lines = letters.tobytes().decode().split("\n")
        return Parted([tuple(line.split("\t")) for line in lines if line], asks, of_asks)

    def write(self, parted: Parted) -> None:
        """Keep what was parted, in one move; where that fails, say so in the log and go on."""
        file = BytesIO()
        letters = "\n".join("\t".join(forms) for forms in parted.words).encode()
        for array in (np.frombuffer(letters, np.uint8), parted.asks, parted.of_asks):
            np.save(file, array, allow_pickle=False)
        content = file.getvalue()
        unfinished = self._path.with_suffix(f".{os.getpid()}.part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(blake2b(content, digest_size=_SUM).digest() + content)
            unfinished.replace(self._path)
            by_use = sorted(self._path.parent.glob(f"*{_SUFFIX}"), key=lambda each: each.stat().st_mtime)
            for old in by_use[:-_KEPT]:
                old.unlink(missing_ok=True)
        except OSError as error:
            _log.warning("parted asks cannot be kept: %s", error)
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)


def _key(asks: Sequence[tuple[Language, str]], names: NameMatcher) -> str:
    """Name what the parting depends on."""
    languages: tuple[Language, ...] = ("en", "es")
    probe = [content_forms(word, language) for word in _PROBE for language in languages]
    stops = [sorted(STOPWORDS[language]) for language in languages]
    digest = blake2b(repr((_VERSION, stemmer_version(), probe, stops)).encode(), digest_size=16)
    digest.update("\n".join(f"{language} {ask}" for language, ask in asks).encode("utf-8", "surrogatepass"))
    digest.update(b"\0" + names.about().encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
