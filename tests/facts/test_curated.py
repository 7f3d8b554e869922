from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import CurationError, CurationSyntax, QuoteAmbiguous, QuoteMissing
from knowledge.models import EntityKind, Period, RemarkKind
from tests.facts.corpora import party

KNOWN = """
[attributes.newspaper]
label = { en = "Newspaper", es = "Periódico" }
words = ["paper"]
rank = 40

[attributes.youth]
label = { en = "Youth", es = "Juventud" }
fields = ["Youth Wing", "Wing1 Title"]
decorative = true

[[entities]]
id = "red"
kind = "organisation"
name = "Red Party"
acronym = "PR"
names = [
  { name = "Red League", from = "1988", to = "2014-05", document = "party", quote = "former Red League" },
  { name = "Los Rojos", language = "es", stated = false },
]
about = { en = "a party", es = "un partido" }
note = { en = "read as one", es = "leído como uno" }

[[entities]]
id = "paper"
kind = "publication"
name = "The Red Paper"
"""
FACT = """
[[facts]]
entity = "red"
attribute = "newspaper"
object = "paper"
from = "2004"
document = "party"
quote = "Since 2004 they print The Red Paper (RP)"
"""
NOTE = '[[remarks]]\nkind = "note"\nen = "a"\nes = "b"\ndocument = "party"\n'


def refused(text: str) -> CurationError:
    with pytest.raises(CurationError) as caught:
        party(facts=text)
    return caught.value


def test_an_attribute_has_labels_words_and_a_place() -> None:
    attributes = party(facts=KNOWN).attributes
    assert (
        attributes["newspaper"].label.en,
        attributes["newspaper"].label.es,
        attributes["newspaper"].words,
        attributes["newspaper"].rank,
        attributes["newspaper"].decorative,
    ) == ("Newspaper", "Periódico", ("paper",), 40, False)
    assert (attributes["youth"].rank, attributes["youth"].decorative) == (100, True)


def test_an_entity_has_its_names_with_periods_and_evidence() -> None:
    entity = party(facts=KNOWN).entity("red")
    assert entity is not None
    assert entity.about is not None
    assert entity.note is not None
    former, spanish = entity.aliases
    assert (entity.kind, entity.acronym, entity.about.en) == (EntityKind.ORGANISATION, "PR", "a party")
    assert former.period == Period(start=1988, end=2014, end_words="2014-05")
    assert former.citation is not None
    assert former.citation.quote.startswith("It was formed in 2014")
    assert [former.citation.quote[a:b] for a, b in former.citation.answer] == ["Red League"]
    assert (spanish.language, spanish.stated, spanish.citation) == ("es", False, None)


def test_a_fact_without_value_takes_the_words_that_name_its_object() -> None:
    [fact] = party(facts=KNOWN + FACT).facts_of("red", "newspaper")
    assert (fact.value, fact.object, fact.prose, fact.source) == ("The Red Paper", "paper", True, "curated")
    assert fact.period == Period(start=2004)
    assert fact.citation.quote == "Since 2004 they print The Red Paper (RP), in two towns."
    assert [fact.citation.quote[a:b] for a, b in fact.citation.answer] == ["The Red Paper"]


def test_a_document_is_named_by_its_file_too() -> None:
    for name in ("documents/party.txt", "party.txt"):
        assert party(facts=KNOWN + FACT.replace('"party"', f'"{name}"')).facts_of("red", "newspaper")


def test_a_field_means_what_curators_say_and_a_quote_of_it_is_widened_to_the_field() -> None:
    text = KNOWN + '[[facts]]\nentity = "red"\nattribute = "youth"\nvalue = "Spark (1997–2012)"\ndocument = "party"\n'
    store = party(facts=text + 'quote = "Spark (1997–2012)"\n')
    values = [(fact.value, fact.source, fact.prose) for fact in store.facts_of("red", "youth")]
    assert values[0] == ("Spark (1997–2012)", "curated", False)
    assert ("Young, Free and Red (2012–2014)", "program", False) in values
    assert [value for value, *_ in values].count("Spark (1997–2012)") == 1
    assert ("Teacher wing", "program", False) in values
    assert store.facts_of("red", "youth")[0].citation.quote.startswith("Youth Wing: Spark")


def test_after_chooses_among_several_places() -> None:
    first = NOTE + 'quote = "10,720"\nafter = "2004"\n'
    [remark] = party(facts=first).remarks_on("party", 0, 10_000)
    [table] = party(facts=first.replace("2004", "| 2016 |")).remarks_on("party", 0, 10_000)
    assert remark.span[0] < table.span[0]


def test_a_result_in_prose_has_its_words_and_base() -> None:
    text = """
[[results]]
year = 1997
votes = "in two towns"
share = "Since 2004"
base = "they print"
phrase = "print The Red Paper (RP), in two towns"
candidate = "they"
document = "party"
quote = "Since 2004 they print The Red Paper (RP), in two towns"
"""
    result = party(facts=text).results()[0]
    assert result.votes is not None
    assert result.share is not None
    assert (result.year, result.prose, result.candidate) == (1997, True, "they")
    assert (result.share.text, result.share.base) == ("Since 2004", "they print")
    assert (result.votes.base, result.seats) == (None, None)
    assert result.citation.quote.endswith("in two towns.")


def test_an_election_only_spoken_of_is_no_result() -> None:
    text = '[[results]]\nabout = { en = "a vote", es = "un voto" }\ndocument = "party"\nquote = "In 1997 the"\n'
    store = party(facts=KNOWN + text + 'entity = "red"\n')
    [spoken] = store.spoken()
    assert spoken.about is not None
    assert (spoken.year, spoken.entity, spoken.about.en) == (None, "red", "a vote")
    assert spoken not in store.results()


EVENT = """
[[events]]
date = { words = "1997", year = 1997 }
entities = ["red"]
document = "party"
quote = "it was decided to go on"
"""


def test_an_event_keeps_its_clause_and_cites_its_sentence() -> None:
    [event] = [event for event in party(facts=KNOWN + EVENT).events("red") if event.text.startswith("it was")]
    assert event.citation.quote == "In the heat of this, it was decided to go on, and they did."
    assert event.citation.answer == ()


def test_an_event_takes_the_place_of_the_programs_own_of_its_year_in_its_sentence() -> None:
    text = EVENT.replace("it was decided to go on", "the student group Spark was formed").replace('["red"]', "[]")
    events = [event for event in party(facts=KNOWN + text).events() if event.date.year == 1997]
    assert [event.text for event in events] == ["the student group Spark was formed"]
    assert [events[0].citation.quote[a:b] for a, b in events[0].citation.answer] == ["1997"]


def test_a_remark_is_on_the_span_of_its_quote() -> None:
    text = KNOWN + (
        '[[remarks]]\nkind = "speaker"\nen = "the club"\nes = "el club"\nentities = ["red"]\n'
        'document = "report"\nquote = "a storm came"\n'
    )
    store = party(facts=text)
    [remark] = store.remarks_about("red")
    start, end = remark.span
    assert remark.kind is RemarkKind.SPEAKER
    assert store.remarks_on("report", start, end) == (remark,)
    assert store.remarks_on("report", start + 1, end) == store.remarks_on("report", start, end - 1) == ()
    assert store.remarks_on("party", start, end) == ()


@pytest.mark.parametrize(
    ("entry", "detail"),
    [
        (FACT + 'colour = "red"', "unknown key 'colour'"),
        (FACT.replace('"red"', '"blue"'), "unknown entity 'blue'"),
        (FACT.replace('"paper"', '"book"'), "unknown entity 'book'"),
        (FACT.replace('"paper"', '"red"'), "does not name 'red'"),
        (FACT.replace('"newspaper"', '"press"'), "unknown attribute 'press'"),
        (FACT.replace('object = "paper"', ""), "a value or an object"),
        (FACT.replace('object = "paper"', 'value = "Paper (XY)"'), "value 'Paper (XY)' is not in the quote"),
        (FACT.replace('"2004"', '"long ago"'), "no year in 'long ago'"),
        (FACT.replace('"party"', '"nowhere"'), "unknown document 'nowhere'"),
        (FACT.replace("quote", "qoute"), "unknown key 'qoute'"),
        (FACT.replace('document = "party"', ""), "document is missing"),
        ('[[results]]\ndocument = "party"\nquote = "In 1997 the"', "votes, share or seats"),
        (
            '[[results]]\nvotes = "12"\ndocument = "party"\nquote = "In 1997 the"',
            "votes '12' is not in the quote",
        ),
        (EVENT.replace("date =", "#"), "date is missing"),
        (EVENT.replace("year = 1997", "year = 2020"), "year 2020 is not in the passage"),
        (EVENT.replace('words = "1997"', 'words = "long ago"'), "words 'long ago' are not in the passage"),
        (EVENT.replace("year = 1997", 'anno = "x"'), "unknown key 'anno'"),
        (EVENT.replace("it was decided", "decided\\n\\nSince"), "does not hold"),
        ('[[remarks]]\nkind = "joke"', "kind 'joke' is none of"),
        ('[[entities]]\nid = "red"\nkind = "organisation"\nname = "x"', "stands twice"),
        ('[[entities]]\nid = "x"\nkind = "planet"\nname = "x"', "kind 'planet' is none of"),
        (
            '[[entities]]\nid = "x"\nkind = "place"\nname = "x"\nnames = [{ name = "y", language = "fr" }]',
            "neither en",
        ),
        ("[attributes.x]", "has a label"),
        ('[attributes]\nlabel = { en = "a", es = "b" }', "its_id"),
        ('[attributes.x]\nlabel = { en = "a", es = "b" }\nfields = ["Youth Wing"]', "is already 'youth'"),
        ("[[quotes]]", "unknown table 'quotes'"),
    ],
)
def test_what_is_wrong_is_said_with_the_entrys_line(entry: str, detail: str) -> None:
    text = f"{KNOWN}\n# a comment\n{entry}\n"
    error = refused(text)
    first = entry.strip().split("\n")[0]
    assert detail in error.detail
    assert ("facts.toml", first) == (error.file, text.split("\n")[error.line - 1])


def test_a_missing_quote_shows_the_nearest_words() -> None:
    error = refused(KNOWN + FACT.replace("they print", "they printed"))
    assert isinstance(error, QuoteMissing)
    assert error.nearest.startswith("Since 2004 they print The Red Paper")


def test_an_ambiguous_quote_is_counted() -> None:
    error = refused(KNOWN + FACT.replace("Since 2004 they print The Red Paper (RP)", "Red"))
    assert isinstance(error, QuoteAmbiguous)
    assert error.times > 2


def test_what_a_quote_comes_after_must_be_unique_and_before_it() -> None:
    remark = '[[remarks]]\nkind = "note"\nen = "a"\nes = "b"\ndocument = "party"\nquote = "10,720"\nafter = "{}"\n'
    assert isinstance(refused(remark.format("Red")), QuoteAmbiguous)
    assert isinstance(refused(remark.format("nowhere")), QuoteMissing)
    assert isinstance(refused(remark.format("| 2018 |")), QuoteMissing)


def test_a_quote_that_crosses_paragraphs_is_refused() -> None:
    assert "within one paragraph" in refused(NOTE + 'quote = "did.\\n\\nSince"\n').detail


@given(st.lists(st.sampled_from(["", "# [[facts]]", FACT]), max_size=6), st.lists(st.just(""), max_size=3))
def test_a_false_quote_is_named_with_the_line_of_its_entry(before: list[str], after: list[str]) -> None:
    false = FACT.replace("they print", "nobody prints")
    text = "\n".join([KNOWN, *before, false, *after])
    error = refused(text)
    lines = text.split("\n")
    assert isinstance(error, QuoteMissing)
    assert lines[error.line - 1] == "[[facts]]"
    assert "nobody prints" in "\n".join(lines[error.line : error.line + 8])


def test_an_empty_file_says_nothing() -> None:
    assert party(facts="").facts == party(facts="# nothing yet\n").facts


def test_a_file_that_is_no_toml_is_refused() -> None:
    assert isinstance(refused("[[facts]\nx = 1"), CurationSyntax)


def test_a_curated_span_of_years_takes_the_place_of_each_of_them() -> None:
    text = EVENT.replace('words = "1997", year = 1997', 'words = "1997", year = 1997, end = 2004')
    text = text.replace("it was decided to go on", "the student group Spark was formed")
    assert len([event for event in party(facts=KNOWN + text).events() if event.date.year == 1997]) == 1
