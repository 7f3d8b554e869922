from __future__ import annotations

import pytest

from knowledge.facts import tables
from tests.facts.corpora import corpus_of, party

SPANISH = """# Elecciones

## Resultados

| Año | Candidata | Votos | Porcentaje | Escaños |
|---|---|---|---|---|
| 2015 | Eva Sol | 10.720 | 0,51 | — |
| 2018 (mayo) | Eva Sol | 1 234 | 6 % | 1 |
"""


@pytest.mark.parametrize(
    "headers",
    [
        ("Election year", "Candidate", "Votes", "%", "Seats"),
        ("Año", "Candidato", "Votos", "Porcentaje", "Escaños"),
        ("Party", "Votes", "% of votes", "Seats"),
        ("Election", "Party", "Votes"),
    ],
)
def test_a_table_of_elections_is_known_by_its_columns(headers: tuple[str, ...]) -> None:
    assert tables.columns(headers) is not None


@pytest.mark.parametrize(
    "headers",
    [("Year", "Population", "%"), ("Year", "Share"), ("Cinema", "Seats"), ("Candidate", "Party"), ()],
)
def test_other_tables_are_none(headers: tuple[str, ...]) -> None:
    assert tables.columns(headers) is None


def test_a_heading_helps_to_tell_an_election() -> None:
    assert tables.columns(("Year", "Seats")) is None
    assert tables.columns(("Year", "Seats"), ("Electoral results",)) is not None


def test_a_row_gives_its_figures_as_written_with_their_numbers() -> None:
    first, second = party().results()
    assert first.votes is not None
    assert first.share is not None
    assert (first.year, first.contest, first.list, first.candidate) == (2016, "Port Hope", "Reds", "Ana Paz")
    assert (first.votes.text, first.votes.number, first.votes.base) == ("10,720", 10720, "Votes")
    assert (first.share.text, first.share.number, first.share.base) == ("0.51", 0.51, "% of votes")
    assert second.votes is not None
    assert second.share is not None
    assert (second.votes.number, second.share.number) == (2863, 1.85)


def test_a_blank_cell_is_a_figure_without_text_and_not_zero() -> None:
    first, second = party().results()
    assert first.seats is not None
    assert second.seats is not None
    assert (first.seats.text, first.seats.number, first.seats.span) == ("", None, None)
    assert (second.seats.text, second.seats.number) == ("2", 2)


def test_the_citation_is_the_row_with_its_figures_marked() -> None:
    first, _ = party().results()
    marked = [first.citation.quote[start:end] for start, end in first.citation.answer]
    assert first.citation.quote.startswith("| 2016 |")
    assert marked == ["10,720", "0.51"]


def test_a_result_is_of_the_documents_subject() -> None:
    store = party()
    assert store.subject("party") == store.results()[0].entity


def test_spanish_figures_are_read_in_a_spanish_table() -> None:
    corpus = corpus_of("es", elecciones=SPANISH)
    [document] = corpus.documents
    first, second = tables.read_results(corpus, corpus.passages_of(document.id), document.text, None)
    assert first.votes is not None
    assert first.seats is not None
    assert second.votes is not None
    assert second.share is not None
    assert (first.year, first.votes.number) == (2015, 10720)
    assert (first.seats.text, first.seats.number) == ("—", None)
    assert (second.year, second.votes.number, second.share.number) == (2018, 1234, 6)
    assert second.contest == "2018 (mayo)"


def test_a_year_may_stand_in_the_heading() -> None:
    text = "# Town\n\n## Election of 1931\n\n| Party | Votes |\n|---|---|\n| Reds | 12 |\n| Blues | |\n"
    corpus = corpus_of(town=text)
    [result] = tables.read_results(corpus, corpus.passages_of("town"), text, None)
    assert (result.year, result.list) == (1931, "Reds")


def test_a_table_without_figures_is_left_alone() -> None:
    text = "# Town\n\n| Year | Weather |\n|---|---|\n| 1931 | rain |\n"
    corpus = corpus_of(town=text)
    assert tables.read_results(corpus, corpus.passages_of("town"), text, None) == []
