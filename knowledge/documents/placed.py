"""Things said of spans, found by the stretch of document that holds them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from knowledge.models import Span

_Item = TypeVar("_Item")


class Placed(Generic[_Item]):
    """Items by the place of their span."""

    def __init__(self, items: Iterable[_Item], place: Callable[[_Item], tuple[str, Span]]) -> None:
        grouped: dict[str, list[tuple[Span, int, _Item]]] = defaultdict(list)
        for number, item in enumerate(items):
            document, span = place(item)
            grouped[document].append((span, number, item))
        self._items: dict[str, list[tuple[Span, int, _Item]]] = {}
        self._starts: dict[str, list[int]] = {}
        for document, placed in grouped.items():
            placed.sort(key=lambda each: each[:2])
            self._items[document] = placed
            self._starts[document] = [span[0] for span, *_ in placed]

    def within(self, document: str, start: int, end: int) -> tuple[_Item, ...]:
        """List the items whose span lies within a stretch of a document, in order."""
        starts = self._starts.get(document)
        if starts is None:
            return ()
        begun = self._items[document][bisect_left(starts, start) : bisect_right(starts, end)]
        return tuple(item for span, _, item in begun if span[1] <= end)
