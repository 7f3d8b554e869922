from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.documents import wiki
from knowledge.documents.outline import Outline
from knowledge.models import PassageKind

Found = Callable[[str, Outline], list[str]]

ARTICLE = """= Casa Roja =

Casa Roja, Red House
- Founded: 1970 (as )
- Wing1 Title: Choir
- Motto:

Casa Roja is a house.
It is red.

==Past==
It was white.

=== Fire ===

It burnt.

==Rooms==

| Floor | Rooms | Seats |
| 1 | 4 | |
"""


@pytest.mark.parametrize("text", ["= A =\n", "\ufeff= A =", "\n\n=A=", "Text.\n\n==B==\nMore.", "==B==\r\nMore."])
def test_a_title_line_or_a_section_line_makes_a_wiki_text(text: str) -> None:
    assert wiki.recognises(text)


@pytest.mark.parametrize(
    "text",
    ["", "# A\n\n==B==", "Title\n=====\n\nText.", "a = b = c", "== AsciiDoc", "=", "==", "= =", "==A="],
)
def test_other_texts_are_no_wiki_text(text: str) -> None:
    assert not wiki.recognises(text)


def test_the_title_is_read_without_its_signs() -> None:
    outline = wiki.parse(ARTICLE)
    assert outline.title == "Casa Roja"
    assert outline.title_span == (0, 13)


def test_infobox_lines_are_fields_that_start_after_the_dash() -> None:
    outline = wiki.parse(ARTICLE)
    fields = [b for b in outline.blocks if b.kind is PassageKind.FIELD]
    assert [(b.label, ARTICLE[b.start : b.end]) for b in fields] == [
        ("title", "Casa Roja, Red House"),
        ("Founded", "Founded: 1970 (as )"),
        ("Wing1 Title", "Wing1 Title: Choir"),
        ("Motto", "Motto:"),
    ]
    assert not any(b.numbered for b in fields)


def test_paragraphs_carry_the_path_of_their_headings() -> None:
    outline = wiki.parse(ARTICLE)
    assert [b.headings for b in outline.blocks if b.numbered] == [(), ("Past",), ("Past", "Fire")]


def test_a_section_ends_where_the_next_of_its_level_begins() -> None:
    spans = {s.heading: ARTICLE[s.start : s.end] for s in wiki.parse(ARTICLE).sections}
    assert spans["Past"] == "==Past==\nIt was white.\n\n=== Fire ===\n\nIt burnt."
    assert spans["Fire"] == "=== Fire ===\n\nIt burnt."


def test_headings_and_header_rows_are_kept_and_not_retrieved(kept: Found) -> None:
    assert kept(ARTICLE, wiki.parse(ARTICLE)) == [
        "= Casa Roja =",
        "==Past==",
        "=== Fire ===",
        "==Rooms==",
        "| Floor | Rooms | Seats |",
    ]


def test_an_infobox_needs_no_heading_line() -> None:
    outline = wiki.parse("= A =\n\n- Key: value\n- Other: value\n\nText.")
    assert [b.label for b in outline.blocks if b.kind is PassageKind.FIELD] == ["Key", "Other"]


def test_text_right_under_an_infobox_is_a_paragraph(retrieved: Found) -> None:
    text = "= A =\n- Key: value\nText below."
    assert retrieved(text, wiki.parse(text)) == ["Key: value", "Text below."]


@pytest.mark.parametrize(
    "text",
    [
        "= A =\n\nThe members are:\n- Chair: Ann",
        "= A =\n\nThe text.\n\n- Chair: Ann",
        "= A =\n\n==B==\n\n- Chair: Ann",
        "= A =\n\n- no colon here",
        "= A =\n\n- https://example.org",
    ],
)
def test_a_list_elsewhere_is_no_infobox(text: str) -> None:
    assert wiki.parse(text).blocks[-1].kind == PassageKind.LIST_ITEM


def test_a_second_title_line_opens_a_section() -> None:
    outline = wiki.parse("= A =\n\nText.\n\n= B =\n\nMore.")
    assert outline.title == "A"
    assert [s.heading for s in outline.sections] == ["B"]
