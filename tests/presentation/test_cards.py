"""Cards of a name: who it is, what the documents say of it, and bearers set apart."""

from __future__ import annotations

import pytest

from bot.presentation.parts import Quote
from bot.requests import Command
from knowledge.models import (
    Candidate,
    Gap,
    GapKind,
    Note,
    NoteKind,
    Subject,
)
from tests.presentation import answers
from tests.presentation.making import WIKI, answered, cite, nothing, said, told
from tests.presentation.reading import asked, fields, lead, quotes


def test_a_card_names_its_subject_and_groups_its_facts() -> None:
    reply = asked(answers.card_mts(), Command.WHOIS, "MTS")
    assert lead(reply) == ["MTS: Movimiento de los Trabajadores Socialistas [2]"]
    assert reply.heading == "MTS"
    assert fields(reply) == {
        "Newspaper": ["La Izquierda Diario (2015–) [3]", "Tribuna Socialista (2014–2015) [3]"],
        "Women's wing": ["Pan y Rosas, since 2010 [5]"],
        "Elections": ["2016: 10,720 votes, 0.51% [4]"],
    }
    assert reply.footer == "5 citations in 1 document · Wikipedia, CC BY-SA 4.0"


def test_the_line_of_the_curators_goes_before_names() -> None:
    about = answers.card_mts().model_copy(update={"subject": Subject(id="mts", name="MTS", about="a party")})
    reply = asked(about, Command.WHOIS, "MTS")
    assert lead(reply) == ["MTS: a party"]
    assert "Names" in fields(reply)


def test_the_card_of_a_former_name_says_when_it_was_the_name() -> None:
    subject = Subject(id="mts", name="LTS", start="1988", end="May 2014", now="MTS")
    reply = asked(answers.card_mts().model_copy(update={"subject": subject}), Command.WHOIS, "LTS")
    assert lead(reply) == ["LTS: Movimiento de los Trabajadores Socialistas [2], from 1988; since May 2014 MTS"]
    assert reply.heading == "LTS, 1988 to 2014"


def test_a_card_has_at_most_ten_fields_and_says_that_there_are_more() -> None:
    citation = cite(WIKI, "Position: Far-left", label="Position")
    facts = tuple(told(f"Label {number}", "Far-left", 0) for number in range(12))
    reply = asked(answered((citation,), facts, subject=Subject(id="x", name="X")), Command.WHOIS, "X")
    assert len(reply.fields) == 10
    assert reply.small_print == ("2 more fields are not shown.",)


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        ({}, "Pan y Rosas"),
        ({"start": "2010"}, "Pan y Rosas, since 2010"),
        ({"end": "2014"}, "Pan y Rosas, until 2014"),
        ({"start": "2010", "end": "2010"}, "Pan y Rosas, 2010"),
        ({"start": "2010", "end": "2014"}, "Pan y Rosas, 2010–2014"),
    ],
)
def test_a_period_that_the_value_lacks_is_said(period: dict[str, str], shown: str) -> None:
    citation = cite(WIKI, "Womens Wing: Pan y Rosas")
    fact = told("Wing", "Pan y Rosas", 0, **period)
    reply = asked(answered((citation,), (fact,), subject=Subject(id="x", name="X")), Command.WHOIS, "X")
    assert fields(reply) == {"Wing": [f"{shown} [1]"]}


def test_a_passage_with_a_heading_is_a_field() -> None:
    opening, citation = cite(WIKI, "Womens Wing: Pan y Rosas"), cite(WIKI, "Position: Far-left")
    passages = (said(opening, 0), said(citation, 1, heading="Where it stands"))
    reply = asked(answered((opening, citation), passages, subject=Subject(id="x", name="X")), Command.WHOIS, "X")
    assert fields(reply) == {"Where it stands": ["Position: Far-left"]}


def test_a_card_of_passages_alone_begins_with_the_first_of_them() -> None:
    citation = cite(WIKI, "Position: Far-left")
    passage = said(citation, 0, heading="Where it stands")
    reply = asked(answered((citation,), (passage,), subject=Subject(id="x", name="X")), Command.WHOIS, "X")
    [quote] = [each for each in reply.quotes if isinstance(each, Quote)]
    assert (quote.introduction, quote.text) == ("Where it stands:", "Position: Far-left")
    assert reply.fields == ()


def test_a_name_that_is_only_mentioned_is_shown_in_its_sentences() -> None:
    citation = cite(WIKI, "Position: Far-left")
    mention = answered((citation,), (said(citation, 0),), subject=Subject(id="", name="Far-left"))
    reply = asked(mention, Command.WHOIS, "Far-left")
    assert lead(reply) == ["Far-left in the documents:"]
    assert quotes(reply) == ["Position: Far-left"]
    assert reply.heading is None


def test_bearers_of_one_name_are_set_apart() -> None:
    reply = asked(answers.card_campos(), Command.WHOIS, "Campos")
    assert lead(reply) == ["2 names fit Campos. Which one?"]
    assert list(fields(reply)) == ["Arturo Campos", "Karen Campos"]
    assert fields(reply)["Karen Campos"] == ["“organizer with La Izquierda Socialista” [2]"]


def test_candidates_beside_a_question_that_has_no_answer_are_offered() -> None:
    gap = Gap(kind=GapKind.NAME, value="Campos")
    candidates = (Candidate(id="a", name="Arturo Campos"), Candidate(id="k", name="Karen Campos"))
    reply = asked(nothing("Campos", "en", gap, candidates=candidates))
    assert reply.small_print[-1] == "Did you mean Arturo Campos or Karen Campos?"


def test_a_month_is_said_in_words() -> None:
    citation = cite(WIKI, "Womens Wing: Pan y Rosas")
    fact = told("Wing", "Pan y Rosas", 0, end="2014-05")
    answer = answered((citation,), (fact,), subject=Subject(id="x", name="X"))
    assert fields(asked(answer, Command.WHOIS, "X")) == {"Wing": ["Pan y Rosas, until May 2014 [1]"]}
    spanish = asked(answer.model_copy(update={"language": "es"}), Command.WHOIS, "X")
    assert fields(spanish) == {"Wing": ["Pan y Rosas, hasta mayo de 2014 [1]"]}


def test_names_of_a_former_name_do_not_repeat_its_years() -> None:
    citation = cite(WIKI, "Womens Wing: Pan y Rosas")
    names = [told("Names", name, 0, attribute="name", start="1988", end="2014") for name in ("A", "B", "C")]
    subject = Subject(id="x", name="LTS", start="1988", end="2014", now="MTS")
    reply = asked(answered((citation,), tuple(names), subject=subject), Command.WHOIS, "LTS")
    assert fields(reply) == {"Names": ["C [1]"]}


def test_a_short_form_is_shown_in_full_and_a_year_with_the_name_of_its_time() -> None:
    citation = cite(WIKI, "Foundation: 1988 (as LTS, later ) , 2014 (as )", label="Foundation")
    ally = told("Works with", "LUS", 0)
    years = (told("Founded", "2014", 0), told("Founded", "1988", 0))
    named = [(ally, "Liga de Unidad Socialista (LUS)"), (years[1], "LTS")]
    first, second = (
        each.model_copy(update={"fact": each.fact.model_copy(update={"object": full})})
        for each, full in named
        if each.fact
    )
    lost = Note(kind=NoteKind.TEXT_LOST, citation=0, text="Two names are missing.")
    card = answered((citation,), (first, years[0], second), subject=Subject(id="x", name="X"), notes=(lost,))
    assert fields(asked(card, Command.WHOIS, "X"))["Founded"] == [
        "2014; 1988 as LTS [1]",
        "Two names are missing: “1988 (as LTS, later ) , 2014 (as )”",
    ]
    assert fields(asked(card, Command.WHOIS, "X"))["Works with"][0] == "Liga de Unidad Socialista (LUS) [1]"


def test_a_note_on_the_subject_stands_under_the_lead() -> None:
    citation = cite(WIKI, "Womens Wing: Pan y Rosas")
    note = Note(kind=NoteKind.IDENTITY_ASSUMED, text="Read as one.")
    card = answered(
        (citation,), (said(citation, 0),), subject=Subject(id="x", name="X", about="a group"), notes=(note,)
    )
    reply = asked(card, Command.WHOIS, "X")
    assert lead(reply) == ["X: a group", "Read as one."]
    assert reply.small_print == ()
