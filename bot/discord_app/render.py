"""A Reply as one Discord message: content first and never empty, one embed on cards only, all limits kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.discord_app.layout import write_part, write_quote, write_small
from bot.discord_app.limits import (
    CONTENT,
    EMBED,
    EMBED_FOOTER,
    EMBED_TITLE,
    FIELD_NAME,
    FIELD_VALUE,
    cut,
    label,
    length,
    total,
)
from bot.discord_app.markdown import escape, small
from bot.presentation.links import NO_LINKS, Links
from bot.presentation.page import MOST_FIELDS
from bot.presentation.parts import Field, Part, Quote, Reply
from bot.presentation.wording import Wording, wording

_RESERVED = 200
"""Characters kept free for saying that something was left out."""
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Card:
    """An embed before it is one: title, fields and footer, written and within the limits."""

    title: str | None
    fields: tuple[tuple[str, str], ...]
    footer: str | None


@dataclass(frozen=True, slots=True)
class Message:
    """A message to send; `whole` is false where something of the reply found no room."""

    content: str
    card: Card | None = None
    whole: bool = True


def render(reply: Reply, links: Links = NO_LINKS, *, closing: Sequence[str] = ()) -> Message:
    """Lay a reply out as a message; `closing` is small print of the surface's own.

    What finds no room is left out from the end, and the message says so.
    """
    say = wording(reply.language)
    content, whole = _content(reply, links, closing, say)
    if not whole and links.addresses:
        content, whole = _content(reply, NO_LINKS, closing, say)
    card, card_whole = _card(reply, links, say)
    return Message(content or escape(reply.heading or "") or say("not-found"), card, whole and card_whole)


def paginate(quotes: Sequence[Quote], links: Links, say: Wording, *, head: str = "") -> list[str]:
    """Lay quotes out on as many pages as they need, each the content of a message."""
    room = CONTENT - _RESERVED - length(head)
    pages: list[list[str]] = [[]]
    header = None
    for quote in quotes:
        # Rows of one table stand under one header row.
        written, _ = _fitted(replace(quote, header=None) if quote.header == header else quote, room, links, say)
        if pages[-1] and total(pages[-1]) + len(pages[-1]) + length(written) > room:
            pages.append([])
            written, _ = _fitted(quote, room, links, say)
        pages[-1].append(written)
        header = quote.header
    return ["\n".join([head, *page] if head else page) for page in pages]


def _content(reply: Reply, links: Links, closing: Sequence[str], say: Wording) -> tuple[str, bool]:
    ending = [*write_small(reply.small_print), *write_small(closing)]
    room = CONTENT - total(ending) - len(ending) - _RESERVED
    if room < _RESERVED:  # small print without end: it gives way
        ending, room = [], CONTENT - _RESERVED
    written: list[str] = []
    left_out = 0
    whole = True
    for part in (*reply.lead, *reply.quotes):
        space = room - total(written) - len(written)
        text, fits = _fitted(part, space, links, say)
        whole = whole and fits
        if left_out or not text:
            left_out += 1
        else:
            written.append(text)
    if left_out:
        written.append(small(say("reply-left-out", count=left_out)))
    return "\n".join((*written, *ending)), whole and not left_out


def _fitted(part: Part, room: int, links: Links, say: Wording) -> tuple[str, bool]:
    """Write a part within a number of characters, cut where it must be and said to be; empty where none fits."""
    text = write_part(part, links)
    if length(text) <= room:
        return text, True
    note = small(say("reply-cut"))
    if isinstance(part, Quote):
        for most in _shorter(part.text, room):
            shortened = cut(part.text, most)
            spans = tuple((start, min(end, len(shortened))) for start, end in part.strong if start < len(shortened))
            text = f"{write_quote(replace(part, text=shortened, strong=spans), links)}\n{note}"
            if shortened and length(text) <= room:
                return text, False
        return "", False
    for most in _shorter(text, room):
        plain = f"{escape(cut(part.text, most))}\n{note}"
        if length(plain) <= room:
            return plain, False
    return "", False


def _shorter(text: str, room: int) -> Iterable[int]:
    """Give ever smaller lengths to try: escapes may double what a text takes."""
    most = min(len(text), max(room, 0))
    while most > 40:
        yield most
        most = most * 4 // 5


def _card(reply: Reply, links: Links, say: Wording) -> tuple[Card | None, bool]:
    if not reply.fields:
        return None, True
    title = label(escape(reply.heading, opens_line=False), EMBED_TITLE) if reply.heading else None
    footer = label(reply.footer, EMBED_FOOTER) if reply.footer else None
    room = EMBED - length(title or "") - length(footer or "")
    fields: list[tuple[str, str]] = []
    whole = len(reply.fields) <= MOST_FIELDS
    for field in reply.fields[:MOST_FIELDS]:
        name, value, fits = _field(field, links, say)
        if length(name) + length(value) > room:
            whole = False
            break
        room -= length(name) + length(value)
        fields.append((name, value))
        whole = whole and fits
    return Card(title, tuple(fields), footer), whole


def _field(field: Field, links: Links, say: Wording) -> tuple[str, str, bool]:
    # Neither a field's name nor a title is a place where Discord reads lists or headings.
    name = label(escape(field.label, opens_line=False), FIELD_NAME) or _NOTHING
    value = "\n".join(write_part(part, links) for part in field.parts)
    if length(value) <= FIELD_VALUE:
        return name, value or _NOTHING, True
    lines: list[str] = []
    whole = True
    room = FIELD_VALUE - length(more := small(say("reply-more-in-sources"))) - 1
    for part in field.parts:
        space = room - total(lines) - len(lines)
        text, fits = _fitted(part, space, NO_LINKS, say)
        if not text:
            whole = False
            break
        whole = whole and fits
        lines.append(text)
    return name, "\n".join(lines if whole else [*lines, more]), whole
