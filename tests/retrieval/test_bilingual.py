"""A question finds what documents in the other language say, by its rendering and by their translations."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.models import Language, Passage, Query
from knowledge.retrieval.bilingual import BilingualRetriever
from knowledge.retrieval.preparation import Prepare
from knowledge.retrieval.readings import Readings
from knowledge.retrieval.retriever import LexicalRetriever
from knowledge.retrieval.translation import Interpreter
from knowledge.text.names import NameMatcher
from tests.retrieval.corpora import passage, question
from tests.retrieval.translators import Glossary, Remembered

ENGLISH = [
    passage("The strike of the electricians began in the plant.", number=1),
    passage("Nobody read the newspaper of the town.", number=2),
    passage("El edificio is what they called the plant.", number=3),
]
SPANISH = passage("La huelga empezó en la planta.", "es", number=4)
BOTH: frozenset[Language] = frozenset({"en", "es"})


class Bridge:
    """A bilingual retriever with the parts behind it."""

    def __init__(
        self,
        passages: Sequence[Passage],
        when: Prepare = Prepare.FIRST,
        glossary: Glossary | None = None,
        memory: Remembered | None = None,
    ) -> None:
        self.glossary = glossary or Glossary()
        self.interpreter = Interpreter(self.glossary, NameMatcher([]), BOTH)
        self.readings = Readings(passages, self.interpreter, memory or Remembered(), LexicalRetriever, when)
        self.retriever = BilingualRetriever(LexicalRetriever(passages), passages, self.readings)

    def find(self, text: str, language: Language, limit: int = 10) -> list[str]:
        return [hit.passage.indexed for hit in self.retriever.retrieve(self.query(text, language), limit)]

    def query(self, text: str, language: Language) -> Query:
        return self.interpreter.render(question(text, language))


def test_a_question_finds_the_passage_that_says_it_in_the_other_language() -> None:
    assert Bridge(ENGLISH, Prepare.KEPT).find("¿Quién hizo la huelga?", "es") == [ENGLISH[0].indexed]


def test_a_passage_is_found_by_its_translation_alone() -> None:
    bridge = Bridge(ENGLISH, Prepare.FIRST)
    query = bridge.query("periódico", "es").model_copy(update={"rendering": "gazette"})
    assert [hit.passage for hit in bridge.retriever.retrieve(query, 10)] == [ENGLISH[1]]


def test_hits_are_the_passages_themselves_never_their_translations() -> None:
    hits = Bridge(ENGLISH).retriever.retrieve(Bridge(ENGLISH).query("¿Quién hizo la huelga?", "es"), 10)
    assert {hit.passage for hit in hits} <= set(ENGLISH)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(hit.matched for hit in hits[:1])


def test_words_of_its_own_find_less_than_their_translation_in_the_other_language() -> None:
    bridge = Bridge(ENGLISH, Prepare.KEPT)
    query = question("¿En qué edificio?", "es").model_copy(update={"rendering": "In which strike?"})
    assert [hit.passage for hit in bridge.retriever.retrieve(query, 10)] == [ENGLISH[0], ENGLISH[2]]


def test_a_passage_in_the_language_of_the_question_is_found_by_the_question() -> None:
    found = Bridge([*ENGLISH, SPANISH]).find("¿Dónde empezó la huelga?", "es")
    assert found[0] == SPANISH.indexed
    assert ENGLISH[0].indexed in found


def test_a_question_that_was_not_rendered_is_answered_as_before() -> None:
    bridge = Bridge(ENGLISH)
    query = question("the strike of the electricians")
    assert bridge.retriever.retrieve(query, 10) == LexicalRetriever(ENGLISH).retrieve(query, 10)
    assert bridge.glossary.seen == []
    assert bridge.readings.retriever is None


def test_a_lower_limit_gives_the_same_first_hits() -> None:
    bridge = Bridge([*ENGLISH, SPANISH])
    query = bridge.query("periódico huelga edificio", "es")
    hits = bridge.retriever.retrieve(query, 10)
    assert all(hits[:limit] == bridge.retriever.retrieve(query, limit) for limit in range(len(hits) + 1))


def test_what_was_translated_once_is_not_translated_again() -> None:
    memory = Remembered()
    first, second = Bridge(ENGLISH, memory=memory), Bridge(ENGLISH, memory=memory)
    expected = first.find("huelga periódico", "es")
    assert second.find("huelga periódico", "es") == expected
    assert len(second.glossary.seen) < len(ENGLISH)


def test_a_changed_passage_alone_is_translated_anew() -> None:
    memory = Remembered()
    Bridge(ENGLISH, memory=memory).find("huelga", "es")
    changed = passage("The votes of the union were counted.", number=3)
    bridge = Bridge([*ENGLISH[:2], changed], memory=memory)
    assert bridge.find("sindicato", "es") == [changed.indexed]
    assert [source.text for source in bridge.glossary.seen if source.text in {p.indexed for p in ENGLISH}] == []


def test_a_translator_that_fails_half_way_leaves_the_questions_rendering_to_find_what_it_can() -> None:
    bridge = Bridge(ENGLISH, Prepare.KEPT)
    query = bridge.query("¿Quién hizo la huelga?", "es")
    broken = Bridge(ENGLISH, Prepare.FIRST, Glossary(broken=True))
    assert broken.retriever.retrieve(query, 10) == bridge.retriever.retrieve(query, 10)
    assert broken.readings.retriever is None


def test_weights_are_those_of_the_originals() -> None:
    bridge, lexical = Bridge(ENGLISH), LexicalRetriever(ENGLISH)
    assert bridge.retriever.weight("strike") == lexical.weight("strike")
    assert bridge.retriever.gram_weight("stri") == lexical.gram_weight("stri")
