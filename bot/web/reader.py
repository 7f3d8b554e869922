"""The reader: a document as a well-set page, the cited span marked by the server, so that no script is needed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from aiohttp import web

from bot.desk import Seat
from bot.presentation.links import Links, path
from bot.presentation.parts import Field
from bot.presentation.places import Places
from bot.presentation.reference import bibtex, markdown, plain
from bot.presentation.shelf import compose_sources
from bot.presentation.wording import Wording, wording
from bot.web.folio import Folio, fold
from bot.web.pages import language_of, query
from bot.web.site import site_of
from knowledge.models import Citation, Document, Language, Passage, Span

DOCUMENTS_ON_A_PAGE = 100
MOST_IN_COMPANY = 60
"""Citations of one answer that an address carries along."""
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")
_COMPANION = re.compile(r"([\w-]{1,40})\.(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a link asks for."""

    document: str
    passage: str | None = None
    span: Span | None = None
    at: int | None = None
    page: int = 0
    companions: tuple[tuple[str, Span], ...] = ()
    """All citations of the same answer: passages and spans."""
    number: int = 0
    """Which of them this one is, counted from 1."""


@dataclass(frozen=True, slots=True)
class Copies:
    """The quote with its reference in three forms."""

    plain: str
    markdown: str
    bibtex: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A document opened at a place."""

    document: Document
    about: Field
    folio: Folio
    aimed: str | None = None
    """The passage that the page scrolls to."""
    gone: bool = False
    """Whether the text that the link led to stands in the document no more."""
    place: str | None = None
    copies: Copies | None = None
    before: str | None = None
    after: str | None = None


async def show_document(request: web.Request) -> web.StreamResponse:
    """Answer with a document, its cited span marked."""
    wanted = _read(request)
    language = language_of(request)
    site = site_of(request)
    address = site.public_url or f"{request.scheme}://{request.host}"
    opened = await site.desk.work(lambda seat: _open(seat, wanted, language, address))
    if isinstance(opened, str):
        raise web.HTTPFound(opened)
    if opened is None:
        raise web.HTTPNotFound
    turning = [query({"page": number, "lang": request.query.get("lang")}) for number in range(opened.folio.pages)]
    return site.pages.page(
        request,
        "reader.html",
        status=410 if opened.gone else 200,
        opened=opened,
        wanted=wanted,
        turning=turning,
    )


async def show_library(request: web.Request) -> web.StreamResponse:
    """Answer with the list of documents."""
    language = language_of(request)
    site = site_of(request)
    count = len(site.desk.seat().library.documents)
    pages = max(1, -(-count // DOCUMENTS_ON_A_PAGE))
    page = min(_whole(request.query.get("page")) or 0, pages - 1)
    first = page * DOCUMENTS_ON_A_PAGE

    def look(seat: Seat) -> list[tuple[str, Field]]:
        documents = seat.assistant.sources()[first : first + DOCUMENTS_ON_A_PAGE]
        fields = compose_sources(documents, language).fields
        return [(quote(each.id, safe=""), field) for each, field in zip(documents, fields, strict=True)]

    shelf = await site.desk.work(look)
    turning = [query({"page": number, "lang": request.query.get("lang")}) for number in range(pages)]
    return site.pages.page(request, "library.html", shelf=shelf, first=first + 1, turning=turning, page=page)


def in_company(citations: Sequence[Citation], starts: Sequence[int], language: Language) -> Links:
    """Link the citations of one answer, so that the reader can turn from each to the next in a language."""
    pairs = list(zip(citations, starts, strict=True))
    among = "~".join(
        f"{each.passage}.{each.start - start}-{each.end - start}" for each, start in pairs[:MOST_IN_COMPANY]
    )
    addresses = []
    for number, (each, start) in enumerate(pairs, start=1):
        company = f"&among={among}&n={number}" if len(pairs) > 1 and number <= MOST_IN_COMPANY else ""
        addresses.append(f"{path(each, start)}{company}&lang={language}#cited")
    return Links(tuple(addresses))


def _read(request: web.Request) -> Wanted:
    given = request.query
    span = _SPAN.fullmatch(given.get("q", ""))
    found = [_COMPANION.fullmatch(each) for each in given.get("among", "").split("~")[:MOST_IN_COMPANY]]
    companions = tuple((each[1], (int(each[2]), int(each[3]))) for each in found if each)
    return Wanted(
        document=request.match_info["document"],
        passage=given.get("p"),
        span=(int(span[1]), int(span[2])) if span else None,
        at=_whole(given.get("at")),
        page=_whole(given.get("page")) or 0,
        companions=companions,
        number=_whole(given.get("n")) or 0,
    )


def _open(seat: Seat, wanted: Wanted, language: Language, address: str) -> Opened | str | None:
    """Open a document at the place wanted; give another address where the passage is in another document."""
    say = wording(language)
    passage = seat.assistant.passage(wanted.passage) if wanted.passage else None
    if passage is not None and passage.document != wanted.document:
        return path(seat.assistant.cite(passage), passage.start)
    document = seat.library.documents.get(wanted.document)
    if document is None:
        return None
    passages = seat.assistant.passages(document.id)
    about = compose_sources((document,), language).fields[0]
    if passage is None:
        gone = wanted.passage is not None
        nearest = _nearest(passages, wanted.at or 0) if gone else None
        aim = (nearest.start, nearest.start) if nearest else None
        folio = fold(document, passages, mark=aim, page=wanted.page)
        return Opened(document, about, folio, aimed=nearest.id if nearest else None, gone=gone)
    citation = seat.assistant.cite(passage, _fitting(wanted.span, passage))
    before, after = _turning(seat, wanted, language)
    return Opened(
        document,
        about,
        fold(document, passages, mark=(citation.start, citation.end)),
        aimed=passage.id,
        place=Places((citation,), seat.library, say).place(1).text.partition(" ")[2],
        copies=_copies(citation, seat, say, f"{address}{path(citation, passage.start)}"),
        before=before,
        after=after,
    )


def _copies(citation: Citation, seat: Seat, say: Wording, address: str) -> Copies:
    return Copies(
        plain(citation, seat.library, say),
        markdown(citation, seat.library, say, address),
        bibtex(citation, seat.library, say, address),
    )


def _fitting(span: Span | None, passage: Passage) -> Span | None:
    """Keep a span that lies in its passage; any other stands for all of it."""
    length = passage.end - passage.start
    return span if span and span[0] < span[1] <= length else None


def _nearest(passages: Sequence[Passage], offset: int) -> Passage | None:
    """Find what stands where a passage stood that is gone."""
    found = [each for each in passages if each.retrieved]
    before = [each for each in found if each.start <= offset]
    return before[-1] if before else next(iter(found), None)


def _turning(seat: Seat, wanted: Wanted, language: Language) -> tuple[str | None, str | None]:
    """Give the addresses of the citations before and after this one in the same answer."""
    kept = [
        (seat.assistant.cite(passage, _fitting(span, passage)), passage.start)
        for passage_id, span in wanted.companions
        if (passage := seat.assistant.passage(passage_id))
    ]
    if not 0 < wanted.number <= len(kept) or len(kept) != len(wanted.companions):
        return None, None
    links = in_company([each for each, _ in kept], [start for _, start in kept], language)
    return links.at(wanted.number - 1), links.at(wanted.number + 1)


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 10 else None
