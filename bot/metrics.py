"""What is counted while the program runs: how many questions, how they ended, how long they took. No text of any."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import Protocol

BUCKETS = (0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
"""Upper bounds, in seconds, of the times that are told apart."""


class Gateway(Protocol):
    """The connection to Discord, as far as an operator watches it; discord.py's client is one."""

    @property
    def latency(self) -> float:
        """Give the seconds between a heartbeat and its answer; not a number before the first."""
        ...

    @property
    def shard_count(self) -> int | None:
        """Give the number of shards, None before Discord has said it."""
        ...

    def is_ready(self) -> bool:
        """Tell whether it is connected and knows its servers."""
        ...


@dataclass(slots=True)
class Durations:
    """How long something took, in buckets; the last one holds what took longer than all bounds."""

    buckets: list[int] = field(default_factory=lambda: [0] * (len(BUCKETS) + 1))
    seconds: float = 0.0

    def note(self, seconds: float) -> None:
        """Count one."""
        self.buckets[bisect_left(BUCKETS, seconds)] += 1
        self.seconds += seconds


@dataclass(slots=True)
class Tally:
    """The counts of one run of the program, since its start."""

    questions: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """By command, outcome and language."""
    wrong: Counter[str] = field(default_factory=Counter)
    """Answers that somebody called wrong, by outcome."""
    busy: int = 0
    """Questions sent away because too many were waiting."""
    durations: dict[str, Durations] = field(default_factory=dict)
    """From question to answer, waiting included, by command."""

    def note(self, command: str, outcome: str, language: str, seconds: float) -> None:
        """Count a question that was answered, or refused."""
        self.questions[command, outcome, language] += 1
        self.durations.setdefault(command, Durations()).note(seconds)
