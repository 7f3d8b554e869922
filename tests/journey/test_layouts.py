"""Time lines, verdicts and the list of sources, as the layouts of the examples have them."""

from __future__ import annotations

import pytest

from bot.console.layout import lay_out
from bot.presentation.shelf import compose_sources
from bot.requests import Command
from knowledge.models import Verdict
from tests.journey import passages as p
from tests.journey.surface import REPORT, library, show


def test_an_election_in_spanish_keeps_names_and_figures() -> None:
    shown = show(Command.ELECTIONS, "2016", language="es")
    assert shown.rows[0] == "2016: 10,720 votos, 0.51 % [1], Constituent Assembly of Mexico City"
    assert shown.rows[1] == f"El texto del mismo artículo: “{p.PHRASE}” [2]"
    assert shown.rows[2].endswith("Electoral results, fila 2016 (en inglés) · Wikipedia, CC BY-SA 4.0")
    assert shown.rows[3].endswith("History, párr. 13 (en inglés)")
    assert shown.field("Lista") == ["Formula 5 – Anticapitalists to the Constituent Assembly [1]"]
    assert shown.field("Escaños") == ["En blanco en la tabla [1]"]


def test_a_time_line_has_eighteen_lines_nine_to_a_field() -> None:
    shown = show(Command.TIMELINE, "MTS")
    assert shown.rows[0] == "MTS, 1988 to 2018: 18 dated passages"
    first, second = shown.field("1988 to 2010"), shown.field("2012 to 2018")
    assert (len(first), len(second)) == (9, 9)
    assert first[0] == (
        "1988 “a section of the Worker Socialist Party (POS, then called Zapatist Workers Party) was expelled in "
        "January of that year” [1]"
    )
    assert [line.partition(" “")[0] for line in first] == [
        "1988", "1994", "1997", "1999–2000", "2000", "since 2004", "2006", "2010", "since 2010"
    ]  # fmt: skip
    assert [line.partition(" “")[0] for line in second] == [
        "2012", "2012", "late 2013", "May 2014", "2014", "2014", "since 2015", "2016", "2018"
    ]  # fmt: skip
    assert second[-1].endswith("contending for the 32nd District in the Coyoacán borough, obtaining 2,863 votes” [18]")
    assert p.AGAIN in shown.quotes


def test_dates_without_a_year_stand_last() -> None:
    shown = show(Command.TIMELINE)
    *dated, counted = shown.field("No year in the source")
    assert [line.partition(" [")[0] for line in dated] == [
        "March 27 “On March 27, a humanitarian catastrophe occurred at a migration detention center in Ciudad Juárez”",
        ("May 21 and 22 “the Socialist Left (the Mexican section of the IMT) held their congress in Mexico City”"),
        "June 6–10 “The Summit of the Americas held in Los Angeles on June 6–10”",
        (
            "First weekend of August “the 19th Partido Obrero Socialista (POS) Congress convened the first weekend "
            "of August in Mexico City”"
        ),
        "27N “AMLO’s March on 27N”",
        "Last week “Last week, 20-year-old Alexis went missing in Cancún”",
    ]
    assert counted.startswith(dated[-1].rpartition(" ")[2])


def test_a_true_quote_that_stops_short() -> None:
    shown = show(Command.VERIFY, "Hopes are that this will lead to fusion between the two groups")
    assert shown.rows == [
        "Verbatim, in 1 place.",
        f"> {p.FUSION}",
        f"  [1] {REPORT}, Unification of revolutionary forces, par. 1 · CRIR, undated",
        "  Your quote ends before its sentence does.",
    ]


@pytest.mark.parametrize(
    ("typed", "differs"),
    [
        ("the mts supports the reconstruction of the fourth international", "capital letters"),
        ("Trotskyist Fraction - Fourth International", "dashes"),
        ("Andrés Manuel López Obrador's call for a march", "quotation marks"),
    ],
)
def test_typography_alone_is_named(typed: str, differs: str) -> None:
    shown = show(Command.VERIFY, typed)
    assert shown.answer.verdict is Verdict.TYPOGRAPHY
    assert any(differs in row for row in shown.rows)


def test_sources_say_what_they_do_not_state() -> None:
    rows = [row.text for row in lay_out(compose_sources(library().sources(), "en"))]
    assert rows[0] == "3 documents, none of which states its own date"
    assert rows[rows.index("1. Socialist Workers Movement (Mexico)") + 1 :][:2] == [
        "  Wikipedia, an encyclopedia article, in English",
        "  CC BY-SA 4.0",
    ]
    report = rows.index(f"2. {REPORT}")
    assert "Committee for Revolutionary International Regroupment (CRIR)" in rows[report + 1]
    listing = rows.index("3. Untitled listing of 12 items")
    assert "ublisher not named" in rows[listing + 1]
    assert rows[listing + 2].endswith("in English, one item in Spanish")
    assert rows[-1] == "Answers quote these and nothing else"
