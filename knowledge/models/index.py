"""The state of the index, for those who look after the bot."""

from __future__ import annotations

from enum import StrEnum

from knowledge.models.documents import Model


class IndexKept(StrEnum):
    """Where the index of a corpus is."""

    SMALL = "small"
    """In memory: so few passages need no file."""
    DISK = "disk"
    MEMORY = "memory"
    """In memory, because no folder was given, or none that can be written."""


class IndexState(Model):
    """What `doctor` says of an index."""

    kept: IndexKept
    passages: int
    compiled: bool = False
    """Whether compiled code scores them, which is worth its while in a large corpus."""
    exact: bool | None = None
    """Whether scores are those of rank_bm25; None where there are too many passages to tell."""
