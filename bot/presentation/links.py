"""Where a reader shows a citation: `/d/<document>?p=<passage>&q=<start>-<end>`, offsets relative to the passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from bot.presentation.parts import Place
from knowledge.models import Answer, Citation

if TYPE_CHECKING:
    from bot.assistant import Assistant


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses of an answer's citations, in order; empty where no reader is served."""

    addresses: Sequence[str] = ()

    def of(self, place: Place) -> str | None:
        """Give the address of a place's first citation."""
        return self.at(place.numbers[0]) if place.numbers else None

    def at(self, number: int) -> str | None:
        """Give the address of citation `number`, counted from 1."""
        return self.addresses[number - 1] if 0 < number <= len(self.addresses) else None


NO_LINKS = Links()


def path(citation: Citation, start: int) -> str:
    """Write the path of a citation whose passage starts at `start`.

    `at`, the offset in the document, is for the day on which the passage is gone: it says what stands nearest.
    """
    span = f"{citation.start - start}-{citation.end - start}"
    return f"/d/{quote(citation.document, safe='')}?p={citation.passage}&q={span}&at={citation.start}"


def starts(assistant: Assistant, citations: Iterable[Citation]) -> tuple[int, ...]:
    """Give for each citation the offset at which its passage starts."""
    passages = ((each, assistant.passage(each.passage)) for each in citations)
    return tuple(passage.start if passage else citation.start for citation, passage in passages)


def link(answer: Answer, starts_of: Iterable[int], address: str | None) -> Links:
    """Link the citations of an answer to the reader at an address, "" for the same site, None for none."""
    if address is None:
        return NO_LINKS
    pairs = zip(answer.citations, starts_of, strict=True)
    return Links(tuple(f"{address}{path(citation, start)}" for citation, start in pairs))


def with_links(answer: Answer, links: Links) -> Answer:
    """Give the answer with its citations' links in it, as JSON carries them."""
    if not links.addresses:
        return answer
    pairs = zip(answer.citations, links.addresses, strict=True)
    linked = tuple(citation.model_copy(update={"link": address}) for citation, address in pairs)
    return answer.model_copy(update={"citations": linked})
