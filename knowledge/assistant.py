"""The assistant: questions in, Answers out.

question ─analysis→ Query ─┬─ facts.find ─→ Facts ┐
                           └─ retrieve ───→ Hits ─┴ judge → Evidence ─ composer → Answer
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from knowledge.answering.cards import Cards
from knowledge.answering.composer import Composer
from knowledge.answering.elections import Elections
from knowledge.answering.evidence import DEPTH, Evidence, Judge
from knowledge.answering.fields import DEFINITION, NAME
from knowledge.answering.relations import Relations
from knowledge.answering.search import Search
from knowledge.answering.subjects import former
from knowledge.answering.timeline import Timelines
from knowledge.answering.verification import Verifier
from knowledge.corpus import Corpus
from knowledge.documents.loader import Example, Problem
from knowledge.errors import NotVerbatim
from knowledge.facts.store import FactStore
from knowledge.models import (
    Aid,
    Answer,
    AnswerKind,
    Citation,
    Document,
    Expansion,
    Fact,
    Found,
    Gap,
    GapKind,
    IndexState,
    Language,
    Outcome,
    Passage,
    Query,
    Span,
    Topic,
)
from knowledge.questions.analysis import Analyst
from knowledge.questions.followups import inherit
from knowledge.retrieval.asks import AskIndex
from knowledge.retrieval.retriever import Retriever
from knowledge.retrieval.translation import Interpreter
from knowledge.text.language import detect
from knowledge.text.names import NameMatcher
from knowledge.text.normalise import clean

LONGEST_QUESTION = 2_000
"""Characters of the longest question or quote that is read."""
TOO_LONG = "too_long"
_WHAT_IT_IS = frozenset({AnswerKind.NONE, AnswerKind.DEFINITION, AnswerKind.WHO, AnswerKind.HOW, AnswerKind.WHICH})


class Helper(Protocol):
    """A program that makes answers better where it is installed."""

    def status(self) -> Aid:
        """Try it, and say how it is."""
        ...

    def close(self) -> None:
        """End it."""
        ...


@dataclass(frozen=True)
class Parts:
    """What an assistant is made of; `bootstrap` makes it."""

    corpus: Corpus
    facts: FactStore
    names: NameMatcher
    analyst: Analyst
    interpreter: Interpreter
    retriever: Retriever
    inspect_index: Callable[[], IndexState]
    asks: AskIndex
    judge: Judge
    composer: Composer
    cards: Cards
    elections: Elections
    timelines: Timelines
    verifier: Verifier
    search: Search
    relations: Relations
    examples: tuple[Example, ...]
    problems: tuple[Problem, ...]
    helpers: tuple[Helper, ...] = ()


class Assistant:
    """Answers from one corpus; safe to share between threads, and never raises for what a person typed."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def ask(self, question: str, *, language: Language | None = None, topic: Topic | None = None) -> Answer:
        """Answer a free question; `topic` is that of the exchange it follows up."""
        parts = self._parts
        refused = _refuse(question, language)
        if refused is not None:
            return refused
        query = self._read(question, language, topic)
        settled = parts.elections.asked(query)
        if settled is not None:
            return settled
        return parts.composer.compose(query, self._weigh(query))

    def evidence(
        self, question: str, *, language: Language | None = None, topic: Topic | None = None
    ) -> tuple[Query, Evidence]:
        """Give how a free question is read, and what is weighed for it: the way to its answer."""
        query = self._read(question, language, topic)
        return query, self._weigh(query)

    def _read(self, question: str, language: Language | None, topic: Topic | None) -> Query:
        parts = self._parts
        query = inherit(parts.analyst.analyse(question, language), topic, parts.facts.label)
        return parts.interpreter.render(query)

    def _weigh(self, query: Query) -> Evidence:
        parts = self._parts
        return parts.judge.weigh(query, parts.retriever.retrieve(query, DEPTH), self._facts(query))

    def _facts(self, query: Query) -> Sequence[Fact]:
        """Find the facts asked for; a question that is only a name asks what it names."""
        facts = self._parts.facts
        if query.kind is AnswerKind.INSTRUCTION:
            return ()
        if query.attribute is not None:
            return self._of_its_years(query, facts.find(query.entities, query.attribute, query.years))
        if query.terms or query.kind not in _WHAT_IT_IS:
            return ()
        return [fact for each in (NAME, DEFINITION) for fact in facts.find(query.entities, each, query.years)]

    def _of_its_years(self, query: Query, facts: Sequence[Fact]) -> Sequence[Fact]:
        """Keep to the years of a former name where the question uses one."""
        for mention in self._parts.names.find(query.text):
            for entity in filter(None, map(self._parts.facts.entity, mention.entities)):
                alias = former(entity, mention.name)
                if alias is not None and alias.period is not None:
                    scope = alias.period
                    return [f for f in facts if f.period is None or f.period.overlaps(scope)] or facts
        return facts

    def whois(self, name: str, *, language: Language | None = None) -> Answer:
        """Answer with what the documents say of a name."""
        spoken = language or "en"
        return _refuse(name, spoken) or self._parts.cards.whois(name, spoken)

    def elections(self, year: int | None = None, *, language: Language | None = None) -> Answer:
        """Answer with the election results of a year, or of all years."""
        return self._parts.elections.elections(year, language or "en")

    def timeline(self, name: str | None = None, *, language: Language | None = None) -> Answer:
        """Answer with the dated passages of a name, or of all documents."""
        spoken = language or "en"
        return (name and _refuse(name, spoken)) or self._parts.timelines.timeline(name, spoken)

    def map(self, name: str, *, language: Language | None = None) -> Answer:
        """Answer with the facts that join a name to its neighbours: organisations, people, events."""
        spoken = language or "en"
        return _refuse(name, spoken) or self._parts.relations.map(name, spoken)

    def periods(self, name: str, *, language: Language | None = None) -> Answer:
        """Answer with what a name bore, had or published over a stretch of years."""
        spoken = language or "en"
        return _refuse(name, spoken) or self._parts.relations.periods(name, spoken)

    def verify(self, quote: str, *, language: Language | None = None) -> Answer:
        """Answer whether a quote is in the documents, word for word."""
        spoken = language or detect(quote, "en")
        return _refuse(quote, spoken) or self._parts.verifier.verify(quote, spoken)

    def search(self, text: str, limit: int, *, language: Language | None = None) -> tuple[Found, ...]:
        """Rank at most `limit` passages for a text and say why each was found; none for what is no question."""
        parts = self._parts
        if _refuse(text, language) is not None:
            return ()
        query = parts.analyst.analyse(text, language)
        hits = parts.retriever.retrieve(query, limit)
        return parts.search.explain(query, hits, parts.judge.asked(query), self._facts(query), limit)

    def names(self, prefix: str = "") -> tuple[str, ...]:
        """Complete a name: at most 25, best first."""
        return self._parts.names.complete(prefix)

    def years(self) -> tuple[int, ...]:
        """List the years with election results."""
        return self._parts.facts.years()

    def shown_name(self, entity: str) -> str | None:
        """Give the short name of an entity, or None where there is no such entity."""
        found = self._parts.facts.entity(entity)
        return found.shown if found else None

    def sources(self) -> tuple[Document, ...]:
        """List the documents."""
        return self._parts.corpus.documents

    def passage(self, passage_id: str) -> Passage | None:
        """Give a passage by its id, or None where it is gone."""
        return self._parts.corpus.passage(passage_id)

    def passages(self, document: str) -> tuple[Passage, ...]:
        """List every passage of a document in reading order, headings too; none for an unknown document."""
        return self._parts.corpus.passages_of(document)

    def neighbours(self, passage_id: str) -> tuple[Passage | None, Passage | None]:
        """Give the passages before and after one."""
        return self._parts.corpus.neighbours(passage_id)

    def opening(self, document: str) -> Passage | None:
        """Give the first passage of a document that retrieval can find, or None."""
        return next((each for each in self._parts.corpus.passages_of(document) if each.retrieved), None)

    def cite(self, passage: Passage, span: Span | None = None) -> Citation:
        """Quote a passage of the corpus, or a span of it counted from its start; raises ValueError for none of it."""
        start, end = span or (0, passage.end - passage.start)
        return self._parts.corpus.cite(passage.document, passage.start + start, passage.start + end)

    @property
    def examples(self) -> tuple[Example, ...]:
        """List the questions that the corpus offers to show what it can do."""
        return self._parts.examples

    @property
    def expansions(self) -> tuple[Expansion, ...]:
        """List the ways to ask that curators wrote."""
        return tuple(self._parts.asks.expansions())

    @property
    def problems(self) -> tuple[Problem, ...]:
        """List the files that could not be loaded, and why."""
        return self._parts.problems

    def check(self, answer: Answer) -> None:
        """Slice every quote anew; raise NotVerbatim where one is not what its document says."""
        for citation in answer.citations:
            document = self._parts.corpus.document(citation.document)
            if document is None or document.text[citation.start : citation.end] != citation.quote:
                raise NotVerbatim(citation.quote, citation.document, citation.start, citation.end)

    def aids(self) -> tuple[Aid, ...]:
        """Try the helper programs, and say how each is."""
        return tuple(helper.status() for helper in self._parts.helpers)

    def inspect_index(self) -> IndexState:
        """Say where the index is kept, and hold its scores against rank_bm25's."""
        return self._parts.inspect_index()

    def close(self) -> None:
        """Let go of what the assistant holds open; afterwards it answers without helper programs."""
        for helper in self._parts.helpers:
            helper.close()


def _refuse(typed: str, language: Language | None) -> Answer | None:
    """Refuse what is empty or too long to be a question, and say which."""
    cleaned = clean(typed[: LONGEST_QUESTION * 4])
    if cleaned and any(char.isalnum() for char in cleaned) and len(cleaned) <= LONGEST_QUESTION:
        return None
    value = TOO_LONG if len(cleaned) > LONGEST_QUESTION else cleaned[:40]
    return Answer(
        question=cleaned[:200],
        language=language or detect(cleaned, "en"),
        outcome=Outcome.NOT_FOUND,
        confidence=0.0,
        missing=(Gap(kind=GapKind.INPUT, value=value),),
    )
