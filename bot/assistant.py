"""What the surfaces need of an assistant, as a protocol that fakes can meet."""

from __future__ import annotations

from typing import Protocol

from knowledge.models import Aid, Answer, Citation, Document, Found, IndexState, Language, Passage, Span, Topic


class Example(Protocol):
    """A command that shows what the corpus holds."""

    @property
    def command(self) -> str:
        """Name the command: `whois`, `elections`, `ask`."""
        ...

    @property
    def argument(self) -> str:
        """Give what it is called with."""
        ...


class Problem(Protocol):
    """A file of the corpus that could not be read."""

    @property
    def file(self) -> str:
        """Name the file within its folder."""
        ...

    @property
    def reason(self) -> str:
        """Say why, in a word that the presentation knows."""
        ...


class Assistant(Protocol):
    """Answers from one corpus; it never raises for what a person typed."""

    @property
    def examples(self) -> tuple[Example, ...]:
        """Give the commands that a greeting shows."""
        ...

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Give the files that could not be read."""
        ...

    def ask(self, question: str, *, language: Language | None = None, topic: Topic | None = None) -> Answer:
        """Answer a question; `topic` is that of the exchange before."""
        ...

    def whois(self, name: str, *, language: Language) -> Answer:
        """Say what the documents say of a name."""
        ...

    def elections(self, year: int | None, *, language: Language) -> Answer:
        """Give the election results of a year, or of all years."""
        ...

    def timeline(self, name: str | None, *, language: Language) -> Answer:
        """Give the dated passages of a name, or of all documents."""
        ...

    def map(self, name: str, *, language: Language) -> Answer:
        """Give the facts that join a name to its neighbours."""
        ...

    def periods(self, name: str, *, language: Language) -> Answer:
        """Give what a name bore, had or published over a stretch of years."""
        ...

    def verify(self, quote: str, *, language: Language) -> Answer:
        """Say whether the documents hold a quote."""
        ...

    def search(self, text: str, limit: int, *, language: Language | None = None) -> tuple[Found, ...]:
        """Rank passages for a text and say why each was found."""
        ...

    def years(self) -> tuple[int, ...]:
        """Give the years that have election results."""
        ...

    def names(self, prefix: str) -> tuple[str, ...]:
        """Give the names that begin with a prefix."""
        ...

    def shown_name(self, entity: str) -> str | None:
        """Give the short name of an entity by its id, None where there is no such entity."""
        ...

    def sources(self) -> tuple[Document, ...]:
        """Give the documents."""
        ...

    def passage(self, passage_id: str) -> Passage | None:
        """Give a passage by its id, None where it is gone."""
        ...

    def passages(self, document: str) -> tuple[Passage, ...]:
        """Give every passage of a document in reading order, headings too."""
        ...

    def neighbours(self, passage_id: str) -> tuple[Passage | None, Passage | None]:
        """Give the passages before and after one."""
        ...

    def opening(self, document: str) -> Passage | None:
        """Give the first passage of a document, None where it has none."""
        ...

    def cite(self, passage: Passage, span: Span | None = None) -> Citation:
        """Quote a passage, or a span of it counted from its start, with its place."""
        ...

    def check(self, answer: Answer) -> None:
        """Re-slice every quote; raises NotVerbatim."""
        ...

    def aids(self) -> tuple[Aid, ...]:
        """Try the helper programs, and say how each is."""
        ...

    def inspect_index(self) -> IndexState:
        """Say where the index is kept, and hold its scores against rank_bm25's."""
        ...

    def close(self) -> None:
        """Let go of files and helpers."""
        ...
