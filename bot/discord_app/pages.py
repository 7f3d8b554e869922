"""The pages behind the buttons: a passage among its neighbours, its plain text with a reference, a document whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.desk import Seat
from bot.discord_app.buttons import Button, button, row
from bot.discord_app.ids import Action, Spot, document_key
from bot.discord_app.limits import CONTENT, cut, length
from bot.discord_app.markdown import block_quote, emphasise, escape, small
from bot.presentation.parts import Quote, opened
from bot.presentation.places import Library, Places
from bot.presentation.rows import say_header
from bot.presentation.wording import Wording
from knowledge.models import Citation, Document, Passage, PassageKind, Span

_ROOM = 1_500
"""Characters for a passage's own words, beside its heading and small print."""
_FENCE = "```"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its content, its buttons, and a file where the page would be too long."""

    content: str
    buttons: tuple[Button, ...] = ()
    file: tuple[str, bytes] | None = None


def open_passage(seat: Seat, spot: Spot, say: Wording) -> Leaf | None:
    """Show a passage among its neighbours; None where it is gone."""
    passage = seat.assistant.passage(spot.passage)
    document = _document(seat, passage)
    if passage is None or document is None:
        return None
    text = document.text[passage.start : passage.end]
    fitting = [(start, end) for start, end in spot.spans if start < end <= len(text)]
    shown = block_quote(emphasise(text, fitting))
    notes = [_where(seat, passage, document, say)]
    most = _ROOM
    while length(shown) > _ROOM:
        start_of_it = cut(text, most)
        shown = block_quote(emphasise(start_of_it, [(start, min(end, len(start_of_it))) for start, end in fitting]))
        most = most * 4 // 5
        notes[1:] = [say("page-cut")]
    citation = seat.assistant.cite(passage)
    title, rest = _title(seat.library, citation, say)
    head = f"**{escape(opened(title))}**{escape(rest, opens_line=False)}"
    header = say_header(passage, seat.library, say.language)
    above = [small(escape(header, opens_line=False))] if header else []
    ending = [small(escape(note, opens_line=False)) for note in (*notes, say("only-you"))]
    return Leaf("\n".join((head, *above, shown, *ending)), _turning(seat, passage, document, spot.quote, say))


def open_document(seat: Seat, key: str, say: Wording) -> Leaf | None:
    """Show the first passage of a document."""
    found = next((each for each in seat.assistant.sources() if document_key(each.id) == key), None)
    opening = seat.assistant.opening(found.id) if found else None
    return open_passage(seat, Spot(opening.id), say) if opening else None


def copy_passage(seat: Seat, spot: Spot, say: Wording) -> Leaf | None:
    """Give a passage, or a span of it, with its reference, to be copied as it is: no bold, no escapes."""
    passage = seat.assistant.passage(spot.passage)
    document = _document(seat, passage)
    if passage is None or document is None:
        return None
    start, end = spot.quote or (0, passage.end - passage.start)
    quote = document.text[passage.start : passage.end][start:end]
    citation = seat.assistant.cite(passage)
    place = Places((citation,), seat.library, say).place(1)
    text = f"“{quote}”\n{place.title}{place.rest}"
    if _FENCE in text or length(text) > CONTENT - 20:
        return Leaf(say("copy-as-file"), file=(f"{document.id[:60]}.txt", text.encode()))
    return Leaf(f"{_FENCE}\n{text}\n{_FENCE}")


def whole_document(seat: Seat, key: str, say: Wording) -> Leaf | None:
    """Give a document as a file, byte for byte."""
    found = next((each for each in seat.assistant.sources() if document_key(each.id) == key), None)
    if found is None:
        return None
    name = f"{found.id[:60]}.txt"
    return Leaf(say("whole-text", title=escape(found.title, opens_line=False)), file=(name, found.text.encode()))


def quote_passages(seat: Seat, passages: Sequence[str], say: Wording) -> list[Quote] | None:
    """Quote passages whole; None where one is gone."""
    citations = []
    for passage_id in passages:
        passage = seat.assistant.passage(passage_id)
        document = _document(seat, passage)
        if passage is None or document is None:
            return None
        citations.append(seat.assistant.cite(passage))
    places = Places(tuple(citations), seat.library, say)
    return [
        Quote(
            each.quote,
            places.place(number),
            header=say_header(seat.assistant.passage(each.passage), seat.library, say.language),
        )
        for number, each in enumerate(citations, start=1)
    ]


def _document(seat: Seat, passage: Passage | None) -> Document | None:
    return seat.library.documents.get(passage.document) if passage else None


def _title(library: Library, citation: Citation, say: Wording) -> tuple[str, str]:
    place = Places((citation,), library, say).place(1, attributed=False)
    if citation.kind is PassageKind.PARAGRAPH:
        section = citation.section or say("place-opening")
        return place.title, f", {section}"
    if citation.kind is PassageKind.ITEM and citation.section and citation.quote.startswith(citation.section):
        # An item begins with its headline, which need not stand twice.
        listing = Places((citation,), library, say).title(citation)
        return listing, f", {say('place-item', number=str(citation.paragraph))}" if citation.paragraph else ""
    return place.title, place.rest


def _where(seat: Seat, passage: Passage, document: Document, say: Wording) -> str:
    """Say which paragraph of how many it is, whose words they are, and which document of how many."""
    parts = []
    if passage.paragraph and passage.kind is PassageKind.PARAGRAPH:
        count = _paragraphs(seat, passage)
        parts.append(say("page-of", number=str(passage.paragraph), count=str(count)))
    owner = Places((), seat.library, say).owner(seat.assistant.cite(passage))
    numbers = list(seat.library.documents)
    which = say("page-document", number=str(numbers.index(document.id) + 1), count=str(len(numbers)))
    return " · ".join(part for part in (*parts, owner, which) if part)


def _paragraphs(seat: Seat, passage: Passage) -> int:
    """Count the paragraphs of a passage's section by walking to its end."""
    last = passage
    while (following := seat.assistant.neighbours(last.id)[1]) is not None:
        if following.headings != passage.headings or following.paragraph <= last.paragraph:
            break
        last = following
    return last.paragraph


def _turning(seat: Seat, passage: Passage, document: Document, quote: Span | None, say: Wording) -> tuple[Button, ...]:
    """Offer the passages around, the quote that brought here (else the whole passage) to copy, and the document."""
    before, after = seat.assistant.neighbours(passage.id)
    copied = f"{passage.id}/{quote[0]}-{quote[1]}" if quote else passage.id
    return row(
        button(_neighbour(passage, before, "button-back", say), Action.TURN, before.id) if before else None,
        button(_neighbour(passage, after, "button-next", say), Action.TURN, after.id) if after else None,
        button(say("button-copy"), Action.COPY, copied),
        button(say("button-whole"), Action.WHOLE, document_key(document.id)),
    )


def _neighbour(passage: Passage, other: Passage, otherwise: str, say: Wording) -> str:
    counted = passage.kind is PassageKind.PARAGRAPH and other.kind is passage.kind
    if counted and other.headings == passage.headings and other.paragraph:
        return say("button-paragraph", number=str(other.paragraph))
    return say(otherwise)
