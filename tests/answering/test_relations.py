"""The map of a name: its neighbours, each joined by a cited fact; and what lasted."""

from __future__ import annotations

from functools import cache

import pytest

from knowledge.assistant import Assistant
from knowledge.bootstrap import open_assistant
from knowledge.models import Answer, GapKind, NeighbourKind, Outcome


@cache
def library() -> Assistant:
    """Load the library once."""
    return open_assistant()


def _joined(answer: Answer) -> dict[tuple[str, str], str]:
    """List what the name's own facts join: neighbour and attribute, with the value."""
    return {
        (each.relation.name, each.fact.attribute): each.fact.value
        for each in answer.statements
        if each.relation and each.fact and each.relation.outward
    }


def test_a_map_joins_a_name_to_organisations_people_and_events() -> None:
    joined = _joined(library().map("POS"))
    assert joined["LUS", "works_with"] == "LUS"
    assert joined["CRIR", "international"] == "CRIR"
    inward = {
        each.relation.name for each in library().map("POS").statements if each.relation and not each.relation.outward
    }
    assert inward == {
        "MTS",
        "CS-LV",
        "Freedom Socialist Party-U.S.",
        "LUS",
        "CRIR",
        "19th Partido Obrero Socialista (POS) Congress",
    }


def test_a_former_name_is_a_neighbour() -> None:
    answer = library().map("MTS")
    former = [
        each.relation.name
        for each in answer.statements
        if each.relation and each.relation.kind is NeighbourKind.FORMER_NAME
    ]
    assert "League of Workers for Socialism (LTS)" in former


def test_every_edge_is_a_fact_whose_value_its_citation_holds() -> None:
    for name in ("MTS", "POS", "Arturo Campos", "Contracorriente", "CRIR"):
        answer = library().map(name)
        library().check(answer)
        for statement in answer.statements:
            assert statement.fact is not None
            assert statement.relation is not None
            assert any(statement.fact.value in answer.citations[number].quote for number in statement.citations)


def test_neighbours_come_by_kind() -> None:
    kinds = [each.relation.kind for each in library().map("MTS").statements if each.relation]
    order = [NeighbourKind.FORMER_NAME, NeighbourKind.ORGANISATION, NeighbourKind.PERSON, NeighbourKind.EVENT]
    assert kinds == sorted(kinds, key=order.index)


def test_a_name_that_several_bear_offers_them() -> None:
    answer = library().map("Campos")
    assert answer.outcome is Outcome.NOT_FOUND
    assert [each.name for each in answer.candidates] == ["Arturo Campos", "Karen Campos"]


@pytest.mark.parametrize(
    ("name", "kind"), [("Nobody Atall", GapKind.NAME), ("Tomás Holguín", None), ("Chihuahua", GapKind.RELATION)]
)
def test_what_has_no_neighbours_says_so(name: str, kind: GapKind | None) -> None:
    answer = library().map(name)
    assert [gap.kind for gap in answer.missing] == ([kind] if kind else [])


def test_an_empty_name_is_refused() -> None:
    assert [gap.kind for gap in library().map(" ").missing] == [GapKind.INPUT]
    assert [gap.kind for gap in library().periods("").missing] == [GapKind.INPUT]


def test_periods_are_what_lasted_each_once() -> None:
    answer = library().periods("MTS")
    library().check(answer)
    papers = {
        each.fact.value: (each.fact.start, each.fact.end)
        for each in answer.statements
        if each.fact and each.fact.attribute == "newspaper"
    }
    assert papers == {
        "Estrategia Obrera (1997–2014)": ("1997", "2014"),
        "Tribuna Socialista (2014–2015)": ("2014", "2015"),
        "La Izquierda Diario (2015–)": ("2015", None),
    }


def test_a_name_without_periods_has_none() -> None:
    assert library().periods("Arturo Campos").outcome is Outcome.NOT_FOUND
