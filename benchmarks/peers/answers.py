"""Measure the whole answer, not the index alone: documents are made of the passages, loaded and asked."""

from __future__ import annotations

import gc
import json
import shutil
import sys
import time
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.peers.measure import memory
from knowledge.assistant import Assistant
from knowledge.bootstrap import open_assistant

PASSAGES = 200
"""Passages of a document."""
QUESTIONS = 300
WORDS = 6
"""Words of a passage, one after the other, that a question asks for."""


def measure(lines: Path, folder: Path) -> dict[str, float]:
    """Write documents, load them twice, the second time with what is kept, and ask each question once."""
    passages = lines.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    for first in range(0, len(passages), PASSAGES):
        path = folder / "documents" / f"{first:08}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(passages[first : first + PASSAGES]), encoding="utf-8")
    asked = _questions(passages)
    del passages
    open_assistant(folder / "documents", data=folder / "data").close()
    gc.collect()
    started = time.process_time()
    assistant = open_assistant(folder / "documents", data=folder / "data")
    loaded = time.process_time() - started
    gc.collect()
    gc.freeze()  # as the bot does with what lives as long as it
    began = _milliseconds(assistant, asked[0])
    times = sorted(_milliseconds(assistant, question) for question in asked)
    gc.unfreeze()
    return {
        "load": loaded,
        "first": began,
        "median": median(times),
        "p99": times[round(0.99 * len(times)) - 1],
        "private": memory()["Private_Dirty"],
    }


def _questions(passages: list[str]) -> list[str]:
    chance = Random(4)  # noqa: S311  # the same questions in every run
    drawn = (chance.choice(passages).split() for _ in range(QUESTIONS))
    begun = ((words, chance.randrange(max(1, len(words) - WORDS))) for words in drawn)
    return [f"What is {' '.join(words[start : start + WORDS])}?" for words, start in begun]


def _milliseconds(assistant: Assistant, question: str) -> float:
    started = time.thread_time_ns()
    assistant.ask(question)
    return (time.thread_time_ns() - started) / 1e6


if __name__ == "__main__":
    place = Path(sys.argv[2])
    try:
        print(json.dumps(measure(Path(sys.argv[1]), place)))
    finally:
        shutil.rmtree(place, ignore_errors=True)
