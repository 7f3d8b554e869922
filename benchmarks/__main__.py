"""Print the table of `make bench`: Fuentes, plain rank_bm25 and what was asked for, side by side."""

from __future__ import annotations

import platform
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from benchmarks import parts
from benchmarks.library import LIBRARY, Timing, passages, questions, second_start, time_curation, time_each
from benchmarks.plain import PlainSearch
from benchmarks.processes import ROOT, megabytes, seconds
from benchmarks.table import HEAD, Row, line
from knowledge.evaluation import Question

QUESTION_SETS = ROOT / "tests" / "quality"
FIRST_QUESTION = "When was the LTS founded?"
RUNS = 7
SECTIONS = ("answers", "crossing", "processes", "load", "discord", "web")


def main() -> None:
    """Measure and print, a line as soon as it is known."""
    wanted = _arguments()
    asked = questions(QUESTION_SETS)
    print(f"{platform.machine()}, Python {platform.python_version()}; {len(asked)} questions, each asked once\n")
    print(HEAD)
    for row in _measure(wanted, asked):
        print(line(row), flush=True)


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="section", help=f"of {', '.join(SECTIONS)}; all if none")
    parser.add_argument("--seconds", type=float, default=10, help="how long the load in Discord lasts")
    arguments = parser.parse_args()
    unknown = set(arguments.sections) - set(SECTIONS)
    if unknown:
        parser.error(f"no section {', '.join(sorted(unknown))}")
    return arguments


def _measure(wanted: Namespace, asked: tuple[Question, ...]) -> Iterator[Row]:
    for section in wanted.sections or SECTIONS:
        match section:
            case "answers":
                yield from _answers(asked)
            case "crossing":
                from benchmarks.crossing import rows as crossing

                yield from crossing(asked)
            case "processes":
                yield from _processes()
            case "load":
                yield from _load()
            case "discord":
                from benchmarks.discord_load import rows  # the loopback: aiohttp, not for the others

                yield from rows(asked, wanted.seconds)
            case "web":
                from benchmarks.web_load import rows as web_rows

                yield from web_rows(asked)


def _answers(asked: tuple[Question, ...]) -> Iterator[Row]:
    fuentes, plain = _ask(asked), _search(asked)
    yield Row("an answer (plain: a list of passages), median", "ms", fuentes.median, plain.median, goal=5)
    yield Row("the same, 99th percentile", "ms", fuentes.p99, plain.p99)
    yield from parts.rows(asked)


def _ask(asked: tuple[Question, ...]) -> Timing:
    with second_start() as assistant:
        return time_each(lambda question: assistant.ask(question.text, language=question.language), asked)


def _search(asked: tuple[Question, ...]) -> Timing:
    search = PlainSearch(passages(LIBRARY))
    return time_each(lambda question: search.find(question.text), asked)


def _processes() -> Iterator[Row]:
    fuentes = ("bot", ("ask", FIRST_QUESTION))
    plain = ("benchmarks.plain", (str(LIBRARY / "documents"), FIRST_QUESTION))
    yield Row(
        f"start to first answer, whole process, median of {RUNS}",
        "s",
        seconds(*fuentes, runs=RUNS),
        seconds(*plain, runs=RUNS),
        goal=0.6,
    )
    yield Row("resident memory after it", "MB", megabytes(*fuentes), megabytes(*plain), goal=90)


def _load() -> Iterator[Row]:
    timed = time_curation(RUNS)
    yield Row("loading the library", "ms", timed.whole)
    yield Row("of it facts and expansions, checked", "ms", timed.curated, goal=150)
    yield Row("the same at the first start, when nothing is kept yet", "ms", timed.at_first)


if __name__ == "__main__":
    main()
