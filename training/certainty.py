"""The verdict's trees: how probable it is that the best unit answers, by its signs (boosted trees, Friedman 2001)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import GradientBoostingClassifier

from knowledge.answering.signs import SIGNS
from training.examples import Example, Matrix

_DIGITS = 4
_WITHOUT_ANSWER = 0.28
"""Share of what people ask that documents do not answer, as in the question sets of the shipped library."""


def grow(examples: Sequence[Example]) -> GradientBoostingClassifier:
    """Grow the trees on the signs of the best unit of each question, where it is known whether that answers."""
    examples = [each for each in examples if each.right[0] or not (each.answerable and each.elsewhere)]
    trees = GradientBoostingClassifier(
        n_estimators=120,
        learning_rate=0.1,
        max_leaf_nodes=8,
        max_depth=None,
        min_samples_leaf=30,
        max_features=0.35,
        subsample=0.7,
        random_state=1,
    )
    return trees.fit(signs(examples), right(examples), _weights(examples))


def _weights(examples: Sequence[Example]) -> Matrix:
    """Weigh every set as if the usual share of its questions had no answer, shape (examples,)."""
    told = Counter(each.set for each in examples if each.answerable)
    untold = Counter(each.set for each in examples if not each.answerable)
    usual = _WITHOUT_ANSWER / (1 - _WITHOUT_ANSWER)
    weights = {name: usual * told[name] / untold[name] if told[name] else 1.0 for name in untold}
    return np.array([1.0 if each.answerable else weights[each.set] for each in examples])


def signs(examples: Sequence[Example]) -> Matrix:
    """Stack the signs of some examples, shape (examples, signs)."""
    return np.array([each.signs for each in examples])


def right(examples: Sequence[Example]) -> npt.NDArray[np.bool_]:
    """Tell for each example whether its best unit answers."""
    return np.array([bool(each.right[0]) for each in examples])


def write(grown: GradientBoostingClassifier) -> dict[str, object]:
    """Write trees as nested lists, with the log odds before any of them."""
    share = float(grown.init_.class_prior_[1])
    return {
        "base": round(float(np.log(share / (1 - share))), _DIGITS),
        "trees": [_node(tree.tree_, 0, grown.learning_rate) for tree in grown.estimators_[:, 0]],
    }


def _node(tree: object, place: int, rate: float) -> object:
    left, right_, value = tree.children_left[place], tree.children_right[place], tree.value[place]  # type: ignore[attr-defined]
    if left < 0:
        return round(float(value[0, 0]) * rate, _DIGITS)
    sign, threshold = SIGNS[tree.feature[place]], round(float(tree.threshold[place]), _DIGITS)  # type: ignore[attr-defined]
    return [sign, threshold, _node(tree, left, rate), _node(tree, right_, rate)]
