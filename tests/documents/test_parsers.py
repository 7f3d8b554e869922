"""What every parser promises, whatever the text."""

from __future__ import annotations

import re
from itertools import pairwise
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents import listing, markdown, passages, report, wiki
from knowledge.documents.outline import Outline
from knowledge.models import Document

PARSERS = [wiki, listing, report, markdown]
LINES = [
    "",
    "   ",
    "= A title =",
    "==A section==",
    "=== Deeper ===",
    "==",
    "# A title",
    "## A section #",
    "###",
    "#Tagged",
    "---",
    "===",
    "***",
    "```python",
    "```",
    "~~~",
    "title: Front",
    "- Key: value, and more",
    "- Key:",
    "-",
    "- an item",
    "  * a nested item",
    "1. first",
    "12) twelfth",
    "1997. A year that begins a line",
    "| a | b |",
    "| --- | :-: |",
    "| 1 | |",
    "|",
    "||",
    "a | b",
    "--|--",
    "A Headline Without an End",
    "A Headline That Asks?",
    "A teaser of some sentences. It says what follows.",
    "By Ana Pérez",
    "Ana in the street. PHOTO: Luis",
    "Share with your friends",
    "Get in touch with us via",
    "Politics of the day. Forty delegates came from all over the country to vote on it.",
    "On Sunday. Forty delegates came from all over the country to vote on the matter.",
    "Ñandúes y ¿qué más?…",
    "\u00a0\u2003",
    "\u202eright to left\u2028and a line separator\x0c",
    "\ufeff",
    "x" * 210,
]
NEWLINES = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r"])
SHAPED = st.lists(st.tuples(st.sampled_from(LINES), NEWLINES), max_size=25).map(
    lambda pairs: "".join(line + newline for line, newline in pairs)
)
TEXTS = st.one_of(SHAPED, SHAPED.map("\ufeff".__add__), st.text(max_size=300))
MARKER = re.compile(r"[-*+•]|\d{1,3}[.)]")

every_parser = pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.__name__.split(".")[-1])


def outline_of(parser: ModuleType, text: str) -> Outline:
    outline = parser.parse(text)
    assert isinstance(outline, Outline)
    return outline


@every_parser
@given(text=TEXTS)
def test_every_character_but_list_markers_lies_in_exactly_one_block(parser: ModuleType, text: str) -> None:
    position = 1 if text.startswith("\ufeff") else 0
    for block in outline_of(parser, text).blocks:
        assert position <= block.start < block.end
        gap = text[position : block.start].strip()
        assert not gap or MARKER.fullmatch(gap)
        position = block.end
    assert text[position:].strip() == ""


@every_parser
@given(text=TEXTS)
def test_blocks_neither_begin_nor_end_with_blanks(parser: ModuleType, text: str) -> None:
    for block in outline_of(parser, text).blocks:
        quote = text[block.start : block.end]
        assert quote.strip() == quote


@every_parser
@given(text=TEXTS)
def test_cells_lie_in_their_row_and_are_stripped(parser: ModuleType, text: str) -> None:
    for block in outline_of(parser, text).blocks:
        for cell in block.cells:
            assert block.start <= cell.start <= cell.end <= block.end
            assert text[cell.start : cell.end].strip() == text[cell.start : cell.end]
            assert text[slice(*cell.header_span)] == cell.header


@every_parser
@given(text=TEXTS)
def test_sections_begin_at_their_heading_and_nest(parser: ModuleType, text: str) -> None:
    sections = outline_of(parser, text).sections
    for section in sections:
        assert 0 <= section.start < section.end <= len(text)
        assert section.heading in text[section.start : section.end]
    for earlier, later in pairwise(sections):
        assert later.start >= earlier.end or later.end <= earlier.end


@every_parser
@given(text=TEXTS)
def test_a_title_stands_where_its_span_says(parser: ModuleType, text: str) -> None:
    outline = outline_of(parser, text)
    assert (outline.title is None) == (outline.title_span is None)
    if outline.title is not None and outline.title_span is not None:
        assert outline.title in text[slice(*outline.title_span)]


@every_parser
@given(text=TEXTS)
def test_what_is_not_retrieved_is_not_counted(parser: ModuleType, text: str) -> None:
    assert not any(block.numbered and not block.retrieved for block in outline_of(parser, text).blocks)


@every_parser
@given(text=TEXTS)
def test_each_block_becomes_a_passage_with_an_id_of_its_own(parser: ModuleType, text: str) -> None:
    blocks = outline_of(parser, text).blocks
    document = Document(id="d", file="d.txt", title="D", text=text)
    built = passages.build(document, blocks)
    assert [(block.start, block.end) for block in blocks] == [(p.start, p.end) for p in built]
    assert len(built) == len({passage.id for passage in built})


@given(text=TEXTS)
def test_recognising_never_fails(text: str) -> None:
    for parser in PARSERS:
        assert parser.recognises(text) in (True, False)


PROSE = st.lists(
    st.sampled_from(["The first delegates came in May.", "They met in Puebla.", "Su sede está en León."]),
    min_size=2,
    max_size=5,
).map(" ".join)


@given(title=st.sampled_from(["# Amazon", "# Río"]), paragraphs=st.lists(PROSE, min_size=1, max_size=8))
def test_an_article_in_markdown_is_taken_for_nothing_else(title: str, paragraphs: list[str]) -> None:
    text = "\n\n".join([title, *paragraphs])
    assert [parser for parser in (wiki, listing, report) if parser.recognises(text)] == []
    assert paragraphs == [text[b.start : b.end] for b in markdown.parse(text).blocks if b.numbered]
