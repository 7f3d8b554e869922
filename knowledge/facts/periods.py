"""Periods as sources write them: 1997–2014, 2014–, since May 2014, desde 2014, hasta 2012."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.facts.dates import find
from knowledge.models import Language, Period

_YEAR = re.compile(r"(?<![\w.,])(?:1[0-9]{3}|20[0-9]{2})(?![\w]|[.,][0-9])")
_SPAN = re.compile(
    r"(?P<first>[^–—]*?(?:1[0-9]{3}|20[0-9]{2}))?\s*(?:[-–—]|\b(?:to|until|a|al|hasta)\b)\s*(?P<last>.*)",
    re.DOTALL,
)
_NOW = re.compile(r"(?:to\s+date|present|now|today|presente|actualidad|la\s+actualidad|hoy)?\.?", re.IGNORECASE)
_SINCE = re.compile(r"(?:since|from|desde|de|a\s+partir\s+de)l?\s+", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|till|to|hasta)\s+", re.IGNORECASE)
_LANGUAGES: Sequence[Language] = ("en", "es")
_LONGEST = 60
"""Characters of the longest parenthesis that is read as a period."""


def parse_period(text: str) -> Period | None:
    """Read a period from the words between parentheses, or None where they tell none.

    One year is a period of that year; a dash at an end leaves it open.
    """
    words = text.strip()
    if len(words) > _LONGEST or not _YEAR.search(words):
        return None
    since, until = _SINCE.match(words), _UNTIL.match(words)
    span = _SPAN.fullmatch(words[since.end() :] if since else words)
    if until:
        first, last = "", words[until.end() :]
    elif span:
        first, last = (span["first"] or "").strip(), span["last"].strip()
    elif since:
        first, last = words[since.end() :], ""
    else:
        first = last = words
    if not all(_NOW.fullmatch(end) or _is_date(end) for end in (first, last)):
        return None
    return _period(first, last)


def stated_period(start: str | None, end: str | None) -> Period | None:
    """Make a period of two dates as curators write them: 1988, 2014-05, late 2013; None is open.

    Raises ValueError where one of them holds no year.
    """
    if start is None and end is None:
        return None
    period = _period(start or "", end or "")
    if period is None:
        raise ValueError(f"no year in {start!r} or {end!r}")
    return period


def _period(first: str, last: str) -> Period | None:
    """Make a period of two ends, each empty, a year, or words that hold one year."""
    starts, ends = _YEAR.findall(first), _YEAR.findall(last)
    if not starts and not ends:
        return None
    if len(starts) != (1 if first else 0) or (len(ends) != 1 and not _NOW.fullmatch(last)):
        return None
    return Period(
        start=int(starts[0]) if starts else None,
        end=int(ends[0]) if ends else None,
        start_words=first if starts and first != starts[0] else None,
        end_words=last if ends and last != ends[0] else None,
    )


def _is_date(words: str) -> bool:
    """Tell whether words are one date and nothing else."""
    if _YEAR.fullmatch(words):  # nearly always, and the patterns of dates cost more to compile than all the rest
        return True
    for language in _LANGUAGES:
        spans = find(words, language)
        if len(spans) == 1 and (spans[0].start, spans[0].end) == (0, len(words)):
            return spans[0].date.year is not None
    return False
