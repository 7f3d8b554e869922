"""The finished replies of the project's examples to commands, number by number, as the terminal shows them.

The bot's own words may change: what is held are the quotes, figures, places and notes.
"""

from __future__ import annotations

from bot.requests import Command
from knowledge.models import Outcome
from tests.journey import passages as p
from tests.journey.surface import ARTICLE, OWNED, REPORT, bold, show


def test_01_whois_a_former_name() -> None:
    shown = show(Command.WHOIS, "LTS")
    assert shown.rows[0].startswith("LTS: League of Workers for Socialism, from 1988 [2]; since May 2014 ")
    assert shown.rows[0].endswith("Socialist Workers Movement (MTS)")
    assert bold(shown.answer) == ["the LTS renamed itself as MTS"]
    assert shown.quotes == {
        p.RENAMED: f"[1] {ARTICLE}, History, par. 12 · {OWNED}",
        p.FOUNDATION: f"[2] {ARTICLE}, infobox, Foundation. Two names are missing from the source's text here.",
        f"{p.ORIGINS} {p.EXPELLED}": (
            f"[3] {ARTICLE}, History, par. 1. “Its” is the MTS. The day on which it took the name LTS is not given."
        ),
        p.OPENING: f"[4] {ARTICLE}, opening, par. 1",
        p.NEWSPAPER: f"[5] {ARTICLE}, infobox, Newspaper",
        p.YOUTH: f"[6] {ARTICLE}, infobox, Youth Wing",
        p.PAN_Y_ROSAS: f"[7] {ARTICLE}, History, par. 9",
        p.ARMAS: f"[8] {ARTICLE}, History, par. 10",
    }
    assert "LTS, 1988 to 2014" in shown.rows
    assert shown.field("Names") == [
        "League of Workers for Socialism (LTS) [3]",
        "League of Workers for Socialism – Countercurrent (LTS-CC) [4]",
        "Liga de Trabajadores por el Socialismo – Contracorriente (LTS-CC) [4]",
        "At first: Trotskyist Revolutionary Fraction [3]",
    ]
    assert shown.field("Split from") == ["Worker Socialist Party (POS), January 1988 [3]"]
    assert shown.field("Newspaper") == ["Estrategia Obrera (1997–2014) [5]"]
    assert shown.field("Youth wing") == [
        "Contracorriente (1997–2012) [6]",
        "Juventud Anticapitalista, Socialista y Revolucionaria (2012–2014) [6]",
    ]
    assert shown.field("Women's group") == ["Pan y Rosas, since 2010 [7]"]
    assert shown.field("Publishing house") == ["Armas de la Crítica, 2010 [8]"]
    assert shown.rows[-1] == f"8 citations in 1 document · {OWNED}"


def test_02_whois_a_present_name() -> None:
    shown = show(Command.WHOIS, "MTS")
    names = "Socialist Workers Movement, Movimiento de los Trabajadores Socialistas [2]"
    assert shown.rows[0] == f"MTS: {names}"
    assert bold(shown.answer) == ["a far-left Mexican National Political Association"]
    assert shown.field("Founded") == [
        "2014; 1988 as LTS [3]",
        "Two names are missing from the source's text here: “1988 (as LTS, later ) , 2014 (as )”",
    ]
    assert shown.field("Ideology") == ["Trotskyism, Revolutionary Socialism [4]"]
    assert shown.field("International") == ["Trotskyist Fraction – Fourth International [5]"]
    assert shown.field("Newspaper") == [
        "La Izquierda Diario (2015–) [6]",
        "Tribuna Socialista (2014–2015) [6]",
        "Estrategia Obrera (1997–2014) [6]",
    ]
    assert shown.field("Youth wing") == [
        "Agrupación Juvenil Anticapitalista (2014–) [7]",
        "Juventud Anticapitalista, Socialista y Revolucionaria (2012–2014) [7]",
        "Contracorriente (1997–2012) [7]",
    ]
    assert shown.field("Women's wing") == ["Pan y Rosas [8]"]
    assert shown.field("Teacher wing") == ["Nuestra Clase [9]"]
    think_tank = "Leon Trotsky Study, Research and Publishing Center (CEIP León Trotsky)"
    assert shown.field("Think tank") == [f"{think_tank} [10]"]
    assert shown.field("Headquarters") == ["Mexico City, Mexico [11]"]
    assert shown.field("Elections") == ["2016: 10,720 votes, 0.51% [12]", "2018: 2,863 votes, 1.85% [13]"]
    assert shown.rows[-1] == f"13 citations in 1 document · {OWNED}"
    wing = "[9] Socialist Workers Movement (Mexico), infobox, Wing1, which Wing1 Title calls “Teacher wing”"
    assert shown.quotes["Wing1: Nuestra Clase"] == wing
    assert next(iter(shown.quotes)) == p.OPENING
    assert list(shown.quotes)[1] == "Movimiento de los Trabajadores Socialistas, Socialist Workers' Movement"
    assert list(shown.quotes)[-2:] == [p.ROW_2016, p.ROW_2018]
    assert not {"Women's group", "Position", "Colours", "Logo"} & set(shown.rows)


def test_03_whois_a_name_in_two_documents() -> None:
    shown = show(Command.WHOIS, "POS")
    assert shown.rows[:2] == [
        "POS: Partido Obrero Socialista, Worker Socialist Party",
        "Read as one party because both documents write POS; neither says so outright.",
    ]
    assert shown.quotes == {
        p.CONGRESS: f"[1] {REPORT}, opening, par. 1 · CRIR, undated",
        p.ORIGINS: f"[2] {ARTICLE}, History, par. 1 · {OWNED}. “Its” is the MTS.",
        p.MEMBERS_OF_CRIR: f"[3] {REPORT}, Addressing sexual abuse on the Left, par. 2",
        p.COLLABORATION: f"[4] {REPORT}, Unification of revolutionary forces, par. 1",
    }
    assert shown.field("Name in 1988") == ["Zapatist Workers Party [2]"]
    assert shown.field("19th Congress") == [
        "first weekend of August in Mexico City [1]",
        "The year is not given.",
    ]
    assert shown.field("International") == ["Committee for Revolutionary International Regroupment (CRIR) [3]"]
    assert shown.field("Works with") == ["Liga de Unidad Socialista (LUS) [4]"]
    assert shown.rows[-1] == "4 citations in 2 documents"


def test_04_whois_a_person() -> None:
    shown = show(Command.WHOIS, "Sulem Estrada")
    line = "Sulem Estrada: professor; headed the 2016 list with Sergio Moissen; candidate in 2018"
    assert shown.rows[0] == line
    assert shown.quotes == {
        p.FORMULA: f"[1] {ARTICLE}, History, par. 13 · {OWNED}",
        p.ROW_2018: f"[2] {ARTICLE}, Electoral results, row 2018",
        p.ROW_2016: f"[3] {ARTICLE}, Electoral results, row 2016",
    }
    assert bold(shown.answer) == ["headed by professors Sergio Moissen and Sulem Estrada"]
    assert shown.field("2018, candidate") == [
        "32nd Local District – Coyoacán",
        "Anticapitalistas al Congreso de la Ciudad de México",
        "2,863 votes, 1.85% [2]",
    ]
    assert shown.field("2016, headed the list") == [
        "Constituent Assembly of Mexico City [1] [3]",
        "The table names one candidate: Sergio Abraham Méndez Moissen [3]",
    ]
    assert shown.field("Name in the table") == [
        "Juana Mirna Sulem Estrada Saldaña [2]",
        "Read as the same person; the source does not say so.",
    ]
    assert shown.rows[-1] == f"3 citations in 1 document · {OWNED}"


def test_05_whois_a_name_that_is_spoken_of() -> None:
    shown = show(Command.WHOIS, "AMLO")
    assert shown.rows[:2] == [
        "AMLO: Andrés Manuel López Obrador, elected president of Mexico",
        (
            "Both sources are political press: the judgements are theirs. "
            "No document gives the year of the election or his party."
        ),
    ]
    final_year = "Against “Neoliberalism” or Capitalism? The Final Year of AMLO’s Government in Mexico"
    march = "AMLO’s March on 27N: Huge Demonstration of the Mexican People’s Strength"
    assert shown.quotes == {
        p.CONSENSUS: f"[1] {REPORT}, Mexican politics today, par. 1 · CRIR, undated",
        p.GOVERNMENT: f"[2] {final_year} (untitled listing, item 1) · undated",
        p.MARCH: f"[3] {march} (untitled listing, item 4) · undated",
        p.FIRST_STEPS: f"[4] {REPORT}, Mexican politics today, par. 2 · CRIR, undated",
    }
    assert bold(shown.answer) == ["the election of Andrés Manuel López Obrador as president of Mexico"]
    for label in ("His government", "A march he called", "CRIR's report, on his first steps"):
        assert len(shown.field(label)) == 2
    assert shown.rows[-1] == "4 citations in 2 documents"


def test_06_all_elections() -> None:
    shown = show(Command.ELECTIONS)
    assert "2016 and 2018" in shown.rows[0]
    assert any("do not compare them" in row for row in shown.rows[1:3])
    assert shown.field("2016, Constituent Assembly of Mexico City") == [
        "10,720 votes, 0.51% [1]",
        f"In the text: “{p.PHRASE}” [2]",
        "Sergio Abraham Méndez Moissen [1]",
    ]
    assert shown.field("2018, 32nd Local District – Coyoacán") == [
        "2,863 votes, 1.85% [3]",
        "In the text: “2,863 votes” [4]",
        "Juana Mirna Sulem Estrada Saldaña [3]",
    ]
    [seats] = shown.field("Seats")
    assert seats.endswith("[1] [3]")
    assert shown.field("Spoken of, without results") == [
        "2000: PRI, PAN and PRD [5]",
        "2006: electoral fraud [6]",
        "No year given: López Obrador, president of Mexico [7]",
        "No year given: President Trump [8]",
    ]
    assert shown.quotes == {
        p.ROW_2016: f"[1] {ARTICLE}, Electoral results, row 2016",
        p.FORMULA: f"[2] {ARTICLE}, History, par. 13",
        p.ROW_2018: f"[3] {ARTICLE}, Electoral results, row 2018",
        p.AGAIN: f"[4] {ARTICLE}, History, par. 13. “They” is the MTS; “so” is an independent candidacy.",
        p.TRAP: f"[5] {ARTICLE}, History, par. 4",
        p.OAXACA: f"[6] {ARTICLE}, History, par. 6",
        p.CONSENSUS: f"[7] {REPORT}, Mexican politics today, par. 1",
        p.TRUMP: f"[8] {REPORT}, Overview of the international situation, par. 2",
    }


def test_07_an_election_on_two_bases() -> None:
    shown = show(Command.ELECTIONS, "2016")
    assert shown.rows[:4] == [
        "2016: 10,720 votes, 0.51% [1], Constituent Assembly of Mexico City",
        f"The text of the same article: “{p.PHRASE}” [2]",
        f"  [1] {ARTICLE}, Electoral results, row 2016 · {OWNED}",
        f"  [2] {ARTICLE}, History, par. 13",
    ]
    assert shown.field("List") == ["Formula 5 – Anticapitalists to the Constituent Assembly [1]"]
    stood, heads = shown.field("Candidate")
    assert stood == "Sergio Abraham Méndez Moissen [1]"
    assert heads.endswith("“Sergio Moissen and Sulem Estrada” [2]")
    assert shown.field("What the shares count") == [
        "Table: “% of votes obtained” [1]",
        "Text: “the people voting for independent in the electoral roll” [2]",
    ]
    assert shown.field("Seats") == ["Left blank in the table [1]"]
    assert list(shown.quotes) == [p.ROW_2016, p.FORMULA]
    assert bold(shown.answer) == []


def test_08_an_election_on_which_table_and_text_agree() -> None:
    shown = show(Command.ELECTIONS, "2018")
    assert shown.rows[:3] == [
        "2018: 2,863 votes, 1.85% [1], 32nd Local District – Coyoacán",
        f"  [1] {ARTICLE}, Electoral results, row 2018 · {OWNED}",
        "  Table and text agree on the votes.",
    ]
    assert shown.field("List") == ["Anticapitalistas al Congreso de la Ciudad de México [1]"]
    assert shown.field("Candidate") == ["Juana Mirna Sulem Estrada Saldaña [1]"]
    assert shown.field("Seats") == ["Left blank in the table [1]"]
    assert shown.quotes[p.CANDIDACY] == f"[2] {ARTICLE}, History, par. 13; one sentence further on:"
    assert shown.quotes[p.AGAIN].startswith(f"[3] {ARTICLE}, History, par. 13")
    assert bold(shown.answer, 3) == ["2,863 votes"]
    assert shown.rows[-1] == f"3 citations in 1 document · {OWNED}"


def test_09_a_year_without_result() -> None:
    shown = show(Command.ELECTIONS, "2006")
    assert shown.answer.outcome is Outcome.RELATED
    assert shown.rows[0].startswith("No result for 2006. The documents have results for 2016 and 2018.")
    assert shown.quotes == {p.OAXACA: f"[1] {ARTICLE}, History, par. 6 · {OWNED}"}
    assert bold(shown.answer) == []


def test_18_whois_two_people_of_one_name() -> None:
    shown = show(Command.WHOIS, "Campos")
    assert shown.rows[0].endswith("Which one?")
    assert shown.field("Arturo Campos") == ["“a recently freed political prisoner from Guerrero” [1]"]
    assert shown.field("Karen Campos") == ["“organizer with La Izquierda Socialista” [2]"]
    video = "[Video] ¡Ni Una Menos! The Struggle Against Femicides in Mexico"
    assert shown.quotes == {
        f"{p.GUESTS} {p.ORGANIZER}": f"[1] {REPORT}, opening, par. 2 · CRIR, undated",
        p.KAREN: f"[2] {video} (untitled listing, item 10) · undated",
    }
    assert shown.rows[-1] == "2 citations in 2 documents"


def test_22_words_that_are_no_quote() -> None:
    shown = show(Command.VERIFY, "they got 11,000 votes, 6% of independent voters")
    assert shown.rows[0].startswith("Not a quote. ")
    assert shown.quotes == {p.FORMULA: f"[1] {ARTICLE}, History, par. 13 · {OWNED}"}
    assert shown.rows[-1] == (
        "  Yours: got, 11,000, independent voters · Source: “obtained”, “about 11 thousand”, "
        "“the people voting for independent in the electoral roll”"
    )
