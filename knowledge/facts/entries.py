"""Entries of a TOML file written by hand, each with the line where it starts."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from knowledge.documents import toml
from knowledge.errors import CurationSyntax
from knowledge.facts.periods import stated_period
from knowledge.models import Bilingual, Period

_HEADER = r"\n[ \t]*(?P<header>\[\[?[ \t]*(?P<name>[A-Za-z_][^\[\]\n]*?)[ \t]*\]\]?)"
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""'
    r"|'''.*?'''"
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    rf"|{_HEADER}",
    re.DOTALL,
)
"""Strings and comments, so that no header is seen inside them, and headers."""
_AT_LINE_START = re.compile(_HEADER)
"""Headers alone: all that begin a line are some where no string goes over several."""
_ERROR_LINE = re.compile(r" ?\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a file, with typed access to its values; complaints name the line where it starts."""

    file: str
    line: int
    table: str
    """The name in the header: `facts` for [[facts]], `attributes.newspaper` for [attributes.newspaper]."""
    values: dict[str, object]

    def fail(self, detail: str) -> CurationSyntax:
        """Make the error that says what is wrong with this entry."""
        return CurationSyntax(self.file, self.line, f"[{self.table}] {detail}")

    def allow(self, keys: Collection[str]) -> None:
        """Refuse keys that the entry must not have."""
        unknown = [key for key in self.values if key not in keys]
        if unknown:
            raise self.fail(f"unknown key {unknown[0]!r}; known: {', '.join(sorted(keys))}")

    def string(self, key: str) -> str | None:
        """Give a string that is not blank, or None where the key is missing."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self.fail(f"{key} must be a string that is not empty")
        return value

    def required(self, key: str) -> str:
        """Give a string that must be there."""
        value = self.string(key)
        if value is None:
            raise self.fail(f"{key} is missing")
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        """Give a list of strings, empty where the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.fail(f"{key} must be a list of strings that are not empty")
        return tuple(value)

    def integer(self, key: str) -> int | None:
        """Give a whole number, or None where the key is missing."""
        value = self.values.get(key)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise self.fail(f"{key} must be a whole number")
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        """Give true or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.fail(f"{key} must be true or false")
        return value

    def bilingual(self, key: str) -> Bilingual | None:
        """Give words in both languages, or None where the key is missing."""
        inner = self.inner(key)
        if inner is None:
            return None
        inner.allow(("en", "es"))
        return Bilingual(en=inner.required("en"), es=inner.required("es"))

    def period(self) -> Period | None:
        """Give the period of `from` and `to`: years, or words that hold one."""
        try:
            return stated_period(self.string("from"), self.string("to"))
        except ValueError as error:
            raise self.fail(str(error)) from error

    def inner(self, key: str) -> Entry | None:
        """Give an inline table, or None where the key is missing."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.fail(f"{key} must be an inline table")
        return Entry(self.file, self.line, f"{self.table}.{key}", value)

    def inners(self, key: str) -> tuple[Entry, ...]:
        """Give a list of inline tables, empty where the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.fail(f"{key} must be a list of inline tables")
        return tuple(Entry(self.file, self.line, f"{self.table}.{key}", item) for item in value)


def read(text: str, file: str, tables: Collection[str]) -> list[Entry]:
    """Read the entries of a file in order; `tables` are the names that headers may have, up to their first point.

    Raises CurationSyntax where the text is no TOML or holds anything else.
    """
    unified = text.replace("\r\n", "\n")
    parsed = _parse(unified, file)
    for name, value in parsed.items():
        if not isinstance(value, dict | list):
            raise CurationSyntax(file, 1, f"{name!r} stands before any table")
    entries = []
    counted: dict[str, int] = {}
    headers = list(_headers(unified))
    tables_within = {name for _, name in headers}
    for line, name in headers:
        if name.partition(".")[0] not in tables:
            raise CurationSyntax(file, line, f"unknown table {name!r}; known: {', '.join(sorted(tables))}")
        place = counted[name] = counted.get(name, -1) + 1
        values = _values(parsed, name, place)
        own = {key: value for key, value in values.items() if f"{name}.{key}" not in tables_within}
        entries.append(Entry(file, line, name, own))
    return entries


def _parse(text: str, file: str) -> dict[str, object]:
    try:
        return toml.parse(text)
    except tomllib.TOMLDecodeError as error:
        within = _ERROR_LINE.search(str(error))
        at = int(within[1]) if within else 1
        lines = text.split("\n")[:at]
        starts = (number for number in range(len(lines), 0, -1) if lines[number - 1].lstrip().startswith("["))
        detail = f"no TOML: {_ERROR_LINE.sub('', str(error)).strip()} (line {at})"
        raise CurationSyntax(file, next(starts, at), detail) from error


def _headers(text: str) -> Iterator[tuple[int, str]]:
    """List the headers of a file that is TOML, with the line of each."""
    padded = f"\n{text}"
    line, counted = 0, 0
    over_lines = '"""' in text or "'''" in text
    for match in (_TOKEN if over_lines else _AT_LINE_START).finditer(padded):
        if match["header"]:
            line += padded.count("\n", counted, match.start("header"))
            counted = match.start("header")
            yield line, match["name"]


def _values(parsed: dict[str, object], name: str, place: int) -> dict[str, object]:
    """Give the table under a header: the `place`-th of a list of tables, or the one of that name."""
    value: object = parsed
    for key in name.split("."):
        value = value[key.strip().strip("\"'")] if isinstance(value, dict) else {}
    if isinstance(value, list):
        value = value[place]
    return value if isinstance(value, dict) else {}
