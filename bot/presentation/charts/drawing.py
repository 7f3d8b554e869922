"""Charts put on a sheet: a panel a contest, bars over years, a name among its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from bot.presentation.charts.parts import Chart, Contest, Contests, Moment, Neighbours, Period, Tally, Years
from bot.presentation.charts.sheet import (
    BLUE,
    GREEN,
    GROUND,
    INK,
    MARGIN,
    MUTED,
    ORANGE,
    PAPER,
    PURPLE,
    RULE,
    VERMILION,
    WIDTH,
    Sheet,
    measure,
    wrap,
)
from knowledge.models import NeighbourKind

INNER = WIDTH - 2 * MARGIN
PAD = 32
_COLOURS = (BLUE, VERMILION, GREEN, PURPLE, ORANGE)
_OF_KIND = {
    NeighbourKind.FORMER_NAME: ORANGE,
    NeighbourKind.ORGANISATION: BLUE,
    NeighbourKind.PERSON: VERMILION,
    NeighbourKind.EVENT: GREEN,
}


def draw(chart: Chart) -> bytes:
    """Draw a chart: title, what it shows, sources."""
    sheet = Sheet()
    sheet.write(chart.title, size=44, bold=True)
    sheet.y += 20
    match chart.shown:
        case Contests():
            _contests(sheet, chart.shown)
        case Years():
            _years(sheet, chart.shown)
        case Neighbours():
            _neighbours(sheet, chart.shown)
    if chart.more:
        sheet.y += 12
        sheet.write(chart.more, size=26, color=MUTED)
    sheet.y += 26
    sheet.put_rule(MARGIN, sheet.y, INNER)
    sheet.y += 18
    for line in chart.sources:
        sheet.write(line, size=22, color=MUTED)
    return sheet.print()


def _contests(sheet: Sheet, shown: Contests) -> None:
    for number, panel in enumerate(shown.panels):
        top = sheet.y
        before = Sheet()  # the box goes under its text: set once to know the height, then for good
        before.y = top + PAD
        _contest(before, panel, _COLOURS[number % len(_COLOURS)])
        sheet.put_box(MARGIN, top, INNER, before.y + PAD - top, fill=GROUND)
        sheet.y = top + PAD
        _contest(sheet, panel, _COLOURS[number % len(_COLOURS)])
        sheet.y += PAD + 24
    if shown.apart:
        sheet.write(shown.apart, size=26, color=MUTED)


def _contest(sheet: Sheet, panel: Contest, colour: str) -> None:
    x, width = MARGIN + PAD, INNER - 2 * PAD
    sheet.write(panel.title, x, width=width, size=32, bold=True)
    for tally in panel.tallies:
        sheet.y += 14
        _tally(sheet, tally, colour, _share_of(tally, panel.tallies))
    for words in panel.told:
        sheet.y += 10
        sheet.write(words, x, width=width, size=26, color=MUTED)


def _tally(sheet: Sheet, tally: Tally, colour: str, filled: float | None) -> None:
    x, width = MARGIN + PAD, INNER - 2 * PAD
    sheet.write(tally.name, x, width=width, size=28, color=MUTED)
    sheet.y += 8
    figure = tally.votes or tally.share or ""
    sheet.put_text(figure, x, sheet.y, size=52, bold=True)
    sheet.put_text(tally.cited, x + measure(figure, 52, bold=True) + 14, sheet.y + 22, size=26, color=MUTED)
    sheet.y += 52 * 1.4
    if filled is None:
        return
    sheet.put_bar(x, sheet.y, width, 20, RULE)
    sheet.put_bar(x, sheet.y, max(3.0, width * filled), 20, colour)
    sheet.y += 28
    if tally.votes and tally.share:
        sheet.write(f"{tally.share} {tally.base or ''}".strip(), x, width=width, size=26)


def _share_of(tally: Tally, tallies: Sequence[Tally]) -> float | None:
    """Fill a bar by the share of a hundred, or of the most votes where no share is given."""
    if tally.percent is not None:
        return tally.percent / 100
    votes = [_number(each.votes) for each in tallies]
    most, own = max((each for each in votes if each), default=None), _number(tally.votes)
    return own / most if most and own and len(tallies) > 1 else None


def _number(votes: str | None) -> float | None:
    digits = "".join(sign for sign in votes or "" if sign.isdigit())
    return float(digits) if digits else None


def _years(sheet: Sheet, shown: Years) -> None:
    if shown.periods:
        _periods(sheet, shown)
        sheet.write(shown.events, size=32, bold=True)
        sheet.y += 8
    top = sheet.y
    dates = max((measure(each.date, 26, bold=True) for each in shown.moments), default=0)
    column = min(dates, 250.0)
    for moment in shown.moments:
        _moment(sheet, moment, column)
    line = MARGIN + column + 34
    sheet.put_rule(line - 0.8, top + 18, max(0.0, sheet.y - top - 50), down=True, color=RULE)


def _moment(sheet: Sheet, moment: Moment, column: float) -> None:
    top = sheet.y
    x = MARGIN + column + 64
    sheet.put_dot(MARGIN + column + 34, top + 19, 8, BLUE if moment.year is not None else MUTED)
    date = wrap(moment.date, column, 26, bold=True)
    for number, line in enumerate(date):
        at = top + number * 26 * 1.32
        sheet.put_text(line, MARGIN + column, at, size=26, bold=True, align="right")
    sheet.write(f"“{moment.text}” {moment.cited}", x, size=26)
    sheet.y = max(sheet.y, top + len(date) * 26 * 1.32) + 12


def _periods(sheet: Sheet, shown: Years) -> None:
    """Draw periods as bars over years, those of one label in one colour."""
    dated = [moment.year for moment in shown.moments if moment.year is not None]
    first = min(*(int(each.start) for each in shown.periods), *dated, 9999)
    last = max(*(int(each.end or each.start) for each in shown.periods), *dated, 0) + 1

    def at(year: float) -> float:
        return MARGIN + (year - first) / (last - first) * INNER

    top = sheet.y
    colours: dict[str, str] = {}
    step = next(each for each in (1, 2, 5, 10, 20, 50, 100, 500) if (last - first) / each <= 8)
    ticks = range(-(-first // step) * step, last + 1, step)
    for year in ticks:
        sheet.put_text(str(year), min(at(year), WIDTH - MARGIN - 70), sheet.y, size=24, color=MUTED)
    sheet.y += 56
    for period in shown.periods:
        colour = colours.setdefault(period.label, _COLOURS[len(colours) % len(_COLOURS)])
        _period(sheet, period, at(period.start), at(last if period.end is None else period.end), colour)
    for year in ticks:
        sheet.put_rule(at(year), top + 36, 10, down=True, color=MUTED)
    sheet.y += 20


def _period(sheet: Sheet, period: Period, start: float, end: float, colour: str) -> None:
    words = f"{period.label}: {period.name}, {period.years} {period.cited}"
    width = min(INNER, max(measure(words, 24), 1.0))
    x = max(MARGIN, min(start, WIDTH - MARGIN - width))
    sheet.write(words, x, width=INNER if width >= INNER else width + 2, size=24)
    length = max(10.0, end - start)
    if period.end is None:
        sheet.put_bar(start, sheet.y, length - 14, 18, colour)
        for number in range(3):  # open: it fades out in three strokes
            sheet.put_bar(start + length - 12 + number * 5, sheet.y, 2.5, 18, colour)
    else:
        sheet.put_bar(start, sheet.y, length, 18, colour)
    sheet.y += 30


def _neighbours(sheet: Sheet, shown: Neighbours) -> None:
    """Draw the name at the left, its neighbours in one column by kind, a curve for each."""
    hub = min(230.0, max(120.0, measure(shown.name, 34, bold=True) + 48))
    column = MARGIN + hub + 110
    ends: list[tuple[float, str]] = []
    top = sheet.y
    for label, neighbours in shown.groups:
        colour = _OF_KIND[neighbours[0].kind]
        sheet.write(label, column, size=24, color=MUTED, bold=True)
        sheet.y += 6
        for neighbour in neighbours:
            begun = sheet.y
            sheet.write(neighbour.name, column + 30, size=30, bold=True)
            said = " · ".join(f"{tie.label} {tie.cited}" for tie in neighbour.ties)
            sheet.write(said, column + 30, size=25, color=MUTED)
            ends.append((begun + 20, colour))
            sheet.y += 14
        sheet.y += 10
    middle = (top + sheet.y) / 2 if sheet.y - top < 900 else top + 300
    for y, colour in ends:
        sheet.put_curve((MARGIN + hub, middle), (column, y), colour)
        sheet.put_dot(column, y, 9, colour)
    name = wrap(shown.name, hub - 36, 34, bold=True)
    height = len(name) * 45 + 44
    sheet.put_box(MARGIN, middle - height / 2, hub, height, fill=INK)
    for number, line in enumerate(name):
        y = middle - height / 2 + 18 + number * 45
        sheet.put_text(line, MARGIN + hub / 2, y, size=34, bold=True, color=PAPER, align="center")
