"""What was learned offline: the weights of the ranker, and the boosted trees of the verdict.

`python -m training` writes `model.json`; a tree is `[sign, threshold, up to it, above it]`, a leaf log odds.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.answering.signs import SIGNS

FILE = Path(__file__).parent / "model.json"
Tree = float | tuple[int, float, "Tree", "Tree"]
"""A leaf, or the number of a sign, the threshold, and the trees up to it and above it."""


@dataclass(frozen=True, slots=True)
class Model:
    """Fitted weights, by the names of features and signs."""

    features: Mapping[str, float]
    """The weight of each feature of a unit."""
    trees: tuple[Tree, ...]
    base: float
    """Log odds before any tree is asked."""
    working_point: float
    """Probability from which the best evidence is shown as the answer."""

    def certainty(self, values: Sequence[float]) -> float:
        """Give the probability that the best evidence answers, from its signs, in the order of SIGNS."""
        return 1 / (1 + math.exp(-self.base - sum(_leaf(tree, values) for tree in self.trees)))


@cache
def fitted(file: Path = FILE) -> Model:
    """Read what was fitted, once."""
    read = json.loads(file.read_text(encoding="utf-8"))
    verdict = read["verdict"]
    places = {name: place for place, name in enumerate(SIGNS)}
    return Model(
        features=read["ranker"],
        trees=tuple(_tree(tree, places) for tree in verdict["trees"]),
        base=verdict["base"],
        working_point=verdict["working_point"],
    )


def _tree(written: object, places: Mapping[str, int]) -> Tree:
    match written:
        case [str(sign), float(threshold), up_to, above] if sign in places:
            return places[sign], threshold, _tree(up_to, places), _tree(above, places)
        case float(leaf):
            return leaf
    raise ValueError(f"{FILE.name}: no tree: {written!r}")


def _leaf(tree: Tree, values: Sequence[float]) -> float:
    while isinstance(tree, tuple):
        sign, threshold, below, above = tree
        tree = below if values[sign] <= threshold else above
    return tree
