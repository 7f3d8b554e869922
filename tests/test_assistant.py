"""The assistant answers whatever a person types, verbatim, for many at once, and never raises."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.assistant import LONGEST_QUESTION, TOO_LONG, Assistant
from knowledge.bootstrap import LIBRARY, open_assistant
from knowledge.errors import NotVerbatim
from knowledge.facts import entries
from knowledge.models import Answer, Gap, GapKind, Language, Outcome, Topic
from tests.answering.club import library, write, write_club

ODD = (
    "",
    "   \n\t ",
    "\0",
    "\ud800",
    "a\udfffb\ud800",
    "\u202eSTL eht dednuof ohW",
    "شو اسم الحزب؟",
    "מתי נוסדה הליגה",
    "😭😭😭",
    "👩‍👩‍👧‍👦 LTS",
    "LTS\0MTS\x1b[31m",
    "¿" * 300,
    "-",
    "e\u0301" * 50,
    "²⅔①",
    "ﬁﬀ ǅ ß İ ŉ",
    "𝕃𝕋𝕊",
    "(((((((((((",
    "[x](y) **b** `c` <@1> @everyone",
    "'; DROP TABLE passages; --",
    "%s %d {0} {}",
    "1" * 500,
    "10,720.51.2016-2018",
    "2016 " * 300,
    "LTS " * 400,
    "who " * 450,
    "or 2016 more than " * 100,
    "a" * 20_000,
    "LTS " * 5_000,
    " " * 20_000 + "LTS",
)
WORDS = (
    "LTS MTS when who was founded cuándo quién fundó la 2016 2018 votes votos Oaxaca write poem hello not more than "
    "or Contracorriente Sulem Estrada ¿ ? . , ’ “ \u202e \0 😭 ñ \ud83d"
).split(" ")
anything = st.text(st.characters(exclude_categories=()), max_size=200)
mixed = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=5)), max_size=25).map(" ".join)
languages = st.sampled_from((None, "en", "es"))
topics = st.builds(
    Topic,
    entities=st.lists(st.sampled_from(("mts", "gone", "")), max_size=3).map(tuple),
    years=st.lists(st.integers(0, 9999), max_size=2).map(tuple),
    attribute=st.sampled_from((None, "newspaper", "votes", "gone")),
)


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Open the rowing club's library."""
    return open_assistant(write_club(tmp_path_factory.mktemp("club")))


def is_sound(answer: Answer) -> bool:
    """Tell whether an answer is verbatim and can be sent; a lone surrogate cannot."""
    library().check(answer)
    return bool(answer.model_dump_json().encode())


def everything(assistant: Assistant, typed: str) -> Iterator[Answer]:
    yield assistant.ask(typed)
    yield assistant.whois(typed)
    yield assistant.timeline(typed)
    yield assistant.verify(typed)


@pytest.mark.parametrize("typed", ODD)
def test_nothing_that_a_person_types_raises(typed: str) -> None:
    assert all(is_sound(answer) for answer in everything(library(), typed))
    assert len(library().names(typed)) <= 25


@settings(max_examples=60)
@given(typed=st.one_of(anything, mixed))
def test_no_text_raises(typed: str) -> None:
    assert all(is_sound(answer) for answer in everything(library(), typed))


@settings(max_examples=60)
@given(question=st.one_of(anything, mixed), language=languages, topic=topics)
def test_no_exchange_raises(question: str, language: Language | None, topic: Topic) -> None:
    answer = library().ask(question, language=language, topic=topic)
    assert is_sound(answer)
    assert language in (None, answer.language)


@given(year=st.integers())
def test_no_year_raises(year: int) -> None:
    assert is_sound(library().elections(year))


@given(prefix=anything)
def test_no_prefix_raises(prefix: str) -> None:
    assert len(library().names(prefix)) <= 25


@pytest.mark.parametrize("typed", ["", " \n", "?!", "😭", "\0", "\u202e"])
def test_what_holds_no_word_is_refused_as_input(typed: str) -> None:
    for answer in (library().ask(typed), library().whois(typed), library().verify(typed)):
        assert (answer.outcome, answer.confidence) == (Outcome.NOT_FOUND, 0)
        assert [gap.kind for gap in answer.missing] == [GapKind.INPUT]


def test_what_is_too_long_is_refused_and_said_to_be() -> None:
    fits = "a " * (LONGEST_QUESTION // 2)
    assert library().ask(fits).missing != (Gap(kind=GapKind.INPUT, value=TOO_LONG),)
    for answer in everything(library(), f"{fits} and more"):
        assert answer.missing == (Gap(kind=GapKind.INPUT, value=TOO_LONG),)
        assert len(answer.question) <= 200


def test_spaces_make_no_question_too_long() -> None:
    assert library().ask("When was" + " " * LONGEST_QUESTION + "the LTS founded?").outcome is Outcome.ANSWERED


@pytest.mark.parametrize(
    ("question", "language"),
    [("When was the LTS founded?", "en"), ("¿Cuándo se fundó la LTS?", "es"), ("LTS", "en")],
)
def test_the_answer_follows_the_questions_language(question: str, language: Language) -> None:
    assert library().ask(question).language == language
    assert library().ask(question, language="es").language == "es"


def curated_asks() -> list[str]:
    """Take a question from each ninth entry of the library's expansions, English and Spanish in turn."""
    text = (LIBRARY / "expansions.toml").read_text(encoding="utf-8")
    found = entries.read(text, "expansions.toml", ("expansions", "gaps"))[::9]
    return [ask for number, entry in enumerate(found) for ask in entry.strings("en" if number % 2 else "es")[:1]]


def test_every_quote_is_its_span() -> None:
    documents = {document.id: document.text for document in library().sources()}
    answers = [library().ask(question) for question in curated_asks()]
    assert len(answers) > 30
    for citation in chain.from_iterable(answer.citations for answer in answers):
        assert documents[citation.document][citation.start : citation.end] == citation.quote
        passage = library().passage(citation.passage)
        assert passage is not None
        assert passage.start <= citation.start < citation.end <= passage.end


def test_a_tampered_quote_is_not_verbatim() -> None:
    answer = library().ask("When was the LTS founded?")
    library().check(answer)
    (first, *rest) = answer.citations
    forged = first.model_copy(update={"quote": first.quote.replace("1988", "1989")})
    with pytest.raises(NotVerbatim) as caught:
        library().check(answer.model_copy(update={"citations": (*rest, forged)}))
    error = caught.value
    assert (error.quote, error.document, error.start, error.end) == (
        forged.quote,
        first.document,
        first.start,
        first.end,
    )


@pytest.mark.parametrize("change", [{"document": "nowhere"}, {"start": 0, "end": 5}])
def test_a_quote_from_elsewhere_is_not_verbatim(change: dict[str, object]) -> None:
    answer = library().ask("When was the LTS founded?")
    moved = answer.citations[0].model_copy(update=change)
    with pytest.raises(NotVerbatim):
        library().check(answer.model_copy(update={"citations": (moved,)}))


def test_many_may_ask_at_once(tmp_path: Path) -> None:
    questions = ["When was Spark founded?", "¿Quién fundó Spark?", "Low Town", "journal of the RC", "hello", "1871?"]
    folder = write_club(tmp_path)
    fresh, other = open_assistant(folder), open_assistant(folder)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda each: list(everything(fresh, each)), questions * 8))
    assert found == [list(everything(other, each)) for each in questions] * 8


def test_a_topic_is_handed_on(club: Assistant) -> None:
    first = club.ask("When was Spark founded?")
    second = club.ask("And who founded it?", topic=first.topic)
    assert "Sergio Paz and Sergio Mar" in second.lead
    assert second.topic.entities == first.topic.entities
    alone = club.ask("And who founded it?")
    assert alone.topic.entities == ()


def test_a_follow_up_of_a_year_keeps_what_was_asked_for(club: Assistant) -> None:
    topic = club.ask("What journal did the RC print?").topic
    assert club.ask("and in 2010?", topic=topic).lead == "Journal, 2010: The Oar (1997–2014)"


def test_a_topic_of_another_corpus_changes_no_outcome_for_the_worse(club: Assistant) -> None:
    stranger = Topic(entities=("gone",), attribute="gone")
    assert club.ask("When was Spark founded?", topic=stranger).outcome is Outcome.ANSWERED
    assert club.ask("and that?", topic=stranger).outcome is not Outcome.ANSWERED


def test_a_name_alone_asks_what_it_names(club: Assistant) -> None:
    assert "River Club" in club.ask("River Club").lead


def test_a_former_name_asks_of_its_years() -> None:
    for name, newer in (("LTS", False), ("MTS", True)):
        lead = library().ask(f"List the youth wings of the {name}").lead
        assert "Contracorriente" in lead
        assert ("Agrupación Juvenil Anticapitalista" in lead) is newer


def test_a_former_name_of_years_that_no_fact_is_of_keeps_them_all(tmp_path: Path) -> None:
    facts = """
[[entities]]
id = "rc"
kind = "organisation"
name = "River Club"
names = [{ name = "Rowing League", from = "1800", to = "1810" }]
"""
    text = "= River Club =\n\n- Journal: The Oar (1997–2014)\n"
    club = open_assistant(write(tmp_path, club_txt=text, facts_toml=facts))
    assert club.ask("journal of the Rowing League").lead == "Journal: The Oar (1997–2014)"


def test_cards_and_time_lines_are_answered_in_the_language_asked_for() -> None:
    for language in ("en", "es"):
        answers = (
            library().whois("LTS", language=language),
            library().elections(2016, language=language),
            library().elections(language=language),
            library().timeline("LTS", language=language),
            library().timeline(language=language),
            library().verify("It was formed in 2014", language=language),
        )
        for answer in answers:
            assert (answer.outcome, answer.language) == (Outcome.ANSWERED, language)
            assert is_sound(answer)


def test_names_complete_and_entities_have_a_short_name() -> None:
    assert "LTS" in library().names("lt")
    assert library().shown_name("mts") == "MTS"
    assert library().shown_name("gone") is None


def test_the_years_with_results_are_listed(club: Assistant) -> None:
    assert library().years() == club.years() == (2016, 2018)


def test_passages_are_found_with_their_neighbours(club: Assistant) -> None:
    answer = club.ask("Who sent a lantern?")
    identifier = answer.citations[0].passage
    passage = club.passage(identifier)
    assert passage is not None
    assert passage.id == identifier
    before, after = club.neighbours(identifier)
    assert before is not None
    assert after is not None
    assert before.start < passage.start < after.start
    assert club.passage("gone") is None
    assert club.neighbours("gone") == (None, None)


def test_a_document_opens_with_its_first_passage_that_can_be_found(club: Assistant) -> None:
    opening = club.opening("acta")
    assert opening is not None
    assert opening.retrieved
    assert opening.label != "title"
    assert club.opening("nowhere") is None


def test_sources_examples_and_problems_are_those_of_the_load(club: Assistant) -> None:
    assert [document.id for document in club.sources()] == ["acta", "club", "news"]
    assert (club.examples, club.problems) == ((), ())
    assert [example.command for example in library().examples][:2] == ["whois", "elections"]


def test_a_closed_assistant_may_be_closed_again(club: Assistant) -> None:
    club.close()
    club.close()
    assert club.ask("When was Spark founded?").outcome is Outcome.ANSWERED
