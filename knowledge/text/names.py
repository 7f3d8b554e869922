"""Names of the corpus found in text: whole names, acronyms, surnames, near misses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.text.normalise import fold, tokens, words_of
from knowledge.text.stopwords import STOPWORDS

_SHORTEST_PART = 4
"""Letters of the shortest part of a person's name that stands for the person."""
_SHORTEST_GUESS = 4
"""Letters of the shortest word that is read as a misspelt name."""
_FUNCTION_WORDS = STOPWORDS["en"] | STOPWORDS["es"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name and its bearer."""

    text: str
    entity: str
    person: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text: its span, and every entity that bears it."""

    start: int
    end: int
    name: str
    entities: tuple[str, ...]


class NameMatcher:
    """Finds the names of a corpus in text, whatever their case and accents."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._bearers: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        self._spelt: dict[tuple[str, ...], str] = {}
        parts: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        for name in names:
            key = _key(name.text)
            if not key:
                continue
            self._bearers[key].setdefault(name.entity)
            self._spelt.setdefault(key, name.text)
            if name.person:
                for word in words_of(name.text):
                    if len(word) >= _SHORTEST_PART and word[0].isupper():
                        parts[_key(word)].setdefault(name.entity)
                        self._spelt.setdefault(_key(word), word)
        for key, bearers in parts.items():
            for entity in bearers:
                self._bearers[key].setdefault(entity)
        self._of = _by_bearer(self._bearers)
        self._firsts = frozenset(key[0] for key in self._bearers)
        lengths: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for key in self._bearers:
            if len(key) > 1:
                lengths[key[:2]].add(len(key))
        self._lengths = {pair: sorted(found, reverse=True) for pair, found in lengths.items()}
        """Of the names that begin with two words: how long they are, the longest first."""

    def find(self, text: str) -> tuple[Mention, ...]:
        """Find names, longest first from the left.

        A name that is also a function word (UN, US) counts only in capitals.
        """
        spans = tokens(text)
        return tuple(
            Mention(
                spans[first][1],
                spans[last][2],
                text[spans[first][1] : spans[last][2]],
                entities,
            )
            for first, last, entities in self.places([word for word, *_ in spans])
        )

    def places(self, words: Sequence[str]) -> list[tuple[int, int, tuple[str, ...]]]:
        """Find names among words as written: the places of their first and last word, and who bears them."""
        known = {word: _fold(word) for word in set(words)}  # of a library's asks, many times more than are remembered
        folded = [known[word] for word in words]
        found: list[tuple[int, int, tuple[str, ...]]] = []
        free = 0
        for place in [place for place, word in enumerate(folded) if word in self._firsts]:
            if place < free:
                continue
            length = self._longest(words, folded, place)
            if length:
                free = place + length
                found.append((place, free - 1, tuple(self._bearers[tuple(folded[place:free])])))
        return found

    def _longest(self, words: Sequence[str], folded: Sequence[str], place: int) -> int:
        for length in self._lengths.get(tuple(folded[place : place + 2]), ()):
            if place + length <= len(words) and tuple(folded[place : place + length]) in self._bearers:
                return length
        alone = folded[place]
        if (alone,) not in self._bearers:
            return 0
        return int(alone not in _FUNCTION_WORDS or words[place].replace(".", "").isupper())

    def about(self) -> str:
        """Write down every name and who bears it, for what depends on them."""
        return "\n".join(f"{' '.join(key)}={','.join(bearers)}" for key, bearers in self._bearers.items())

    def spelt(self, entity: str) -> Sequence[tuple[str, ...]]:
        """List the names of an entity, each as the words that it is compared by."""
        return self._of.get(entity, ())

    def bearers(self, name: str) -> tuple[str, ...]:
        """List the entities that bear exactly this name, case and accents apart."""
        key = _key(name)
        return tuple(self._bearers[key]) if key in self._bearers else ()

    def nearest(self, name: str, limit: int = 3) -> list[tuple[str, int]]:
        """List the names closest to a typed one, with their distance in letters, closest first."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        typed = " ".join(_key(name))
        if len(typed) < _SHORTEST_GUESS:
            return []
        allowed = 1 if len(typed) < 8 else 2
        spelt = {" ".join(key): text for key, text in self._spelt.items()}
        found = process.extract(typed, list(spelt), scorer=OSA.distance, score_cutoff=allowed, limit=limit)
        return [(spelt[text], int(distance)) for text, distance, _ in found]

    def complete(self, prefix: str, limit: int = 25) -> tuple[str, ...]:
        """List names that begin with, then contain, then resemble what was typed.

        Of the names of one bearer only the best is listed, of equal ones the one that was given first.
        """
        typed = " ".join(_key(prefix))
        best: dict[tuple[str, ...], tuple[int, str]] = {}
        for key, spelt in self._spelt.items():
            rank = _rank(typed, key)
            bearers = tuple(self._bearers[key])
            if rank is not None and (bearers not in best or rank < best[bearers][0]):
                best[bearers] = rank, spelt
        ranked = sorted(best.values(), key=lambda pair: (pair[0], pair[1].casefold()))
        chosen = [spelt for _, spelt in ranked[:limit]]
        if not chosen:
            chosen = [spelt for spelt, _ in self.nearest(prefix, limit)]
        return tuple(chosen)


def _rank(typed: str, key: tuple[str, ...]) -> int | None:
    """Say how well a name completes what was typed, 0 best; None where it does not."""
    name = " ".join(key)
    within = len(typed) > 2 and typed in name
    fits = (name.startswith(typed), any(word.startswith(typed) for word in key), within)
    return fits.index(True) if any(fits) else None


def _by_bearer(bearers: Mapping[tuple[str, ...], Iterable[str]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Map each entity to the names that it bears."""
    names: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key, entities in bearers.items():
        for entity in entities:
            names[entity].append(key)
    return {entity: tuple(keys) for entity, keys in names.items()}


@lru_cache(maxsize=4_096)
def _fold(word: str) -> str:
    return fold(word.replace(".", "")).replace("’", "'").removesuffix("'s").replace("'", "")


def _key(name: str) -> tuple[str, ...]:
    return tuple(map(_fold, words_of(name)))
