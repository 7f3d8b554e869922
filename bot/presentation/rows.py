"""The header row over a row of a table, as its document has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.presentation.parts import Place, Quote, Reply, quoted
from bot.presentation.places import Library
from bot.presentation.wording import wording
from knowledge.models import Answer, Document, Language, Passage

Find = Callable[[str], Passage | None]
"""Gives a passage by its id."""


def header_row(document: Document, passage: Passage) -> str | None:
    """Give the line that heads the columns of a row, verbatim; None where nothing does."""
    starts = [cell.header_span[0] for cell in passage.cells if cell.header]
    if not starts:
        return None
    text = document.text
    start = text.rfind("\n", 0, starts[0]) + 1
    end = text.find("\n", starts[0])
    return text[start : end if end >= 0 else len(text)].rstrip("\r")


def say_header(passage: Passage | None, library: Library, language: Language) -> str | None:
    """Say what heads the columns of a passage, in quotation marks; None where it is no row under a header."""
    document = library.documents.get(passage.document) if passage else None
    header = header_row(document, passage) if passage and document else None
    return wording(language)("place-header", quote=quoted(header)) if header else None


def under_headers(reply: Reply, answer: Answer, find: Find, library: Library) -> Reply:
    """Put the rows among the sources of a reply under their header rows, each said once for rows that follow."""
    above: str | None = None
    sources: list[Quote | Place] = []
    for part in reply.sources:
        header = None
        if isinstance(part, Quote):
            cited = answer.citations[part.place.numbers[0] - 1]
            header = say_header(find(cited.passage), library, reply.language)
            sources.append(replace(part, header=None if header == above else header))
        else:
            sources.append(part)
        above = header
    return replace(reply, sources=tuple(sources))
