"""`eval`: question sets scored, held against their floors and against an earlier report."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from pathlib import Path

from bot.cli.batch import InputFileError
from bot.cli.invocation import Invocation, warn
from bot.cli.output import ANSWERED, NOT_ANSWERED, escape, write
from bot.cli.scoreboard import describe, describe_comparison, describe_floors
from bot.console.layout import visible
from bot.presentation.wording import Wording
from bot.settings import SettingsError
from knowledge.evaluation import Measure, Report, falls, find_broken, read, read_floors, score
from knowledge.retrieval.preparation import Prepare


def evaluate(
    invocation: Invocation, files: Sequence[Path], *, baseline: Path | None, floors: Sequence[str], errors: bool
) -> int:
    """Score the questions of files; exit 1 where a floor is broken or a measure fell below the baseline."""
    say = invocation.say
    overall = dict(map(_floor, floors))
    by_set = read_floors(files)
    before = _read_report(baseline, say) if baseline else None
    questions = [question for file in files for question in read(file)]
    with invocation.assistant(Prepare.FIRST) as assistant:
        report = score(assistant, questions)
    broken = tuple(find_broken(report, by_set, overall))
    verdict = [*(describe_comparison(report, before, say) if before else ()), *describe_floors(broken, say)]
    if invocation.json:
        write(escape(report.model_dump_json()))
        for line in verdict:
            warn(line)
    else:
        for line in (*describe(report, before, say, errors=errors), *verdict):
            write(visible(line))
    return NOT_ANSWERED if broken or (before and falls(report, before)) else ANSWERED


def _floor(given: str) -> tuple[Measure, float]:
    """Read a floor as it is typed; raises SettingsError."""
    name, _, share = given.partition("=")
    try:
        measure, floor = Measure(name.strip()), float(share)
    except ValueError:
        measure, floor = None, nan
    if measure is None or not 0 <= floor <= 1:
        raise SettingsError("--floor", given, tuple(f"{each}=0…1" for each in Measure))
    return measure, floor


def _read_report(file: Path, say: Wording) -> Report:
    try:
        return Report.model_validate_json(file.read_bytes())
    except OSError as error:
        raise InputFileError(str(file), error.strerror or type(error).__name__) from error
    except ValueError as error:
        raise InputFileError(str(file), say("eval-no-report")) from error
