"""What the program reads of a corpus by itself: subjects, acronyms and names, fields and election results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.corpus import Corpus
from knowledge.facts import acronyms, infobox, propernames, tables
from knowledge.facts.acronyms import ExplainedAcronym
from knowledge.facts.attributes import Attributes
from knowledge.facts.entities import Entities, kind_of
from knowledge.facts.infobox import Field
from knowledge.models import Citation, Document, ElectionResult, Fact, Language, Passage, PassageKind
from knowledge.text import sentences

RUNNING_TEXT = (PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.LIST_ITEM)
"""Kinds of passage that hold sentences."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What fields and rows say, and the entity that each document is about."""

    subjects: dict[str, str]
    facts: tuple[Fact, ...]
    results: tuple[ElectionResult, ...]
    spotted: frozenset[str] = frozenset()
    """Entities that are known by a name in running text only."""


def read(corpus: Corpus, entities: Entities, attributes: Attributes, *, names: bool) -> Reading:
    """Read every document, adding the entities and attributes that are met.

    `names` asks for the proper names of running text as well.
    """
    fields = {document.id: _fields(corpus, document, attributes) for document in corpus.documents}
    subjects: dict[str, str] = {}
    for document in corpus.documents:
        subject = _subject(corpus, document, fields[document.id], entities, attributes)
        if subject is not None:
            subjects[document.id] = subject
    for document in corpus.documents:
        for explained in acronyms.find(document.text):
            _add_acronym(corpus, document, explained, entities)
    known = {entity.id for entity in entities.all()}
    if names:
        for name in propernames.find(_running_text(corpus)):
            entities.add([(name, None)], kind=propernames.kind_of(name))
    spotted = frozenset(entity.id for entity in entities.all()) - known
    facts: list[Fact] = []
    results: list[ElectionResult] = []
    for document in corpus.documents:
        subject = subjects.get(document.id)
        if subject is not None:
            for field in fields[document.id]:
                facts += _facts(corpus, field, subject, entities, attributes)
        results += tables.read_results(corpus, corpus.passages_of(document.id), document.text, subject)
    return Reading(subjects, tuple(facts), tuple(results), spotted)


def _fields(corpus: Corpus, document: Document, attributes: Attributes) -> list[Field]:
    return infobox.read_fields(corpus.passages_of(document.id), document.text, kept=attributes.curated_key)


def _subject(
    corpus: Corpus, document: Document, fields: Sequence[Field], entities: Entities, attributes: Attributes
) -> str | None:
    """Find whom a document is about by its title; an infobox makes an entity where nobody wrote one."""
    line = infobox.title_line(corpus.passages_of(document.id))
    names: list[tuple[str, Language | None]] = [(infobox.without_parenthesis(document.title), document.language)]
    if line is not None:
        written = document.text[line.start : line.end]
        names += [(written[start:end], None) for start, end in infobox.split_names(written)]
    found = entities.subject([document.title, *(name for name, _ in names)])
    if line is None and not fields:
        return found
    kind = kind_of(attributes.of_field(field.key, field.name).id for field in fields)
    citation = corpus.cite(document.id, line.start, line.end) if line else None
    return found or entities.add(names, kind=kind, citation=citation)


def _add_acronym(corpus: Corpus, document: Document, explained: ExplainedAcronym, entities: Entities) -> None:
    passage = corpus.passage_at(document.id, explained.start)
    citation = _cite(corpus, document, passage, explained) if passage else None
    language = passage.language if passage else None
    first, *others = explained.names
    names = [(first, language if not others else None), *((name, None) for name in others)]
    entities.add(names, acronym=explained.acronym, citation=citation)


def _cite(corpus: Corpus, document: Document, passage: Passage, explained: ExplainedAcronym) -> Citation | None:
    """Cite the sentence, field or row that explains an acronym."""
    if explained.end > passage.end:
        return None
    answer = (explained.start, explained.end)
    if passage.kind in RUNNING_TEXT:
        for start, end in sentences.split(document.text[passage.start : passage.end]):
            if passage.start + start <= explained.start and explained.end <= passage.start + end:
                return corpus.cite(document.id, passage.start + start, passage.start + end, answer=[answer])
    return corpus.cite(document.id, passage.start, passage.end, answer=[answer])


def _running_text(corpus: Corpus) -> Iterator[str]:
    """Give the sentences of every document, without the headlines of listings."""
    for document in corpus.documents:
        for passage in corpus.passages_of(document.id):
            if passage.kind in RUNNING_TEXT and passage.retrieved:
                text = document.text[passage.start : passage.end]
                yield text.partition("\n")[2] or text if passage.kind is PassageKind.ITEM else text


def _facts(corpus: Corpus, field: Field, subject: str, entities: Entities, attributes: Attributes) -> Iterator[Fact]:
    attribute = attributes.of_field(field.key, field.name)
    passage = field.passage
    for item in infobox.split_items(field.value):
        start, end = field.start + item.start, field.start + item.end
        target = entities.named(item.name)
        yield Fact(
            entity=subject,
            attribute=attribute.id,
            value=field.value[item.start : item.end],
            object=target if target != subject else None,
            period=item.period,
            citation=corpus.cite(passage.document, passage.start, passage.end, answer=[(start, end)]),
        )
