"""What the source does not say is said of each citation."""

from __future__ import annotations

import pytest

from knowledge.answering import notes
from knowledge.corpus import Corpus
from knowledge.models import Citation, Document, Language, Note, NoteKind
from tests.answering.club import Room, club, room


def cited(made: Room, words: str) -> Citation:
    unit = made.unit(words)
    return made.corpus.cite(unit.passage.document, unit.start, unit.end)


def on(made: Room, *words: str, language: Language = "en", dated: bool = False) -> list[Note]:
    citations = [cited(made, each) for each in words]
    return list(notes.on_citations(made.corpus, made.facts, citations, language, dated=dated))


def kinds(text: str, words: str | None = None) -> list[NoteKind]:
    return [note.kind for note in on(room(None, None, note=text), words or text, dated=True)]


def test_an_ordinary_sentence_needs_no_note() -> None:
    assert on(club(), "The ABC sent", dated=True) == []


@pytest.mark.parametrize(("language", "text"), [("en", "“They” is the crew."), ("es", "«They» es el equipo.")])
def test_what_curators_wrote_of_a_span_is_said_in_the_answers_language(language: Language, text: str) -> None:
    (note,) = on(club(), "prints a journal", "rowed to", language=language)
    assert note == Note(kind=NoteKind.CURATED, citation=1, text=text)


def test_a_field_that_lost_words_is_said_to_have_lost_them() -> None:
    assert on(club(), "Foundation:") == [Note(kind=NoteKind.TEXT_LOST, citation=0)]


def test_what_curators_say_of_such_a_field_is_what_it_lost() -> None:
    remark = '[[remarks]]\nkind = "note"\nen = "A name is lost."\nes = "Falta un nombre."\ndocument = "club"\n'
    text = "= Club =\n\n- Foundation: 1988 (as RL, later ) , 2014 (as )\n"
    made = room(remark + 'quote = "1988 (as RL, later )"\n', None, club=text)
    assert on(made, "Foundation:") == [Note(kind=NoteKind.TEXT_LOST, citation=0, text="A name is lost.")]


def test_a_text_that_breaks_off_is_said_to() -> None:
    assert on(club(), "lost two boats", "The repairs will") == [Note(kind=NoteKind.TEXT_BREAKS_OFF, citation=1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On March 27 it rained.", [NoteKind.NO_YEAR]),
        ("El 3 de mayo llovió en la ciudad.", [NoteKind.NO_YEAR]),
        ("The march on 27N was long.", [NoteKind.NO_YEAR]),
        ("On March 27, 2019, it rained.", []),
        ("Last week it rained.", [NoteKind.RELATIVE_DATE]),
        ("It rained on Sunday.", [NoteKind.RELATIVE_DATE]),
        ("It rained 30 years ago.", [NoteKind.RELATIVE_DATE]),
        ("Llovió la semana pasada.", [NoteKind.RELATIVE_DATE]),
        ("Llovió hace 30 años.", [NoteKind.RELATIVE_DATE]),
        ("It rained.", []),
    ],
)
def test_a_date_without_a_year_or_that_counts_from_another_is_noted(text: str, expected: list[NoteKind]) -> None:
    assert kinds(text) == expected


def test_missing_years_are_noted_only_where_they_are_asked_for() -> None:
    made = room(None, None, note="On March 27 it rained.")
    assert on(made, "March 27", dated=False) == []


def test_a_date_is_noted_once_of_the_first_citation_only() -> None:
    made = room(None, None, note="It rained.\n\nOn March 27 it snowed.")
    assert on(made, "rained", "snowed", dated=True) == []
    assert on(made, "snowed", "rained", dated=True) == [Note(kind=NoteKind.NO_YEAR)]


def test_the_year_in_an_items_headline_dates_its_teaser() -> None:
    news = "".join(
        f"{headline}\n\nOn March {day} the crew met in the hall.\n\n"
        for day, headline in ((1, "The Meeting of 1997"), (2, "The Meeting"), (3, "Another Meeting"))
    )
    made = room(None, None, news=news)
    assert on(made, "March 1 ", dated=True) == []
    assert on(made, "March 2 ", dated=True) == [Note(kind=NoteKind.NO_YEAR)]


def test_fields_and_rows_and_dated_documents_lack_no_year() -> None:
    made = room(None, None, club="= Club =\n\n- Opens: March 27\n\nOn March 27 it opens.\n")
    assert on(made, "Opens:", dated=True) == []
    dated: list[Document] = [each.model_copy(update={"date": "1997"}) for each in made.corpus.documents]
    corpus = Corpus(dated, made.corpus.passages)
    assert notes.on_citations(corpus, made.facts, [cited(made, "it opens")], "en", dated=True) == ()
    assert on(made, "it opens", dated=True) == [Note(kind=NoteKind.NO_YEAR)]
