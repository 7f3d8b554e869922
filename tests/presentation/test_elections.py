"""Elections and time lines: figures as written, dates as precise as their source."""

from __future__ import annotations

from bot.requests import Command
from knowledge.models import Subject
from tests.presentation import answers, results
from tests.presentation.making import nothing
from tests.presentation.reading import asked, fields, lead, quotes


def test_an_election_shows_both_figures_with_their_bases() -> None:
    reply = asked(results.elections_2016(), Command.ELECTIONS, "2016")
    assert lead(reply) == [
        "2016: 10,720 votes, 0.51% [1], Constituent Assembly of Mexico City",
        f"The text of the same article: “{results.PHRASE_2016}” [2]",
    ]
    assert fields(reply) == {
        "List": ["Formula 5 – Anticapitalists to the Constituent Assembly [1]"],
        "Candidate": [
            "Sergio Abraham Méndez Moissen [1]",
            "The text names: “Sergio Moissen and Sulem Estrada” [2]",
        ],
        "What the shares count": [
            "Table: “% of votes obtained” [1]",
            "Text: “the people voting for independent in the electoral roll” [2]",
        ],
        "Seats": ["Left blank in the table [1]"],
    }
    assert reply.small_print == ()


def test_figures_stay_as_written_in_spanish() -> None:
    reply = asked(results.elections_2016("es"), Command.ELECTIONS, "2016")
    assert lead(reply)[0] == "2016: 10,720 votos, 0.51 % [1], Constituent Assembly of Mexico City"
    assert reply.heading == "Elección de 2016"


def test_table_and_text_that_agree_are_said_to_agree() -> None:
    reply = asked(results.elections_2018(), Command.ELECTIONS, "2018")
    assert lead(reply) == ["2018: 2,863 votes, 1.85% [1], 32nd Local District – Coyoacán"]
    assert reply.small_print == ("Table and text agree on the votes.",)
    assert list(fields(reply)) == ["List", "Candidate", "Seats", "In the article's words"]


def test_all_elections_are_listed_with_those_only_spoken_of() -> None:
    reply = asked(results.elections_all(), Command.ELECTIONS, "all")
    assert lead(reply) == ["Election results in the documents: 2016 and 2018"]
    assert reply.small_print == ("Different contests: the documents do not compare them.",)
    card = fields(reply)
    assert card["2018, 32nd Local District – Coyoacán"] == [
        "2,863 votes, 1.85% [3]",
        "In the text: “2,863 votes” [4]",
        "Juana Mirna Sulem Estrada Saldaña [3]",
    ]
    assert card["Seats"] == ["Left blank in the table for 2016 and 2018 [1] [3]"]
    assert card["Spoken of, without results"] == [
        "2006: electoral fraud [5]",
        "No year given: nobody's [5]",
    ]


def test_a_year_without_result_names_the_years_that_have_one() -> None:
    reply = asked(results.elections_2006(), Command.ELECTIONS, "2006")
    assert lead(reply) == [
        (
            "No result for 2006. The documents have results for 2016 and 2018. "
            "What is said of elections then is no result:"
        )
    ]
    assert len(quotes(reply)) == 1
    silent = asked(nothing("1999"), Command.ELECTIONS, "1999")
    assert lead(silent) == ["No result for 1999. The documents have results for 2016 and 2018."]


def test_a_time_line_goes_by_nine_and_ends_with_what_has_no_year() -> None:
    reply = asked(answers.timeline(), Command.TIMELINE, "MTS")
    assert lead(reply) == ["MTS, 2004 to 2014: 12 dated passages"]
    assert {label: len(lines) for label, lines in fields(reply).items()} == {
        "2004 to 2012": 9,
        "2013 to 2014": 2,
        "No year in the source": 2,
    }
    counted = "[2] counts from a text whose date the document does not give."
    assert fields(reply)["No year in the source"][-1] == counted


def test_a_time_line_of_a_former_name_is_headed_by_it_and_its_years() -> None:
    former = Subject(id="mts", name="LTS", start="1988", end="May 2014", now="Socialist Workers Movement (MTS)")
    reply = asked(answers.timeline().model_copy(update={"subject": former}), Command.TIMELINE, "LTS")
    assert lead(reply) == ["LTS, 1988 to 2014: 12 dated passages"]
    assert reply.heading == "LTS, 1988 to 2014"


def test_a_time_line_of_everything_is_of_all_documents() -> None:
    everything = answers.timeline().model_copy(update={"subject": None})
    assert lead(asked(everything, Command.TIMELINE, ""))[0].startswith("All documents, 2004 to 2014: ")


def test_no_dated_passage_is_said() -> None:
    assert lead(asked(nothing("Marx"), Command.TIMELINE, "Marx")) == ["No dated passage for Marx."]
