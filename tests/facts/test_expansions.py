from __future__ import annotations

import pytest

from knowledge.errors import CurationError, CurationSyntax, QuoteMissing
from knowledge.facts import expansions
from knowledge.models import Bilingual, Expansion
from tests.facts.corpora import PARTY, REPORT, corpus_of

ASKS = 'en = ["Which paper?", "What do they print?"]\nes = [\n  "¿Qué imprimen?",\n]\n'
PLACE = '[[expansions]]\ndocument = "party"\nquote = "they print The Red Paper"\n'
ENTRY = f'{PLACE}answer = "The Red Paper"\n{ASKS}'


def asked(text: str) -> tuple[Expansion, ...]:
    return expansions.read(corpus_of(party=PARTY, report=REPORT), text)


def test_an_expansion_is_of_the_whole_sentence_with_its_answer() -> None:
    [expansion] = asked(ENTRY)
    assert PARTY[slice(*expansion.span)] == "Since 2004 they print The Red Paper (RP), in two towns."
    assert expansion.answer is not None
    assert PARTY[slice(*expansion.answer)] == "The Red Paper"
    assert expansion.asks == (("en", "Which paper?"), ("en", "What do they print?"), ("es", "¿Qué imprimen?"))


def test_an_answer_may_stand_in_the_sentence_around_the_quote() -> None:
    [expansion] = asked(ENTRY.replace('"The Red Paper"\n', '"in two towns"\n', 1))
    assert expansion.answer is not None
    assert PARTY[slice(*expansion.answer)] == "in two towns"


def test_an_expansion_without_answer_is_of_its_span_alone() -> None:
    [expansion] = asked(ENTRY.replace('answer = "The Red Paper"\n', ""))
    assert expansion.answer is None


def test_a_field_and_a_row_are_asked_for_whole() -> None:
    for quote, whole in [("Spark (1997", "Youth Wing: Spark"), ("| Ana Paz |", "| 2016 |")]:
        text = f'[[expansions]]\ndocument = "party"\nquote = "{quote}"\n{ASKS}'
        [expansion] = asked(text)
        assert PARTY[slice(*expansion.span)].startswith(whole)


@pytest.mark.parametrize(
    ("entry", "detail"),
    [
        (ENTRY.replace("answer", "anwser"), "unknown key 'anwser'"),
        (ENTRY.replace('answer = "The Red Paper"', 'answer = "The Blue Paper"'), "answer 'The Blue Paper'"),
        (ENTRY.replace(ASKS, ""), "has questions"),
        (ENTRY.replace('"Which paper?"', "1"), "en must be a list of strings"),
    ],
)
def test_what_is_wrong_is_said_with_the_entrys_line(entry: str, detail: str) -> None:
    with pytest.raises(CurationError) as caught:
        asked(f"\n# first\n{ENTRY}\n{entry}")
    assert detail in caught.value.detail
    assert (caught.value.file, caught.value.line) == ("expansions.toml", 12)


def test_a_missing_quote_stops_the_load() -> None:
    with pytest.raises(QuoteMissing, match="they print The Red Paper"):
        asked(ENTRY.replace("they print The", "they printed The"))


GAP = f'[[gaps]]\ndocument = "party"\nquote = "they print The Red Paper"\n{ASKS}'
MISSING = 'missing = { en = "who prints it", es = "quién lo imprime" }\n'


def test_a_gap_says_what_no_document_tells() -> None:
    [gap] = asked(GAP + MISSING)
    assert gap.missing == Bilingual(en="who prints it", es="quién lo imprime")
    assert gap.answer is None


@pytest.mark.parametrize("entry", [GAP, f'{GAP}{MISSING}answer = "The Red Paper"\n', f"{ENTRY}{MISSING}"])
def test_a_gap_says_what_is_missing_and_holds_no_answer(entry: str) -> None:
    with pytest.raises(CurationSyntax):
        asked(entry)
