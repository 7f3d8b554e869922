"""Citation lines: title, section, paragraph, and whose words they are, said once for each document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.presentation.parts import Place
from bot.presentation.wording import Wording
from knowledge.models import Citation, Document, PassageKind

PRESS = frozenset({"listing", "report", "press"})
"""Kinds of document of whose date a reader must hear, or that there is none."""
_UNTITLED = "untitled listing"
"""A library's description of a listing that has no title; other titles are shown as they are."""
_PARTS = frozenset({"title", "byline", "caption", "footer"})


@dataclass(frozen=True)
class Library:
    """What the presentation knows of a corpus: its documents by id, and the years that have results."""

    documents: Mapping[str, Document]
    years: tuple[int, ...] = ()
    _bylines: dict[str, str] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, documents: Iterable[Document], years: Iterable[int] = ()) -> Library:
        """Make it of documents and the years that have election results."""
        return cls({document.id: document for document in documents}, tuple(sorted(years)))

    def speaker(self, citation: Citation) -> str | None:
        """Name who speaks: the publisher, else the byline by its acronym where the document gives one."""
        if citation.publisher or not citation.byline:
            return citation.publisher
        return self.shortened(citation.document, citation.byline)

    def shortened(self, document: str, byline: str) -> str:
        """Give a byline by its acronym where its document gives one."""
        if document not in self._bylines:
            self._bylines[document] = self._shorten(document, byline)
        return self._bylines[document]

    def is_undated(self, citation: Citation) -> bool:
        """Tell whether a reader must hear that the text has no date: press without one."""
        document = self.documents.get(citation.document)
        press = bool(citation.byline) or (document is not None and document.kind in PRESS)
        return press and not citation.date

    def is_untitled(self, citation: Citation) -> bool:
        """Tell whether the title is our description, to be said in the reply's language."""
        document = self.documents.get(citation.document)
        described = citation.title.casefold() == _UNTITLED
        return described and document is not None and not document.title_stated

    def _shorten(self, document: str, byline: str) -> str:
        known = self.documents.get(document)
        found = re.search(re.escape(byline) + r" \(([^()\s]{2,12})\)", known.text) if known else None
        return found[1] if found else byline


class Places:
    """Write the citation lines of one reply; attribution comes with the first line of each document."""

    def __init__(self, citations: tuple[Citation, ...], library: Library, say: Wording) -> None:
        self._citations = citations
        self._library = library
        self._say = say
        self._said: set[str] = set()
        self._named: set[str] = set()

    def place(self, number: int, *remarks: str, attributed: bool = True) -> Place:
        """Write the line of citation `number` (from 1), with remarks on it.

        A remark that begins in lower case goes on with the place; others are sentences after it.
        """
        citation = self._citations[number - 1]
        item = citation.kind is PassageKind.ITEM and citation.section is not None
        title, rest = self._item(citation) if item else self._passage(citation)
        owner = self._attribution(citation) if attributed else ""
        if item and not owner and self._library.is_undated(citation):
            owner = self._say("place-undated")
        clauses = "".join(f", {remark}" for remark in remarks if remark[:1].islower())
        sentences = [remark.rstrip(".") for remark in remarks if not remark[:1].islower()]
        ending = "".join(f". {remark}" for remark in sentences) + ("." if sentences else "")
        return Place((number,), title, rest + clauses + (f" · {owner}" if owner else "") + ending)

    def start_anew(self) -> None:
        """Name the owners once more: what follows is read apart from what came before."""
        self._said.clear()

    def rows(self, numbers: Sequence[int]) -> Place:
        """Write one line for rows of one table: `[1] [2] Title, Section, rows 2016 and 2018`."""
        first, *others = (self.place(number) for number in numbers)
        if not others:
            return first
        labels = [self._citations[number - 1].label or "" for number in numbers]
        one, all_ = self._say("place-row", label=labels[0]), self._say.all_of(labels)
        return Place(tuple(numbers), first.title, first.rest.replace(one, self._say("place-rows", labels=all_), 1))

    def attributions(self, *, all_said: bool) -> list[str]:
        """Name the owners of the cited documents, those already named only if `all_said`."""
        first = {citation.document: citation for citation in reversed(self._citations)}
        cited = [first[key] for key in dict.fromkeys(citation.document for citation in self._citations)]
        named = [citation for citation in cited if self._library.speaker(citation) or citation.licence]
        owners = (self.owner(citation) for citation in named if all_said or citation.document not in self._named)
        return list(dict.fromkeys(owner for owner in owners if owner))

    def title(self, citation: Citation) -> str:
        """Name the document of a citation; what is our description of it, in the language of the reply."""
        return self._say("place-untitled-listing") if self._library.is_untitled(citation) else citation.title

    def owner(self, citation: Citation) -> str:
        """Say whose words a citation holds: publisher or byline, licence, date."""
        undated = self._say("place-undated") if self._library.is_undated(citation) else None
        parts = (self._library.speaker(citation), citation.licence, citation.date or undated)
        return ", ".join(part for part in parts if part)

    def _attribution(self, citation: Citation) -> str:
        if citation.document in self._said:
            return ""
        self._said.add(citation.document)
        self._named.add(citation.document)
        return self.owner(citation)

    def _item(self, citation: Citation) -> tuple[str, str]:
        listing = self.title(citation)
        number = self._say("place-item", number=str(citation.paragraph)) if citation.paragraph else None
        inside = ", ".join(part for part in (listing, number) if part)
        foreign = self._foreign(citation)
        return citation.section or "", f" ({inside}{f'; {foreign}' if foreign else ''})"

    def _passage(self, citation: Citation) -> tuple[str, str]:
        title = self.title(citation)
        where = ", ".join(part for part in self._parts(citation) if part)
        foreign = self._foreign(citation)
        return title, (f", {where}" if where else "") + (f" ({foreign})" if foreign else "")

    def _parts(self, citation: Citation) -> tuple[str | None, str | None]:
        section, label = citation.section, citation.label
        if citation.kind is PassageKind.FIELD and label and section is None:
            known = self._say("place-part", label=label) if label in _PARTS else label
            return self._say("place-field", label=known), None
        if citation.kind is PassageKind.ROW:
            return section, self._say("place-row", label=label) if label else None
        if citation.kind is PassageKind.FIELD:
            return section, label
        start = section or self._say("place-opening")
        if label in _PARTS:
            return section, self._say("place-part", label=label or "")
        kind = "place-item" if citation.kind is not PassageKind.PARAGRAPH else "place-paragraph"
        return start, self._say(kind, number=str(citation.paragraph)) if citation.paragraph else None

    def _foreign(self, citation: Citation) -> str | None:
        if citation.language == self._say.language:
            return None
        return self._say("place-in-language", language=citation.language)
