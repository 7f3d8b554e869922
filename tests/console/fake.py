"""An assistant that gives answers made by hand, and remembers what it was asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from bot.requests import Command
from knowledge.errors import NotVerbatim
from knowledge.models import (
    Aid,
    Answer,
    Citation,
    Document,
    Found,
    Gap,
    GapKind,
    IndexKept,
    IndexState,
    Language,
    Passage,
    Span,
    Topic,
)
from tests.presentation import answers, results
from tests.presentation.making import documents, nothing


class FakeExample(NamedTuple):
    command: str
    argument: str


class FakeProblem(NamedTuple):
    file: str
    reason: str


KNOWN: dict[tuple[Command, str], Answer] = {
    (Command.ASK, "When was the LTS founded?"): answers.founding(),
    (Command.ASK, "When did the POS and the LUS merge?"): answers.merger(),
    (Command.WHOIS, "MTS"): answers.card_mts(),
    (Command.ELECTIONS, "2016"): results.elections_2016(),
    (Command.ELECTIONS, ""): results.elections_all(),
    (Command.TIMELINE, "MTS"): answers.timeline(),
    (Command.TIMELINE, ""): answers.timeline(),
}
EXAMPLES = (
    FakeExample("whois", "MTS"),
    FakeExample("elections", "2016"),
    FakeExample("ask", "When was the LTS founded?"),
)

INDEX = IndexState(kept=IndexKept.SMALL, passages=3, exact=True)


@dataclass
class FakeAssistant:
    """Knows a few answers; everything else is not found."""

    examples: tuple[FakeExample, ...] = EXAMPLES
    problems: tuple[FakeProblem, ...] = ()
    known: dict[tuple[Command, str], Answer] = field(default_factory=lambda: dict(KNOWN))
    topics: list[Topic | None] = field(default_factory=list)
    asked: list[tuple[Command, str, str | None]] = field(default_factory=list)
    helped_by: tuple[Aid, ...] = ()
    index: IndexState = INDEX
    closed: bool = False
    fault: Exception | None = None

    def ask(self, question: str, *, language: Language | None = None, topic: Topic | None = None) -> Answer:
        self.topics.append(topic)
        return self._answer(Command.ASK, question, language)

    def whois(self, name: str, *, language: Language) -> Answer:
        return self._answer(Command.WHOIS, name, language)

    def elections(self, year: int | None, *, language: Language) -> Answer:
        return self._answer(Command.ELECTIONS, str(year or ""), language)

    def timeline(self, name: str | None, *, language: Language) -> Answer:
        return self._answer(Command.TIMELINE, name or "", language)

    def map(self, name: str, *, language: Language) -> Answer:
        return self._answer(Command.MAP, name, language)

    def periods(self, name: str, *, language: Language) -> Answer:
        return nothing(name, language)

    def verify(self, quote: str, *, language: Language) -> Answer:
        return self._answer(Command.VERIFY, quote, language)

    def search(self, text: str, limit: int, *, language: Language | None = None) -> tuple[Found, ...]:
        del text, limit, language
        return ()

    def years(self) -> tuple[int, ...]:
        return (2016, 2018)

    def names(self, prefix: str) -> tuple[str, ...]:
        return tuple(name for name in ("LTS", "MTS") if name.startswith(prefix))

    def sources(self) -> tuple[Document, ...]:
        return documents()

    def shown_name(self, entity: str) -> str | None:
        return entity.upper()

    def passage(self, passage_id: str) -> Passage | None:
        del passage_id
        return None

    def passages(self, document: str) -> tuple[Passage, ...]:
        del document
        return ()

    def neighbours(self, passage_id: str) -> tuple[Passage | None, Passage | None]:
        del passage_id
        return (None, None)

    def opening(self, document: str) -> Passage | None:
        del document
        return None

    def cite(self, passage: Passage, span: Span | None = None) -> Citation:
        del span
        raise KeyError(passage.id)

    def check(self, answer: Answer) -> None:
        texts = {document.id: document.text for document in documents()}
        for citation in answer.citations:
            if texts[citation.document][citation.start : citation.end] != citation.quote:
                raise NotVerbatim(citation.quote, citation.document, citation.start, citation.end)

    def aids(self) -> tuple[Aid, ...]:
        return self.helped_by

    def inspect_index(self) -> IndexState:
        return self.index

    def close(self) -> None:
        self.closed = True

    def _answer(self, command: Command, argument: str, language: Language | None) -> Answer:
        if self.fault is not None:
            raise self.fault
        self.asked.append((command, argument, language))
        missing = Gap(kind=GapKind.NAME, value=argument)
        return self.known.get((command, argument)) or nothing(argument, language or "en", missing)
