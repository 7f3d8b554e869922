"""What was last asked about, by person and channel, for the follow-ups of ten minutes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

from knowledge.models import Topic

TEN_MINUTES = 600.0
_MOST = 5_000


class Topics:
    """Remember topics for a while; no words of a question are kept."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._last: OrderedDict[tuple[int, int], tuple[float, Topic]] = OrderedDict()

    def put(self, channel: int, person: int, topic: Topic) -> None:
        """Remember what a person last asked about in a channel; nothing in particular changes nothing."""
        if topic == Topic():
            return
        self._last[channel, person] = (self._clock(), topic)
        self._last.move_to_end((channel, person))
        while len(self._last) > _MOST:
            self._last.popitem(last=False)

    def get(self, channel: int, person: int) -> Topic | None:
        """Give what a person asked about in a channel within the last ten minutes."""
        asked, topic = self._last.get((channel, person), (0.0, None))
        return topic if topic and self._clock() - asked < TEN_MINUTES else None

    def forget(self, person: int) -> None:
        """Forget a person."""
        for key in [key for key in self._last if key[1] == person]:
            del self._last[key]
