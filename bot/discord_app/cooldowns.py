"""How often a person and a channel may ask within a minute, on all surfaces together."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from time import monotonic

OF_A_PERSON = 30
"""Questions a minute."""
OF_A_CHANNEL = 120
"""Questions a minute, whoever asks."""
MINUTE = 60.0
_MOST_KEPT = 10_000
"""Askers remembered before those of more than a minute ago are dropped."""


class Cooldowns:
    """Count questions in a sliding minute."""

    def __init__(
        self,
        person: int = OF_A_PERSON,
        channel: int = OF_A_CHANNEL,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._limits = {"person": person, "channel": channel}
        self._clock = clock
        self._asked: dict[tuple[str, int], deque[float]] = {}

    def take(self, person: int, channel: int) -> int | None:
        """Count a question, or give the whole seconds after which the next one is welcome."""
        now = self._clock()
        keys = (("person", person), ("channel", channel))
        waits = [self._wait(key, now) for key in keys]
        if longest := max(waits):
            return math.ceil(longest)
        for key in keys:
            self._asked.setdefault(key, deque()).append(now)
        if len(self._asked) > _MOST_KEPT:
            self._drop(now)
        return None

    def _wait(self, key: tuple[str, int], now: float) -> float:
        asked = self._asked.get(key)
        if asked is None:
            return 0.0
        while asked and asked[0] <= now - MINUTE:
            asked.popleft()
        return asked[0] + MINUTE - now if len(asked) >= self._limits[key[0]] else 0.0

    def _drop(self, now: float) -> None:
        for key in [key for key, asked in self._asked.items() if not asked or asked[-1] <= now - MINUTE]:
            del self._asked[key]
