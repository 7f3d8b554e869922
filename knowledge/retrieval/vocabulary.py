"""Terms → places in flat arrays, by binary search over hashes: nothing is read before it is looked up."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
import numpy.typing as npt

UNKNOWN = -1


class Vocabulary:
    """Terms in the order of their hashes.

    `hashes` uint32, ascending; `ends` int64, where each term ends in `letters`, uint8, all terms in UTF-8.
    """

    __slots__ = ("ends", "hashes", "letters")

    def __init__(
        self, hashes: npt.NDArray[np.uint32], ends: npt.NDArray[np.int64], letters: npt.NDArray[np.uint8]
    ) -> None:
        self.hashes, self.ends, self.letters = hashes, ends, letters

    def __len__(self) -> int:
        return len(self.hashes)

    def find(self, terms: Sequence[str]) -> list[int]:
        """Give the place of each term, or UNKNOWN."""
        encoded = [_encode(term) for term in terms]
        wanted = np.array([crc32(letters) for letters in encoded], dtype=np.uint32)
        first = self.hashes.searchsorted(wanted).tolist()
        last = self.hashes.searchsorted(wanted, side="right").tolist()
        return [
            next((place for place in range(*bounds) if self._letters(place) == letters), UNKNOWN)
            for letters, bounds in zip(encoded, zip(first, last, strict=True), strict=True)
        ]

    def terms(self) -> list[str]:
        """List every term, in the order of their places."""
        letters, ends = self.letters.tobytes(), self.ends.tolist()
        bounds = zip([0, *ends[:-1]], ends, strict=False)
        return [letters[start:end].decode("utf-8", "surrogatepass") for start, end in bounds]

    def _letters(self, place: int) -> bytes:
        start = int(self.ends[place - 1]) if place else 0
        return self.letters[start : int(self.ends[place])].tobytes()


def arrange(terms: Sequence[str]) -> tuple[Vocabulary, npt.NDArray[np.int32]]:
    """Make a vocabulary of terms, each given once, and say which place each of them has taken."""
    encoded = [_encode(term) for term in terms]
    hashes = np.array([crc32(letters) for letters in encoded], dtype=np.uint32)
    order = np.argsort(hashes, kind="stable")
    places = np.empty(len(terms), dtype=np.int32)
    places[order] = np.arange(len(terms), dtype=np.int32)
    ordered = [encoded[number] for number in order.tolist()]
    ends = np.cumsum(np.fromiter(map(len, ordered), dtype=np.int64, count=len(ordered)))
    return Vocabulary(hashes[order], ends, np.frombuffer(b"".join(ordered), dtype=np.uint8)), places


def _encode(term: str) -> bytes:
    # A text may hold half of a surrogate pair; it is a letter like any other here.
    return term.encode("utf-8", "surrogatepass")
