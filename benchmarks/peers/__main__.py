"""Print the table of `make bench-peers`: every engine on the same passages and questions, one after the other."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from benchmarks.peers.engines import ENGINES, versions
from benchmarks.peers.plot import draw
from benchmarks.peers.prose import PACKAGES, gather, resample
from benchmarks.peers.report import ANSWERS, answers, table
from knowledge.text.analyzer import StemAnalyzer, content

ROOT = Path(__file__).resolve().parents[2]
REAL = 100_000
"""Passages from which larger corpora are resampled."""
WORDS = 8
QUESTIONS = 1_000
SLOW = {
    "rank_bm25": {10_000: 100, 100_000: 20, 1_000_000: 3},
    "fts5": {100_000: 50, 1_000_000: 5},
    "bm25s-numpy": {100_000: 500, 1_000_000: 100},
}
"""Engines that are asked fewer questions, by the number of passages."""


def main() -> None:
    """Measure each size and engine; write what was measured, the table and the plot."""
    wanted = _arguments()
    wanted.out.mkdir(parents=True, exist_ok=True)
    results = wanted.out / "peers.json"
    known = json.loads(results.read_text(encoding="utf-8")) if results.exists() else []
    for size in wanted.sizes:
        lines, questions = _prepare(wanted, size)
        for name in wanted.engines:
            row = _measure(name, size, lines, questions, wanted.out)
            known = [old for old in known if (old["engine"], old["size"]) != (name, size)]
            known.append({"engine": name, "size": size, **row})
            results.write_text(json.dumps(known), encoding="utf-8")
            print(name, size, {key: value for key, value in row.items() if key != "found"}, file=sys.stderr)
        if wanted.answers:
            known = [old for old in known if (old["engine"], old["size"]) != (ANSWERS, size)]
            known.append({"engine": ANSWERS, "size": size, **_run("answers", lines, wanted.out / str(size) / ANSWERS)})
            results.write_text(json.dumps(known), encoding="utf-8")
            print(known[-1], file=sys.stderr)
    about = f"{time.strftime('%Y-%m-%d')}, {platform.machine()}, Python {platform.python_version()}; {versions()}."
    print(about, *(table(known, size) for size in sorted({row["size"] for row in known})), sep="\n\n")
    print("", answers(known), sep="\n")
    draw(known, wanted.out / "peers.svg")


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("--prose", type=Path, nargs="+", default=[Path("/usr/share/doc"), Path("/usr/share/man")])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--answers", action="store_true", help="measure the whole answer of Fuentes too")
    parser.add_argument("--out", type=Path, default=Path("data") / "peers")
    return parser.parse_args()


def _prepare(wanted: Namespace, size: int) -> tuple[Path, Path]:
    """Write passages, their terms and the questions, once."""
    folder = wanted.out / str(size)
    lines, questions = folder / "passages.terms", folder / "questions.json"
    if not questions.exists():
        real = gather(wanted.prose, min(size, REAL))
        if len(real) < min(size, REAL):
            sys.exit(f"Only {len(real)} passages are here. Install more documentation:\napt-get install {PACKAGES}")
        folder.mkdir(parents=True, exist_ok=True)
        _write(lines.with_suffix(".txt"), real if size <= REAL else resample(real, size))
        analyzer = StemAnalyzer()
        passages = lines.with_suffix(".txt").open(encoding="utf-8")
        with passages:
            _write(lines, (" ".join(analyzer.terms(passage, "en")) for passage in passages))
        questions.write_text(json.dumps(list(_questions(lines.with_suffix(".txt")))), encoding="utf-8")
    return lines, questions


def _questions(passages: Path) -> Iterator[list[str]]:
    """Draw questions: eight content words of one passage each."""
    chance = Random(5)  # noqa: S311  # the same questions in every run
    analyzer = StemAnalyzer()
    texts = passages.read_text(encoding="utf-8").splitlines()
    drawn = 0
    while drawn < QUESTIONS:
        words = list(dict.fromkeys(word for word, *_ in content(chance.choice(texts), "en")))
        if len(words) >= WORDS:
            drawn += 1
            yield analyzer.terms(" ".join(chance.sample(words, WORDS)), "en")


def _write(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


def _measure(name: str, size: int, lines: Path, questions: Path, out: Path) -> dict[str, object]:
    """Build and serve, each in a process of its own; an engine that fails is said to have failed."""
    folder = out / str(size) / name
    shutil.rmtree(folder, ignore_errors=True)
    asked = json.loads(questions.read_text(encoding="utf-8"))[: SLOW.get(name, {}).get(size, QUESTIONS)]
    few = out / str(size) / f"{name}.questions.json"
    few.write_text(json.dumps(asked), encoding="utf-8")
    row: dict[str, object] = {"questions": len(asked)}
    for act in ("build", "serve", "add") if name == "fuentes" else ("build", "serve"):
        row.update(_run("measure", name, act, lines, folder, few))
        if "failed" in row:
            break
    shutil.rmtree(folder, ignore_errors=True)
    return row


def _run(module: str, *arguments: str | Path) -> dict[str, object]:
    """Measure in a process of its own, with one thread; what fails is said to have failed."""
    command = [sys.executable, "-m", f"benchmarks.peers.{module}", *map(str, arguments)]
    alone = {**os.environ, "NUMBA_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=alone, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        return {"failed": (done.stderr.strip().splitlines() or ["no word"])[-1]}
    measured: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return measured


if __name__ == "__main__":
    main()
