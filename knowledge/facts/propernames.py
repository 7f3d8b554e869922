"""Proper names in running text: words in a row that a sentence's start does not make capital."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from knowledge.facts.acronyms import ORGANISATION_WORD
from knowledge.models import EntityKind
from knowledge.text.normalise import fold
from knowledge.text.stopwords import STOPWORDS

_CAPITALISED = r"[A-ZÁÉÍÓÚÑÜ][^\W\d_]*(?:['’][A-ZÁÉÍÓÚÑ][^\W\d_]+)?(?:-[A-ZÁÉÍÓÚÑ][^\W\d_]*)*"
_NAME = re.compile(
    rf"(?<![\w.-]){_CAPITALISED}"
    rf"(?:\s(?:(?:de|del|la|las|los|of|the|von|van|der|da|do|di|bin)\s){{0,3}}{_CAPITALISED})+"
)
_BEGINS = re.compile(r"(?:^|[.!?:;…\n]|[.!?]['\"”’»)\]]+)[\s\"'“‘«(\[¿¡—–-]*\Z")
_LOOK_BACK = 12
_TITLES = frozenset(
    "president presidente presidenta professor profesor profesora dr dra mr mrs ms sir sr sra don doña "
    "king queen pope general colonel captain senator senador senadora governor gobernador "
    "gobernadora minister ministro ministra secretary emperor saint reverend judge editor "
    "comrade compañero compañera".split()
)
_GIVEN_NAMES = frozenset(
    "adolfo alberto alejandro alexander alfonso alfred alice ana andrea andrés angela anna anne anthony "
    "antonio arthur arturo barbara beatriz benito bernard bill carl carla carlos carmen carolina "
    "catherine charles christian claudia cristina daniel david diana diego donald edward elena eleanor "
    "elizabeth emiliano emma enrique ernesto eva fernando fidel francis francisco frank frederick "
    "friedrich gabriel george gerardo guillermo gustavo harold harry hector henry hugo ignacio isabel "
    "jack jacob james jane javier jean jesús jim joan john jorge josé joseph juan juana julia julio karen "
    "karl laura lázaro leon león lucía luis luisa manuel marcos margaret maria maría mario martin martín "
    "mary mateo max michael miguel nicolás oscar óscar pablo pancho patricia paul paula pedro peter "
    "philip porfirio rafael ramón raúl richard robert roberto rosa ruth samuel santiago sara sarah sergio "
    "simón sofía susan teresa thomas tomás valentina vicente victor víctor vladimir walter william".split()
)
_PLACE_WORD = re.compile(
    r"\b(?:City|County|River|Mountains?|Island|Islands|Lake|Street|Ciudad|Río|Isla|Sierra|Estado)\b"
)
_EVENT_WORD = re.compile(
    r"\b(?:War|Revolution|Massacre|Summit|Conference|Battle|Treaty|Pact|Campaign|Strike|Olympics|Cup|Bowl|"
    r"Guerra|Revolución|Masacre|Cumbre|Batalla|Tratado|Pacto|Huelga)\b"
)
_FUNCTION_WORDS = STOPWORDS["en"] | STOPWORDS["es"]
_MOST_CHARACTERS = 3_000_000
"""Characters that are read for names: in a large corpus the rest is found by retrieval alone."""
_MOST_NAMES = 20_000


def find(texts: Iterable[str]) -> list[str]:
    """List the names of several words, most frequent first; one at the start of a sentence alone is none."""
    counts: Counter[str] = Counter()
    inside: set[str] = set()
    read = 0
    for text in texts:
        for name, begins in _names(text):
            counts[name] += 1
            if not begins:
                inside.add(name)
        read += len(text)
        if read > _MOST_CHARACTERS:
            break
    return [name for name, _ in counts.most_common() if name in inside][:_MOST_NAMES]


def kind_of(name: str) -> EntityKind:
    """Tell what a name names by clear signs; an organisation where it has none."""
    if ORGANISATION_WORD.search(name):
        return EntityKind.ORGANISATION
    if _EVENT_WORD.search(name):
        return EntityKind.EVENT
    if _PLACE_WORD.search(name):
        return EntityKind.PLACE
    first = name.split(" ", 1)[0].casefold()
    return EntityKind.PERSON if first in _GIVEN_NAMES or first in _TITLES else EntityKind.ORGANISATION


def _names(text: str) -> Iterator[tuple[str, bool]]:
    """Give each name with whether the start of a sentence may be why it is capitalised."""
    for match in _NAME.finditer(text):
        words = match[0].split()
        begins = _BEGINS.search(text[max(0, match.start() - _LOOK_BACK) : match.start()]) is not None
        stripped = 0
        while stripped < len(words) and fold(words[stripped]) in _FUNCTION_WORDS:
            stripped += 1
        if stripped:
            words, begins = words[stripped:], False
        elif len(words) > 2 and words[0].casefold() in _TITLES:  # “President Donald Trump”
            words = words[1:]
        if len(words) > 1 and not all(word.isupper() for word in words):
            yield " ".join(words), begins
