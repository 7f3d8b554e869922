"""A question is rendered where a document is in the other language; names, dates and figures are kept out."""

from __future__ import annotations

import pytest

from knowledge.models import Language, Query
from knowledge.retrieval.translation import Interpreter, Translator
from knowledge.text.names import Name, NameMatcher
from tests.retrieval.corpora import question
from tests.retrieval.translators import Glossary

BOTH: frozenset[Language] = frozenset({"en", "es"})
NAMES = NameMatcher([Name("Union Strike", "us")])


def render(query: Query, languages: frozenset[Language] = BOTH, translator: Translator | None = None) -> Query:
    return Interpreter(translator or Glossary(), NAMES, languages).render(query)


def kept(text: str) -> list[str]:
    return [text[start:end] for start, end in Interpreter(None, NAMES, BOTH).source(text).kept]


def test_a_question_gets_its_words_in_the_other_language() -> None:
    query = question("Who founded the newspaper?").model_copy(update={"terms": ("founded", "newspaper")})
    rendered = render(query)
    assert {"fundó", "periódico"} <= set(rendered.rendering.split())
    assert rendered.meanings == (("fundo",), ("periodico",))
    assert (rendered.text, rendered.reading, rendered.language) == (query.text, query.reading, query.language)


def test_every_word_gets_its_own_translation_points_or_not() -> None:
    for terms in (("votes", "0.51", "union"), ("votes", ".", "union")):
        rendered = render(question(" ".join(terms)).model_copy(update={"terms": terms}))
        assert (rendered.meanings[0], rendered.meanings[2]) == (("votos",), ("sindicato",))


@pytest.mark.parametrize(("asked_in", "languages"), [("en", {"en"}), ("es", {"es"}), ("en", set())])
def test_nothing_is_translated_where_no_document_is_in_the_other_language(
    asked_in: Language, languages: set[Language]
) -> None:
    glossary = Glossary()
    query = question("Who founded the newspaper?", asked_in)
    assert render(query, frozenset(languages), glossary) == query
    assert glossary.seen == []


def test_without_a_translator_or_with_a_broken_one_the_question_stays_as_it_is() -> None:
    query = question("Who founded the newspaper?")
    assert Interpreter(None, NAMES, BOTH).render(query) == query
    assert render(query, translator=Glossary(broken=True)) == query


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Did Union Strike win 10,720 votes?", ["Union Strike", "10,720"]),
        ("On March 27 they had a march", ["March", "27"]),
        ("in May they may march", ["May"]),
        ("El 3 de mayo de 2019 y en ENERO", ["3", "mayo", "2019", "ENERO"]),
        ("51% of it", ["51%"]),
        ("They march", []),
    ],
)
def test_names_dates_and_figures_are_kept_out(text: str, expected: list[str]) -> None:
    assert kept(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "month"), [("on March 27", "en", "marzo"), ("el 27 de marzo", "es", "March")]
)
def test_months_are_named_in_the_other_language_all_the_same(text: str, language: Language, month: str) -> None:
    assert month in render(question(text, language)).rendering.split()


def test_another_name_to_keep_out_is_another_text_to_translate() -> None:
    text = "Union Strike"
    assert Interpreter(None, NAMES, BOTH).source(text).key != Interpreter(None, NameMatcher([]), BOTH).source(text).key
