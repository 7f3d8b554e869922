"""Table rows → election results: a table is known as one of elections by its columns, in either language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from knowledge.corpus import Corpus
from knowledge.facts.figures import parse_figure
from knowledge.models import Cell, ElectionResult, Figure, Passage, PassageKind
from knowledge.text.normalise import fold

_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("share", re.compile(r"%|\b(?:share|percent\w*|pct|porcentaje|por ciento|proporcion)\b")),
    ("votes", re.compile(r"\b(?:votes?|votos?|votacion|ballots?|sufragios?|papeletas)\b")),
    ("seats", re.compile(r"\b(?:seats?|escanos?|curul(?:es)?|bancas?|asientos?)\b")),
    ("candidate", re.compile(r"\b(?:candidat\w*|nominees?|postulantes?)\b")),
    ("year", re.compile(r"\b(?:years?|anos?|date|fecha|elections?|eleccion(?:es)?|comicios)\b")),
    (
        "list",
        re.compile(r"\b(?:lists?|listas?|formulas?|part(?:y|ies)|partidos?|tickets?|coalici?on\w*|planillas?)\b"),
    ),
    (
        "contest",
        re.compile(
            r"\b(?:district\w*|distritos?|municip\w*|contests?|constituenc\w*|circunscripcion\w*|office|cargo|race|"
            r"chamber|camara|legislature|legislatura|state|estado|region|borough|alcaldia|city|ciudad)\b"
        ),
    ),
)
"""What a column is by its header, folded; the first that fits."""
_ELECTION = re.compile(r"\b(?:elections?|elector\w*|eleccion(?:es)?|comicios)\b")
_FIGURES = frozenset(("votes", "share", "seats"))
_TELLING = frozenset(("votes", "seats", "candidate"))
_ENOUGH = 2
"""Columns that tell an election, of which a table needs as many."""
_YEAR = re.compile(r"(?<![\w.,])(?:1[0-9]{3}|20[0-9]{2})(?![\w.,])")


def read_results(corpus: Corpus, passages: Sequence[Passage], text: str, entity: str | None) -> list[ElectionResult]:
    """Read the election results of one document's rows; `entity` is the document's subject."""
    tables: dict[tuple[tuple[str, ...], tuple[str, ...]], Mapping[str, int] | None] = {}
    results: list[ElectionResult] = []
    for row in passages:
        if row.kind is not PassageKind.ROW or not row.cells:
            continue
        table = (tuple(cell.header for cell in row.cells), row.headings)
        if table not in tables:
            tables[table] = columns(*table)
        roles = tables[table]
        if roles is not None:
            result = _result(corpus, row, text, roles, entity)
            if result is not None:
                results.append(result)
    return results


def columns(headers: Sequence[str], headings: Sequence[str] = ()) -> Mapping[str, int] | None:
    """Say which column plays which part, or None where headers and headings tell no table of elections.

    A population by year has a share as well: two of votes, seats, candidates, the word election must stand.
    """
    roles: dict[str, int] = {}
    for number, header in enumerate(headers):
        role = _role(header, roles)
        if role is not None:
            roles[role] = number
    folded = fold(" ".join((*headers, *headings)))
    told = len(_TELLING & set(roles)) + bool(_ELECTION.search(folded)) + ("share" in roles and "vot" in folded)
    return roles if told >= _ENOUGH and _FIGURES & set(roles) else None


def _role(header: str, taken: Mapping[str, int]) -> str | None:
    folded = fold(header).replace("ñ", "n")
    return next((role for role, sign in _ROLES if sign.search(folded) and role not in taken), None)


def _result(
    corpus: Corpus, row: Passage, text: str, roles: Mapping[str, int], entity: str | None
) -> ElectionResult | None:
    cells = {role: row.cells[number] for role, number in roles.items()}
    words = {role: text[cell.start : cell.end] for role, cell in cells.items()}
    if not any(words.get(role) for role in _FIGURES):
        return None
    filled = [(cell.start, cell.end) for role, cell in cells.items() if role in _FIGURES and cell.start < cell.end]
    return ElectionResult(
        year=_year(words.get("year", ""), row.headings),
        entity=entity,
        contest=words.get("contest") or _contest(words.get("year", "")),
        list=words.get("list") or None,
        candidate=words.get("candidate") or None,
        votes=_figure(cells.get("votes"), text, percent=False),
        share=_figure(cells.get("share"), text, percent=True),
        seats=_figure(cells.get("seats"), text, percent=False),
        citation=corpus.cite(row.document, row.start, row.end, answer=filled),
    )


def _figure(cell: Cell | None, text: str, *, percent: bool) -> Figure | None:
    """Read a cell as a figure; a blank cell is a figure without text, a missing column none."""
    if cell is None:
        return None
    written = text[cell.start : cell.end]
    span = (cell.start, cell.end) if written else None
    return Figure(text=written, number=parse_figure(written, percent=percent), span=span, base=cell.header)


def _year(cell: str, headings: Sequence[str]) -> int | None:
    """Read the year of a row: its own, else the one year that the innermost heading names."""
    years = _YEAR.findall(cell)
    if not years and headings:
        named = set(_YEAR.findall(headings[-1]))
        years = list(named) if len(named) == 1 else []
    return int(years[0]) if years else None


def _contest(cell: str) -> str | None:
    """Take an election's name as its contest where its column holds more than the year."""
    return cell if cell and _YEAR.sub("", cell).strip(" -–—/,.()0123456789") else None
