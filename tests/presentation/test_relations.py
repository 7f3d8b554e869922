"""The reply to `map`: what joins, whom, and where it stands."""

from __future__ import annotations

from bot.requests import Command
from tests.journey.surface import show


def test_a_map_lists_neighbours_by_kind_with_their_citations() -> None:
    shown = show(Command.MAP, "POS")
    assert shown.rows[0] == "POS: 7 neighbours in the documents"
    assert shown.field("Former names") == ["Name in 1988, 1988: Zapatist Workers Party [1]"]
    assert "International: CRIR [3]" in shown.field("Organisations")
    assert "MTS, Split from, January 1988: Worker Socialist Party [2]" in shown.field("Organisations")


def test_a_value_that_does_not_name_its_neighbour_says_whom_it_means() -> None:
    assert "Split from, January 1988: Worker Socialist Party (POS) [1]" in "\n".join(show(Command.MAP, "MTS").rows)


def test_what_has_no_neighbours_says_so() -> None:
    assert show(Command.MAP, "Chihuahua").rows[0].startswith("No fact in the documents joins Chihuahua")
    assert show(Command.MAP, "Nobody Atall").rows[0].startswith("Not in the documents. No passage has the name")
    assert show(Command.MAP, "Campos", language="es").rows[0] == "2 nombres corresponden a Campos."
