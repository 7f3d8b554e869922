"""Text of documents and people made inert: whatever it holds, Discord shows it letter by letter.

A backslash before a sign that is no letter, digit or space shows the sign itself, in every place where Discord
reads Markdown. So nothing is taken from a text and nothing but backslashes is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.models import Span

# Everywhere: emphasis, strike, code, spoilers, mentions, emoji, timestamps, the addresses that become links.
_INLINE = re.compile(
    r"""
      [\\*_~`<>]
    | \|(?=\|) | (?<=\|)\|
    | @(?=\S)
    | :(?=\S)
    | (?<=\])\(
    | (?<=discord)\. | (?<=discordapp)\.
    """,
    re.VERBOSE | re.IGNORECASE,
)
# At the start of a line: headings, small print, lists. Quotes begin with a sign that is escaped everywhere.
_OPENING = re.compile(r"^(\s*)(?:([#+-])|(\d+)([.)])(?=\s))", re.MULTILINE)
_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")


def escape(text: str, *, opens_line: bool = True) -> str:
    """Escape everything that Discord would read as more than letters."""
    escaped = _INLINE.sub(r"\\\g<0>", text)
    return _OPENING.sub(_escape_opening, escaped) if opens_line else escaped


def unescape(text: str) -> str:
    """Take the backslashes away again."""
    return _ESCAPED.sub(r"\1", text)


def bold(text: str) -> str:
    """Set escaped text in bold, line by line; the space around it stays outside."""
    return "\n".join(_bold_line(line) for line in text.split("\n"))


def emphasise(text: str, spans: Iterable[Span]) -> str:
    """Escape a text and set spans of it in bold."""
    pieces: list[str] = []
    at = 0
    for start, end in _merged(spans):
        pieces += [_piece(text, at, start), bold(_piece(text, start, end))]
        at = end
    return "".join([*pieces, _piece(text, at, len(text))])


def block_quote(escaped: str) -> str:
    """Quote escaped text, every line of it."""
    return "\n".join(f"> {line}" for line in escaped.replace("\r\n", "\n").split("\n"))


def small(escaped: str) -> str:
    """Set escaped text in small print, on one line."""
    return f"-# {' '.join(escaped.split())}"


def link(title: str, address: str) -> str:
    """Link a title; the brackets keep Discord from showing a preview."""
    named = escape(title, opens_line=False).replace("[", r"\[").replace("]", r"\]")
    return f"[{named}](<{address}>)"


def _piece(text: str, start: int, end: int) -> str:
    """Escape a stretch of a text as it stands there: what is around decides on doubled signs and line starts."""
    opens_line = start == 0 or text[start - 1] == "\n"
    escaped = escape(text[start:end], opens_line=opens_line)
    return escaped if opens_line else _escape_later_lines(escaped)


def _escape_later_lines(escaped: str) -> str:
    first, newline, rest = escaped.partition("\n")
    return first + newline + _OPENING.sub(_escape_opening, rest) if newline else first


def _escape_opening(found: re.Match[str]) -> str:
    space, sign, number, dot = found.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{dot}"


def _bold_line(line: str) -> str:
    inner = line.strip()
    if not inner:
        return line
    start = line.index(inner)
    return f"{line[:start]}**{inner}**{line[start + len(inner) :]}"


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Sort spans and join those that touch: `**a****b**` would not be bold."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
