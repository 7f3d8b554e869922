"""A report of `eval` as lines of text: tables, what was missed, what fell, what lies below its floor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.presentation.wording import Wording
from knowledge.evaluation import (
    Broken,
    Calibration,
    Measure,
    Miss,
    Proportion,
    Report,
    Scores,
    falls,
    newly_missed,
)

_ASKED = 11
_SHARE = 18
_BIN = 12


def describe(report: Report, before: Report | None, say: Wording, *, errors: bool) -> Iterator[str]:
    """Give a report as tables by group, a table of its confidence, and the questions that were missed."""
    yield from _scores(report, before, say)
    yield from ("", say("eval-legend"))
    if report.unplaced:
        yield say("eval-unplaced", ids=", ".join(report.unplaced))
    yield from ("", *_calibration(report.calibration, say))
    if report.misses:
        yield from ("", say("eval-errors" if errors else "eval-missed", count=len(report.misses)))
        for miss in report.misses if errors else ():
            yield from _miss(miss, say)


def describe_comparison(report: Report, before: Report, say: Wording) -> Iterator[str]:
    """Say what fell since an earlier report, and which questions are missed that were not."""
    asked, now = before.overall.questions, report.overall.questions
    if asked != now:
        yield say("eval-other-questions", before=asked, now=now)
    for fall in falls(report, before):
        yield say("eval-fell", measure=fall.measure.value, before=_figure(fall.before), now=_figure(fall.now))
    if anew := newly_missed(report, before):
        yield say("eval-newly-missed", ids=", ".join(miss.id for miss in anew))


def describe_floors(broken: Sequence[Broken], say: Wording) -> Iterator[str]:
    """Name the measures that lie below their floors."""
    for each in broken:
        yield say(
            "eval-broken",
            measure=each.measure.value,
            group=each.set or say("eval-all"),
            share=_figure(each.share),
            floor=_figure(each.floor),
        )


def _scores(report: Report, before: Report | None, say: Wording) -> Iterator[str]:
    overall = {say("eval-all"): report.overall}
    if before is not None:
        overall[say("eval-before")] = before.overall
    blocks: list[Mapping[str, Scores]] = [overall]
    blocks += [report.by_set] if len(report.by_set) > 1 else []
    blocks += [report.by_language, report.by_direction, report.by_kind]
    width = max(len(name) for name in (say("eval-group"), *(name for block in blocks for name in block))) + 2
    heads = "".join(f"{measure.value:<{_SHARE}}" for measure in Measure)
    yield f"{say('eval-group'):<{width}}{say('eval-asked'):<{_ASKED}}{heads}".rstrip()
    for number, block in enumerate(filter(None, blocks)):
        if number:
            yield ""
        for name, scores in block.items():
            shares = "".join(f"{_share(scores.of(measure)):<{_SHARE}}" for measure in Measure)
            yield f"{name:<{width}}{_asked(scores):<{_ASKED}}{shares}".rstrip()


def _asked(scores: Scores) -> str:
    return f"{scores.questions - scores.held.asked}+{scores.held.asked}"


def _share(proportion: Proportion) -> str:
    if proportion.share is None:
        return "–"
    return f"{proportion.share:.3f} {proportion.low:.2f}–{proportion.high:.2f}"


def _figure(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"


def _calibration(calibration: Calibration, say: Wording) -> Iterator[str]:
    yield say("eval-calibration", error=_figure(calibration.error))
    yield _cells(
        say("eval-calibration-said"),
        say("eval-calibration-mean"),
        say("eval-calibration-right"),
        say("eval-calibration-questions"),
    )
    for each in calibration.bins:
        said = f"{each.low:.1f}–{each.high:.1f}"
        yield _cells(said, _figure(each.confidence), _figure(each.right), str(each.questions))
    if calibration.false_answers is not None:
        yield say("eval-false-answers", share=_figure(calibration.false_answers))


def _cells(*cells: str) -> str:
    return "  " + "".join(f"{cell:<{_BIN}}" for cell in cells).rstrip()


def _miss(miss: Miss, say: Wording) -> Iterator[str]:
    about = ", ".join(filter(None, (miss.language, miss.kind)))
    yield f"  {miss.id} ({about}; {', '.join(miss.failed)}): {miss.question}"
    yield f"    {say('eval-miss-wanted', expected=' | '.join(miss.expected) or say('eval-miss-nothing'))}"
    yield f"    {say('eval-miss-came', outcome=miss.outcome.value, came=' '.join(miss.came.split()) or '–')}"
    if miss.cited:
        yield f"    {say('eval-miss-cited', cited=miss.cited)}"
