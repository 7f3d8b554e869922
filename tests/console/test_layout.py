"""Rows of a terminal: quotes marked, places under them, nothing that steers the terminal."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from bot.console.layout import Style, lay_out, visible
from bot.console.screen import Pipe, Terminal, open_screen
from bot.presentation.parts import Line, Place, Quote, Reply, Run
from bot.presentation.reply import compose
from bot.requests import Command, Request
from tests.presentation import answers
from tests.presentation.making import library

PLACE = Place((1,), "Title", ", par. 1")


def _rows(reply: Reply) -> list[str]:
    return [row.text for row in lay_out(reply)]


def test_a_quote_is_marked_and_its_place_stands_under_it() -> None:
    reply = Reply("en", quotes=(Quote("Its words.", PLACE),), small_print=("The year is not given.",))
    assert _rows(reply) == ["> Its words.", "  [1] Title, par. 1", "  The year is not given."]


def test_every_line_of_a_quote_is_marked() -> None:
    assert _rows(Reply("en", quotes=(Quote("One\n\nTwo", PLACE),)))[:3] == ["> One", "> ", "> Two"]


def test_the_words_that_answer_are_strong() -> None:
    row = lay_out(Reply("en", quotes=(Quote("In 1988.", PLACE, ((3, 7),)),)))[0]
    assert [(text, style) for text, style in row.runs if style is Style.STRONG] == [("1988", Style.STRONG)]


def test_spans_that_overlap_leave_the_quote_whole() -> None:
    row = lay_out(Reply("en", quotes=(Quote("abcdef", PLACE, ((0, 3), (2, 5))),)))[0]
    assert row.text == "> abcdef"


@given(st.text())
def test_nothing_that_steers_a_terminal_gets_through(text: str) -> None:
    shown = visible(f"\x1b[2J\x9b\u202e{text}")
    assert not any(ord(char) < 32 and char not in "\t\n" for char in shown)
    assert not set(shown) & set("\x7f\x9b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_escapes_of_a_document_are_not_obeyed() -> None:
    reply = Reply("en", lead=(Line((Run("a\x1b[31mb"),)),), quotes=(Quote("c\x07\u202ed", PLACE),))
    assert _rows(reply)[:2] == ["a\ufffd[31mb", "> c\ufffd\ufffdd"]


def test_a_pipe_gets_bare_text_that_is_never_wrapped() -> None:
    stream = io.StringIO()
    screen = open_screen(stream)
    assert isinstance(screen, Pipe)
    screen.show(compose(answers.founding(), Request(Command.ASK, "…"), library()))
    lines = stream.getvalue().splitlines()
    assert lines[0] == "> " + answers.founding().citations[0].quote
    assert "\x1b" not in stream.getvalue()


def test_a_terminal_gets_styles_and_the_same_words() -> None:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, width=40, color_system="standard")
    Terminal(console).show(compose(answers.founding(), Request(Command.ASK, "…"), library()))
    assert "\x1b[1m1988\x1b[0m" in stream.getvalue()


def test_a_quote_keeps_its_mark_where_it_is_wrapped() -> None:
    stream = io.StringIO()
    reply = Reply("en", quotes=(Quote("one two three four five six seven", PLACE),))
    Terminal(Console(file=stream, width=22)).show(reply)
    assert stream.getvalue().splitlines()[:2] == ["> one two three four", "> five six seven"]


def test_a_terminal_leaves_markup_of_a_document_alone() -> None:
    stream = io.StringIO()
    Terminal(Console(file=stream, width=80)).show(Reply("en", lead=(Line((Run("[bold]x[/bold] :smile:"),)),)))
    assert stream.getvalue() == "[bold]x[/bold] :smile:\n"


@pytest.mark.parametrize("screen", [Pipe(io.StringIO()), Terminal(Console(file=io.StringIO()))])
def test_what_the_bot_says_is_cleaned_too(screen: Pipe | Terminal) -> None:
    screen.say("\x1b]0;title\x07")
    stream = screen._stream if isinstance(screen, Pipe) else screen._console.file
    assert isinstance(stream, io.StringIO)
    assert "\x1b" not in stream.getvalue()
