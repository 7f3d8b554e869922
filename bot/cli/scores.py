"""`eval`: question sets scored overall, by kind and by language, beside an earlier report if one is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.cli.invocation import Invocation
from bot.cli.output import ANSWERED, NOT_ANSWERED, escape, write
from bot.console.layout import visible
from bot.presentation.wording import Wording
from knowledge.evaluation import Measure, Miss, Proportion, QuestionSetError, Report, Scores, read, score
from knowledge.retrieval.preparation import Prepare

_SHOWN_MISSES = 20
_COLUMN = 16


def evaluate(invocation: Invocation, files: Sequence[Path], baseline: Path | None) -> int:
    """Score the questions of files; exit 1 where a measure fell below the baseline."""
    questions = [question for file in files for question in read(file)]
    before = _read_report(baseline) if baseline else None
    with invocation.assistant(Prepare.FIRST) as assistant:
        report = score(assistant, questions)
    if invocation.json:
        write(escape(report.model_dump_json()))
    else:
        for line in describe(report, before, invocation.say):
            write(visible(line))
    return NOT_ANSWERED if before and _fell(report, before) else ANSWERED


def describe(report: Report, before: Report | None, say: Wording) -> Iterator[str]:
    """Give a report as lines of text: a table, then the questions that were missed."""
    groups = {say("eval-all"): report.overall, **report.by_kind, **report.by_language}
    width = max(len(name) for name in (*groups, say("eval-group"))) + 2
    yield f"{say('eval-group'):<{width}}" + "".join(f"{measure.value:<{_COLUMN}}" for measure in Measure)
    for name, scores in groups.items():
        yield f"{name:<{width}}" + "".join(f"{_share(scores.of(each)):<{_COLUMN}}" for each in Measure)
    if before is not None:
        yield f"{say('eval-before'):<{width}}" + "".join(
            f"{_share(before.overall.of(each)):<{_COLUMN}}" for each in Measure
        )
    if report.unplaced:
        yield ""
        yield say("eval-unplaced", ids=", ".join(report.unplaced))
    if report.misses:
        yield ""
        yield say("eval-missed", count=len(report.misses))
        for miss in report.misses[:_SHOWN_MISSES]:
            yield from _miss(miss, say)
    if len(report.misses) > _SHOWN_MISSES:
        yield say("eval-more", count=len(report.misses) - _SHOWN_MISSES)


def _share(proportion: Proportion) -> str:
    if proportion.share is None:
        return "–"
    return f"{proportion.share:.3f} {proportion.hits}/{proportion.asked}"


def _miss(miss: Miss, say: Wording) -> Iterator[str]:
    yield f"  {miss.id} ({', '.join(miss.failed)}): {miss.question}"
    expected = " | ".join(miss.expected) or "–"
    came = " ".join(miss.came.split()) or "–"
    yield f"    {say('eval-miss', expected=expected, came=came, outcome=miss.outcome.value)}"


def _read_report(file: Path) -> Report:
    try:
        return Report.model_validate_json(file.read_bytes())
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise QuestionSetError(file, 0, reason or "not a report of eval --json") from error


def _fell(report: Report, before: Report) -> bool:
    return any(_is_lower(report.overall, before.overall, measure) for measure in Measure)


def _is_lower(now: Scores, before: Scores, measure: Measure) -> bool:
    share, earlier = now.of(measure).share, before.of(measure).share
    return earlier is not None and (share is None or share < earlier)
