"""`whois`: what the documents say of a name."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering import notes
from knowledge.answering.fields import Fields, Scope
from knowledge.answering.mentions import Mentions
from knowledge.answering.quoting import LEAD_LIMIT
from knowledge.answering.statements import Gathering
from knowledge.answering.subjects import Found, Subjects, former, of_former
from knowledge.corpus import Corpus
from knowledge.facts.store import FactStore
from knowledge.models import (
    Alias,
    Answer,
    Candidate,
    Entity,
    Gap,
    GapKind,
    Language,
    Note,
    NoteKind,
    Outcome,
    Statement,
    StatementKind,
    Subject,
    Topic,
)

MOST_FIELDS = 10
_MOST_MENTIONS = 5


class Cards:
    """Answers `whois`."""

    def __init__(self, corpus: Corpus, facts: FactStore, subjects: Subjects, mentions: Mentions) -> None:
        self._corpus = corpus
        self._facts = facts
        self._subjects = subjects
        self._mentions = mentions
        self._fields = Fields(facts)

    def whois(self, name: str, language: Language) -> Answer:
        """Answer with the card of a name, one line for each bearer of an ambiguous one, or what is nearest."""
        found = self._subjects.find(name)
        if len(found.entities) > 1:
            return self._choice(found, language)
        answer = self._card(found, found.entities[0], language) if found.entities else self._text_only(found, language)
        return answer or self._unknown(found, language)

    def _card(self, found: Found, entity: Entity, language: Language) -> Answer | None:
        scope = Scope(entity, former(entity, found.read_as or found.typed))
        gathering = Gathering(self._facts, language)
        for fact in self._fields.definitions(scope):
            gathering.quote(fact.citation, about=entity.id)
        stood = list(self._fields.stood(scope))
        for result, attribute in stood:
            role = self._facts.label(attribute, language).lower()
            gathering.result(result, heading=f"{result.year}, {role}" if result.year else role)
        rows = self._fields.rows(scope)
        self._fields.state(gathering, scope, language, MOST_FIELDS - len(stood) - bool(rows))
        for result in rows:
            gathering.result(result)
        for citation in self._mentions.of(entity, _MOST_MENTIONS, headed_only=bool(gathering.statements)):
            if not any(_same(citation.start, citation.document, held) for held in _places(gathering)):
                gathering.quote(citation, about=entity.id)
        if not gathering.statements:
            return None
        return self._answer(found, scope, gathering, language)

    def _answer(self, found: Found, scope: Scope, gathering: Gathering, language: Language) -> Answer:
        entity, alias = scope.entity, scope.alias
        lead = gathering.statements[0].text
        return Answer(
            question=found.typed,
            language=language,
            outcome=Outcome.ANSWERED,
            confidence=1.0,
            lead=lead if len(lead) <= LEAD_LIMIT else "",
            statements=gathering.statements,
            citations=gathering.citations,
            notes=(
                *notes.on_citations(self._corpus, self._facts, gathering.citations, language, dated=False),
                *_identity(entity, gathering, language),
            ),
            suggestions=(entity.shown,) if alias is not None else (),
            subject=_subject(entity, alias, language),
            topic=Topic(entities=(entity.id,)),
            interpretation=found.read_as,
        )

    def _choice(self, found: Found, language: Language) -> Answer:
        gathering = Gathering(self._facts, language)
        told = [entity for entity in found.entities if self._tell_apart(gathering, entity)]
        if not told:
            return self._unknown(found, language)
        return Answer(
            question=found.typed,
            language=language,
            outcome=Outcome.ANSWERED,
            confidence=1.0,
            lead=_short(gathering.citations[0].quote),
            statements=gathering.statements,
            citations=gathering.citations,
            candidates=tuple(Candidate(id=entity.id, name=entity.name) for entity in told),
            topic=Topic(),
            interpretation=found.read_as,
        )

    def _tell_apart(self, gathering: Gathering, entity: Entity) -> bool:
        """State the clause that says who one bearer of a name is, else the first sentence that names it."""
        definition = next(iter(self._fields.definitions(Scope(entity))), None)
        mention = None if definition else next(iter(self._mentions.of(entity, 1)), None)
        citation = definition.citation if definition else mention
        if citation is None:
            return False
        text = definition.value if definition else citation.quote
        number = gathering.cite(citation)
        gathering.add(Statement(text=text, kind=StatementKind.QUOTE, citations=(number,), heading=entity.name))
        return True

    def _text_only(self, found: Found, language: Language) -> Answer | None:
        """Quote the sentences that hold what was typed, where it names no entity."""
        gathering = Gathering(self._facts, language)
        for citation in self._mentions.of_text(found.typed, language, _MOST_MENTIONS):
            gathering.quote(citation)
        if not gathering.statements:
            return None
        return Answer(
            question=found.typed,
            language=language,
            outcome=Outcome.ANSWERED,
            confidence=0.8,
            lead=_short(gathering.statements[0].text),
            statements=gathering.statements,
            citations=gathering.citations,
            subject=Subject(id="", name=found.typed),
        )

    def _unknown(self, found: Found, language: Language) -> Answer:
        kind = GapKind.NAME if found.typed else GapKind.INPUT
        return Answer(
            question=found.typed,
            language=language,
            outcome=Outcome.NOT_FOUND,
            confidence=0.0,
            missing=(Gap(kind=kind, value=found.typed),),
            suggestions=found.nearest,
        )


def _subject(entity: Entity, alias: Alias | None, language: Language) -> Subject:
    if alias is not None and alias.period is not None:
        return of_former(entity, alias, alias.period)
    about = entity.about.within(language) if entity.about is not None else None
    return Subject(id=entity.id, name=entity.shown, about=about)


def _identity(entity: Entity, gathering: Gathering, language: Language) -> Sequence[Note]:
    """Say what curators note of an entity; of a name that nobody states to be its own, where that stands."""
    if entity.note is None:
        return ()
    text = entity.note.within(language)
    unstated = {alias.name for alias in entity.aliases if not alias.stated and alias.citation is not None}
    for statement in gathering.statements:
        if statement.fact is not None and statement.fact.value in unstated:
            return (Note(kind=NoteKind.IDENTITY_ASSUMED, citation=statement.citations[0], text=text),)
    kind = NoteKind.IDENTITY_ASSUMED if unstated or not entity.stated else NoteKind.CURATED
    return (Note(kind=kind, text=text),)


def _short(text: str) -> str:
    return text if len(text) <= LEAD_LIMIT else ""


def _places(gathering: Gathering) -> list[tuple[str, int, int]]:
    return [(held.document, held.start, held.end) for held in gathering.citations]


def _same(start: int, document: str, held: tuple[str, int, int]) -> bool:
    return held[0] == document and held[1] <= start < held[2]
