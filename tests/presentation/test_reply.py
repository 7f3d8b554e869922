"""Replies as the examples show them: the answer first, quotes with their places, and what is not said."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bot.presentation.parts import Line, Place, Quote, Reply
from bot.presentation.reply import compose, word_refusal
from bot.presentation.shelf import compose_sources
from bot.requests import BadArgument, Command, Fault, Request
from knowledge.models import (
    Answer,
    Gap,
    GapKind,
    Note,
    NoteKind,
    StatementKind,
)
from tests.presentation import answers, results
from tests.presentation.making import documents, library, nothing
from tests.presentation.reading import asked, fields, lead, quotes

ASK = Command.ASK
EVERY_ANSWER = [
    (answers.founding(), Request(ASK, "…")),
    (answers.newspaper(), Request(ASK, "…")),
    (answers.migrants(), Request(ASK, "…")),
    (answers.opinion(), Request(ASK, "…")),
    (answers.merger(), Request(ASK, "…")),
    (answers.card_mts(), Request(Command.WHOIS, "MTS")),
    (answers.card_campos(), Request(Command.WHOIS, "Campos")),
    (results.elections_2016(), Request(Command.ELECTIONS, "2016")),
    (results.elections_2018(), Request(Command.ELECTIONS, "2018")),
    (results.elections_2006(), Request(Command.ELECTIONS, "2006")),
    (results.elections_all(), Request(Command.ELECTIONS, "")),
    (answers.timeline(), Request(Command.TIMELINE, "MTS")),
]


def _all_quotes(reply: Reply) -> Iterator[Quote]:
    parts = [*reply.quotes, *(part for field in reply.fields for part in field.parts), *reply.sources]
    return (part for part in parts if isinstance(part, Quote))


def _words(reply: Reply) -> Iterator[str]:
    parts = [*reply.lead, *(part for field in reply.fields for part in field.parts)]
    yield from (part.text for part in parts if isinstance(part, Line))


@pytest.mark.parametrize(("answer", "request_"), EVERY_ANSWER)
def test_everything_quoted_is_verbatim(answer: Answer, request_: Request) -> None:
    reply = compose(answer, request_, library())
    texts = [document.text for document in documents()]
    phrases = [phrase for text in _words(reply) for phrase in re.findall("“(.*?)” ?(?=\\[|$)", text)]
    quoted = [*phrases, *(quote.text for quote in _all_quotes(reply))]
    assert [each for each in quoted if not any(each in text for text in texts)] == []
    assert quoted


@pytest.mark.parametrize(("answer", "request_"), EVERY_ANSWER)
def test_nothing_is_quoted_twice_and_every_citation_has_its_place(answer: Answer, request_: Request) -> None:
    reply = compose(answer, request_, library())
    quotes = [quote.text for quote in _all_quotes(reply)]
    assert len(quotes) == len(set(quotes))
    places = [part for part in (*reply.quotes, *reply.sources) if isinstance(part, Place)]
    numbers = {number for quote in _all_quotes(reply) for number in quote.place.numbers}
    numbers |= {number for place in places for number in place.numbers}
    assert numbers == set(range(1, len(answer.citations) + 1))


def test_a_quote_that_answers_is_not_said_twice() -> None:
    reply = asked(answers.founding())
    assert lead(reply) == []
    assert len(quotes(reply)) == 2
    first = reply.quotes[0]
    assert isinstance(first, Quote)
    assert [first.text[start:end] for start, end in first.strong] == ["1988"]


def test_a_note_on_a_citation_stands_on_its_line() -> None:
    place = [part.place.text for part in asked(answers.founding()).quotes if isinstance(part, Quote)][1]
    assert place.endswith(", infobox, Foundation. Words are missing from the source's text here.")


def test_a_fact_in_words_comes_first_then_the_quotes_that_say_it() -> None:
    reply = asked(answers.newspaper())
    assert lead(reply) == ["Periódico, 2015: Tribuna Socialista (2014–2015) y La Izquierda Diario (2015–)"]
    assert [quote.split()[0] for quote in quotes(reply)] == ["Newspaper:", "Since"]


def test_a_missing_year_is_said() -> None:
    assert asked(answers.migrants()).small_print == ("El año no consta.",)


def test_a_judgement_has_its_speaker_in_front() -> None:
    quotes = [part for part in asked(answers.opinion()).quotes if isinstance(part, Quote)]
    assert [quote.introduction for quote in quotes] == ["CRIR's report of the 19th POS congress says:", None]


def test_a_related_passage_says_what_is_missing_and_marks_nothing() -> None:
    reply = asked(answers.merger())
    assert lead(reply) == ["No passage that fits says this: merge. Nearest, and no answer:"]
    assert [part.strong for part in reply.quotes if isinstance(part, Quote)] == [()]
    assert reply.small_print == ("What they do say: /whois POS",)


def test_a_name_alone_is_shown_as_no_more_than_that() -> None:
    name_only = answers.merger().model_copy(update={"notes": (Note(kind=NoteKind.NAME_ONLY, citation=0),)})
    assert lead(asked(name_only)) == ["I only quote the documents. A passage that has the name:"]


@pytest.mark.parametrize(
    ("gap", "sentence"),
    [
        (Gap(kind=GapKind.NAME, value="Marx"), "No passage has the name Marx."),
        (Gap(kind=GapKind.ACRONYM, value="XYZ"), "No passage has the letters XYZ."),
        (Gap(kind=GapKind.YEAR, value="1999"), "No passage that fits gives the year 1999."),
        (Gap(kind=GapKind.NUMBER, value="11,000"), "No passage that fits gives the number 11,000."),
        (Gap(kind=GapKind.KIND, value="how many"), "No passage says how many."),
        (Gap(kind=GapKind.KIND, value="what"), "No passage gives this kind of answer."),
        (Gap(kind=GapKind.RELATION, value="merge"), "No passage that fits says this: merge."),
    ],
)
def test_what_no_passage_gives_is_said_in_words(gap: Gap, sentence: str) -> None:
    assert lead(asked(nothing("…", "en", gap))) == [f"Not in the documents. {sentence}"]


def test_a_wanted_noun_is_said_in_one() -> None:
    gaps = (Gap(kind=GapKind.NOUN, value="general"), Gap(kind=GapKind.NOUN, value="secretary"))
    assert lead(asked(nothing("…", "en", *gaps))) == [
        "Not in the documents. No passage names what is asked for: general secretary."
    ]


def test_not_found_says_what_was_searched() -> None:
    assert asked(nothing("…")).small_print == ("Searched 3 documents, in English and Spanish.",)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("", "There is nothing to look up."),
        ("😭", "That cannot be looked up: 😭"),
        ("too_long", "That is too long to look up: at most 2,000 characters, please."),
    ],
)
def test_input_that_cannot_be_looked_up_is_said_to_be_so(value: str, sentence: str) -> None:
    assert lead(asked(nothing("", "en", Gap(kind=GapKind.INPUT, value=value)))) == [sentence]


def test_a_name_nobody_has_offers_names_that_somebody_has() -> None:
    unknown = nothing(
        "Sulem Moissen",
        "en",
        Gap(kind=GapKind.NAME, value="Sulem Moissen"),
        suggestions=("Sulem Estrada", "Sergio Moissen", "Sulem"),
    )
    reply = asked(unknown, Command.WHOIS, "Sulem Moissen")
    assert reply.small_print[-1] == "Did you mean Sulem Estrada or Sergio Moissen?"


def test_how_a_question_was_read_is_said() -> None:
    read = answers.founding().model_copy(update={"interpretation": "founded, LTS"})
    assert "Read as: founded, LTS" in asked(read).small_print


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [(StatementKind.AGREE, "[1] and [2] agree."), (StatementKind.DIFFER, "[1] and [2] differ.")],
)
def test_statements_of_a_group_are_said_to_agree_or_differ(kind: StatementKind, sentence: str) -> None:
    founding = answers.founding()
    grouped = tuple(each.model_copy(update={"kind": kind, "group": 0}) for each in founding.statements)
    assert sentence in asked(founding.model_copy(update={"statements": grouped})).small_print


def test_a_result_beside_a_question_is_a_line_of_figures_with_its_place() -> None:
    reply = asked(results.elections_2016())
    assert lead(reply)[0] == "2016: 10,720 votes, 0.51% [1], Constituent Assembly of Mexico City"
    assert isinstance(reply.quotes[0], Place)


def test_the_sources_say_what_they_do_not_say_of_themselves() -> None:
    reply = compose_sources(documents(), "en")
    assert lead(reply) == ["3 documents, none of which states its own date"]
    assert fields(reply)["2. Untitled listing of 12 items"] == [
        "Press, publisher not named",
        "Headlines and first lines only, in English",
        "Rights: its publisher's",
    ]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            BadArgument(Command.ELECTIONS, Fault.NO_YEAR, "abc"),
            "elections wants a year, like 2016. The documents have results for: 2016 and 2018.",
        ),
        (
            BadArgument(ASK, Fault.EMPTY, ""),
            "There is no question. Write one, like: When was the LTS founded?",
        ),
        (
            BadArgument(ASK, Fault.TOO_LONG, "x"),
            "That is too long to look up: at most 2,000 characters, please.",
        ),
    ],
)
def test_a_bad_argument_is_told_what_to_give(error: BadArgument, sentence: str) -> None:
    assert word_refusal(error, (2016, 2018), "en") == sentence
