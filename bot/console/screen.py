"""Where replies are written: bare text into a pipe or a file, styled text on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol, TextIO

from bot.console.layout import Row, Style, lay_out, visible
from bot.presentation.links import NO_LINKS, Links
from bot.presentation.parts import Reply

if TYPE_CHECKING:
    from rich.console import Console

_NARROWEST = 20
"""Columns that text is given even on a narrower terminal."""
_RICH_STYLES = {Style.PLAIN: "", Style.STRONG: "bold", Style.HEADING: "bold underline", Style.SMALL: "dim"}


class Screen(Protocol):
    """A place to write replies."""

    def show(self, reply: Reply, links: Links = NO_LINKS) -> None:
        """Write a reply, with the addresses of its citations where a reader is served."""
        ...

    def say(self, text: str = "") -> None:
        """Write a line of the bot's own."""
        ...


class Pipe:
    """Write bare text, never wrapped: for pipes, files and tests."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def show(self, reply: Reply, links: Links = NO_LINKS) -> None:
        """Write a reply, with the addresses of its citations where a reader is served."""
        self._write(row.text for row in lay_out(reply, links))

    def say(self, text: str = "") -> None:
        """Write a line of the bot's own."""
        self._write([visible(text)])

    def _write(self, lines: Iterable[str]) -> None:
        self._stream.write("".join(f"{text}\n" for text in lines))
        self._stream.flush()


class Terminal:
    """Write styled text, wrapped between words to the width of the terminal."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def show(self, reply: Reply, links: Links = NO_LINKS) -> None:
        """Write a reply, with the addresses of its citations where a reader is served."""
        for row in lay_out(reply, links):
            self._write(row)

    def say(self, text: str = "") -> None:
        """Write a line of the bot's own."""
        self._write(Row(((visible(text), Style.PLAIN),)))

    def _write(self, row: Row) -> None:
        from rich.text import Text

        text = Text.assemble(*((each, _RICH_STYLES[style]) for each, style in row.runs))
        width = max(_NARROWEST, self._console.width - len(row.indent))
        for line in text.wrap(self._console, width) or [Text()]:
            line.rstrip()
            self._console.print(Text(row.indent) + line, highlight=False, soft_wrap=True)


def open_screen(stream: TextIO | None = None) -> Screen:
    """Choose the screen for a stream, by default standard output; only a terminal needs Rich."""
    target = sys.stdout if stream is None else stream
    if not target.isatty():
        return Pipe(target)
    from rich.console import Console

    return Terminal(Console(file=target))
