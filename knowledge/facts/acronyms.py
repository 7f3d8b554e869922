"""Acronyms that a text explains: “Long Name (ABC)”, “Long Name (Spanish Name, ABC)”, “ABC (Long Name)”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.text.normalise import fold

_PARENTHESIS = re.compile(r"\(([^()]{2,160})\)")
_CLOSING = " \n\"”»'’"
_ACRONYM = re.compile(r"(?=(?:[^A-ZÁÉÍÓÚÑ]*[A-ZÁÉÍÓÚÑ]){2})[A-ZÁÉÍÓÚÑ][A-Za-zÁÉÍÓÚÑáéíóúñ]{1,9}(?:-[A-Z]{2,6})?")
_TWO_CAPITALS = re.compile(r"[A-ZÁÉÍÓÚÑ][A-Za-zÁÉÍÓÚÑáéíóúñ]*[A-ZÁÉÍÓÚÑ]")
_LAST_WORD = re.compile(r"(?<![\w-])([\w-]{2,16})\s?$")
_WORD = re.compile(r"[^\W\d_]+(?:['’](?:s\b)?)?(?:[^\W\d_]+)?")
_BOUNDARY = re.compile(r"[.!?;:,()\"“”«»\n|]\s|\n[^\w\s]")
_PARTICLES = frozenset("of the and for in on de del la las los el y e por para en a al o contra von da do".split())
_CAPITAL = re.compile(r"[A-ZÁÉÍÓÚÑ]")
ORGANISATION_WORD = re.compile(
    r"\b(?:Party|Union|Movement|League|Council|Committee|Congress|Federation|Confederation|Front|Fraction|Group|"
    r"Association|Institute|Organi[sz]ation|University|Army|Agency|Commission|Society|Board|Bank|Fund|Network|"
    r"Foundation|Alliance|Coalition|Tendency|Partido|Sindicato|Unión|Movimiento|Liga|Consejo|Comité|Congreso|"
    r"Federación|Confederación|Frente|Fracción|Grupo|Asociación|Instituto|Organización|Universidad|Ejército|Agencia|"
    r"Comisión|Sociedad|Junta|Banco|Fondo|Red|Fundación|Alianza|Coalición|Coordinadora|Convergencia|International|"
    r"Internacional|Company|Corporation|Ministry|Ministerio|Secretaría|Asamblea|Assembly)\b"
)
"""Words that tell an organisation by its name."""
_FURTHEST = 120
"""Characters before a parenthesis in which the long name may begin."""
_MOST_LETTERS = 12
_INNER_LETTERS = 3
"""Letters that one word may give to an acronym: CC for Contracorriente."""
_FEWEST_WORDS = 2
_MOST_SKIPPED = 1
"""Words of a name, particles apart, that an acronym may pass over."""


@dataclass(frozen=True, slots=True)
class ExplainedAcronym:
    """An acronym with the names that its letters stand for, in the order of the text."""

    acronym: str
    names: tuple[str, ...]
    start: int
    """Offset in the text of the first name or of the acronym, whichever comes first."""
    end: int


def find(text: str) -> Iterator[ExplainedAcronym]:
    """Find the acronyms that a text explains, with letters that agree with the name's initials.

    Where they do not, as in a translated name, the name must tell an organisation: “Worker Socialist
    Party (POS)”.
    """
    for match in _PARENTHESIS.finditer(text):
        capital_before = text[max(0, match.start() - 2) : match.start()].rstrip()[-1:].isupper()
        if not capital_before and not _TWO_CAPITALS.search(match[1]):
            continue
        inside = [part.strip() for part in match[1].split(",")]
        before = text[max(0, match.start() - _FURTHEST) : match.start()]
        found = _after_name(inside, before, match) or _before_name(match[1], before, match)
        if found:
            yield found


def is_acronym(word: str) -> bool:
    """Tell whether a word looks like an acronym: two capitals at least, no more small letters."""
    capitals = len(_CAPITAL.findall(word))
    return _ACRONYM.fullmatch(word) is not None and capitals * 2 >= len(word.replace("-", ""))


def spells(acronym: str, name: str) -> bool:
    """Tell whether an acronym's letters are the initials of a whole name, particles apart."""
    words = _words(name)
    return bool(words) and _start(_letters(acronym), words, name) in (0, _leading_particles(words))


def _after_name(inside: Sequence[str], before: str, match: re.Match[str]) -> ExplainedAcronym | None:
    """Read “Long Name (ABC)”, “Long Name (ABC, …)” and “Long Name (Other Name, ABC)”."""
    place = next((n for n in (len(inside) - 1, 0) if is_acronym(inside[n])), None)
    if place is None:
        return None
    acronym = inside[place]
    others = tuple(part for part in inside[:place] if _spelt_by_base(acronym, part))
    closed = before.rstrip(_CLOSING)
    start = _name_start(acronym, closed, translated=bool(others))
    if start is None:
        return None
    names = (_one_line(closed[start:]), *map(_one_line, others))
    return ExplainedAcronym(acronym, names, match.start() - len(before) + start, match.end())


def _before_name(inside: str, before: str, match: re.Match[str]) -> ExplainedAcronym | None:
    """Read “ABC (Long Name)”."""
    word = _LAST_WORD.search(before)
    if word is None or not is_acronym(word[1]) or not spells(word[1], inside.strip()):
        return None
    return ExplainedAcronym(word[1], (_one_line(inside),), match.start() - len(before) + word.start(1), match.end())


def _name_start(acronym: str, before: str, *, translated: bool) -> int | None:
    """Find where the long name begins that ends a text."""
    stops = [stop.end() for stop in _BOUNDARY.finditer(before)]
    begin = stops[-1] if stops else 0
    words = [(offset + begin, word) for offset, word in _words(before[begin:])]
    start = _start(_letters(acronym), words, before)
    if start is not None and _CAPITAL.match(before, words[start][0]):
        return words[start][0]
    place = _capitalised_start(before, words)
    if place is not None and (translated or ORGANISATION_WORD.search(before, place)):
        return place
    return None


def _spelt_by_base(acronym: str, name: str) -> bool:
    return spells(acronym, name) or spells(acronym.partition("-")[0], name)


def _words(text: str) -> list[tuple[int, str]]:
    """List words with their offsets; a hyphen or a dash parts two."""
    return [(match.start(), fold(match[0])) for match in _WORD.finditer(text)]


def _letters(acronym: str) -> str:
    return fold("".join(_CAPITAL.findall(acronym)))[:_MOST_LETTERS]


def _leading_particles(words: Sequence[tuple[int, str]]) -> int:
    return next((n for n, (_, word) in enumerate(words) if word not in _PARTICLES), 0)


def _start(letters: str, words: Sequence[tuple[int, str]], text: str) -> int | None:
    """Match an acronym's letters from the last word back; give the number of the word where they begin."""

    def match(left: int, word: int, skips: int) -> int | None:
        if left == 0:
            return word + 1
        if word < 0:
            return None
        offset, folded = words[word]
        for taken in range(1, min(_INNER_LETTERS, left) + 1):
            wanted = letters[left - taken : left]
            if folded[0] == wanted[0] and _in_order(wanted[1:], folded[1:]):
                found = match(left - taken, word - 1, skips)
                if found is not None:
                    return found
        if folded in _PARTICLES:
            return match(left, word - 1, skips)
        skippable = skips < _MOST_SKIPPED and left < len(letters) and _CAPITAL.match(text, offset)
        return match(left, word - 1, skips + 1) if skippable else None

    start = match(len(letters), len(words) - 1, 0) if letters else None
    return start if start is not None and len(words) - start >= _FEWEST_WORDS else None


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _capitalised_start(text: str, words: Sequence[tuple[int, str]]) -> int | None:
    """Find where the capitalised words begin, with particles between them, that end a text; two at least."""
    begin: int | None = None
    count = 0
    for offset, word in reversed(words):
        if _CAPITAL.match(text, offset) and word not in _PARTICLES:
            begin, count = offset, count + 1
        elif word not in _PARTICLES:
            break
    return begin if count >= _FEWEST_WORDS else None


def _one_line(name: str) -> str:
    """Write a name that a line break parts on one line."""
    return " ".join(name.split())
