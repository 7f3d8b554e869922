"""Reader and checker of `expansions.toml`: ways to ask for a span, and for what no document tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.corpus import Corpus
from knowledge.facts import entries
from knowledge.facts.entries import Entry
from knowledge.facts.quotes import Place, Quotes
from knowledge.models import Expansion, Language, Span

FILE = "expansions.toml"
_TOLD, _UNSAID = "expansions", "gaps"
_KEYS = {
    _TOLD: frozenset("document quote after answer en es".split()),
    _UNSAID: frozenset("document quote after missing en es".split()),
}
_LANGUAGES: Sequence[Language] = ("en", "es")


def read(corpus: Corpus, text: str) -> tuple[Expansion, ...]:
    """Read `expansions.toml` (document expansion, Nogueira et al. 2019).

    Raises CurationSyntax, QuoteMissing and QuoteAmbiguous, with the line where the entry starts.
    """
    quotes = Quotes(corpus)
    return tuple(_expansion(entry, quotes) for entry in entries.read(text, FILE, (_TOLD, _UNSAID)))


def _expansion(entry: Entry, quotes: Quotes) -> Expansion:
    entry.allow(_KEYS[entry.table])
    place = quotes.locate(entry)
    unit, answer = quotes.unit(place), entry.string("answer")
    asks = tuple((language, ask) for language in _LANGUAGES for ask in entry.strings(language))
    if not asks:
        raise entry.fail("an expansion has questions in en or es")
    missing = entry.bilingual("missing")
    if missing is None and entry.table == _UNSAID:
        raise entry.fail("a gap says in both languages what is missing")
    return Expansion(
        document=place.document.id,
        span=unit,
        answer=_answer(entry, place, unit, answer) if answer else None,
        missing=missing,
        asks=asks,
    )


def _answer(entry: Entry, place: Place, unit: Span, answer: str) -> Span:
    """Find the answer in the quote, else in the sentences around it."""
    start = place.document.text.find(answer, *place.span)
    if start < 0:
        return replace(place, span=unit).within(entry, answer, "answer")
    return start, start + len(answer)
