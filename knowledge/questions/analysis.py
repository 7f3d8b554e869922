"""str → Query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from knowledge.models import AnswerKind, Language, Query
from knowledge.questions.kinds import recognise
from knowledge.text.analyzer import content
from knowledge.text.language import detect
from knowledge.text.names import Mention, NameMatcher
from knowledge.text.normalise import clean, fold, tokens, words_of
from knowledge.text.spelling import Speller
from knowledge.text.stopwords import STOPWORDS

_YEAR = re.compile(r"(?<![\w.,])(1[0-9]{3}|20[0-9]{2})(?![\w]|[.,]\d)")
_SHORT_YEAR = re.compile(
    r"(?:['’´](?P<marked>\d\d)\b"
    r"|(?P<before>\b(?:in|since|year|en el|desde el|a[ñn]o|(?:el|del)(?= (?:3[2-9]|[4-9]\d)))) (?P<bare>\d\d)"
    r"(?=[?!.,;\s]*$|[?!,;]| (?:in|at|by|and|the|when|en|y|la|el|los|las|por|que|cuando)\b))",
    re.IGNORECASE,
)
"""“in ’94”, “en el 94”: a year by its last two figures; without a mark, no noun stands behind it.

“El 27” may be a day; “el 94” cannot.
"""
_FIRST_SHORT_YEAR = 50
"""Two figures from which a year is of the last century."""
_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w)")
_ACRONYM = re.compile(r"(?<![\w-])[A-ZÁÉÍÓÚÑ]{2,}(?:-[A-Z]{2,})?(?![\w-])")
_ROMAN = re.compile(r"[IVXLCDM]+")
_SPOKEN = frozenset("AM PM OK TV CEO CV ID USA EEUU PDF".split())
"""Capital letters that people type without meaning a name of the documents."""
_KIND_WORDS: Mapping[AnswerKind, frozenset[str]] = {
    AnswerKind.WHEN: frozenset(
        "year years date dates month day decade century time año años ano anos fecha fechas mes dia decada "
        "siglo".split()
    ),
    AnswerKind.WHERE: frozenset(
        "place places location city country town state lugar lugares sitio ciudad pais estado ubicacion".split()
    ),
    AnswerKind.WHO: frozenset("person people persona personas name names nombre nombres".split()),
    AnswerKind.HOW_MANY: frozenset("number numero cantidad many total".split()),
    AnswerKind.SHARE: frozenset("percentage percent share proportion porcentaje ciento proporcion per cent".split()),
    AnswerKind.LIST: frozenset("list name lista nombra enumerate enumera menciona mention".split()),
    AnswerKind.WHY: frozenset("reason cause made razon motivo causa debio debe".split()),
    AnswerKind.HOW: frozenset("way manera forma modo".split()),
    AnswerKind.OPINION: frozenset(
        "think thinks thought view views opinion stance position opina opinan piensa piensan pensaba opinaba "
        "postura about see sees saw ve ven vio vieron veian considera consideran califica califican valora "
        "valoran describe describen juzga".split()
    ),
    AnswerKind.MENTIONS: frozenset(
        "come comes up mentioned mention mentions appear appears named name talked talk talks discussed discuss speak "
        "menciona mencionan mencionado habla hablan nombra nombran aparece aparecen sale salen cita citan library "
        "biblioteca three tres find time times across see each".split()
    ),
    AnswerKind.DEFINITION: frozenset(
        "meaning definition significado significa significan stand stands siglas sigla acronym acronimo abbreviation "
        "full form name initials spell spelled out long letters letras nombre completo completa".split()
    ),
}
"""Words that only say which kind of answer is wanted; a passage need not hold them."""
_ANY_KIND = frozenset(
    "doc docs document documents text texts source sources article documento documentos texto fuente fuentes articulo "
    "information info informacion name called nombre llama llamaba llamo llamado llamada according happen "
    "happened happens occur occurred paso pasa sucedio ocurrio know known everything anything something "
    "everybody anybody whole mention mentioned mentions mencionan menciona aparece talk talks habla "
    "hablan sabemos cuenta existe".split()
)


class Analyst:
    """Analyses questions about one corpus."""

    def __init__(
        self,
        names: NameMatcher,
        attributes: Mapping[str, Sequence[str]],
        speller: Speller,
    ) -> None:
        self._names = names
        self._speller = speller
        self._attributes = _phrases(attributes)

    def analyse(self, question: str, language: Language | None = None) -> Query:
        """Analyse a question; without a language it is told from the question itself."""
        text = clean(question)
        spoken = language or detect(text, "en")
        folded = _fold_in_place(text)
        kind, noun_at = recognise(folded)
        mentions = self._names.find(text)
        corrected = self._corrected(text, spoken, mentions)
        reading = _mended(text, spoken, corrected)
        if kind is AnswerKind.NONE and corrected:
            kind, _ = recognise(fold(reading))
        bearing = self._names.find(reading) if corrected else mentions
        named = [(mention.start, mention.end) for mention in mentions]
        words = [
            (word, token)
            for word, token, start, end in content(text, spoken)
            if not _within(start, end, named)
            and not self._names.bearers(corrected.get(word, ""))
            and word not in _ANY_KIND
            and word not in _KIND_WORDS.get(kind, ())
        ]
        words = [(corrected.get(word, word), token) for word, token in words]
        short = [match["marked"] or match["bare"] for match in _SHORT_YEAR.finditer(text)]
        years = tuple(dict.fromkeys([*map(int, _YEAR.findall(text)), *map(_whole_year, short)]))
        said = {*map(str, years), *short}
        unique = dict(words)
        named_once: dict[str, str] = {}
        for mention in bearing:
            if len(mention.entities) == 1:
                named_once.setdefault(mention.entities[0], mention.name)
        ambiguous = dict.fromkeys(m.name for m in bearing if len(m.entities) > 1)
        return Query(
            text=text,
            reading=_SHORT_YEAR.sub(_in_full, reading),
            language=spoken,
            kind=kind,
            terms=tuple(word for word in unique if word not in said),
            words=tuple(token for word, token in unique.items() if word not in said),
            entities=tuple(named_once),
            ambiguous=tuple(ambiguous),
            names=(*named_once.values(), *ambiguous),
            years=years,
            numbers=tuple(figure for figure in _FIGURE.findall(text) if figure not in said),
            acronyms=_strangers(text, spoken, named),
            noun=_noun(text, spoken, noun_at, named),
            attribute=self._attribute(folded),
            corrected=tuple((typed, read) for typed, read in corrected.items()),
        )

    def _attribute(self, folded: str) -> str | None:
        """Find the attribute named by the longest of its words."""
        words = [_owner(word) for word, *_ in tokens(folded)]
        for length in range(min(5, len(words)), 0, -1):
            for place in range(len(words) - length + 1):
                found = self._attributes.get(tuple(words[place : place + length]))
                if found is not None:
                    return found
        return None

    def _corrected(self, text: str, language: Language, mentions: Sequence[Mention]) -> dict[str, str]:
        """Map unknown words outside names to the known words they are read as."""
        named = [(mention.start, mention.end) for mention in mentions]
        read = {
            word: self._speller.correct(word)
            for word, _, start, end in content(text, language)
            if not _within(start, end, named) and not word[0].isdigit()
        }
        return {word: known for word, known in read.items() if known is not None}


def _whole_year(short: str) -> int:
    return int(short) + (1900 if int(short) >= _FIRST_SHORT_YEAR else 2000)


def _in_full(match: re.Match[str]) -> str:
    return f"{match['before'] or ''} {_whole_year(match['marked'] or match['bare'])}"


def _mended(text: str, language: Language, corrected: Mapping[str, str]) -> str:
    if not corrected:
        return text
    pieces, place = [], 0
    for word, _, start, end in content(text, language):
        if word in corrected:
            pieces += [text[place:start], corrected[word]]
            place = end
    return "".join([*pieces, text[place:]])


def _phrases(attributes: Mapping[str, Iterable[str]]) -> dict[tuple[str, ...], str]:
    """Map the folded words of each name of an attribute to it; words that any question may hold name none."""
    vague = STOPWORDS["en"] | STOPWORDS["es"] | frozenset().union(*_KIND_WORDS.values())
    phrases: dict[tuple[str, ...], str] = {}
    for attribute, names in attributes.items():
        for name in names:
            words = tuple(_owner(fold(word)) for word in words_of(name))
            if not vague.issuperset(words):
                phrases.setdefault(words, attribute)
    return phrases


def _owner(word: str) -> str:
    """Give a folded word without the ’s that shows whose something is."""
    return word.replace("’", "'").removesuffix("'s")


def _fold_in_place(text: str) -> str:
    """Fold character by character, so that offsets stay."""
    return "".join(folded if len(folded := fold(char)) == 1 else char for char in text)


def _within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in spans)


def _strangers(text: str, language: Language, named: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """List acronyms in the question that no name of the corpus covers."""
    if text.isupper():
        return ()
    found = [match[0] for match in _ACRONYM.finditer(text) if not _within(*match.span(), named)]
    return tuple(word for word in dict.fromkeys(found) if not _is_said_aloud(word, language))


def _is_said_aloud(word: str, language: Language) -> bool:
    """Tell whether capitals only stress a word, count in Roman figures or are everybody's."""
    stressed = len(word) > 2 and fold(word) in STOPWORDS[language]
    return stressed or word in _SPOKEN or _ROMAN.fullmatch(word) is not None


def _noun(text: str, language: Language, begins: int | None, named: Sequence[tuple[int, int]]) -> str | None:
    """Read the wanted noun: the content words right after “how many”, “which”.

    In Spanish, adjectives and the verb follow it and look alike: there the noun is one word.
    """
    if begins is None:
        return None
    chosen: list[str] = []
    for token, start, end in tokens(text):
        name = _within(start, end, named)
        leads_in = fold(token) in _BEFORE_NOUN or (name and language == "en")  # which POS congress
        if start < begins or (not chosen and leads_in):
            continue
        if name or fold(token) in STOPWORDS[language] or _is_verb(token, language, first=not chosen):
            break
        chosen.append(token)
        if len(chosen) == _NOUN_WORDS[language]:
            break
    return " ".join(chosen) or None


_NOUN_WORDS: Mapping[Language, int] = {"en": 3, "es": 1}
_BEFORE_NOUN = frozenset(
    "a an the of its their his her other own exact el la los las un una de su sus otro otra otros otras".split()
)
_ENGLISH_VERBS = frozenset("won got took went came ran led wrote made held met left gave put became began".split())
_SPANISH_VERB = re.compile(r"(?:ó|aban?|[ai]ron|ieron)$")


def _is_verb(token: str, language: Language, *, first: bool) -> bool:
    """Tell a verb by its look, in Spanish right after “qué” only; a first word in -ed is an adjective."""
    if language == "es":
        return first and _SPANISH_VERB.search(token) is not None
    return token.lower() in _ENGLISH_VERBS or (not first and token.endswith("ed"))
