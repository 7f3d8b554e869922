"""What the source does not say, said of each citation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering.quoting import BREAKS_OFF
from knowledge.corpus import Corpus
from knowledge.facts.infobox import text_lost
from knowledge.facts.store import FactStore
from knowledge.models import Citation, Language, Note, NoteKind, PassageKind, RemarkKind

_YEAR = re.compile(r"(?<![\w.,])(?:1[0-9]{3}|20[0-9]{2})(?!\w)")
_DAY = re.compile(
    r"\b(?:\d{1,2}\s(?:de\s)?)?(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b"
    r"(?:\s\d{1,2}\b)?|\b\d{1,2}[A-Z]\b"
)
_RELATIVE = re.compile(
    r"\b(?:last|this|next) (?:week|month|year)\b|\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b\d+ years ago\b|"
    r"\bla semana pasada\b|\bel (?:mes|año) pasado\b|\bhace \d+ años\b",
    re.IGNORECASE,
)


def on_citations(
    corpus: Corpus, facts: FactStore, citations: Sequence[Citation], language: Language, *, dated: bool
) -> tuple[Note, ...]:
    """Say what each citation's source leaves out, and what curators wrote of its span.

    `dated` asks for missing years too, which a card of many quotes would only repeat.
    """
    notes: list[Note] = []
    for number, citation in enumerate(citations):
        curated = [
            remark.text.within(language)
            for remark in facts.remarks_on(citation.document, citation.start, citation.end)
            if remark.kind is RemarkKind.NOTE
        ]
        if citation.kind is PassageKind.FIELD and text_lost(citation.quote):
            # What curators say of such a field is what is lost in it.
            notes.append(Note(kind=NoteKind.TEXT_LOST, citation=number, text=" ".join(curated) or None))
            continue
        if citation.quote.endswith(BREAKS_OFF):
            notes.append(Note(kind=NoteKind.TEXT_BREAKS_OFF, citation=number))
        notes += [Note(kind=NoteKind.CURATED, citation=number, text=text) for text in curated]
    if dated:
        notes += _dates(corpus, citations)
    return tuple(notes)


def _dates(corpus: Corpus, citations: Sequence[Citation]) -> list[Note]:
    """Note a date without a year, or one that counts from a date the document does not give."""
    for citation in citations[:1]:
        document = corpus.document(citation.document)
        if document is None or document.date or citation.kind in (PassageKind.FIELD, PassageKind.ROW):
            continue
        headline = citation.section or "" if citation.kind is PassageKind.ITEM else ""
        text = f"{headline}\n{citation.quote}"
        if _RELATIVE.search(citation.quote):
            return [Note(kind=NoteKind.RELATIVE_DATE, citation=0)]
        if not _YEAR.search(text) and _DAY.search(text):
            return [Note(kind=NoteKind.NO_YEAR)]
    return []
