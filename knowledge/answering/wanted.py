"""A query made ready for measuring many units: what it wants, weighed once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.answering.units import Unit, neighbours
from knowledge.models import Query
from knowledge.retrieval.parting import NAMED
from knowledge.retrieval.retriever import Retriever
from knowledge.retrieval.translation import beyond
from knowledge.text.analyzer import content, content_word, forms, grams, stems
from knowledge.text.names import NameMatcher
from knowledge.text.normalise import fold, words_of
from knowledge.text.stopwords import LIGHT
from knowledge.text.thesaurus import Thesaurus

NAME_WEIGHT = 3.0
"""Weight of a name or a year beside the idf of words."""
_MEANT = 0.97
"""How far the translation of a word stands for it, and what its terms weigh beside typed ones."""
_LIGHT_WEIGHT = 0.3
"""What a word weighs that says little by itself."""
_K1, _B = 1.0, 0.5
"""As in the index of passages."""
_MEAN_LENGTH = 40
"""Stems of a sentence of middling length: the normaliser of the sentence score."""


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a question, as typed, and its weight."""

    forms: dict[str, float]
    """Its own forms at 1; below that, stems of words that mean the same and forms of its translation."""
    typed: str
    weight: float
    grams: tuple[str, ...] = ()
    light: bool = False
    """Whether it says little by itself, so that an answer may do without it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a query wants: words, names, years and acronyms to cover; stems and 4-grams to score."""

    query: Query
    words: tuple[Word, ...]
    bearers: tuple[frozenset[str], ...]
    """For each name of the question, the entities that bear it."""
    acronyms: tuple[Word, ...]
    stems: dict[str, float]
    grams: dict[str, float]
    """Weights that sum to 1."""
    pairs: frozenset[tuple[str, str]]
    forms: frozenset[str]
    """All forms of the words, and the names' bearers as asks name them."""
    told: frozenset[str]
    """Those, the years and the forms of `sought`: all that ways to ask can hold of the question."""
    sought: tuple[Mapping[str, float], ...]
    """Every word and name of the reading as ways to ask hold them: forms, and how far each stands for its word."""

    @property
    def point(self) -> frozenset[str]:
        """Give the forms of the noun that is asked for: which newspaper, how many members."""
        words = (self.query.noun or "").split()
        return frozenset(form for word in words for form in forms(fold(word), self.query.language))

    def bm25(self, unit: Unit) -> float:
        """Score the words of one unit; every unit is taken against the same middling length."""
        norm = _K1 * (1 - _B + _B * unit.length / _MEAN_LENGTH)
        held = unit.stems
        return sum(
            weight * held[stem] * (_K1 + 1) / (held[stem] + norm) for stem, weight in self.stems.items() if stem in held
        )

    def exact_share(self, coverage: Sequence[float]) -> float:
        """Give the share of the words, by weight, that are covered in full."""
        weight = sum(word.weight for word in self.words)
        held = sum(word.weight for word, strength in zip(self.words, coverage, strict=True) if strength >= 1)
        return held / weight if weight else 1.0

    def gram_share(self, unit: Unit) -> float:
        """Give the weighted share of the query's 4-grams that a unit holds."""
        held = unit.grams
        return sum(weight for gram, weight in self.grams.items() if gram in held)

    def pair_share(self, unit: Unit) -> float:
        """Give the share of the query's neighbouring words that are neighbours in a unit."""
        return len(self.pairs & unit.pairs) / max(1, len(self.pairs))


def make_ready(query: Query, names: NameMatcher, retriever: Retriever, thesaurus: Thesaurus) -> Wanted:
    """Weigh the words, names and 4-grams of a query, and add to each word what means the same."""
    words = [word for word, *_ in content(query.reading, query.language)]
    rendered = [word for word, *_ in content(query.rendering, beyond(query.language))]
    weights = {gram: _MEANT * retriever.gram_weight(gram) for word in rendered for gram in grams(word)}
    weights |= {gram: retriever.gram_weight(gram) for word in words for gram in grams(word)}
    total = sum(weights.values()) or 1.0
    alike = thesaurus.alike(query.terms, query.language)
    meanings = query.meanings or ((),) * len(query.terms)
    wanted = [
        _word(term, typed, query, retriever, same, meaning)
        for term, typed, same, meaning in zip(query.terms, query.words, alike, meanings, strict=True)
    ]
    bearers = [frozenset({entity}) for entity in query.entities]
    bearers += [frozenset(names.bearers(name)) for name in query.ambiguous]
    covered = frozenset(form for word in wanted for form in word.forms)
    covered |= {f"{NAMED}{bearer}" for each in bearers for bearer in each}
    sought = _sought(query, wanted, names)
    return Wanted(
        query=query,
        words=tuple(wanted),
        bearers=tuple(bearers),
        acronyms=tuple(_word(fold(acronym), acronym, query, retriever, {}, ()) for acronym in query.acronyms),
        stems={stem: _MEANT * retriever.weight(stem) for word in rendered for stem in stems(word)}
        | {stem: retriever.weight(stem) for word in words for stem in stems(word)},
        grams={gram: weight / total for gram, weight in weights.items()},
        pairs=neighbours(query.reading, query.language) | neighbours(query.rendering, beyond(query.language)),
        forms=covered,
        told=covered.union(map(str, query.years), *sought),
        sought=sought,
    )


def _sought(query: Query, wanted: Sequence[Word], names: NameMatcher) -> tuple[Mapping[str, float], ...]:
    """List the words of a reading, those that only say which kind of answer is wanted too, and whom its names mean."""
    known = {word: each.forms for word, each in zip(query.terms, wanted, strict=True)}
    typed = words_of(query.reading)
    sought: list[Mapping[str, float]] = []
    place = 0
    for first, last, entities in [*names.places(typed), (len(typed), len(typed), ())]:
        words = filter(None, (content_word(word, query.language) for word in typed[place:first]))
        sought += [known.get(word) or dict.fromkeys(forms(word, query.language), 1.0) for word in words]
        sought += [{f"{NAMED}{entity}": 1.0 for entity in entities}] if entities else []
        place = last + 1
    return tuple({tuple(each): each for each in sought}.values())


def _word(
    term: str, typed: str, query: Query, retriever: Retriever, alike: dict[str, float], meaning: tuple[str, ...]
) -> Word:
    own = dict.fromkeys(forms(term, query.language), 1.0)
    meant = {form: _MEANT for word in meaning for form in forms(word, beyond(query.language))}
    weight = max(retriever.weight(stem) for word in meaning or (term,) for stem in stems(word))
    light = term in LIGHT or (bool(meaning) and LIGHT.issuperset(meaning))
    return Word(alike | meant | own, typed, weight * _LIGHT_WEIGHT if light else weight, grams(term), light)
