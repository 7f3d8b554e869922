"""How often one address may ask within a minute."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

MINUTE = 60.0
_MOST_KEPT = 10_000
"""Addresses remembered; the one that asked longest ago is forgotten first."""


class Limits:
    """A bucket for each address, which a minute fills; 0 a minute is no limit."""

    def __init__(self, a_minute: int, *, clock: Callable[[], float] = monotonic) -> None:
        self._most = float(a_minute)
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, address: str) -> int | None:
        """Count a question, or give the whole seconds after which the next one is welcome."""
        if not self._most:
            return None
        now = self._clock()
        left, then = self._left.get(address, (self._most, now))
        left = min(self._most, left + (now - then) * self._most / MINUTE)
        allowed = left >= 1
        self._left[address] = (left - 1 if allowed else left, now)
        self._left.move_to_end(address)
        if len(self._left) > _MOST_KEPT:
            self._left.popitem(last=False)
        return None if allowed else max(1, math.ceil((1 - left) * MINUTE / self._most))
