"""Two rankings made one."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]


def fuse(*rankings: Scores) -> Scores:
    """Average rankings of the same texts, each divided by its maximum, so that they weigh alike."""
    total = np.zeros_like(rankings[0])
    for scores in rankings:
        highest = scores.max(initial=0.0)
        if highest > 0:
            total += scores / highest
    return total / len(rankings)
