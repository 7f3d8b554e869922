"""Answers of `elections`, as the assistant would give them."""

from __future__ import annotations

from knowledge.models import (
    Answer,
    Citation,
    Gap,
    GapKind,
    Language,
    Note,
    NoteKind,
    Outcome,
    PassageKind,
    StatedResult,
    Statement,
    StatementKind,
)
from tests.presentation.making import WIKI, answered, cite, nothing, said

ROW_2016 = (
    "| 2016 | | Constituent Assembly of Mexico City | Formula 5 – Anticapitalists to the "
    "Constituent Assembly "
    "| Sergio Abraham Méndez Moissen | 10,720 | 0.51 | |"
)
ROW_2018 = (
    "| 2018 | | 32nd Local District – Coyoacán | Anticapitalistas al Congreso de la Ciudad de México "
    "| Juana Mirna Sulem Estrada Saldaña | 2,863 | 1.85 | |"
)
PHRASE_2016 = "about 11 thousand votes (6% of the people voting for independent in the electoral roll)"


RESULT_2016 = StatedResult(
    year=2016,
    contest="Constituent Assembly of Mexico City",
    list="Formula 5 – Anticapitalists to the Constituent Assembly",
    candidate="Sergio Abraham Méndez Moissen",
    votes="10,720",
    share="0.51",
    seats="",
    base="% of votes obtained",
)
PROSE_2016 = StatedResult(
    year=2016,
    votes="about 11 thousand votes",
    share="6%",
    base="the people voting for independent in the electoral roll",
    candidate="Sergio Moissen and Sulem Estrada",
    phrase=PHRASE_2016,
)
RESULT_2018 = StatedResult(
    year=2018,
    contest="32nd Local District – Coyoacán",
    list="Anticapitalistas al Congreso de la Ciudad de México",
    candidate="Juana Mirna Sulem Estrada Saldaña",
    votes="2,863",
    share="1.85",
    seats="",
    base="% of votes obtained",
)


def result(
    number: int, figures: StatedResult, kind: StatementKind = StatementKind.FACT, group: int | None = None
) -> Statement:
    """State figures."""
    return Statement(text="…", kind=kind, group=group, citations=(number,), result=figures)


def _rows() -> tuple[Citation, Citation, Citation, Citation]:
    rows = [
        cite(WIKI, row, kind=PassageKind.ROW, section="Electoral results", label=row[2:6])
        for row in (ROW_2016, ROW_2018)
    ]
    article = [
        cite(
            WIKI,
            "Released as the Anti-capitalist 5th Formula and headed by professors Sergio Moissen and Sulem "
            f"Estrada, they obtained {PHRASE_2016}, being the first socialist candidacy in the country after "
            "decades of proscription to the anti-capitalist left.",
            section="History",
            paragraph=13,
        ),
        cite(
            WIKI,
            "They did so again in 2018 contending for the 32nd District in the Coyoacán borough, "
            "obtaining 2,863 "
            "votes.",
            "2,863 votes",
            section="History",
            paragraph=13,
        ),
    ]
    return rows[0], article[0], rows[1], article[1]


def elections_2016(language: Language = "en") -> Answer:
    """Answer `elections 2016` (number 7)."""
    row, article, *_ = _rows()
    statements = (
        result(0, RESULT_2016, StatementKind.DIFFER, 0),
        result(1, PROSE_2016, StatementKind.DIFFER, 0),
    )
    notes = (Note(kind=NoteKind.DIFFERENT_BASES), Note(kind=NoteKind.BLANK_CELL, citation=0))
    return answered((row, article), statements, language=language, lead="2016: 10,720 votes", notes=notes)


def elections_2018() -> Answer:
    """Answer `elections 2018` (number 8)."""
    *_, row, article = _rows()
    prose = StatedResult(year=2018, votes="2,863 votes", phrase="2,863 votes")
    statements = (
        result(0, RESULT_2018, StatementKind.AGREE, 0),
        result(1, prose, StatementKind.AGREE, 0),
    )
    return answered((row, article), statements, lead="2018: 2,863 votes")


def elections_all() -> Answer:
    """Answer `elections` (number 6)."""
    spoken = cite(
        WIKI,
        "In 2006, they took a leading part in the struggle in Oaxaca, organizing solidarity "
        "with the APPO and the "
        "fight against electoral fraud.",
        section="History",
        paragraph=6,
    )
    statements = (
        result(0, RESULT_2016, StatementKind.DIFFER, 0),
        result(1, PROSE_2016, StatementKind.DIFFER, 0),
        result(2, RESULT_2018, StatementKind.AGREE, 1),
        result(3, StatedResult(year=2018, votes="2,863 votes", phrase="2,863 votes"), StatementKind.AGREE, 1),
        result(4, StatedResult(year=2006, about="electoral fraud"), StatementKind.RELATED),
        result(4, StatedResult(year=None, about="nobody's"), StatementKind.RELATED),
    )
    notes = (Note(kind=NoteKind.DIFFERENT_CONTESTS), Note(kind=NoteKind.BLANK_CELL, citation=0))
    return answered((*_rows(), spoken), statements, lead="2016: 10,720 votes", notes=notes)


def elections_2006() -> Answer:
    """Answer `elections 2006` (number 9)."""
    spoken = elections_all().citations[4]
    return nothing(
        "2006",
        "en",
        Gap(kind=GapKind.YEAR, value="2006"),
        outcome=Outcome.RELATED,
        statements=(said(spoken, 0, kind=StatementKind.RELATED),),
        citations=(spoken,),
        suggestions=("2016", "2018"),
    )
