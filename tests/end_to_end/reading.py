"""Read a message of the bot as a person does: without the marks of Markdown."""

from __future__ import annotations

import re

from tests.loopback.exchanges import Reply

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_BOLD = re.compile(r"(?<!\\)\*\*")
_QUOTE = re.compile(r"^> ?", re.MULTILINE)


def plain(text: str) -> str:
    """Take bold, block quotes and escapes away."""
    return _ESCAPE.sub(r"\1", _QUOTE.sub("", _BOLD.sub("", text)))


def read(reply: Reply) -> str:
    """Give all that a reply's one message says."""
    return plain(reply.text)
