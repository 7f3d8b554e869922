"""The forms in which the two languages write dates, most telling form first.

The groups of every pattern mean the same: `year`, `month`, `day`, `end` (a last year), `decade`, `century`
and `letter` (27N) carry the date; `open`, `dash` and `onwards` leave it open; `article` is none of its words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from knowledge.models import Language

_ENGLISH_MONTHS = "January February March April May June July August September October November December".split()
_SPANISH_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
MONTHS: Mapping[str, int] = {
    **{name[:3].lower(): number for number, name in enumerate(_ENGLISH_MONTHS, start=1)},
    **{name[:3]: number for number, name in enumerate(_SPANISH_MONTHS, start=1)},
    "set": 9,
}
"""Month numbers by the first three letters, lower case, in both languages."""
LETTER_MONTHS: Mapping[str, int] = {"E": 1, "F": 2, "S": 9, "O": 10, "N": 11, "D": 12}
"""Months of day names such as 27N; a letter that two months share says none."""

_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
_COUNTED = (
    "people persons votes voters members students workers deaths dead protesters soldiers troops jobs "
    "homes houses schools copies pages words times points years months days hours minutes dollars euros "
    "pesos pounds km kilometers kilometres meters metres m mm cm ft feet miles kg tons tonnes million "
    "thousand personas votos votantes miembros estudiantes trabajadores muertos muertes manifestantes "
    "soldados empleos casas viviendas escuelas ejemplares páginas palabras veces puntos años meses días "
    "horas minutos dólares libras metros kilómetros millas toneladas millones mil"
).split()
_BEFORE_YEAR = r"(?<![\w.,#$€£/])(?<![0-9][-–—])(?<![$€£]\s)"
_AFTER_YEAR = rf"(?![\w%/]|[.,][0-9]|-[0-9]|\s?%|\s+(?:{'|'.join(_COUNTED)})\b|\s?(?:BCE?\b|B\.\s?C|a\.\s?C))"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_NOW = r"(?:present|presente|actualidad|today|hoy)\b"
_ISO = rf"(?<![\w-])(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12][0-9]|3[01]))?(?![\w-])"
_SLASHED = rf"(?<![\w/.])[0-9]{{1,2}}[/.][0-9]{{1,2}}[/.](?P<year>{_YEAR})(?!\w)"


def _years(cue: str, part: str, to: str, onwards: str) -> str:
    """Write the pattern of years: one, a span of two, a decade, or one that only begins."""
    return rf"""(?<!\w)(?:{cue})?(?:{part})?{_BEFORE_YEAR}(?P<year>{_YEAR})
        (?: (?P<decade>['’]?s)\b
          | (?:\s?[-–—/]\s?|\s+(?:{to})\s+)(?P<end>{_YEAR}|[0-9]{{2}}(?![0-9])){_AFTER_YEAR}
          | (?P<dash>\s?[-–—](?:\s?{_NOW}|(?=\s?(?:[),;\]]|$))))
          | {_AFTER_YEAR}(?P<onwards>\s+(?:{onwards})\b)?
        )"""


_EN_CUE = (
    r"(?:(?P<open>\b[Ss]ince)|\b(?:[Uu]ntil|[Bb]efore|[Aa]fter|[Aa]round|[Cc]irca))\s+(?:the\s+)?"
    r"|(?P<article>\b[Tt]he\s+)"
)
_EN_MONTH = rf"(?:{'|'.join(_ENGLISH_MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_EN_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_EN_STRETCH = rf"(?:week(?:end)?|month|year|night|summer|autumn|fall|winter|spring|{_EN_WEEKDAY})"
_EN_NTH = r"(?:st|nd|rd|th)?"
_EN_DAYS = rf"(?P<day>{_DAY}){_EN_NTH}(?:\s?(?:[-–—]|and|to|&)\s?{_DAY}{_EN_NTH})?(?!\w|[.,][0-9])"
_EN_PART = r"(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-]|(?:[Bb]eginning|[Mm]iddle|[Ee]nd|[Ss]tart)\s+of\s+(?:the\s+)?"
_EN_UNIT = (
    r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal)\s+"
    rf"(?:weeks?|weekend|days?|half|{_EN_WEEKDAY}s?)\s+of\s+"
)
_EN_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s+(?:of\s+)?"
_EN_MONTH_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}){_AFTER_YEAR})"
_EN_COUNT = r"(?:[0-9][0-9,.]*|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Tt]en|[Tt]wenty|[Aa]\s+few|[Mm]any)"
_ENGLISH_MONTH_FORMS = (
    rf"(?<!\w)(?:{_EN_CUE})?\b{_EN_DAYS}\s+(?:of\s+)?(?P<month>{_EN_MONTH}){_EN_MONTH_YEAR}?",
    rf"(?<!\w)(?:{_EN_CUE})?(?:{_EN_PART}|{_EN_UNIT})?\b(?P<month>{_EN_MONTH})(?:\s+{_EN_DAYS})?{_EN_MONTH_YEAR}",
    rf"(?<!\w)(?:{_EN_CUE})?\b(?P<month>{_EN_MONTH})\s+{_EN_DAYS}",
    rf"(?<!\w)(?:{_EN_CUE})?(?:{_EN_PART}|{_EN_UNIT})\b(?P<month>{_EN_MONTH})\b",
    rf"(?<=\b[Ii]n\s)(?P<month>{'|'.join(_ENGLISH_MONTHS)})\b",
)
_ENGLISH_YEAR_FORMS = (
    rf"(?<!\w)(?:{_EN_CUE})?(?:{_EN_PART})?\b(?P<century>1?[0-9]|2[01])(?:st|nd|rd|th)[\s-][Cc]entur(?:y|ies)\b",
    rf"(?<=\b[Bb]etween\s)(?P<year>{_YEAR})\s+and\s+(?P<end>{_YEAR}){_AFTER_YEAR}",
    _years(_EN_CUE, f"{_EN_PART}|{_EN_SEASON}", "to|until|through", "onwards?"),
)
_ENGLISH_LETTER_DAY = rf"(?<=\b[Oo]n\s)(?P<day>{_DAY})(?P<letter>[A-Z])\b"
_ENGLISH_RELATIVE = rf"""(?<!\w)(?P<relative>
        (?<!\bthe\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)\b(?:[Ll]ast|[Nn]ext|[Tt]his)\s+
        {_EN_STRETCH}\b
      | (?<=\b[Oo]n\s){_EN_WEEKDAY}\b
      | \b[Yy]esterday\b
      | \b{_EN_COUNT}\s+(?:years?|months?|weeks?|days?|decades?|century|centuries)\s+ago\b)"""

_ES_CUE = (
    r"(?:(?P<open>\b(?:[Dd]esde|[Aa]\s+partir\s+de))|\b(?:[Hh]asta|[Aa]ntes\s+de|[Dd]espués\s+de|[Hh]acia))"
    r"l?\s+(?:(?:el|los|la)\s+)?|(?P<article>\b(?:[Ee]l|[Ll]a|[Ll]os|[Dd]el)\s+)"
)
_ES_MONTH = rf"(?:{'|'.join(f'[{name[0].upper()}{name[0]}]{name[1:]}' for name in _SPANISH_MONTHS)}|[Ss]etiembre)"
_ES_WEEKDAY = r"(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
_ES_NTH = r"(?:\.?º|°)?"
_ES_DAYS = rf"(?P<day>\b{_DAY}){_ES_NTH}(?:\s?(?:[-–—]|y|al?)\s?{_DAY}{_ES_NTH})?\s+de\s+"
_ES_PART = r"(?:[Pp]rincipios|[Cc]omienzos|[Ii]nicios|[Mm]ediados|[Ff]inales|[Ff]ines)\s+de(?:l\s+año)?\s+"
_ES_UNIT = (
    r"(?:[Pp]rimera?|[Ss]egund[oa]|[Tt]ercera?|[Úú]ltim[oa])\s+"
    rf"(?:fin\s+de\s+semana|semana|día|mitad|quincena|{_ES_WEEKDAY})\s+de(?:l\s+mes\s+de)?\s+"
)
_ES_DECADE = r"(?:años|(?:década|decenio)\s+de(?:\s+los)?)\s+"
_ES_MONTH_YEAR = rf"(?:\s+del?(?:\s+año)?\s+(?P<year>{_YEAR}){_AFTER_YEAR})"
_ES_COUNT = r"(?:[0-9][0-9,.]*|una?|dos|tres|cuatro|cinco|diez|veinte|unos|muchos)"
_SPANISH_MONTH_FORMS = (
    rf"(?<!\w)(?:{_ES_CUE})?{_ES_DAYS}(?P<month>{_ES_MONTH})\b{_ES_MONTH_YEAR}?",
    rf"(?<!\w)(?:{_ES_CUE})?(?:{_ES_PART}|{_ES_UNIT})\b(?P<month>{_ES_MONTH})\b{_ES_MONTH_YEAR}?",
    rf"(?<!\w)(?:{_ES_CUE})?\b(?P<month>{_ES_MONTH})\b{_ES_MONTH_YEAR}",
    rf"(?<=\b[Ee]n\s)(?P<month>{_ES_MONTH})\b",
)
_SPANISH_YEAR_FORMS = (
    rf"(?<!\w)(?:{_ES_CUE})?(?:{_ES_PART})?\b[Ss]iglos?\s+(?P<century>[XVI]+)\b",
    rf"(?<!\w)(?:{_ES_CUE})?(?:{_ES_DECADE})(?P<year>{_YEAR})(?P<decade>){_AFTER_YEAR}",
    rf"(?<=\b[Ee]ntre\s)(?P<year>{_YEAR})\s+y\s+(?P<end>{_YEAR}){_AFTER_YEAR}",
    _years(_ES_CUE, f"{_ES_PART}|(?:año\\s+)", "a|hasta", r"en\s+adelante"),
)
_SPANISH_LETTER_DAY = rf"(?<=\b[Ee]l\s)(?P<day>{_DAY})(?P<letter>[A-Z])\b"
_SPANISH_RELATIVE = rf"""(?<!\w)(?P<relative>
        \b(?:[Ll]a\s+semana\s+pasada|[Ee]l\s+(?:mes|año|fin\s+de\s+semana)\s+pasado|[Aa]yer|[Aa]nteayer|[Aa]noche)\b
      | \b[Ee]l\s+(?:pasado\s+|próximo\s+)?{_ES_WEEKDAY}\b(?:\s+pasado\b)?
      | \b(?:[Ll]a\s+próxima\s+semana|[Ee]l\s+próximo\s+(?:mes|año))\b
      | \b[Ee]st[ea]\s+(?:semana|mes|año|fin\s+de\s+semana|{_ES_WEEKDAY})\b
      | \b[Hh]ace\s+{_ES_COUNT}\s+(?:años?|mes(?:es)?|semanas?|días?|décadas?|siglos?)\b)"""


@dataclass(frozen=True, slots=True)
class Forms:
    """Patterns that share a sign: a text without it holds none of them."""

    sign: re.Pattern[str]
    patterns: tuple[re.Pattern[str], ...]


# A sign that begins with a letter, and not with a look behind, is looked for five times as fast.
_SOURCES: Mapping[Language, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "en": (
        (r"[0-9][-/.][0-9]", (_ISO, _SLASHED)),
        (
            r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:r?uary|ch|il|[ey]|ust|t?ember|ober|t)?\b",
            _ENGLISH_MONTH_FORMS,
        ),
        (r"[0-9]{4}|[0-9][a-z]{2}[ -][Cc]entur", _ENGLISH_YEAR_FORMS),
        (
            rf"(?:[Ll]ast|[Nn]ext|[Tt]his|[Oo]n)\s+{_EN_STRETCH}|[Yy]esterday|ago\b",
            (_ENGLISH_RELATIVE,),
        ),
        (r"[0-9][A-Z]\b", (_ENGLISH_LETTER_DAY,)),
    ),
    "es": (
        (r"[0-9][-/.][0-9]", (_ISO, _SLASHED)),
        (
            r"nero|ebrer|arzo|bril|ayo|unio|ulio|gosto|tiembre|ctubre|viembre|ciembre",
            _SPANISH_MONTH_FORMS,
        ),
        (r"[0-9]{4}|[Ss]iglo", _SPANISH_YEAR_FORMS),
        (
            rf"pasad[oa]|próxim|[Aa]yer|nteayer|noche|{_ES_WEEKDAY}|[Ee]st[ea]\b|[Hh]ace\b",
            (_SPANISH_RELATIVE,),
        ),
        (r"[0-9][A-Z]\b", (_SPANISH_LETTER_DAY,)),
    ),
}


@cache
def forms(language: Language) -> tuple[Forms, ...]:
    """Give the forms of a language, in the order in which they claim their words."""
    return tuple(
        Forms(re.compile(sign), tuple(re.compile(pattern, re.VERBOSE) for pattern in patterns))
        for sign, patterns in _SOURCES[language]
    )
