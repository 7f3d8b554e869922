"""Evidence becomes an Answer: brief, verbatim, led by a sentence or by a fact in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.answering.composer import MOST_NAMES, MOST_QUOTED, MOST_STATEMENTS
from knowledge.answering.quoting import LEAD_LIMIT
from knowledge.assistant import Assistant
from knowledge.bootstrap import open_assistant
from knowledge.models import Answer, Language, NoteKind, Outcome, StatementKind, Topic
from tests.answering.club import library, write

QUESTIONS = (
    "When was the LTS founded?",
    "¿Cuándo se fundó la LTS?",
    "What newspapers did the MTS edit?",
    "¿Qué periódicos editó el MTS?",
    "Name all youth wings of the MTS",
    "LTS",
    "MTS",
    "Mexico City",
    "What happened in 2014?",
    "¿Qué pasó en 2010?",
    "Who is Sergio Moissen?",
    "Compare the elections of 2016 and 2018",
    "everything about the MTS",
    "¿Dónde está la sede del MTS?",
    "Which migrants died in Ciudad Juárez?",
    "Tell me about the congress",
    "write a poem about the LTS",
    "Who won the world cup?",
    "What did the POS decide?",
    "How many people marched?",
)
FIELDS = """= River Club =

- Journal: The Oar (1997–2014), New Oar (2014–)
- Seat: Port Hope, Utopia
- Creed: {creed}
"""
ATTRIBUTES = """
[attributes.journal]
label = { en = "Journal", es = "Revista" }
words = ["journal", "journals", "revista", "revistas"]
fields = ["Journal"]
[attributes.seat]
label = { en = "Headquarters", es = "Sede" }
words = ["headquarters", "sede"]
fields = ["Seat"]
[[entities]]
id = "rc"
kind = "organisation"
name = "River Club"
"""


@pytest.fixture(scope="module")
def fields(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Open a library of one infobox, so that a field is the best that there is."""
    folder = tmp_path_factory.mktemp("fields")
    text = FIELDS.format(creed="row " * 200)
    return open_assistant(write(folder, club_txt=text, facts_toml=ATTRIBUTES))


def of_text(folder: Path, text: str) -> Assistant:
    return open_assistant(write(folder, note_txt=text))


def quoted(answer: Answer) -> int:
    return sum(len(citation.quote) for citation in answer.citations)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_reply_is_brief_and_cites_all_that_it_says(question: str) -> None:
    answer = library().ask(question)
    assert len(answer.lead) <= LEAD_LIMIT
    assert len(answer.statements) <= MOST_STATEMENTS
    assert quoted(answer) <= MOST_QUOTED
    assert all(statement.citations for statement in answer.statements)
    cited = {number for statement in answer.statements for number in statement.citations}
    assert cited == set(range(len(answer.citations)))


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_first_statement_carries_the_lead(question: str) -> None:
    answer = library().ask(question)
    assert bool(answer.lead) == (answer.outcome is Outcome.ANSWERED)
    if answer.lead:
        first = answer.statements[0]
        figures = first.result.votes if first.result is not None else None
        assert first.text == answer.lead or (figures is not None and figures in answer.lead)
        assert first.citations[0] == 0


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_said_is_verbatim(question: str) -> None:
    answer = library().ask(question)
    library().check(answer)
    for statement in answer.statements:
        if statement.kind in (StatementKind.QUOTE, StatementKind.RELATED):
            assert statement.text == answer.citations[statement.citations[0]].quote
        elif statement.fact is not None:
            assert statement.fact.value in answer.citations[statement.citations[0]].quote


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_is_quoted_twice(question: str) -> None:
    quotes = [(each.document, each.start, each.end) for each in library().ask(question).citations]
    assert len(set(quotes)) == len(quotes)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Headquarters of the River Club?", "Headquarters: Port Hope, Utopia"),
        ("¿La sede del River Club?", "Sede: Port Hope, Utopia"),
        ("journals of the River Club", "Journal: The Oar (1997–2014) and New Oar (2014–)"),
        ("revistas del River Club", "Revista: The Oar (1997–2014) y New Oar (2014–)"),
        ("journal of the River Club in 2010?", "Journal, 2010: The Oar (1997–2014)"),
        ("¿Qué revista del River Club en 2020?", "Revista, 2020: New Oar (2014–)"),
    ],
)
def test_a_fact_leads_in_words_of_the_questions_language(fields: Assistant, question: str, lead: str) -> None:
    answer = fields.ask(question)
    assert answer.lead == lead
    assert answer.statements[0].kind is StatementKind.FACT
    assert answer.statements[0].fact is not None


def test_a_field_is_not_quoted_beside_the_fact_that_it_states(fields: Assistant) -> None:
    answer = fields.ask("journals of the River Club")
    assert [statement.kind for statement in answer.statements] == [StatementKind.FACT]
    (citation,) = answer.citations
    assert [citation.quote[start:end] for start, end in citation.answer] == ["The Oar (1997–2014)", "New Oar (2014–)"]


def test_a_fact_too_long_for_a_lead_is_quoted(fields: Assistant) -> None:
    answer = fields.ask("creed of the River Club")
    assert answer.outcome is Outcome.ANSWERED
    assert len(answer.lead) <= LEAD_LIMIT
    assert answer.statements[0].kind is StatementKind.QUOTE
    assert answer.citations[0].quote.startswith(answer.lead)


def test_a_sentence_leads_where_the_field_that_states_the_fact_lost_words(rower: Assistant) -> None:
    answer = rower.ask("When was the RC founded?")
    assert answer.lead.endswith("It was formed in 2014 by the former Rowing League.")


def test_a_field_that_lost_words_leads_where_no_sentence_states_the_fact(tmp_path: Path) -> None:
    text = "= River Club =\n\n- Foundation: 1988 (as RL, later ) , 2014 (as )\n"
    answer = open_assistant(write(tmp_path, club_txt=text)).ask("foundation of the River Club")
    assert answer.outcome is Outcome.ANSWERED
    assert answer.statements[0].kind is StatementKind.FACT
    assert [note.kind for note in answer.notes] == [NoteKind.TEXT_LOST]


def test_more_than_a_thousand_characters_are_not_quoted(tmp_path: Path) -> None:
    text = "\n\n".join(f"The trombone of crew {word} sank {'very ' * 80}deep." for word in "one two three four".split())
    answer = of_text(tmp_path, text).ask("Which trombone sank deep?")
    assert answer.outcome is Outcome.ANSWERED
    assert 400 < quoted(answer) <= MOST_QUOTED


def test_no_more_than_five_statements_are_made(tmp_path: Path) -> None:
    text = "\n\n".join(f"The trombone of crew {number} sank." for number in range(20))
    answer = of_text(tmp_path, text).ask("List every trombone that sank")
    assert answer.outcome is Outcome.ANSWERED
    assert len(answer.statements) == MOST_STATEMENTS


def test_a_name_alone_gathers_the_sentences_that_name_it(rower: Assistant) -> None:
    answer = rower.ask("Low Town")
    assert len(answer.citations) > 2
    assert all("Low Town" in citation.quote for citation in answer.citations)


def test_a_related_reply_is_one_quote_with_nothing_in_bold(rower: Assistant) -> None:
    answer = rower.ask("What year were the gates opened?")
    (citation,) = answer.citations
    assert (answer.outcome, answer.lead, citation.answer) == (Outcome.RELATED, "", ())


@pytest.mark.parametrize(
    ("language", "note"),
    [("en", "Nobody says that Spark is the club's."), ("es", "Nadie dice que Spark sea del club.")],
)
@pytest.mark.parametrize("question", ["When was Spark founded?", "What did Spark do in 1871?", "write a poem on Spark"])
def test_an_identity_that_no_document_states_is_said_on_every_outcome(
    rower: Assistant, question: str, language: Language, note: str
) -> None:
    notes = [each.text for each in rower.ask(question, language=language).notes]
    assert note in notes


def test_a_date_without_a_year_is_noted_beside_a_date(rower: Assistant) -> None:
    assert NoteKind.NO_YEAR in {note.kind for note in rower.ask("When were the gates opened?").notes}
    assert NoteKind.NO_YEAR not in {note.kind for note in rower.ask("Who opened the gates?").notes}


def test_the_topic_is_whom_the_question_names_and_what_it_asks(rower: Assistant) -> None:
    answer = rower.ask("When was Spark founded in 1997?")
    led = answer.citations[0].passage
    assert answer.topic == Topic(entities=("spark",), years=(1997,), attribute="founded", passage=led)


def test_the_event_that_an_answer_tells_of_joins_the_topic(rower: Assistant) -> None:
    assert rower.ask("How many guests were drawn from Low Town?").topic.entities == ("low-town", "regatta")


def test_a_topic_holds_few_names(rower: Assistant) -> None:
    topic = rower.ask("Spark, Low Town, Edgar Ghost, Sergio Paz, Sergio Mar, River Club").topic
    assert len(topic.entities) == MOST_NAMES


def test_names_are_suggested_where_nothing_answers(rower: Assistant) -> None:
    assert rower.ask("How many medals did the River Club win in 1871?").suggestions == ("RC",)


def test_a_mended_word_is_said(rower: Assistant) -> None:
    answer = rower.ask("Who sent the lanternn?")
    assert (answer.outcome, answer.interpretation) == (Outcome.ANSWERED, "lantern")


@pytest.mark.parametrize(("language", "reading"), [("en", "journal, RC, 2010"), ("es", "revista, RC, 2010")])
def test_what_was_inherited_is_said(rower: Assistant, language: Language, reading: str) -> None:
    topic = Topic(entities=("rc",), years=(), attribute="journal")
    answer = rower.ask("2010?", language=language, topic=topic)
    assert answer.interpretation == reading


def test_a_question_that_was_read_as_typed_has_no_interpretation(rower: Assistant) -> None:
    assert rower.ask("When was Spark founded?").interpretation is None


def test_an_unknown_topic_is_no_reading(rower: Assistant) -> None:
    answer = rower.ask("and then?", topic=Topic(entities=("gone",)))
    assert answer.interpretation is None
