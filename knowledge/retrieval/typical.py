"""How typical the words of a question are of all the ways to ask for one thing, taken together (query likelihood)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from knowledge.retrieval.parted import Places

Scores = npt.NDArray[np.float64]

_COMMON = 0.15
"""How much what all asks hold stands in for what those for one thing do not (Jelinek and Mercer 1980)."""
_RARELY = 1e-4
"""Share of the asks that a word stands in which no ask holds."""


class Typical:
    """Weighs each thing asked for by the share of its asks that hold each word of a question."""

    def __init__(self, starts: Places) -> None:
        """Take the number of the first ask for each thing, and at the end that of all asks."""
        sizes = np.diff(starts)
        self._sizes = np.maximum(sizes, 1)
        self._of_ask = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)

    def weigh(self, words: Sequence[Mapping[str, float]], holding: Mapping[str, Places]) -> Scores:
        """Say how typical a question is of each thing, shape (things,); 1 where every ask holds all its words.

        Each word comes as its forms, with how far each stands for it; `holding` has the asks that hold a form.
        """
        told = np.zeros(len(self._sizes))
        most = 0.0
        for forms in words:
            known = [(strength, holding[form]) for form, strength in forms.items() if form in holding]
            common = max((strength * len(asks) for strength, asks in known), default=0.0) / max(1, len(self._of_ask))
            ground = _COMMON * common + _RARELY
            share = np.zeros(len(told))
            for strength, asks in known:
                counts = np.bincount(self._of_ask[asks], minlength=len(told))
                np.maximum(share, strength * np.minimum(1.0, counts / self._sizes), out=share)
            told += np.log((share + ground) / (common + ground))
            most += float(np.log((1 + ground) / (common + ground)))
        return np.maximum(told, 0.0) / most if most else told
