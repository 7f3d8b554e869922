"""Lines that a web page adds around its text: share buttons, contact lines, photo credits."""

from __future__ import annotations

import re

_SHARE = re.compile(
    r"(?:share (?:this|with|on|via)|tweet this|print this|follow us|read more|continue reading|subscribe"
    r"|compart(?:e|ir|a) (?:esto|este|esta|con|en|por)|imprimir|s[ií]guenos|leer m[aá]s|seguir leyendo"
    r"|suscr[ií]bete)\b[^.!?:;]{0,40}",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:get in touch|contact|reach|write to|(?:ponte|p[oó]ngase) en contacto|cont[aá]ct\w+|escr[ií]be\w*)"
    r"\b[^.!?;]{0,80}\b(?:via|v[ií]a|through|at|on|por|en|a trav[eé]s de):?",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:photos?|fotos?|image|imagen|picture)(?: credits?| by| de)?: ?[^\s.!?][^.!?]{0,60}\.?$",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 400


def is_share_button(line: str) -> bool:
    """Tell whether a whole line asks to share, follow or read on."""
    return _SHARE.fullmatch(line) is not None


def is_contact_line(line: str) -> bool:
    """Tell whether a whole line only introduces ways of contact: "Get in touch with us via"."""
    return _CONTACT.fullmatch(line) is not None


def is_caption(line: str) -> bool:
    """Tell whether a line ends with the credit of a photograph."""
    return len(line) <= _LONGEST_CAPTION and _CREDIT.search(line) is not None
