"""Make training sets in which a part of the evidence is gone: the same questions with and without their answer.

From a corpus and its question set, or, where no set is given, from a curated corpus and its own ways to ask, which
are then taken out to be the questions.
"""

from __future__ import annotations

import json
import random
import re
import shutil
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from knowledge.bootstrap import open_assistant
from knowledge.documents import loader
from knowledge.errors import CurationError
from knowledge.facts import entries
from training.sets import CORPUS, ELSEWHERE, GROUP, QUESTIONS

Stretch = tuple[str, str]
"""A document's file and some words of it."""
_PLACE = re.compile(r', document = "(?:[^"\\]|\\.)*"(, (?:quote|after) = "(?:[^"\\]|\\.)*")+')
_LISTED = re.compile(r'(?<!= )(?P<ask>"(?:[^"\\\n]|\\.)*")(?:,[ ]*)?')
"""A string in a list, as TOML and JSON both write it."""
_CURATED = {
    "facts.toml": ("attributes", "entities", "facts", "results", "events", "remarks"),
    "expansions.toml": ("expansions", "gaps"),
}
_UNFORESEEN = 0.5
_EMPTIED = frozenset({"", "-"})


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and the stretches that answer it: whole lines for a question set, sentences for a way to ask."""

    record: dict[str, object]
    evidence: frozenset[Stretch]
    group: str
    ask: str = ""
    """The way to ask that it was, to be taken out; empty where it comes from a question set."""
    listed: str = ""
    """The list that it stands in; of a question set, the question itself."""
    gap: int | None = None
    """The number of the gap that it asks for; None where it is answerable."""


def main() -> None:
    """Write the variants of one corpus."""
    parser = ArgumentParser(prog="python -m training.leave_out", description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path, help="the folder of training sets to write to")
    parser.add_argument("--name", required=True, help="what the sets are called, before their number")
    parser.add_argument("--questions", type=Path, help="a question set; without it the ways to ask of the corpus")
    parser.add_argument("--variants", type=int, default=4)
    parser.add_argument("--most", type=int, default=1500, help="questions of a variant; the rest stay ways to ask")
    parser.add_argument("--gone", type=float, default=0.5, help="share of the evidence that is left out")
    arguments = parser.parse_args()
    make(**vars(arguments))


def make(
    corpus: Path,
    out: Path,
    name: str,
    *,
    questions: Path | None = None,
    variants: int = 4,
    most: int = 1500,
    gone: float = 0.5,
) -> None:
    """Write the variants of one corpus into a folder of training sets."""
    asked = list(_of_set(questions, corpus) if questions else _of_asks(corpus))
    for number in range(variants):
        chance = random.Random(f"{name}{number}")  # noqa: S311  # a draw that can be made again
        _write(corpus, out / f"{name}-{number}", _take(asked, most, chance), gone, chance)


def _take(asked: Sequence[Asked], most: int, chance: random.Random) -> list[Asked]:
    """Draw the questions of one variant, half of a list together: what one hand wrote stands together.

    Of half of the gaps drawn every way to ask is taken, so that nobody foresaw them.
    """
    lists = [list(each) for _, each in groupby(asked, key=attrgetter("listed"))]
    chance.shuffle(lists)
    drawn: list[Asked] = []
    for each in lists:
        if len(drawn) >= most:
            break
        half = -(-len(each) // 2)
        first = chance.randint(0, len(each) - half)
        drawn += each[first : first + half]
    gaps = sorted({each.gap for each in drawn if each.gap is not None})
    unforeseen = {gap for gap in gaps if chance.random() < _UNFORESEEN}
    kept = {id(each) for each in drawn}
    return [each for each in asked if id(each) in kept or each.gap in unforeseen]


def _of_set(questions: Path, corpus: Path) -> Iterator[Asked]:
    """Take the questions that some document answers; where it is of another corpus, nothing answers them here."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in corpus.iterdir() if path.is_file()}
    for line in questions.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        places = [(each["document"], each["quote"]) for each in record["evidence"]]
        lines = {(name, row) for name, quote in places for row in texts.get(name, "").split("\n") if quote in row}
        if record["answerable"]:
            yield Asked(record, frozenset(lines), places[0][0], listed=str(record["id"]))


def _of_asks(corpus: Path) -> Iterator[Asked]:
    """Turn the ways to ask into questions; those of a gap have no answer in any variant."""
    assistant = open_assistant(corpus)
    documents = {document.id: document for document in assistant.sources()}
    for number, expansion in enumerate(assistant.expansions):
        document = documents[expansion.document]
        start, end = expansion.span
        told = expansion.missing is None
        gold = document.text[slice(*expansion.answer)] if expansion.answer else None
        for language, ask in expansion.asks:
            record = {
                "id": f"{number}-{language}",
                "lang": language,
                "question": ask,
                "answerable": told,
                ELSEWHERE: True,
                "gold_answers": [gold] if gold and told else None,
                "evidence": [{"document": document.id, "quote": document.text[start:end]}] if told else [],
            }
            evidence = frozenset({(document.file, document.text[start:end])})
            gap = None if told else number
            yield Asked(record, evidence, f"{document.id}:{start}", ask, f"{number}-{language}", gap)


def _write(corpus: Path, folder: Path, asked: Sequence[Asked], gone: float, chance: random.Random) -> None:
    """Write one variant: the corpus without some stretches, and every question, answerable or no longer."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(corpus, folder / CORPUS)
    stretches = sorted({stretch for each in asked for stretch in each.evidence})
    left_out = {stretch for stretch in stretches if chance.random() < gone}
    for name in {name for name, _ in left_out}:
        path = folder / CORPUS / name
        path.write_text(_less(path.read_text(encoding="utf-8"), [words for file, words in left_out if file == name]))
    records = []
    for number, each in enumerate(asked):
        record = each.record | {"id": f"{each.record['id']}-{number}", GROUP: each.group}
        if each.evidence <= left_out:
            record |= {"answerable": False, "gold_answers": None, "evidence": []}
        records.append(json.dumps(record, ensure_ascii=False) + "\n")
    (folder / QUESTIONS).write_text("".join(records), encoding="utf-8")
    _without(folder / CORPUS, {each.ask for each in asked})


def _less(text: str, stretches: Sequence[str]) -> str:
    """Take stretches out of a text, and lines that are then empty."""
    for words in stretches:
        before, _, after = text.partition(words)
        line = before.rpartition("\n")[2]
        emptied = line.strip() in _EMPTIED and not after.partition("\n")[0].strip()
        text = before.removesuffix(line) + after.partition("\n")[2] if emptied else before + after.lstrip(" ")
    return text


def _without(corpus: Path, asks: set[str]) -> None:
    """Take asks out of the curated files, and then every entry whose quote is gone."""
    path = corpus / "expansions.toml"
    if not path.exists():
        return
    taken = {json.dumps(ask, ensure_ascii=False) for ask in asks}
    text = path.read_text(encoding="utf-8")
    path.write_text(_LISTED.sub(lambda item: "" if item["ask"] in taken else item[0], text), encoding="utf-8")
    texts = {document.id: document.text for document in loader.load(corpus).documents}
    for name, tables in _CURATED.items():
        path = corpus / name
        for entry in reversed(entries.read(path.read_text(encoding="utf-8"), name, tables)):
            if str(entry.values.get("quote", "")) not in texts.get(str(entry.values.get("document")), ""):
                _drop(path, entry.line)
    while True:  # what else no longer fits: a quote that now stands twice, a name whose place is gone
        try:
            open_assistant(corpus).close()
        except CurationError as error:
            _drop(corpus / error.file, error.line)
        else:
            return


def _drop(path: Path, line: int) -> None:
    """Drop the entry that starts at a line; of an entity only the places of its names."""
    rows = path.read_text(encoding="utf-8").split("\n")
    end = next((at for at in range(line, len(rows)) if rows[at].startswith("[")), len(rows))
    entry = rows[line - 1 : end]
    if entry[0] == "[[entities]]":
        bare = [
            re.sub(r', document = "(?:[^"\\]|\\.)*"(, (?:quote|after) = "(?:[^"\\]|\\.)*")+', "", row) for row in entry
        ]
        entry = bare if bare != entry else []
    else:
        entry = []
    path.write_text("\n".join([*rows[: line - 1], *entry, *rows[end:]]), encoding="utf-8")


if __name__ == "__main__":
    main()
