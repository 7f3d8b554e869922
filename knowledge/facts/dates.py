"""Dates found in text, as precise as their words; a missing year stays missing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.facts.date_patterns import LETTER_MONTHS, MONTHS, forms
from knowledge.models import Date, Language

_ROMAN = {"I": 1, "V": 5, "X": 10}
_FIRST_CENTURY = 11
_LAST_CENTURY = 21
_FIRST_YEAR = 1000


@dataclass(frozen=True, slots=True)
class DatedSpan:
    """A date and the words of a text that give it, an article among them."""

    start: int
    end: int
    date: Date


def find(text: str, language: Language) -> list[DatedSpan]:
    """Find the dates of a text, in order.

    “March 27” has no year and “last week” has neither year nor month; 10,720 and “1,500 people” are no years.
    """
    found: list[DatedSpan] = []
    for alike in forms(language):
        if not alike.sign.search(text):
            continue
        for pattern in alike.patterns:
            for match in pattern.finditer(text):
                start, end = match.span()
                if all(end <= other.start or other.end <= start for other in found):
                    found.append(DatedSpan(start, end, _read(match)))
    return sorted(found, key=lambda span: span.start)


def candidate(text: str, language: Language) -> bool:
    """Tell whether a text may hold a date at all, at a tenth of the price of looking for it."""
    return any(alike.sign.search(text) for alike in forms(language))


def relative(date: Date) -> bool:
    """Tell whether a date counts from the day its text was written: last week, on Sunday."""
    return date.year is None and date.month is None and date.day is None


def _read(match: re.Match[str]) -> Date:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    month = _month(groups["month"]) if groups.get("month") else None
    day = int(groups["day"]) if groups.get("day") else None
    if groups.get("letter"):
        month = LETTER_MONTHS.get(groups["letter"])
    first, last = _years(year, groups)
    return Date(
        year=first,
        month=month,
        day=day,
        end=last,
        open=any(groups.get(cue) for cue in ("open", "dash", "onwards")),
        words=_words(match),
    )


def _month(name: str) -> int:
    return int(name) if name.isdigit() else MONTHS[name[:3].lower()]


def _years(year: int | None, groups: dict[str, str | None]) -> tuple[int | None, int | None]:
    """Give the first year, and the last one of a span, a decade or a century."""
    century = groups.get("century")
    if century:
        number = int(century) if century.isdigit() else _roman(century)
        if _FIRST_CENTURY <= number <= _LAST_CENTURY:
            return (number - 1) * 100 + 1, number * 100
        return None, None
    if year is not None and groups.get("decade") is not None:
        return year, year + (9 if year % 100 else 99)
    if year is None or not groups.get("end"):
        return year, None
    last = int(str(groups["end"]))
    if last < _FIRST_YEAR:
        last += year - year % 100
    return year, last if last > year else None


def _roman(numeral: str) -> int:
    """Read a Roman numeral."""
    values = [_ROMAN[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _words(match: re.Match[str]) -> str:
    """Give the date's words without the article before them."""
    return match[0].removeprefix(match.groupdict().get("article") or "")
