from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents import markdown, passages
from knowledge.models import Document, Language, Passage


def build(text: str, language: Language = "en", identifier: str = "d") -> tuple[Passage, ...]:
    document = Document(id=identifier, file="d.md", title="D", text=text, language=language)
    return passages.build(document, markdown.parse(text).blocks)


def ids(text: str) -> dict[str, str]:
    return {text[p.start : p.end]: p.id for p in build(text)}


def test_an_id_is_ten_hexadecimal_digits() -> None:
    assert all(re.fullmatch(r"[0-9a-f]{10}", p.id) for p in build("# T\n\na\n\nb"))


def test_an_id_survives_insertions_elsewhere() -> None:
    assert ids("First.\n\nLast.")["Last."] == ids("# Title\n\nFirst.\n\n## New\n\nInserted.\n\nLast.")["Last."]


def test_an_id_depends_on_document_text_and_occurrence() -> None:
    first, second = build("Same.\n\nSame.")
    (elsewhere,) = build("Same.", identifier="e")
    assert len({first.id, second.id, elsewhere.id}) == 3


def test_paragraphs_count_from_one_in_each_section() -> None:
    built = build("a\n\nb\n\n## S\n\nc\n\n- d\n\n### T\n\ne\n\n## U\n\nf")
    assert [p.paragraph for p in built if p.retrieved] == [1, 2, 1, 2, 1, 1]


def test_what_is_kept_only_is_not_counted_and_reads_as_nothing() -> None:
    heading = build("## S\n\na")[0]
    assert (heading.paragraph, heading.indexed, heading.retrieved, heading.section) == (0, "", False, "S")


def test_headings_are_read_with_a_paragraph_and_the_title_is_not() -> None:
    assert build("# Title\n\n## S\n\n### T\n\na")[-1].indexed == "S\nT\na"


def test_headers_are_read_with_the_filled_cells_of_a_row() -> None:
    assert build("## S\n\n| Year | Seats |\n| 2016 | | loose |")[-1].indexed == "S\nYear: 2016; loose"


def test_the_number_of_a_list_item_is_read_with_it() -> None:
    assert build("7. Nobody pays.")[0].indexed == "7. Nobody pays."
    assert build("- Nobody pays.")[0].indexed == "Nobody pays."


def test_each_paragraph_has_its_own_language() -> None:
    text = "The delegates of the party met in the hall.\n\nLos delegados del partido se reunieron en la sala."
    assert [p.language for p in build(text)] == ["en", "es"]


def test_a_row_is_in_the_language_of_its_document() -> None:
    row = "| Lista | Partido |\n| Anticapitalistas al Congreso de la Ciudad de México | El del pueblo |"
    assert {"en"} == {p.language for p in build(row, "en")}


@given(st.lists(st.sampled_from(["a", "b", "## S", "## T", "- c"]), max_size=30))
def test_no_two_counted_passages_have_the_same_place(parts: list[str]) -> None:
    places = [(p.headings, p.paragraph) for p in build("\n\n".join(parts)) if p.paragraph]
    assert len(places) == len(set(places))
