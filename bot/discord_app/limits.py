"""Discord's limits, each with the page that gives it, and text cut to fit them at the end of a sentence.

Pages are of https://docs.discord.com/developers. Lengths are counted in UTF-16 code units, which is never less
than what Discord counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

CONTENT = 2_000
"""Characters of a message: resources/message#create-message."""
EMBED = 6_000
"""Characters of a message's embeds together: resources/message#embed-object-embed-limits."""
EMBED_TITLE = 256
"""Characters of an embed's title, same page."""
EMBED_FOOTER = 2_048
"""Characters of an embed's footer, same page."""
FIELD_NAME = 256
"""Characters of a field's name, same page."""
FIELD_VALUE = 1_024
"""Characters of a field's value, same page."""
BUTTONS = 5
"""Buttons of a row: components/reference#action-row."""
BUTTON_LABEL = 80
"""Characters of a button's label: components/reference#button."""
CUSTOM_ID = 100
"""Characters of a component's id: components/reference#anatomy-of-a-component."""
CHOICES = 25
"""Choices of an autocompletion: interactions/application-commands#autocomplete."""
CHOICE_NAME = 100
"""Characters of a choice: interactions/application-commands#application-command-object."""
MODAL_TITLE = 45
"""Characters of a modal's title: interactions/receiving-and-responding#interaction-response-object-modal."""
INPUT_LABEL = 45
"""Characters of an input's label: components/reference#text-input."""
SELECTED_CHANNELS = 25
"""Values of a select menu: components/reference#channel-select."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)")


def length(text: str) -> int:
    """Count the UTF-16 code units of a text."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def total(texts: Iterable[str]) -> int:
    """Count the UTF-16 code units of several texts."""
    return sum(length(text) for text in texts)


def cut(text: str, most: int) -> str:
    """Shorten a text to `most` code points: at the end of a sentence, else of a word, else hard; adds nothing."""
    if len(text) <= most:
        return text
    room = text[: most + 1]
    ends = [found.end() for found in _SENTENCE_END.finditer(room)]
    if ends:
        return text[: ends[-1]]
    space = room.rfind(" ")
    return text[:space] if space > 0 else text[:most]


def label(text: str, most: int = BUTTON_LABEL) -> str:
    """Fit a label of our own words and names on one line."""
    line = " ".join(text.split())
    if length(line) <= most:
        return line
    while length(line) > most - 1:
        line = line[:-1]
    return f"{line.rstrip()}…"
