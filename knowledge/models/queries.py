"""An analysed question and what retrieval returns for it."""

from __future__ import annotations

from enum import StrEnum

from knowledge.models.documents import Language, Model, Passage


class AnswerKind(StrEnum):
    """The kind of answer that a question wants."""

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how many"
    SHARE = "share"
    WHICH = "which"
    WHAT = "what"
    DEFINITION = "definition"
    LIST = "list"
    WHY = "why"
    HOW = "how"
    YES_NO = "yes or no"
    OPINION = "opinion"
    COMPARISON = "comparison"
    MENTIONS = "mentions"
    """All that the documents say of something."""
    INSTRUCTION = "instruction"
    SMALL_TALK = "small talk"
    NONE = "none"


class Query(Model):
    """An analysed question."""

    text: str
    """As typed, cleaned."""
    reading: str
    """What retrieval reads: typos mended, and the names that a follow-up inherits."""
    language: Language
    kind: AnswerKind
    terms: tuple[str, ...] = ()
    """Analysed content words, in order, each once."""
    words: tuple[str, ...] = ()
    """The content words as typed, one for each term."""
    entities: tuple[str, ...] = ()
    """Entities that the question names, in order."""
    ambiguous: tuple[str, ...] = ()
    """Names in it that several entities bear."""
    names: tuple[str, ...] = ()
    """The names as typed or inherited, one for each of `entities` and then of `ambiguous`."""
    years: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    """Capital-letter words that no entity of the corpus bears."""
    noun: str | None = None
    """The wanted noun of “how many members”, “which newspaper”, as typed."""
    attribute: str | None = None
    """The attribute of the corpus that the question names."""
    corrected: tuple[tuple[str, str], ...] = ()
    """Words read as other words of the corpus: typed, read as."""
    inherited: bool = False
    """True where names or years come from the topic of the exchange before."""
    follows: str | None = None
    """The id of the passage that answered the question which this one follows up."""
    rendering: str = ""
    """The reading in the other language, by machine: it adds terms and is never shown. Empty where none is needed."""
    meanings: tuple[tuple[str, ...], ...] = ()
    """The content words of each term's own translation, folded; empty without a rendering."""


class Hit(Model):
    """A passage that shares terms with the query."""

    passage: Passage
    score: float
    rank: int
    matched: tuple[str, ...] = ()
