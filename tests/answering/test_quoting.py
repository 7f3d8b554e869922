"""What is quoted are whole sentences, with the one they lean on, and the words in them that answer."""

from __future__ import annotations

from itertools import pairwise

import pytest

from knowledge.answering.quoting import LEAD_LIMIT, Quoter, joined, leans, marked
from knowledge.answering.ranker import Ranked
from knowledge.models import AnswerKind, Citation, Query, Span
from tests.answering.club import CLUB, Room, club, room, unweighed, wanting

PLAIN = wanting(AnswerKind.WHAT)


def ranked(words: str, made: Room | None = None, answer: tuple[Span, ...] = ()) -> Ranked:
    """Rank the unit that holds some words, without regard to what speaks for it."""
    within = made or club()
    return unweighed(within, within.unit(words), answer=answer)


def quote(*words: str, made: Room | None = None, query: Query = PLAIN, mark: bool = True) -> Citation:
    within = made or club()
    quoter = Quoter(within.corpus, within.units)
    return quoter.quote(query, [ranked(each, within) for each in words], mark=mark)


@pytest.mark.parametrize(
    "text",
    [
        "They rowed to Low Town.",
        "It was formed in 2014.",
        "This came as a surprise.",
        "However, it rained.",
        "In the heat of this process, they rowed.",
        "After that summer nobody rowed.",
        "Their boats sank.",
        "Ellos no vinieron.",
        "Sin embargo, ellos no vinieron.",
        "Además, su barco se hundió.",
        "Estas medidas fracasaron.",
    ],
)
def test_a_sentence_that_opens_with_a_word_for_another_leans(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "The club met.",
        "It is clear that the club met.",
        "It was decided to dissolve the club.",
        "It is estimated that forty came.",
        "Theirsons is a name.",
        "Iturbide reinó un año.",
        "However the club rows, boats sink.",
        "Sumario de la asamblea.",
        "",
    ],
)
def test_a_sentence_that_stands_alone_does_not_lean(text: str) -> None:
    assert not leans(text)


def test_a_leaning_sentence_brings_the_one_before() -> None:
    assert quote("in three days").quote == (
        "In 1997 the student crew Spark was formed by Sergio Paz and Sergio Mar. They rowed to Low Town in three days."
    )


def test_a_sentence_that_stands_alone_is_quoted_alone() -> None:
    assert quote("lost two boats").quote == "Because of a storm, the crew lost two boats."


def test_a_first_sentence_has_nothing_to_lean_on() -> None:
    made = room(None, None, note="They came late. It rained.")
    assert quote("came late", made=made).quote == "They came late."


def test_a_field_and_a_row_lean_on_nothing() -> None:
    made = room(None, None, club="= Club =\n\n- Motto: row\n- Its seat: here\n")
    assert quote("Its seat", made=made).quote == "Its seat: here"
    assert quote("| 2018 |").quote == "| 2018 | Low Town | Oars | Sergio Mar | 2,863 | 1.85 | 2 |"


def test_a_headline_is_not_brought_along() -> None:
    news = "".join(
        f"The Club {word}\n\nThey came to the river. {word} was the word.\n\n" for word in ("Rows", "Swims", "Runs")
    )
    made = room(None, None, news=news)
    unit = next(unit for unit in made.all_units() if unit.text == "They came to the river.")
    assert made.units.of(unit.passage)[0].headline
    citation = Quoter(made.corpus, made.units).quote(PLAIN, [unweighed(made, unit)])
    assert citation.quote == "They came to the river."


def test_no_sentence_is_brought_that_would_make_the_quote_longer_than_a_lead() -> None:
    made = room(None, None, note=f"A {'very ' * 120}long one. They came late.")
    assert quote("came late", made=made).quote == "They came late."


def test_neighbours_make_one_unbroken_quote() -> None:
    citation = quote("in three days", "lost two boats")
    assert citation.quote == CLUB[citation.start : citation.end]
    assert citation.quote.startswith("In 1997")
    assert citation.quote.endswith("lost two boats.")


def test_the_words_that_answer_are_marked_within_the_quote() -> None:
    citation = quote("In 1997", query=wanting(AnswerKind.WHEN))
    assert [citation.quote[start:end] for start, end in citation.answer] == ["1997"]


def test_words_that_curators_say_answer_come_before_those_that_look_like_it() -> None:
    at = CLUB.index("Sergio Paz and")
    one = ranked("crew Spark", answer=((at, at + len("Sergio Paz")),))
    assert marked(wanting(AnswerKind.WHEN), one) == [(at, at + len("Sergio Paz"))]


def test_words_of_another_sentence_are_not_marked_in_this_one() -> None:
    at = CLUB.index("two boats")
    one = ranked("crew Spark", answer=((at, at + 3),))
    (span,) = marked(wanting(AnswerKind.WHEN), one)
    assert CLUB[slice(*span)] == "1997"


def test_a_related_quote_marks_nothing() -> None:
    assert quote("In 1997", query=wanting(AnswerKind.WHEN), mark=False).answer == ()


def test_the_whole_sentences_of_a_span_are_quoted() -> None:
    quoter = Quoter(club().corpus, club().units)
    start = CLUB.index("rowed to")
    end = CLUB.index(" boats") + 2
    assert quoter.whole("club", start, start + 5).quote == "They rowed to Low Town in three days."
    assert quoter.whole("club", start, end).quote.endswith("the crew lost two boats.")
    assert quoter.whole("club", start, start + 5, [(start, start + 5)]).answer == ((5, 10),)


def test_a_span_between_sentences_is_quoted_as_it_is() -> None:
    quoter = Quoter(club().corpus, club().units)
    gap = CLUB.index(" Because of")
    assert quoter.whole("club", gap, gap + 8).quote == " Because"


def groups(*words: str, made: Room | None = None) -> list[list[str]]:
    found = joined([ranked(each, made) for each in words])
    return [[one.unit.text.split()[0] for one in group] for group in found]


def test_two_neighbours_are_joined_in_the_order_of_their_passage() -> None:
    assert groups("lost two boats", "in three days") == [["They", "Because"]]


def test_no_more_than_two_sentences_are_joined() -> None:
    assert groups("In 1997", "in three days", "lost two boats") == [["In", "They"], ["Because"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("In 1997", "lost two boats"),
        ("lost two boats", "prints a journal"),
        ("Boats for All!", "On March 27"),
        ("Journal:", "Headquarters:"),
        ("| 2016 |", "| 2018 |"),
    ],
)
def test_what_does_not_stand_side_by_side_in_running_text_stays_apart(one: str, other: str) -> None:
    assert len(groups(one, other)) == 2


def test_neighbours_longer_than_a_lead_stay_apart() -> None:
    made = room(None, None, note=f"A {'very ' * 70}long one. B {'very ' * 70}long too.")
    assert groups("A very", "B very", made=made) == [["A"], ["B"]]


def test_every_group_fits_a_lead() -> None:
    everything = [ranked(unit.text) for unit in club().all_units()]
    for group in joined(everything):
        assert group[-1].unit.end - group[0].unit.start <= LEAD_LIMIT
        assert all(after.unit.place == before.unit.place + 1 for before, after in pairwise(group))
