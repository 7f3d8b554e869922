"""The answer that is being composed, with the means to number, place and quote its citations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.presentation.notes import remarks
from bot.presentation.parts import Place, Quote, Reply
from bot.presentation.places import Library, Places
from bot.presentation.wording import Wording
from knowledge.models import Answer, Citation, Outcome, Statement
from knowledge.text.sentences import split

_YEAR = re.compile(r"[12]\d{3}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
MOST_FIELDS = 10
"""Fields of a card; the ones that people ask for first come first."""


@dataclass(frozen=True)
class Page:
    """An answer, the words of its language, and the citation lines written so far."""

    answer: Answer
    library: Library
    say: Wording
    places: Places

    @classmethod
    def of(cls, answer: Answer, library: Library, say: Wording) -> Page:
        """Open a page for an answer."""
        return cls(answer, library, say, Places(answer.citations, library, say))

    def citation(self, number: int) -> Citation:
        """Give citation `number`, counted from 1."""
        return self.answer.citations[number - 1]

    def place(self, number: int, *, attributed: bool = True) -> Place:
        """Write the line of a citation with what is to be said of it."""
        return self.places.place(number, *remarks(self.answer, number, self.say), attributed=attributed)

    def leading(self, place: Place, following: Place) -> Place:
        """Say at the end of a place how many sentences of its passage lie between it and the next quote."""
        before, after = self.citation(place.numbers[0]), self.citation(following.numbers[0])
        document = self.library.documents.get(before.document)
        if document is None or before.passage != after.passage or after.start < before.end:
            return place
        skipped = len(split(document.text[before.end : after.start]))
        further = self.say("place-further", count=skipped)
        return replace(place, rest=f"{place.rest}; {further}")

    def quote(self, number: int, introduction: str | None = None, *, attributed: bool = True) -> Quote:
        """Quote a citation whole; only an answer has words in bold."""
        citation = self.citation(number)
        answered = self.answer.outcome is Outcome.ANSWERED
        speaker = self.say("speaker", speaker=introduction.rstrip(":")) if introduction else None
        place = self.place(number, attributed=attributed)
        return Quote(citation.quote, place, citation.answer if answered else (), speaker)

    def quote_all(self, statements: Iterable[Statement], quoted: set[int]) -> list[Quote]:
        """Quote what statements cite, each citation once; `quoted` is added to."""
        quotes: list[Quote] = []
        for statement in statements:
            fresh = [number for number in numbers(statement) if number not in quoted]
            quoted.update(fresh)
            quotes += [self.quote(each, statement.speaker if not at else None) for at, each in enumerate(fresh)]
        return quotes

    def sources(self, quoted: Iterable[int], *, attributed: bool = False) -> tuple[Quote, ...]:
        """List the citations not quoted above with their quotes; the footer says whose words they are."""
        rest = [number for number in range(1, len(self.answer.citations) + 1) if number not in set(quoted)]
        return tuple(self.quote(number, attributed=attributed) for number in rest)

    def footer(self) -> str | None:
        """Count the citations and name the owners of their words."""
        cited = {citation.document for citation in self.answer.citations}
        if not cited:
            return None
        count = self.say("card-footer", citations=len(self.answer.citations), documents=len(cited))
        owners = self.places.attributions(all_said=len(cited) == 1)
        return " · ".join((count, *owners))

    def heading(self) -> str | None:
        """Name whose card it is, a former name with its years."""
        subject = self.answer.subject
        if subject is None:
            return None
        years = [found[0] for each in (subject.start, subject.end) if each and (found := _YEAR.search(each))]
        if len(years) < 2:
            return subject.name
        if years[0] == years[1]:
            return self.say("timeline-point", name=subject.name, first=years[0])
        return self.say("timeline-span", name=subject.name, first=years[0], last=years[1])

    def empty(self) -> Reply:
        """Start a reply in the answer's language."""
        return Reply(self.answer.language)


def numbers(statement: Statement) -> tuple[int, ...]:
    """Give the citation numbers of a statement, counted from 1."""
    return tuple(dict.fromkeys(citation + 1 for citation in statement.citations))


def clause(page: Page, statement: Statement) -> str | None:
    """Give the words of a statement that may stand in quotation marks: verbatim within what it cites."""
    quotes = [page.citation(number).quote for number in numbers(statement)]
    return statement.text if any(statement.text in quote for quote in quotes) else None


def date_words(date: str | None, say: Wording) -> str | None:
    """Say a date: `2014-05` in words, what the source itself says as it stands."""
    found = _MONTH.fullmatch(date) if date else None
    return say("date-month", year=found[1], month=int(found[2])) if found else date


def years_of(statements: Sequence[Statement]) -> list[str]:
    """List the years of results, each once, in order."""
    years = {each.result.year for each in statements if each.result and each.result.year is not None}
    return [str(year) for year in sorted(years)]
