"""A word finds the sets that hold it, as if the whole file were read."""

from __future__ import annotations

import pytest

from knowledge.models import Language
from knowledge.text.analyzer import stem
from knowledge.text.normalise import fold
from knowledge.text.stopwords import STOPWORDS
from knowledge.text.thesaurus import FILE, Thesaurus

LANGUAGES: tuple[Language, Language] = ("en", "es")
LINES = [line.split("|") for line in FILE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
SIDES = [[[fold(entry.strip()) for entry in side.split(",")] for side in sides] for sides in LINES]


def read_whole(word: str, language: Language) -> set[str]:
    """Find what means nearly the same as a word by reading every set."""
    side = LANGUAGES.index(language)
    sets = [sides for sides in SIDES if stem(word, language) in [stem(entry, language) for entry in sides[side]]]
    return {
        stem(entry, spoken)
        for sides in sets
        for entries, spoken in zip(sides, LANGUAGES, strict=True)
        for entry in entries
        if " " not in entry and entry not in STOPWORDS[spoken]
    }


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("word", "a y go ir do c us tv act acto founded huelga strikes zzyzx".split())
def test_a_word_finds_every_set_that_holds_it(word: str, language: Language) -> None:
    (found,) = Thesaurus().alike([word], language)
    assert found.keys() == read_whole(word, language)


def test_two_words_that_are_an_entry_together_count_for_each() -> None:
    alone = [Thesaurus().alike([word], "en")[0] for word in ("take", "over")]
    together = Thesaurus().alike(["take", "over"], "en")
    acquire = stem("acquire", "en")
    assert acquire in together[0]
    assert acquire in together[1]
    assert acquire not in alone[1]
