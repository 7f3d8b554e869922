"""The bot's own words in one language, from Fluent files in which every message stands alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from knowledge.models import Language

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

_MESSAGE = re.compile(r"^([a-z][a-z0-9-]*) *=", re.MULTILINE)
_LINE = re.compile(r"[^=]+= *([^\n]*[^\n ]) *(?:\n+#[^\n]*|\n)*")
"""A message of one line, which comments may follow."""
_VALUE = re.compile(r"\{ \$(\w+) \}")


class UnknownMessage(KeyError):
    """A message that the language's file does not hold."""


class Wording:
    """Say messages in one language; each is parsed when it is first said, which keeps the start short."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._sources = split_messages(read_locale(language))
        self._lines: dict[str, str | None] = {}

    def __call__(self, message: str, /, **values: str | int) -> str:
        """Say a message; counts are integers, years and figures as written are text.

        Raises UnknownMessage, or ValueError where a value is missing.
        """
        if message not in self._sources:
            raise UnknownMessage(message)
        if message not in self._lines:
            self._lines[message] = plain(self._sources[message])
        line = self._lines[message]
        texts = {name: value for name, value in values.items() if isinstance(value, str)}
        if line is not None and texts.keys() >= set(_VALUE.findall(line)):
            return _VALUE.sub(lambda found: texts[found[1]], line)
        return self._choose(message, values)

    @cached_property
    def _bundle(self) -> FluentBundle:
        import babel.core
        from fluent.runtime import FluentBundle  # a twelfth of the start, and most answers have nothing to choose

        bundle = FluentBundle([self.language], use_isolating=False)
        babel.core._global_data = None  # noqa: SLF001  two megabytes on all the world's locales, read anew if wanted
        return bundle

    def _choose(self, message: str, values: Mapping[str, str | int]) -> str:
        from fluent.runtime import FluentResource

        if not self._bundle.has_message(message):
            self._bundle.add_resource(FluentResource(self._sources[message]))
        pattern = self._bundle.get_message(message).value
        if pattern is None:
            raise UnknownMessage(message)
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise ValueError(f"{message}: {errors}")
        return str(text)

    def has(self, message: str) -> bool:
        """Tell whether the language's file holds a message."""
        return message in self._sources

    def all_of(self, words: Sequence[str]) -> str:
        """Join words with commas and "and"."""
        return self._join("list-and", words)

    def one_of(self, words: Sequence[str]) -> str:
        """Join words with commas and "or"."""
        return self._join("list-or", words)

    def _join(self, message: str, words: Sequence[str]) -> str:
        if len(words) < 2:
            return "".join(words)
        return self(message, start=", ".join(words[:-1]), last=words[-1])


@lru_cache(maxsize=2)
def wording(language: Language) -> Wording:
    """Give the words of a language, read once."""
    return Wording(language)


def read_locale(language: Language) -> str:
    """Read the Fluent file of a language."""
    return files("bot.presentation").joinpath("locales", f"{language}.ftl").read_text("utf-8")


def plain(source: str) -> str | None:
    """Give the text of a message that is one line of words and values; None where Fluent has to choose or to shape."""
    line = _LINE.fullmatch(source)
    if line is None or set("{}") & set(_VALUE.sub("", line[1])):
        return None
    return line[1]


def split_messages(text: str) -> dict[str, str]:
    """Split a Fluent file into the source of each message, by its name."""
    starts = list(_MESSAGE.finditer(text))
    ends = [start.start() for start in starts[1:]] + [len(text)]
    return {start[1]: text[start.start() : end] for start, end in zip(starts, ends, strict=True)}
