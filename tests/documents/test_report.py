from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.documents import report
from knowledge.documents.outline import Outline

Found = Callable[[str, Outline], list[str]]

LONG = "Forty delegates came from all over the country to vote on the matter."
TEXT = f"""The League meets in Puebla

Ana Pérez

Delegates in the hall. PHOTO: Luis
Share with your friends

The congress opened on Friday.

Elections of the spring. {LONG}

More was said.

Plans for the coming year. {LONG}
A second line.

Share this page

Get in touch with the League via

The League is a party.

Share with your friends
"""


def labels(text: str) -> dict[str | None, str]:
    return {b.label: text[b.start : b.end] for b in report.parse(text).blocks if b.label}


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Title\n\nText.\n\nShare with your friends",
        "Title\n\nText.\n\nComparte con tus amigos",
        "Title\nBy Ana\n\nText.\n\nContact us via:",
        "Title\n\nIn the hall. Foto: Luis\n\nText.",
    ],
)
def test_a_title_with_a_web_pages_furniture_is_a_report(text: str) -> None:
    assert report.recognises(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Title\n\nText.",
        "A sentence.\n\nShare with your friends",
        "# Title\n\nText.\n\nShare with your friends",
        "Wrapped prose that goes\non here.\n\nShare with your friends",
        "Title\n\nShare prices fell on Monday.",
    ],
)
def test_other_texts_are_no_report(text: str) -> None:
    assert not report.recognises(text)


def test_title_byline_caption_and_footer_are_told_apart() -> None:
    outline = report.parse(TEXT)
    assert (outline.title, outline.byline) == ("The League meets in Puebla", "Ana Pérez")
    assert labels(TEXT) == {
        "title": "The League meets in Puebla",
        "byline": "Ana Pérez",
        "caption": "Delegates in the hall. PHOTO: Luis",
        "footer": "The League is a party.",
    }


def test_byline_and_caption_are_retrieved_but_not_counted() -> None:
    blocks = {b.label: b for b in report.parse(TEXT).blocks}
    for label in ("byline", "caption"):
        assert blocks[label].retrieved
        assert not blocks[label].numbered


@pytest.mark.parametrize("line", ["By Ana Pérez", "Por Ana Pérez"])
def test_a_byline_is_a_name_without_its_preposition(line: str) -> None:
    assert report.parse(f"Title\n{line}\n\nText.\n\nShare this").byline == "Ana Pérez"


@pytest.mark.parametrize("line", ["It rained all day.", "May 5, 2018", "x" * 101, "Share this", "Two\nlines"])
def test_a_line_that_is_no_name_is_no_byline(line: str) -> None:
    assert report.parse(f"Title\n\n{line}\n\nText.\n\nShare this").byline is None


def test_a_run_in_heading_heads_its_paragraph_up_to_the_next() -> None:
    outline = report.parse(TEXT)
    counted = [(b.headings, TEXT[b.start : b.end]) for b in outline.blocks if b.numbered]
    assert [
        ((), "The congress opened on Friday."),
        (("Elections of the spring",), LONG),
        (("Elections of the spring",), "More was said."),
        (("Plans for the coming year",), f"{LONG}\nA second line."),
        ((), "The League is a party."),
    ] == counted


def test_the_last_section_ends_before_the_contact_line() -> None:
    section = report.parse(TEXT).sections[-1]
    assert TEXT[section.start : section.end].startswith("Plans for the coming year.")
    assert TEXT[section.start : section.end].endswith("Share this page")


def test_headings_buttons_and_contact_lines_are_kept_and_not_retrieved(kept: Found) -> None:
    assert kept(TEXT, report.parse(TEXT)) == [
        "The League meets in Puebla",
        "Share with your friends",
        "Elections of the spring.",
        "Plans for the coming year.",
        "Share this page",
        "Get in touch with the League via",
        "Share with your friends",
    ]


def test_a_report_of_a_title_alone_is_a_title() -> None:
    assert report.parse("Title").title == "Title"
