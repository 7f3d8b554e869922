"""Figures as either language writes them: 10,720 and 10.720, 0.51 and 0,51, 1 234, 6 %."""

from __future__ import annotations

import re

_FIGURE = re.compile(
    r"(?<![\w.,])[+−-]?"
    r"(?P<digits>[0-9]+(?:[ \u00a0\u2009\u202f'’][0-9]{3})+(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
    r"(?![\w]|-\w|[.,][0-9])"
)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
_MIXED = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+\.[0-9]+|(?:\.[0-9]{3})+,[0-9]+)")
_SPACES = re.compile(r"[ \u00a0\u2009\u202f'’]")
_SCALE = re.compile(r"\s*(?:(?P<million>millions?|millones|millón)|(?P<thousand>thousand|mil))\b", re.IGNORECASE)
_LONGEST = 200
"""Characters of the longest text that is read as one figure."""


def parse_figure(text: str, *, percent: bool) -> float | None:
    """Read the one figure that a text gives, or None where it gives none or several.

    A lone separator before exactly three digits parts thousands in a count and decimals in a share:
    10.720 votes are ten thousand, 10.720 % are less than eleven. Never raises.
    """
    if len(text) > _LONGEST:
        return None
    found = list(_FIGURE.finditer(text))
    if len(found) != 1:
        return None
    number = _number(found[0]["digits"], percent=percent)
    if number is None:
        return None
    scale = _SCALE.match(text, found[0].end())
    if scale:
        number *= 1_000_000 if scale["million"] else 1_000
    return -number if found[0][0][0] in "-−" else number


def _number(digits: str, *, percent: bool) -> float | None:
    plain = _SPACES.sub("", digits)
    if plain.isdigit():
        return float(plain)
    if plain != digits:
        return float(plain.replace(",", "."))
    if _MIXED.fullmatch(plain):
        thousands = "," if plain.index(",") < plain.index(".") else "."
        return float(plain.replace(thousands, "").replace(",", "."))
    separators = plain.count(",") + plain.count(".")
    if _GROUPED.fullmatch(plain) and not (percent and separators == 1):
        return float(plain.replace(",", "").replace(".", ""))
    return float(plain.replace(",", ".")) if separators == 1 else None
