from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.documents import listing
from knowledge.documents.outline import Outline
from knowledge.models import PassageKind

Found = Callable[[str, Outline], list[str]]

PAIRS = [
    "[Video] A Headline: With a Colon!",
    "A teaser says one thing. Then another.",
    "Who Pays?",
    "The second teaser breaks off here […]",
    "A Plain Headline",
    "The third teaser has one sentence.",
]
TEXT = "\n\n".join(PAIRS)


def test_headline_and_teaser_pairs_are_a_listing() -> None:
    assert listing.recognises(TEXT)
    assert listing.recognises("\ufeff" + TEXT.replace("\n", "\r\n"))


@pytest.mark.parametrize(
    "texts",
    [
        [],
        PAIRS[:4],
        [*PAIRS, "A Headline Without a Teaser"],
        [f"{headline}." for headline in PAIRS],
        ["# Heading", PAIRS[1]] * 3,
        ["A headline", "no end"] * 3,
        ["A headline", "Too short."] * 3,
        ["Two\nlines", PAIRS[1]] * 3,
    ],
)
def test_other_texts_are_no_listing(texts: list[str]) -> None:
    assert not listing.recognises("\n\n".join(texts))


def test_an_item_spans_headline_and_teaser_and_is_headed_by_its_headline(retrieved: Found) -> None:
    outline = listing.parse(TEXT)
    assert [
        f"{PAIRS[0]}\n\n{PAIRS[1]}",
        f"{PAIRS[2]}\n\n{PAIRS[3]}",
        f"{PAIRS[4]}\n\n{PAIRS[5]}",
    ] == retrieved(TEXT, outline)
    assert [(PAIRS[0],), (PAIRS[2],), (PAIRS[4],)] == [b.headings for b in outline.blocks]
    assert {PassageKind.ITEM} == {b.kind for b in outline.blocks}


def test_a_listing_has_no_title_unless_a_line_stands_above_its_items() -> None:
    assert listing.parse(TEXT).title is None
    entitled = f"Latest Articles\n\n{PAIRS[4]}\n\n{PAIRS[5]}\n\n{TEXT}"
    assert listing.recognises(entitled)
    assert listing.parse(entitled).title == "Latest Articles"


def test_buttons_between_items_are_kept_and_not_retrieved(kept: Found) -> None:
    text = "\n\n".join([*PAIRS[:2], "Read more", *PAIRS[2:], "Share this"])
    assert listing.recognises(text)
    assert kept(text, listing.parse(text)) == ["Read more", "Share this"]


def test_a_button_inside_an_item_stays_in_it(retrieved: Found) -> None:
    text = "\n\n".join([PAIRS[0], "Share this", *PAIRS[1:]])
    assert retrieved(text, listing.parse(text))[0].startswith(f"{PAIRS[0]}\n\nShare this\n\n{PAIRS[1]}")


def test_a_headline_that_is_left_over_is_a_paragraph(kept: Found) -> None:
    text = "\n\n".join([*PAIRS, "Left Over", "Read more"])
    outline = listing.parse(text)
    assert (outline.blocks[-2].kind, outline.blocks[-2].headings) == (PassageKind.PARAGRAPH, ())
    assert kept(text, outline) == ["Read more"]
