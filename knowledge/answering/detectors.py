"""Whether a sentence holds the kind of answer that is wanted, and where."""

from __future__ import annotations

import re

from knowledge.models import AnswerKind, Query, Span
from knowledge.text.analyzer import stems
from knowledge.text.normalise import fold, tokens

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre"
)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
_YEARS = r"(?:1[0-9]{3}|20[0-9]{2})(?:\s?[–-]\s?(?:(?:1[0-9]{3}|20[0-9]{2})|[0-9]{2})\b)?"
_DATE = re.compile(
    rf"\b(?:first|last|second|third|primer|último|segundo)\s(?:weekend|week|day|Sunday|Monday|fin de semana)"
    rf"(?:\s(?:of|de)\s(?:{_MONTHS}))?"
    rf"|\b(?:(?:early|late|mid|finales de|principios de|mediados de)[\s-])?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|º)?\s(?:of\s|de\s)?)?\b(?:{_MONTHS})\b\s?(?:de\s|del\s)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:[–-]|and|y)\s?\d{{1,2}})?(?!\d),?\s?)?(?:{_YEARS})?"
    rf"|\b(?:(?:early|late|mid)[\s-])?{_YEARS}s?\b"
    rf"|\b(?:{_DAYS})\b|\b(?:last|next|this)\s(?:week|month|year)\b"
    rf"|\b(?:siglo|century)\s[IVXL]+\b|\b\d{{1,2}}(?:st|nd|rd|th)[\s-]century\b"
    rf"|\b[\w-]+\s(?:years|months|weeks|days|hours|minutes|años|meses|semanas|días|horas|minutos)\b(?:\s(?:ago|later|después|antes))?"
    rf"|\b\d{{3,4}}\s?(?:BC|AD|CE|BCE|a\.\s?C\.|d\.\s?C\.)"
)  # fmt: skip
_WORDED = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|"
    "million|billion|dozen|dozens|hundreds|thousands|millions|half|third|several|un|uno|una|dos|tres|cuatro|cinco|"
    "seis|siete|ocho|nueve|diez|once|doce|veinte|treinta|cien|cientos|mil|miles|millón|millones|mitad|tercio|decenas"
)
_NUMBER = re.compile(
    rf"(?:(?:about|around|nearly|over|more than|almost|approximately|some|unos|unas|cerca de|más de|casi|"
    rf"alrededor de)\s)?"
    rf"(?:[$€£]\s?)?\b(?:\d+(?:[.,]\d+)*(?:½)?\s?%?"
    rf"(?:\s(?:thousand|million|billion|mil|millones|de millones|por ciento|percent|per cent))*"
    rf"|(?:{_WORDED})(?:[\s-](?:{_WORDED}))*)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
_SHARE = re.compile(
    r"\d+(?:[.,]\d+)*\s?(?:%|percent|per cent|por ciento)|\b(?:half|mitad|third|quarter|tercio|cuarto)\b"
)
_NAME = re.compile(
    r"\b(?:[A-ZÁÉÍÓÚÑÜ][\w’'.-]*\w|[A-Z]{2,})(?:\s(?:(?:de|del|la|las|los|von|van|of|the|y|and)\s)*[A-ZÁÉÍÓÚÑÜ][\w’'.-]*\w)*"
)
_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|across|throughout|outside|en|desde|hacia|cerca de|de)\s(?:the\s|el\s|la\s|los\s|las\s)?"
    r"(?P<place>[A-ZÁÉÍÓÚÑ][\w’'.-]*(?:\s(?:de\s|del\s|la\s|of\s)*[A-ZÁÉÍÓÚÑ][\w’'.-]*)*)"
)
_REASON = re.compile(
    r"\b(?:because|due to|since|so that|in order to|as a result|owing to|caused|led to|therefore|thus|for|to|given|"
    r"porque|debido|ya que|para|por|puesto que|a causa de|gracias a|por lo que)\b",
    re.IGNORECASE,
)
_NEAR = 5
"""Words between a figure and the noun it counts."""


def find(query: Query, text: str) -> tuple[Span, ...]:
    """List the spans of a text that could be the answer of the wanted kind, likeliest first.

    Kinds that any sentence can answer give none; what the question itself says is never the answer.
    """
    match query.kind:
        case AnswerKind.WHEN:
            found = [m.span() for m in _DATE.finditer(text)]
        case AnswerKind.HOW_MANY | AnswerKind.SHARE:
            found = _figures(query, text)
        case AnswerKind.WHO:
            found = [m.span() for m in _NAME.finditer(text) if m.start() > 0 or " " in m[0] or m[0].isupper()]
        case AnswerKind.WHERE:
            found = [m.span("place") for m in _PLACE.finditer(text)]
        case _:
            return ()
    asked = {fold(token) for token, *_ in tokens(query.text)}
    return tuple(
        (start, _trimmed(text, start, end))
        for start, end in found
        if not {fold(token) for token, *_ in tokens(text[start:end])} <= asked
    )


def holds(query: Query, text: str) -> bool:
    """Tell whether a text could hold an answer of the wanted kind."""
    if query.kind is AnswerKind.WHY:
        return bool(_REASON.search(text))
    if query.kind in _ANY_SENTENCE:
        return True
    return bool(find(query, text))


_ANY_SENTENCE = frozenset(AnswerKind) - {
    AnswerKind.WHEN,
    AnswerKind.HOW_MANY,
    AnswerKind.SHARE,
    AnswerKind.WHO,
    AnswerKind.WHERE,
}


def counts(query: Query, text: str) -> bool:
    """Tell whether a figure of the text stands beside the noun whose number is wanted."""
    if query.noun is None:
        return bool(_NUMBER.search(text))
    wanted = {stem for token, *_ in tokens(query.noun) for stem in stems(fold(token))}
    for match in _NUMBER.finditer(text):
        following = tokens(text[match.end() : match.end() + 80])[:_NEAR]
        before = tokens(text[max(0, match.start() - 40) : match.start()])[-3:]
        if any(wanted.intersection(stems(fold(token))) for token, *_ in (*following, *before)):
            return True
    return False


def _figures(query: Query, text: str) -> list[Span]:
    if query.kind is AnswerKind.SHARE:
        return [m.span() for m in _SHARE.finditer(text)] or [m.span() for m in _NUMBER.finditer(text)]
    return [m.span() for m in _NUMBER.finditer(text) if m[0].strip()]


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " ,.;:":
        end -= 1
    return end
