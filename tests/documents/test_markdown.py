from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.documents import markdown
from knowledge.documents.outline import Outline
from knowledge.models import PassageKind

Found = Callable[[str, Outline], list[str]]


def test_every_text_with_a_character_is_markdown_or_plain_text() -> None:
    assert markdown.recognises("a")
    assert not markdown.recognises(" \n")


@pytest.mark.parametrize("text", ["# Río Bravo\n\nText.", "\ufeff# Río Bravo #\nText.", "Río Bravo\n=====\nText."])
def test_a_first_heading_of_the_first_level_is_the_title(text: str, retrieved: Found) -> None:
    outline = markdown.parse(text)
    assert outline.title == "Río Bravo"
    assert [b.headings for b in outline.blocks if b.numbered] == [()]
    assert retrieved(text, outline) == ["Text."]


@pytest.mark.parametrize(
    "text", ["Text.\n\n# Late", "## Second level\n\nText.", "#Tag\n\nText.", "#\n\nText.", "Text."]
)
def test_other_texts_state_no_title(text: str) -> None:
    assert markdown.parse(text).title is None


def test_headings_nest_by_their_level() -> None:
    text = "# T\n\na\n\n## B\n\nb\n\n### C\n\nc\n\nD\n---\n\nd\n\n# E\n\ne"
    assert [b.headings for b in markdown.parse(text).blocks if b.numbered] == [
        (),
        ("B",),
        ("B", "C"),
        ("D",),
        ("E",),
    ]


def test_wrapped_lines_are_one_paragraph(retrieved: Found) -> None:
    text = "One line\r\nand another.\r\n\r\nA second\r\n1997. paragraph."
    assert retrieved(text, markdown.parse(text)) == [
        "One line\r\nand another.",
        "A second\r\n1997. paragraph.",
    ]


def test_lines_too_long_to_be_wrapped_are_paragraphs_of_their_own(retrieved: Found) -> None:
    long = "The meeting went on. " * 12
    text = f"{long}\nA second paragraph.\nA third."
    assert [long.strip(), "A second paragraph.", "A third."] == retrieved(text, markdown.parse(text))


def test_list_items_start_after_their_marker_and_keep_their_number(retrieved: Found) -> None:
    text = "The list:\n- one\n  goes on\n* two\n\n7. seven\n8) eight"
    outline = markdown.parse(text)
    assert retrieved(text, outline) == ["The list:", "one\n  goes on", "two", "seven", "eight"]
    assert [b.label for b in outline.blocks] == [None, None, None, "7", "8"]
    assert [b.kind for b in outline.blocks] == [PassageKind.PARAGRAPH] + [PassageKind.LIST_ITEM] * 4


def test_a_fenced_block_is_one_paragraph_whatever_it_holds(retrieved: Found) -> None:
    text = "Before.\n```sh\n# no heading\n\n| no | table |\n```\nAfter."
    assert retrieved(text, markdown.parse(text)) == [
        "Before.",
        "```sh\n# no heading\n\n| no | table |\n```",
        "After.",
    ]


def test_a_fence_that_never_closes_is_text(retrieved: Found) -> None:
    text = "```sh\ncode\n\n# Heading\n\nAfter."
    assert retrieved(text, markdown.parse(text)) == ["```sh\ncode", "After."]


def test_front_matter_is_kept_not_retrieved_and_may_state_the_title(kept: Found) -> None:
    text = '---\nlayout: post\ntitle: "Río Bravo"\n---\nText.'
    outline = markdown.parse(text)
    assert outline.title == "Río Bravo"
    assert outline.title_span == (text.index("Río"), text.index('"\n---'))
    assert [text[: text.index("\nText")]] == kept(text, outline)


def test_a_heading_above_the_text_is_the_title_before_front_matter() -> None:
    assert markdown.parse("---\ntitle: Front\n---\n# Heading\n\nText.").title == "Heading"


def test_a_rule_is_kept_and_not_retrieved(kept: Found) -> None:
    text = "Above.\n\n* * *\n\nBelow.\n\n---\n"
    assert kept(text, markdown.parse(text)) == ["* * *", "---"]


@pytest.mark.parametrize("above", ["- item", "> quote", "two\nlines"])
def test_only_a_line_of_text_is_underlined_into_a_heading(above: str) -> None:
    assert markdown.parse(f"{above}\n---").sections == ()


def test_an_empty_heading_heads_nothing(kept: Found) -> None:
    text = "##\n\nText."
    outline = markdown.parse(text)
    assert (kept(text, outline), outline.sections) == (["##"], ())


def test_a_table_row_has_a_cell_under_each_header() -> None:
    text = "| Year | Seats |\n|------|:-----:|\n| 2016 |  | extra |\n| 2018 | 3 \\| 4 |\nText."
    outline = markdown.parse(text)
    rows = [b for b in outline.blocks if b.kind is PassageKind.ROW and b.retrieved]
    assert [[(c.header, text[c.start : c.end]) for c in row.cells] for row in rows] == [
        [("Year", "2016"), ("Seats", ""), ("", "extra")],
        [("Year", "2018"), ("Seats", "3 \\| 4")],
    ]
    assert [row.label for row in rows] == ["2016", "2018"]
    assert text[outline.blocks[-1].start :] == "Text."


def test_a_table_may_lack_its_outer_bars() -> None:
    text = "Year | Votes\n--- | ---\n2016 | 10,720\n\nText."
    row = markdown.parse(text).blocks[2]
    assert [(c.header, text[c.start : c.end]) for c in row.cells] == [("Year", "2016"), ("Votes", "10,720")]


def test_a_single_row_has_no_headers_and_a_blank_row_is_not_retrieved() -> None:
    (row,) = markdown.parse("| a | b |").blocks
    assert (row.label, [c.header for c in row.cells]) == ("a", ["", ""])
    assert [b.retrieved for b in markdown.parse("| a | b |\n| | |").blocks] == [False, False]


def test_a_bar_in_a_sentence_makes_no_table(retrieved: Found) -> None:
    text = "Either | or.\nMore."
    assert [text] == retrieved(text, markdown.parse(text))
