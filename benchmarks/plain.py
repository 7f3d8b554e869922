"""The yardstick: rank_bm25 as its own page shows it, on words parted at spaces."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from rank_bm25 import BM25Okapi


class PlainSearch:
    """Find the passages that share words with a question."""

    def __init__(self, passages: Iterable[str]) -> None:
        self._passages = tuple(passages)
        self._index = BM25Okapi([passage.split() for passage in self._passages])

    def find(self, question: str, limit: int = 5) -> list[str]:
        """List the best passages, best first."""
        found: list[str] = self._index.get_top_n(question.split(), self._passages, n=limit)
        return found


def main(folder: Path, question: str) -> None:
    """Search the lines of a folder's documents once, as a program that starts for one question would."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    search = PlainSearch(line for text in texts for line in text.splitlines() if line.strip())
    print(search.find(question)[0])


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
