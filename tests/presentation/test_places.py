"""Citation lines: where a quote stands, in which language, and whose words they are."""

from __future__ import annotations

import pytest

from bot.presentation.places import Library, Places
from bot.presentation.wording import wording
from knowledge.models import Citation, Document, Language, PassageKind
from tests.presentation.making import LISTING, REPORT, WIKI, cite, library

FIELD, ROW, ITEM, LIST_ITEM = PassageKind.FIELD, PassageKind.ROW, PassageKind.ITEM, PassageKind.LIST_ITEM
HEADLINE = "[Video] Villa, Zapata, and the Mexican Revolution"


def _line(citation: Citation, language: Language = "en", *remarks: str) -> str:
    return Places((citation,), library(), wording(language)).place(1, *remarks).text


@pytest.mark.parametrize(
    ("citation", "english", "spanish"),
    [
        (
            cite(WIKI, "The MTS", section="History", paragraph=5),
            "[1] Socialist Workers Movement (Mexico), History, par. 5 · Wikipedia, CC BY-SA 4.0",
            "[1] Socialist Workers Movement (Mexico), History, párr. 5 (en inglés) · Wikipedia, CC BY-SA 4.0",
        ),
        (
            cite(WIKI, "Position: Far-left", kind=FIELD, label="Position"),
            "[1] Socialist Workers Movement (Mexico), infobox, Position · Wikipedia, CC BY-SA 4.0",
            "[1] Socialist Workers Movement (Mexico), ficha, Position (en inglés) · Wikipedia, CC BY-SA 4.0",
        ),
        (
            cite(WIKI, "| 2016 |", kind=ROW, section="Electoral results", label="2016"),
            "[1] Socialist Workers Movement (Mexico), Electoral results, row 2016 · Wikipedia, CC BY-SA 4.0",
            (
                "[1] Socialist Workers Movement (Mexico), Electoral results, fila 2016 (en inglés)"
                " · Wikipedia, CC BY-SA 4.0"
            ),
        ),
        (
            cite(REPORT, "A spirit", paragraph=1),
            "[1] Partido Obrero Socialista meets in Mexico City, opening, par. 1 · CRIR, undated",
            ("[1] Partido Obrero Socialista meets in Mexico City, inicio, párr. 1 (en inglés) · CRIR, sin fecha"),
        ),
        (
            cite(LISTING, "Socialist Revolution editor", kind=ITEM, section=HEADLINE, paragraph=12),
            f"[1] {HEADLINE} (untitled listing, item 12) · undated",
            f"[1] {HEADLINE} (listado sin título, entrada 12; en inglés) · sin fecha",
        ),
        (
            cite(WIKI, "Movimiento", kind=FIELD, label="title", language="es"),
            "[1] Socialist Workers Movement (Mexico), infobox, title (in Spanish) · Wikipedia, CC BY-SA 4.0",
            "[1] Socialist Workers Movement (Mexico), ficha, título · Wikipedia, CC BY-SA 4.0",
        ),
    ],
)
def test_a_line_names_the_place(citation: Citation, english: str, spanish: str) -> None:
    assert _line(citation) == english
    assert _line(citation, "es") == spanish


@pytest.mark.parametrize(
    ("citation", "where"),
    [
        (cite(WIKI, "The MTS", kind=LIST_ITEM, section="History", paragraph=2), "History, item 2"),
        (cite(WIKI, "The MTS", section="History"), "History"),
        (cite(WIKI, "The MTS", label="caption"), "caption"),
        (cite(WIKI, "The MTS", section="History", label="footer"), "History, footer"),
        (cite(WIKI, "The MTS", kind=ROW, section="History"), "History"),
        (cite(WIKI, "The MTS", kind=FIELD, section="History", label="Key"), "History, Key"),
    ],
)
def test_what_is_not_counted_has_no_number(citation: Citation, where: str) -> None:
    assert _line(citation) == f"[1] Socialist Workers Movement (Mexico), {where} · Wikipedia, CC BY-SA 4.0"


def test_the_owner_is_named_once_for_each_document() -> None:
    citations = (
        cite(WIKI, "The MTS", section="History", paragraph=5),
        cite(WIKI, "In 2006", section="History", paragraph=6),
        cite(REPORT, "A spirit", paragraph=1),
    )
    places = Places(citations, library(), wording("en"))
    lines = [places.place(number).text for number in (1, 2, 3)]
    assert ["Wikipedia" in line for line in lines] == [True, False, False]
    assert lines[2].endswith(" · CRIR, undated")


def test_every_item_of_an_undated_listing_is_undated() -> None:
    item = cite(LISTING, "Socialist Revolution editor", kind=ITEM, section=HEADLINE, paragraph=12)
    places = Places((item, item), library(), wording("en"))
    assert [places.place(number).text.endswith(" · undated") for number in (1, 2)] == [True, True]


def test_remarks_follow_the_place() -> None:
    line = _line(cite(REPORT, "A spirit", paragraph=1), "en", "First.", "“They” is the POS")
    assert line.endswith(" · CRIR, undated. First. “They” is the POS.")


def test_a_stated_date_is_shown() -> None:
    dated = cite(REPORT, "A spirit", paragraph=1).model_copy(update={"date": "August 2018"})
    assert _line(dated).endswith(" · CRIR, August 2018")


def test_a_byline_without_acronym_is_shown_whole() -> None:
    document = Document(id="note", file="note.txt", title="A note", byline="Ana Gil", text="Ana Gil wrote this.")
    citation = Citation(
        passage="p",
        document="note",
        title="A note",
        start=8,
        end=13,
        quote="wrote",
        kind=PassageKind.PARAGRAPH,
        paragraph=1,
        byline="Ana Gil",
        language="en",
    )
    line = Places((citation,), Library.of([document]), wording("en")).place(1).text
    assert line == "[1] A note, opening, par. 1 · Ana Gil, undated"


def test_a_document_that_nobody_described_has_no_owner_and_needs_no_date() -> None:
    document = Document(id="note", file="note.txt", title="note", title_stated=False, text="Text.")
    citation = Citation(
        passage="p",
        document="note",
        title="note",
        start=0,
        end=5,
        quote="Text.",
        kind=PassageKind.PARAGRAPH,
        paragraph=1,
        language="en",
    )
    assert Places((citation,), Library.of([document]), wording("en")).place(1).text == "[1] note, opening, par. 1"
