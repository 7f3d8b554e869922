"""Fit the ranker and the verdict on the training sets of a folder, and write `knowledge/answering/model.json`.

The ranker first; the verdict weighs what then stands first. Each is cross-validated by group, then fitted on all.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from knowledge.answering import model
from training import certainty, ranking
from training.examples import Example, extract
from training.sets import find

FOLDS = 5


def main() -> None:
    """Read the sets, fit, print what cross-validation says, write the file."""
    parser = ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("folder", type=Path, help="training sets: folders with corpus/ and questions.jsonl")
    parser.add_argument("--working-point", type=float, default=0.2, help="probability from which is answered")
    arguments = parser.parse_args()
    sets = tuple(find(arguments.folder))
    written = json.loads(model.FILE.read_text(encoding="utf-8"))
    written["verdict"] |= {"working_point": arguments.working_point, "trees": []}  # of signs that may be gone
    _write(written)
    examples = list(extract(sets))
    print(f"{len(sets)} sets, {len(examples)} questions")
    for name, share in _ranked(examples):
        print(f"  best unit answers, {name}: {share:.3f}")
    written["ranker"] = {name: round(weight, 3) for name, weight in ranking.fit(examples).items()}
    _write(written)
    examples = list(extract(sets))
    for name, share in _held(examples):
        print(f"  false answers where 95 % of the right ones are given, {name}: {share:.3f}")
    grown = certainty.write(certainty.grow(examples))
    written["verdict"] = {"working_point": arguments.working_point, **grown}
    _write(written)


def _folds(examples: Sequence[Example]) -> Iterator[tuple[list[Example], list[Example]]]:
    """Part examples in two, so that each group is left out once."""
    groups = sorted({each.group for each in examples})
    for fold in range(FOLDS):
        left_out = set(groups[fold::FOLDS])
        yield (
            [each for each in examples if each.group not in left_out],
            [each for each in examples if each.group in left_out],
        )


def _ranked(examples: Sequence[Example]) -> Iterator[tuple[str, float]]:
    """Give for each set the share of questions whose best unit answers, by weights fitted without their groups."""
    found: dict[str, list[tuple[int, float]]] = {}
    for fitted_on, left_out in _folds(examples):
        weights = ranking.fit(fitted_on)
        for name in sorted({each.set for each in left_out}):
            own = [each for each in left_out if each.set == name and each.answerable]
            if own:
                found.setdefault(name, []).append((len(own), ranking.first_right(own, weights)))
    for name, shares in found.items():
        yield name, sum(count * share for count, share in shares) / sum(count for count, _ in shares)


def _held(examples: Sequence[Example]) -> Iterator[tuple[str, float]]:
    """Give for each set the share of questions without an answer that are answered all the same."""
    sure: list[tuple[Example, float]] = []
    for fitted_on, left_out in _folds(examples):
        grown = certainty.grow(fitted_on)
        sure += zip(left_out, grown.predict_proba(certainty.signs(left_out))[:, 1], strict=True)
    for name in sorted({each.set for each in examples}):
        own = [(each, probability) for each, probability in sure if each.set == name]
        right = [probability for each, probability in own if each.right[0]]
        wrong = [probability for each, probability in own if not each.answerable]
        if right and wrong:
            yield name, float(np.mean(np.array(wrong) >= np.quantile(right, 0.05)))


def _write(written: dict[str, object]) -> None:
    """Write the file, a feature or a tree a line."""
    verdict = dict(written["verdict"])  # type: ignore[call-overload]
    trees = ",\n".join(f"  {json.dumps(tree)}" for tree in verdict.pop("trees"))
    ranker = ",\n".join(f'  "{name}": {weight}' for name, weight in written["ranker"].items())  # type: ignore[attr-defined]
    head = ",\n".join(f" {json.dumps(name)}: {json.dumps(value)}" for name, value in verdict.items())
    text = f'{{"ranker": {{\n{ranker}\n}},\n"verdict": {{\n{head},\n "trees": [\n{trees}\n ]}}}}\n'
    model.FILE.write_text(text, encoding="utf-8")
    model.fitted.cache_clear()


if __name__ == "__main__":
    main()
