"""The four verdicts on a quote."""

from __future__ import annotations

import pytest

from bot.requests import Command
from knowledge.models import (
    Answer,
    Difference,
    Outcome,
    Verdict,
)
from tests.presentation.making import WIKI, answered, cite, nothing, said
from tests.presentation.reading import asked, lead, quotes


def _verdict(verdict: Verdict, *differences: Difference, places: int = 1) -> Answer:
    citation = cite(WIKI, "Position: Far-left", "Far-left")
    outcome = Outcome.RELATED if verdict is Verdict.NOT_A_QUOTE else Outcome.ANSWERED
    lead = citation.quote if outcome is Outcome.ANSWERED else ""
    return answered(
        (citation,),
        (said(citation, 0),),
        lead=lead,
        outcome=outcome,
        verdict=verdict,
        differences=differences,
        places=places,
    )


@pytest.mark.parametrize(
    ("answer", "verdict", "small_print"),
    [
        (_verdict(Verdict.VERBATIM), "Verbatim, in 1 place.", ()),
        (
            _verdict(Verdict.VERBATIM, Difference(kind="ends_early", yours="", source="…"), places=2),
            "Verbatim, in 2 places.",
            ("Your quote ends before its sentence does.",),
        ),
        (
            _verdict(Verdict.TYPOGRAPHY, Difference(kind="dashes", yours="-", source="–")),
            "Verbatim but for typography, in 1 place.",
            ("What differs: dashes.",),
        ),
        (
            _verdict(Verdict.NOT_A_QUOTE, Difference(kind="words", yours="got", source="obtained")),
            "Not a quote. No document has these words. The closest sentence:",
            ("Yours: got · Source: “obtained”",),
        ),
    ],
)
def test_a_verdict_says_what_it_found(answer: Answer, verdict: str, small_print: tuple[str, ...]) -> None:
    reply = asked(answer, Command.VERIFY)
    assert lead(reply) == [verdict]
    assert reply.small_print == small_print
    assert quotes(reply) == ["Position: Far-left"]


def test_words_in_no_document_are_said_to_be_absent() -> None:
    reply = asked(nothing("…", verdict=Verdict.ABSENT), Command.VERIFY)
    assert lead(reply) == ["Not in the documents. No document has these words or any close to them."]
