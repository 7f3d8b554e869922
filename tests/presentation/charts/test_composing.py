"""A picture shows what the text says: the same figures and names, each with its citation."""

from __future__ import annotations

import re

import pytest

from bot.presentation.charts.composing import LONGEST_ALT, picture
from bot.presentation.charts.parts import Chart, Contests, Neighbours, Years
from bot.requests import Command, Request, respond
from knowledge.models import Language
from tests.journey.surface import library

PICTURED = [
    (Command.ELECTIONS, ""),
    (Command.ELECTIONS, "2016"),
    (Command.TIMELINE, ""),
    (Command.TIMELINE, "MTS"),
    (Command.MAP, "MTS"),
    (Command.MAP, "Arturo Campos"),
]


def _picture(command: Command, argument: str, language: Language = "en") -> Chart | None:
    request = Request(command, argument)
    return picture(library(), request, respond(library(), request, language=language))


def _chart(command: Command, argument: str, language: Language = "en") -> Chart:
    chart = _picture(command, argument, language)
    assert chart is not None
    return chart


def test_each_contest_has_a_panel_of_its_own() -> None:
    chart = _chart(Command.ELECTIONS, "")
    assert isinstance(chart.shown, Contests)
    assert [each.title for each in chart.shown.panels] == [
        "2016 · Constituent Assembly of Mexico City",
        "2018 · 32nd Local District – Coyoacán",
    ]
    assert [(t.votes, t.percent, t.cited) for each in chart.shown.panels for t in each.tallies] == [
        ("10,720 votes", 0.51, "[1]"),
        ("2,863 votes", 1.85, "[3]"),
    ]
    assert chart.shown.apart == "Different contests: the documents do not compare them."
    assert "“about 11 thousand votes" in chart.shown.panels[0].told[0]


def test_a_time_line_has_periods_and_events() -> None:
    chart = _chart(Command.TIMELINE, "MTS")
    assert isinstance(chart.shown, Years)
    periods = {(each.label, each.name): (each.start, each.end) for each in chart.shown.periods}
    assert periods["Newspaper", "Estrategia Obrera"] == (1997, 2014)
    assert periods["Youth wing", "Agrupación Juvenil Anticapitalista"] == (2014, None)
    assert len(chart.shown.moments) == 18
    assert chart.shown.moments[0].year == 1988


def test_without_a_name_a_time_line_has_events_alone() -> None:
    chart = _chart(Command.TIMELINE, "")
    assert isinstance(chart.shown, Years)
    assert chart.shown.periods == ()
    assert chart.more is not None


def test_a_map_shows_neighbours_by_kind() -> None:
    chart = _chart(Command.MAP, "Arturo Campos", "es")
    assert isinstance(chart.shown, Neighbours)
    assert [(label, [each.name for each in group]) for label, group in chart.shown.groups] == [
        ("Organizaciones", ["CRAC"]),
        ("Hechos", ["19th Partido Obrero Socialista (POS) Congress"]),
    ]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("command", "argument"), PICTURED)
def test_no_picture_goes_without_its_citations(command: Command, argument: str, language: Language) -> None:
    chart = _chart(command, argument, language)
    shown = set(re.findall(r"\[\d+\]", chart.shown.model_dump_json()))
    placed = set(re.findall(r"\[\d+\]", "\n".join(chart.sources)))
    assert shown
    assert shown == placed


@pytest.mark.parametrize(("command", "argument"), PICTURED)
def test_the_alternative_text_says_what_is_shown(command: Command, argument: str) -> None:
    chart = _chart(command, argument)
    assert chart.alt.startswith(chart.title)
    assert len(chart.alt) <= LONGEST_ALT + 40
    assert chart.alt == _chart(command, argument).alt


@pytest.mark.parametrize(
    ("command", "argument"),
    [(Command.ELECTIONS, "2006"), (Command.TIMELINE, "Nobody"), (Command.MAP, "Campos"), (Command.WHOIS, "LTS")],
)
def test_where_there_is_nothing_to_see_there_is_no_picture(command: Command, argument: str) -> None:
    assert _picture(command, argument) is None
