"""Run-in headings: "Mexican politics today. Arturo Campos …", a heading that opens its own paragraph.

Without a grammar of either language, a phrase is told from a sentence by what it lacks: an opening that only
sentences have ("The", "On", "He"), a word that only verbs are, and the shape of a past tense.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LEAD = re.compile(r"(?P<heading>[^\W\d_][^.!?:;,|\r\n]{4,79})\.\s+(?=[^\W\d_]|[\d¿¡“\"«])")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_WORDS = range(2, 9)
_SHORTEST_LAST_WORD = 3
_SHORTEST_REST = 40
_FEWEST_HEADINGS = 2

_SENTENCE_OPENERS = frozenset(
    """
    a an the this that these those there here i he she it we you they my his her its our your their
    one some any each every all both many most few several no not nobody nothing everyone everybody
    everything someone something in on at by for from of to with without within into since until
    before after during while when where who whom whose which what why how if although though
    because as but and or so yet still then thus therefore however moreover meanwhile later soon now
    today yesterday tomorrow once again also even only just perhaps maybe never always sometimes
    often finally first second next last instead indeed under over between about around across
    against among along near through
    el la los las un una unos unas este esta estos estas ese esa esos esas aquel aquella esto eso yo
    él ella ello nosotros ustedes ellos ellas usted mi su sus nuestro nuestra lo le les se me te nos
    hay no nadie nada todo toda todos todas algunos algunas muchos muchas varios varias cada ambos
    otro otra otros otras en de del a al por para con sin sobre desde hasta entre tras durante ante
    bajo según cuando donde quien que qué cómo cuándo dónde quién cuál si aunque porque como pero y
    e o u así entonces luego después antes ahora hoy ayer mañana ya también tampoco sólo solo quizá
    quizás nunca siempre aquí allí
    """.split()
)
_VERBS = frozenset(
    """
    is are was were be am been being has have had having do does did will would shall should can
    could may might must isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't
    won't wouldn't can't couldn't says say said goes go went comes come came gets get got makes made
    takes took gives gave knows knew thinks thought sees saw seems seem became becomes become began
    begins begin broke brings brought built bought caught chose drew drove fell falls fall fought
    found flew grew heard held kept led left lost meant met paid put ran rose rise rises sang sat
    sent set shot showed spoke stood stayed stays taught told understood won wore wrote remains
    remain lies lay lives follows follow opens closes ends happens happen matters exists
    es son era eran fue fueron ser sido está están estaba estaban estuvo estuvieron ha han había
    habían hubo haber tiene tienen tenía tenían tuvo tuvieron hace hacen hacía hizo hicieron puede
    pueden podía podían pudo debe deben va van iba iban dice dicen dijo dijeron sigue siguen viene
    vienen vino vinieron
    """.split()
)
_PAST = re.compile(r"(?:[a-z]{3,}(?<!n)(?<!e)ed|[a-záéíóúñ]{2,}(?:ó|aron|ieron|aban|ían))$")


def find(paragraphs: Sequence[str]) -> list[str | None]:
    """Give each paragraph its run-in heading; one alone in a text is no convention, so it counts for none."""
    found = [heading(paragraph) for paragraph in paragraphs]
    if sum(name is not None for name in found) < _FEWEST_HEADINGS:
        return [None] * len(found)
    return found


def heading(paragraph: str) -> str | None:
    """Give the phrase that opens a paragraph where it reads as a heading, without its full stop."""
    lead = _LEAD.match(paragraph)
    if lead is None or len(paragraph) - lead.end() < _SHORTEST_REST or paragraph[lead.end()].islower():
        return None
    phrase = lead["heading"]
    words = _WORD.findall(phrase)
    if len(words) not in _WORDS or len(words[-1]) < _SHORTEST_LAST_WORD or not phrase[0].isupper():
        return None
    if words[0].casefold() in _SENTENCE_OPENERS or any(_is_verb(word) for word in words[1:]):
        return None
    return phrase


def _is_verb(word: str) -> bool:
    # A capital inside a phrase marks a name: "the Left" is no past tense of "leave".
    plain = word.replace("’", "'")
    return word[0].islower() and (plain in _VERBS or _PAST.search(plain) is not None)
