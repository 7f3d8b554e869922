"""Text → terms, the same way for passages and for questions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from Stemmer import Stemmer

from knowledge.models import Language
from knowledge.text import normalise
from knowledge.text.normalise import fold, number, tokens, words_of
from knowledge.text.stopwords import STOPWORDS

GRAM = 4
_REMEMBERED = 4_096
"""Words of which what they are read as is remembered: those of the questions at hand and the ones asked most."""
# Without the stemmers' own cache, which costs more than stemming does: what is asked twice is kept below.
_STEMMERS = {"en": Stemmer("english", 0), "es": Stemmer("spanish", 0)}


@lru_cache(maxsize=_REMEMBERED)
def stems(word: str) -> tuple[str, str]:
    """Give a folded word's English and Spanish stem, twice the same where they agree.

    Both stand for every word, so that a name or a cognate meets itself in the other language.
    """
    return stem(word, "en"), stem(word, "es")


def stem(word: str, language: Language) -> str:
    """Give a folded word's stem in one language."""
    stemmed: str = _STEMMERS[language].stemWord(word)
    return stemmed


@lru_cache(maxsize=_REMEMBERED)
def forms(word: str, language: Language) -> tuple[str, ...]:
    """Give what a folded word is compared by, word for word: its stem in its own language, and itself.

    The other language's stem is left out: capital is no stem of capitalism but by accident.
    """
    own = stem(word, language)
    return (own,) if own == word else (own, word)


@lru_cache(maxsize=_REMEMBERED)
def grams(word: str) -> tuple[str, ...]:
    """Give the character 4-grams of a folded word between its two edges; a short word is one gram."""
    edged = f"_{word}_"
    return tuple(edged[start : start + GRAM] for start in range(max(1, len(edged) - GRAM + 1)))


def content(text: str, language: Language) -> Iterator[tuple[str, str, int, int]]:
    """List content words: folded form, as written, start, end.

    A stop word in capitals (US, IT) is content unless the whole text is in capitals.
    """
    shouted = text.isupper()
    for token, start, end in tokens(text):
        word = content_word(token, language, shouted)
        if word:
            yield word, token, start, end


def content_words(text: str, language: Language) -> list[str]:
    """List the folded forms of content words alone."""
    shouted = text.isupper()
    return [word for token in words_of(text) if (word := content_word(token, language, shouted))]


@lru_cache(maxsize=_REMEMBERED)
def content_word(token: str, language: Language, shouted: bool = False) -> str:
    """Give the folded form of a token, empty for a stop word."""
    if token[0].isdigit():
        return number(token)
    stop = STOPWORDS[language]
    bare = token.replace(".", "") if "." in token else token
    acronym = len(bare) > 1 and bare.isupper() and not shouted
    word = fold(bare).replace("’", "'")
    if word in stop and not acronym:
        return ""
    word = word.removesuffix("'s").replace("'", "")
    return "" if word in stop and not acronym else word


def content_forms(token: str, language: Language) -> tuple[str, ...]:
    """Give what a token is compared by, nothing for a stop word."""
    word = content_word(token, language)
    return forms(word, language) if word else ()


def forget() -> None:
    """Forget what words were read as: a load meets thousands that no question holds."""
    for known in (stems, forms, grams, content_word):
        known.cache_clear()
    normalise.forget()


class Analyzer(Protocol):
    """Turns text into terms, token by token."""

    name: str

    def terms(self, text: str, language: Language) -> list[str]:
        """Turn text into terms, repeated as often as they occur."""
        ...

    def of_token(self, token: str, language: Language, shouted: bool) -> tuple[str, ...]:
        """Turn one token of a text into terms; `shouted` where the whole text is in capitals."""
        ...


class StemAnalyzer:
    """Terms are stems of content words."""

    name = "stems"

    def terms(self, text: str, language: Language) -> list[str]:
        """Turn text into stems of both languages, repeated as often as they occur."""
        return [stem for word, *_ in content(text, language) for stem in stems(word)]

    def of_token(self, token: str, language: Language, shouted: bool) -> tuple[str, ...]:
        """Turn one token of a text into stems of both languages, nothing for a stop word."""
        word = content_word(token, language, shouted)
        return stems(word) if word else ()


class GramAnalyzer:
    """Terms are character 4-grams within content words."""

    name = "grams"

    def terms(self, text: str, language: Language) -> list[str]:
        """Turn text into 4-grams, repeated as often as they occur."""
        return [gram for word, *_ in content(text, language) for gram in grams(word)]

    def of_token(self, token: str, language: Language, shouted: bool) -> tuple[str, ...]:
        """Turn one token of a text into 4-grams, nothing for a stop word."""
        word = content_word(token, language, shouted)
        return grams(word) if word else ()
