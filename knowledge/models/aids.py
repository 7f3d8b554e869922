"""How a helper program is, where answers could use one."""

from __future__ import annotations

from enum import StrEnum

from knowledge.models.documents import Model


class AidKind(StrEnum):
    """What a helper program is for."""

    TRANSLATION = "translation"
    EMBEDDINGS = "embeddings"


class AidState(StrEnum):
    """Whether it can be used."""

    READY = "ready"
    ABSENT = "absent"
    """Not installed."""
    UNFIT = "unfit"
    """Installed, but not for this processor."""
    DEAD = "dead"
    """Installed, but it does not answer."""
    UNUSED = "unused"
    """It answers, but the corpus is too large for it."""


class Aid(Model):
    """One helper program: its state, and how many passages it has prepared."""

    kind: AidKind
    state: AidState
    done: int = 0
    total: int = 0
