"""Dated sentences → events, each with the shortest clause that stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from knowledge.corpus import Corpus
from knowledge.facts import dates
from knowledge.facts.dates import DatedSpan
from knowledge.facts.program import RUNNING_TEXT
from knowledge.models import Citation, Date, Document, Event, Passage, Span
from knowledge.text import sentences
from knowledge.text.names import NameMatcher

_CLAUSE_END = re.compile(r"[,;:](?=\s)")
_ONLY_A_DATE = re.compile(
    r"\W*(?:(?:also|so|and|then|but|again|in|on|at|by|of|during|since|from|until|also|"
    r"también|así|y|pero|entonces|ya|en|el|la|de|del|durante|desde|hasta|a)\W+)*\W*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:[A-ZÁÉÍÓÚÑ¿¡\"“«#]|(?:the|a|an|he|she|it|they|we|his|her|its|their|some|many|el|la|los|las|un|una|se|su|sus)\b)"
)
_NO_SUBJECT = re.compile(
    r"(?:which|who|whom|whose|that|when|where|while|because|although|after|before|and|or|but|if|as|"
    r"que|quien|cuando|donde|mientras|porque|aunque|y|e|o|pero|si|como|[a-z]+ing|[A-Z][a-z]+ing|[a-z]+ed)\b"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|did|do|does|became|began|took|made|won|lost|led|held|met|left|went|came|"
    r"gave|wrote|built|broke|fell|grew|rose|sent|set|sold|told|died|saw|got|put|ran|said|[a-z]{2,}ed|"
    r"es|son|era|eran|fue|fueron|ha|han|había|hubo|está|están|tuvo|hizo|dijo|murió|[a-záéíóúñ]{2,}(?:ó|aron|ieron|aba|aban|ían))\b"
)
_FEWEST_WORDS = 4
_WHOLE = 2
"""Bounds of a sentence that is one clause: it keeps its full stop."""


def read_events(
    corpus: Corpus,
    matcher: NameMatcher,
    subjects: Mapping[str, str],
    curated: Sequence[Event] = (),
) -> list[Event]:
    """Read the events of running text; `subjects` are the entities that documents are about, by document.

    A document whose events curators wrote has those and no others.
    """
    written = {event.citation.document for event in curated}
    events = list(curated)
    for document in corpus.documents:
        if document.id not in written:
            events += _of_document(corpus, document, matcher, subjects.get(document.id))
    return events


def order(event: Event) -> tuple[object, ...]:
    """Sort events by date; those without a year last, and among them those without a month."""
    date = event.date
    if date.year is None:
        return 1, 0, date.month or 13, date.day or 0
    return 0, date.year, date.month or 0, date.day or 0


def _of_document(corpus: Corpus, document: Document, matcher: NameMatcher, subject: str | None) -> Iterator[Event]:
    for passage in corpus.passages_of(document.id):
        if passage.kind not in RUNNING_TEXT or not passage.retrieved:
            continue
        text = document.text[passage.start : passage.end]
        if not dates.candidate(text, passage.language):
            continue
        for start, end in sentences.split(text):
            sentence = text[start:end]
            found = _telling(dates.find(sentence, passage.language))
            if found:
                yield from _of_sentence(corpus, passage, passage.start + start, sentence, found, matcher, subject)


def _of_sentence(
    corpus: Corpus,
    passage: Passage,
    begin: int,
    sentence: str,
    found: Iterable[DatedSpan],
    matcher: NameMatcher,
    subject: str | None,
) -> Iterator[Event]:
    named = [mention.entities[0] for mention in matcher.find(sentence) if len(mention.entities) == 1]
    entities = tuple(dict.fromkeys([*([subject] if subject else []), *named]))
    for span in found:
        start, end = clause(sentence, span.start, span.end)
        yield Event(
            date=span.date,
            entities=entities,
            text=sentence[start:end],
            citation=_cite(corpus, passage, begin, len(sentence), span),
        )


def _cite(corpus: Corpus, passage: Passage, begin: int, length: int, span: DatedSpan) -> Citation:
    answer = (begin + span.start, begin + span.end)
    return corpus.cite(passage.document, begin, begin + length, answer=(answer,))


def _telling(found: Sequence[DatedSpan]) -> list[DatedSpan]:
    """Leave out a month alone beside a year (“1988 … in January of that year”) and dates told twice."""
    has_year = any(span.date.year for span in found)
    told: dict[Date, DatedSpan] = {}
    for span in found:
        if span.date.year or not has_year:
            told.setdefault(span.date.model_copy(update={"words": ""}), span)
    return list(told.values())


def clause(sentence: str, start: int, end: int) -> Span:
    """Find the clause of a sentence that holds a date and stands alone; the whole sentence where none does.

    Where the clause is nothing but the date (“In 2006, they …”) it is the next one, which the date opens.
    """
    bounds = [0, *(stop.end() for stop in _CLAUSE_END.finditer(sentence) if _outside(sentence, stop.start()))]
    bounds.append(len(sentence))
    held = next((n for n in range(len(bounds) - 1) if bounds[n] <= start and end <= bounds[n + 1]), None)
    if held is not None:
        rest = sentence[bounds[held] : start] + sentence[end : bounds[held + 1]]
        if _ONLY_A_DATE.fullmatch(rest) and held + 2 < len(bounds):
            held += 1
        span = _trim(sentence, bounds[held], bounds[held + 1])
        if len(bounds) > _WHOLE and _stands_alone(sentence[slice(*span)]):
            return span
    return _trim(sentence, 0, len(sentence), stop=False)


def _stands_alone(words: str) -> bool:
    return (
        len(words.split()) >= _FEWEST_WORDS
        and _SUBJECT.match(words) is not None
        and _NO_SUBJECT.match(words) is None
        and _VERB.search(words) is not None
        and words.count("(") == words.count(")")
        and words.count('"') % 2 == 0
    )


def _outside(sentence: str, place: int) -> bool:
    """Tell whether a place lies outside parentheses."""
    return sentence.count("(", 0, place) <= sentence.count(")", 0, place)


def _trim(text: str, start: int, end: int, *, stop: bool = True) -> Span:
    """Leave out white space, and the punctuation that parts a clause from the next."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or (stop and text[end - 1] in ",;:.")):
        end -= 1
    return start, end
