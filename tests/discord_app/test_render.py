"""Whatever a reply holds: within every limit, each quote verbatim, nobody pinged."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.desk import Asking, Seat, _answer
from bot.discord_app import limits
from bot.discord_app.outgoing import Outgoing
from bot.discord_app.reading import is_still_verbatim, quotes_in
from bot.discord_app.render import Message, paginate, render
from bot.presentation.links import Links
from bot.presentation.parts import Field, Line, Place, Quote, Reply, Run
from bot.presentation.places import Library
from bot.presentation.wording import wording
from bot.requests import Command, Request
from tests.discord_app.conftest import library

FEW = settings().max_examples * 2 // 5
"""Examples of a reply, which takes long to make: 40 where others have the usual 100."""
NASTY = (
    "@everyone",
    "@here",
    "<@1>",
    "<@!1>",
    "<@&1>",
    "<#1>",
    "<t:0:R>",
    "</ask:1>",
    "<:a:1>",
    "<id:home>",
    "[a](http://b.c)",
    "https://b.c/d_e_",
    "discord.gg/abc",
    "**a**",
    "__a__",
    "*a*",
    "_a_",
    "~~a~~",
    "||a||",
    "`a`",
    "```\na\n```",
    "\n# a",
    "\n-# a",
    "\n> a",
    "\n>>> a",
    "\n- a",
    "\n1. a",
    "\\",
    "\\*",
    ":smile:",
    "| 2016 | | a |",
    "😀",
    "“a”",
    "A sentence. ",
)
words = st.lists(st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["C"]), max_size=12), max_size=6)
texts = words.map(" ".join)
lines = texts.map(lambda text: " ".join(text.split()))
places = st.builds(Place, st.just((1,)), lines, lines)


@st.composite
def quotes(draw: st.DrawFn, most: int = 400) -> Quote:
    text = draw(texts.filter(lambda text: bool(text.strip())))[:most]
    ends = draw(st.lists(st.integers(0, len(text)), max_size=4))
    spans = tuple(pairwise(ends))
    speaker = draw(st.none() | lines)
    return Quote(text, draw(places), tuple((a, b) for a, b in spans if a < b), speaker)


our_lines = st.builds(Line, st.lists(st.builds(Run, lines, st.booleans()), max_size=3).map(tuple), st.booleans())
parts = our_lines | quotes() | places
replies = st.builds(
    Reply,
    language=st.sampled_from(["en", "es"]),
    lead=st.lists(our_lines, max_size=2).map(tuple),
    quotes=st.lists(quotes() | places, max_size=5).map(tuple),
    small_print=st.lists(lines, max_size=3).map(tuple),
    heading=st.none() | lines,
    fields=st.lists(st.builds(Field, lines, st.lists(parts, max_size=5).map(tuple)), max_size=14).map(tuple),
    footer=st.none() | lines,
)
links = st.sampled_from([Links(), Links(("https://example.org/d/x?p=0123456789&q=0-9",))])


@settings(max_examples=FEW)
@given(replies, links)
def test_a_message_is_within_every_limit(reply: Reply, addresses: Links) -> None:
    message = render(reply, addresses)
    embed = Outgoing(message.content, message.card).embed()
    assert 0 < limits.length(message.content) <= limits.CONTENT
    assert message.content.strip()
    if embed is None:
        return
    assert limits.length(embed.title or "") <= limits.EMBED_TITLE
    assert len(embed) <= limits.EMBED
    assert len(embed.fields) <= 10
    for field in embed.fields:
        assert 0 < limits.length(field.name or "") <= limits.FIELD_NAME
        assert 0 < limits.length(field.value or "") <= limits.FIELD_VALUE


@settings(max_examples=FEW)
@given(replies, links)
def test_a_message_holds_each_quote_verbatim(reply: Reply, addresses: Links) -> None:
    message = render(reply, addresses)
    held = quotes_in(message.content)
    given_ones = [part.text for part in reply.quotes if isinstance(part, Quote)]
    assert all(any(text.startswith(quote) for text in given_ones) for quote in held)
    if message.whole:
        assert held == given_ones


@settings(max_examples=FEW)
@given(replies)
def test_a_message_pings_nobody_and_links_nowhere(reply: Reply) -> None:
    message = render(reply)
    for text in _markdown(message):
        live = re.sub(r"\\[^0-9A-Za-z\s]", "·", text)
        assert re.findall(r".?(?:<|@(?=\w)|\]\(|https?://|`|_|~|discord\.gg).?", live) == []


@settings(max_examples=FEW)
@given(replies)
def test_only_our_own_signs_open_a_line(reply: Reply) -> None:
    message = render(reply)
    for line in message.content.split("\n"):
        said = line.removeprefix("> ").removeprefix("-# ")
        assert not re.match(r"\s*(?:[#>+-]|\d+[.)]\s)", said)


@settings(max_examples=FEW)
@given(replies, links)
def test_what_is_left_out_is_said_to_be(reply: Reply, addresses: Links) -> None:
    message = render(reply, addresses)
    given_ones = [part for part in reply.quotes if isinstance(part, Quote)]
    if len(quotes_in(message.content)) < len(given_ones):
        assert not message.whole
        assert re.search("found no room|no cupo|no cupieron", message.content)


@settings(max_examples=FEW)
@given(st.lists(quotes(most=3_000), min_size=1, max_size=8))
def test_sources_are_listed_on_as_many_pages_as_they_need(listed: list[Quote]) -> None:
    pages = paginate(listed, Links(), wording("en"))
    assert all(0 < limits.length(page) <= limits.CONTENT for page in pages)
    held = [quote for page in pages for quote in quotes_in(page)]
    assert len(held) == len(listed)
    assert all(quote.text.startswith(text) for quote, text in zip(listed, held, strict=True))


def test_a_title_is_linked_where_a_reader_is_served() -> None:
    reply = Reply("en", quotes=(Quote("A quote.", Place((1,), "A [title]", ", par. 1")),))
    message = render(reply, Links(("https://example.org/d/a?p=b&q=0-8",)))
    assert message.content.endswith(r"-# [1] [A \[title\]](<https://example.org/d/a?p=b&q=0-8>), par. 1")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "request_",
    [
        Request(Command.WHOIS, "LTS"),
        Request(Command.WHOIS, "MTS"),
        Request(Command.WHOIS, "POS"),
        Request(Command.WHOIS, "AMLO"),
        Request(Command.WHOIS, "Campos"),
        Request(Command.ELECTIONS, ""),
        Request(Command.ELECTIONS, "2016"),
        Request(Command.ELECTIONS, "2006"),
        Request(Command.TIMELINE, "MTS"),
        Request(Command.TIMELINE, ""),
        Request(Command.ASK, "When was the LTS founded?"),
        Request(Command.ASK, "¿Qué periódico tenía el MTS en 2015?"),
        Request(Command.VERIFY, "Hopes are that this will lead to fusion between the two groups"),
    ],
)
def test_the_library_is_quoted_whole_and_verbatim(request_: Request, language: str) -> None:
    seat = Seat(library(), Library.of(library().sources(), library().years()))
    answered = _answer(seat, Asking(request_, "es" if language == "es" else "en"))
    message = render(answered.reply)
    assert is_still_verbatim(seat, message.content)
    assert limits.length(message.content) < limits.CONTENT


def _markdown(message: Message) -> list[str]:
    if message.card is None:
        return [message.content]
    fields = [text for field in message.card.fields for text in field]
    return [message.content, message.card.title or "", *fields]
