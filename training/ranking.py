"""The ranker's weights: of two units of a question, the one that answers scores higher (pairwise logistic)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from knowledge.answering.ranker import FEATURES
from training.examples import Example, Matrix

_STRENGTH = 1.0
"""The inverse of the regularisation."""
_COVERAGE = FEATURES.index("coverage")


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Fit the weight of each feature on the questions that some unit answers and some does not; each weighs alike."""
    pairs = [_differences(each) for each in examples if 0 < each.right.sum() < len(each.right)]
    differences = np.vstack(pairs)
    weights = np.concatenate([np.full(len(each), 1 / len(each)) for each in pairs])
    spread = np.abs(differences).std(axis=0) + 1e-9
    signs = np.where(np.arange(len(differences)) % 2, 1.0, -1.0)  # half of the pairs the other way round
    fitted = LogisticRegression(C=_STRENGTH, fit_intercept=False, max_iter=3000).fit(
        differences * signs[:, None] / spread, signs > 0, weights
    )
    return dict(zip(FEATURES, map(float, fitted.coef_[0] / spread), strict=True))


def first_right(examples: Sequence[Example], weights: Mapping[str, float]) -> float:
    """Give the share of answerable questions whose best unit by some weights answers."""
    vector = np.array([weights[name] for name in FEATURES])
    answerable = [each for each in examples if each.answerable]
    return float(np.mean([each.right[np.argmax(each.units @ vector)] for each in answerable]))


def _differences(example: Example) -> Matrix:
    """Take each unit that does not answer from the one that answers and covers most."""
    right, wrong = example.units[example.right], example.units[~example.right]
    best: Matrix = right[np.argmax(right[:, _COVERAGE])]
    return best - wrong
