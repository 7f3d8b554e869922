"""Infobox fields → values with their periods.

Newspaper: Estrategia Obrera (1997–2014) , Tribuna Socialista (2014–2015)
           └─ value, 1997 to 2014 ─────┘   └─ value, 2014 to 2015 ─────┘
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.facts.periods import parse_period
from knowledge.models import Passage, PassageKind, Period

TITLE_LABEL = "title"
"""The label of an infobox's first line, which names its subject."""
_PARENTHESIS = re.compile(r"\(([^()]*)\)")
_TAIL = re.compile(r"\s*\(([^()]*)\)\s*$")
_YEAR_FIRST = re.compile(r"\s*((?:1[0-9]{3}|20[0-9]{2})(?!\w))")
_LOST = re.compile(
    r"""\(\s*\)                                            # nothing between parentheses
      | \b(?:as|later|then|now|or|and|by|of|como|luego|después|por|de|o|y)\s*[,;]?\s*\)  # a word to nowhere
      | \(\s*[,;]                                          # a list that begins with its comma
      | [,;]\s*\)""",
    re.VERBOSE | re.IGNORECASE,
)
_TITLE_KEY = re.compile(r"(?P<key>.+?)[ _-]?(?:title|label|name|título|titulo|nombre)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """One line of an infobox; `name` is what another line calls it, else its key."""

    passage: Passage
    key: str
    name: str
    start: int
    """Offset of the value in the document."""
    value: str


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a field: its place in the field's value, the name in it, and its period."""

    start: int
    end: int
    name: str
    """The value without its period."""
    period: Period | None = None


def text_lost(value: str) -> bool:
    """Tell whether a text lost words: “1988 (as LTS, later ) , 2014 (as )”."""
    return _LOST.search(value) is not None


def read_fields(passages: Iterable[Passage], text: str, kept: Callable[[str], bool] = lambda _: False) -> list[Field]:
    """List the fields of one document that have a value.

    “X Title” names X, and is a field itself only where `kept` says so of its key.
    """
    found: dict[str, tuple[Passage, int]] = {}
    for passage in passages:
        if passage.kind is not PassageKind.FIELD or passage.label in (None, TITLE_LABEL):
            continue
        colon = text.find(":", passage.start, passage.end)
        start = passage.start if colon < 0 else colon + 1
        while start < passage.end and text[start].isspace():
            start += 1
        if start < passage.end:
            found.setdefault(str(passage.label), (passage, start))
    values = {key: text[start : passage.end].rstrip() for key, (passage, start) in found.items()}
    names = _names(values)
    return [
        Field(passage, key, names.get(key, key), start, values[key])
        for key, (passage, start) in found.items()
        if _titled(key, values) is None or kept(key)
    ]


def title_line(passages: Iterable[Passage]) -> Passage | None:
    """Find the infobox's first line, which names the subject in several languages."""
    fields = (passage for passage in passages if passage.kind is PassageKind.FIELD)
    return next((passage for passage in fields if passage.label == TITLE_LABEL), None)


def split_items(value: str) -> tuple[Item, ...]:
    """Split a field's value into its items.

    Items that carry periods end after their parenthesis, so that a comma inside a name parts nothing; items
    that begin with a year, and items between semicolons, stand apart; any other value is one, as a place is:
    “Mexico City, Mexico”.
    """
    pieces = _split(value, ";") or [(0, len(value))]
    return tuple(item for start, end in pieces for item in _items(value, start, end) if item.start < item.end)


def without_parenthesis(title: str) -> str:
    """Take a title without what tells it from others: “Socialist Workers Movement (Mexico)”."""
    return _TAIL.sub("", title) or title


def split_names(line: str) -> tuple[tuple[int, int], ...]:
    """Split a line of names at the commas outside parentheses."""
    return tuple(_split(line, ","))


def _items(value: str, start: int, end: int) -> list[Item]:
    whole = value[start:end]
    dated = [match.end() for match in _PARENTHESIS.finditer(whole) if parse_period(match[1])]
    if dated:
        bounds = zip([0, *dated[:-1]], [*dated[:-1], len(whole)], strict=True)
        tail = whole[dated[-1] :].strip(" ,;\t")
        if tail:
            bounds = zip([0, *dated], [*dated, len(whole)], strict=True)
        return [_item(value, *_trim(value, start + a, start + b)) for a, b in bounds]
    parts = _split(value, ",", start, end)
    if len(parts) > 1 and all(_YEAR_FIRST.match(value, *part) for part in parts):
        return [_item(value, *part) for part in parts]
    return [_item(value, *_trim(value, start, end))]


def _item(value: str, start: int, end: int) -> Item:
    text = value[start:end]
    tail = _TAIL.search(text)
    period = parse_period(tail[1]) if tail else None
    if tail and period:
        return Item(start, end, text[: tail.start()].rstrip(), period)
    year = _YEAR_FIRST.match(text)
    if year and (not text[year.end() :].strip() or text_lost(text)):
        end = start + year.end()
        return Item(start, end, year[1], parse_period(year[1]))
    return Item(start, end, text)


def _split(text: str, separator: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Split at a separator outside parentheses; spans without white space, empty ones left out."""
    stop = len(text) if end is None else end
    depth, begun, spans = 0, start, []
    for place in range(start, stop):
        char = text[place]
        depth += (char == "(") - (char == ")" and depth > 0)
        if char == separator and depth == 0:
            spans.append(_trim(text, begun, place))
            begun = place + 1
    spans.append(_trim(text, begun, stop))
    return [(a, b) for a, b in spans if a < b]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\r\n,;":
        start += 1
    while start < end and text[end - 1] in " \t\r\n,;":
        end -= 1
    return start, end


def _titled(key: str, keys: Iterable[str]) -> str | None:
    """Name the key that a key such as “Wing1 Title” labels."""
    match = _TITLE_KEY.fullmatch(key)
    return match["key"] if match and match["key"] in keys else None


def _names(values: Mapping[str, str]) -> dict[str, str]:
    titled: Sequence[tuple[str | None, str]] = [(_titled(key, values), value) for key, value in values.items()]
    return {key: value for key, value in titled if key is not None}
