"""The reader: a link opens its document at exactly the cited words, with no script."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote as quoted

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.presentation.links import link, path, starts
from bot.web.folio import Block, Card, Panel, Piece, Table, fold
from bot.web.reader import in_company
from knowledge.models import Citation
from tests.web.browsing import Page, read
from tests.web.conftest import Visit, library

WIKI = "socialist-workers-movement"
FOUNDING = "When was the LTS founded?"


def _cited(question: str = FOUNDING) -> list[tuple[Citation, str]]:
    answer = library().ask(question)
    links = link(answer, starts(library(), answer.citations), "")
    return list(zip(answer.citations, links.addresses, strict=True))


def _marked(page: Page) -> str:
    return "".join(read(each) for each in page.all("mark"))


async def test_a_link_opens_the_document_at_exactly_the_cited_words(visit: Visit) -> None:
    site = await visit()
    citation, address = _cited()[0]
    page = await site.get(address)
    assert (page.status, _marked(page)) == (200, citation.quote)
    assert page.one("mark").get("id") == "cited"
    assert "autofocus" in page.one("mark").attrib


async def test_a_cited_field_is_marked_in_its_panel(visit: Visit) -> None:
    site = await visit()
    citation, address = _cited()[1]
    page = await site.get(address)
    assert " ".join(read(each) for each in page.all("mark")) == citation.quote
    assert len(page.all("aside", class_="panel")) == 1


async def test_a_cited_row_is_marked_cell_by_cell(visit: Visit) -> None:
    site = await visit()
    answer = library().elections(2016)
    address = link(answer, starts(library(), answer.citations), "").at(1)
    page = await site.get(address or "")
    filled = [cell.strip() for cell in answer.citations[0].quote.split("|") if cell.strip()]
    assert [read(each) for each in page.all("mark")] == filled
    assert read(page.one("thead")).startswith("Election year")


async def test_every_passage_of_the_library_opens(visit: Visit) -> None:
    site = await visit()
    for document in library().sources():
        for passage in library().passages(document.id):
            page = await site.get(f"/d/{document.id}?p={passage.id}")
            assert (page.status, bool(_marked(page))) == (200, True)


async def test_a_passage_in_another_language_says_so(visit: Visit) -> None:
    page = await (await visit()).get("/d/untitled-listing")
    foreign = [each for each in page.all("article", class_="card") if each.get("lang") == "es"]
    assert len(foreign) == 1
    assert "in Spanish" in read(foreign[0])


async def test_the_page_speaks_the_language_of_the_person(visit: Visit) -> None:
    site = await visit()
    spanish = await site.get(f"/d/{WIKI}", Accept_Language="es-MX,es;q=0.9,en;q=0.5")
    assert spanish.one("html").get("lang") == "es"
    assert spanish.one("article", class_="document").get("lang") == "en"
    chosen = await site.get(f"/d/{WIKI}?lang=en", Accept_Language="es")
    assert chosen.one("html").get("lang") == "en"


async def test_a_link_whose_text_is_gone_offers_what_stands_nearest(visit: Visit) -> None:
    site = await visit()
    citation, _ = _cited()[0]
    page = await site.get(f"/d/{WIKI}?p=0123456789&q=0-10&at={citation.start + 5}")
    assert page.status == 410
    assert "no longer in the document" in page.words
    aimed = page.one("p", class_="aimed")
    assert aimed.get("id") == f"p-{citation.passage}"
    assert page.all("mark") == []


async def test_a_passage_that_is_in_another_document_leads_there(visit: Visit) -> None:
    site = await visit()
    citation, _ = _cited()[0]
    page = await site.get(f"/d/pos-congress?p={citation.passage}&q=0-10")
    assert page.status == 302
    assert page.headers["Location"].startswith(f"/d/{WIKI}?p={citation.passage}")


@pytest.mark.parametrize("span", ["9-3", "0-99999999", "x", "5-5", "-1-4"])
async def test_a_span_that_cannot_be_marks_the_whole_passage(visit: Visit, span: str) -> None:
    citation, _ = _cited()[0]
    page = await (await visit()).get(f"/d/{WIKI}?p={citation.passage}&q={span}")
    passage = library().passage(citation.passage)
    assert passage is not None
    assert len(_marked(page)) == passage.end - passage.start


@pytest.mark.parametrize("path_", ["/d/nothing", "/d/..%2f..%2fetc", "/nowhere", f"/d/{quoted('<b>')}"])
async def test_what_is_not_there_is_said_in_words(visit: Visit, path_: str) -> None:
    page = await (await visit()).get(path_)
    assert (page.status, "There is no such page." in page.words) == (404, True)


async def test_the_reader_turns_from_citation_to_citation(visit: Visit) -> None:
    site = await visit()
    answer = library().whois("LTS")
    links = in_company(answer.citations, starts(library(), answer.citations), "en")
    page = await site.get((links.at(1) or "").partition("#")[0])
    seen = [_marked(page)]
    while following := page.all("a", rel="next"):
        page = await site.get((following[0].get("href") or "").partition("#")[0])
        seen.append(_marked(page))
    assert [_bare(each) for each in seen] == [_bare(each.quote) for each in answer.citations]
    assert len(page.all("a", rel="prev")) == 1


async def test_a_quote_is_copied_plain_with_its_reference(visit: Visit) -> None:
    citation, address = _cited()[0]
    page = await (await visit()).get(address)
    plain, markdown, bibtex = (each.text or "" for each in page.all("textarea"))
    assert plain.splitlines() == [
        f"“{citation.quote}”",
        "Socialist Workers Movement (Mexico), History, par. 1 · Wikipedia, CC BY-SA 4.0",
    ]
    assert markdown.startswith("> Its origins date back to 1988")
    assert path(citation, citation.start) in markdown
    assert bibtex.startswith(f"@misc{{{WIKI}-{citation.passage},")
    assert "year =" not in bibtex  # the document states none


async def test_what_a_document_holds_is_text_and_never_markup(visit: Visit, tmp_path: Path) -> None:
    hostile = (
        "# <img src=x onerror=alert(1)>\n\n"
        "The <script>alert('club')</script> was founded in 1999. [click](javascript:alert(1)) **bold**\n\n"
        "| a | b |\n|---|---|\n| <b>x</b> | &lt;i&gt; |\n\n"
        '- "><svg onload=alert(1)>\n'
    )
    site = await visit(tmp_path, {"club.md": hostile})
    page = await site.get("/d/club")
    assert page.status == 200
    assert [each.get("src") for each in page.all("script")] == [page.one("script").get("src")]
    assert page.all("svg") == []
    assert "<script>alert('club')</script> was founded" in page.words
    assert "[click](javascript:alert(1)) **bold**" in page.words


async def test_a_long_document_is_set_on_pages(visit: Visit, tmp_path: Path) -> None:
    text = "\n\n".join(f"Paragraph number {number} speaks of the river." for number in range(600))
    site = await visit(tmp_path, {"river.txt": f"The river\n\n{text}\n"})
    last = site.desk.seat().assistant.passages("river")[-1]
    page = await site.get(f"/d/river?p={last.id}&q=0-9")
    assert _marked(page) == "Paragraph"
    assert page.one("a", aria_current="page", aria_label="Page 3") is not None
    assert len(page.all("p")) < 300


async def test_the_library_lists_its_documents(visit: Visit) -> None:
    page = await (await visit()).get("/documents")
    titles = [read(each) for each in page.all("h2")]
    assert titles == [
        "Socialist Workers Movement (Mexico)",
        "Partido Obrero Socialista meets in Mexico City",
        "Untitled listing of 12 items",
    ]


async def test_a_large_library_is_listed_on_pages(visit: Visit, tmp_path: Path) -> None:
    site = await visit(tmp_path, {f"river-{number:03}.txt": f"The river {number} is long.\n" for number in range(120)})
    page = await site.get("/documents?page=1&lang=en")
    assert page.one("ol").get("start") == "101"
    assert len(page.all("h2")) == 20
    assert read(page.one("a", aria_current="page", aria_label="Page 2")) == "2"


async def test_a_source_with_an_address_is_linked_and_any_other_is_text(visit: Visit, tmp_path: Path) -> None:
    manifest = '[[documents]]\nid = "{0}"\nfile = "{0}.txt"\nurl = "{1}"\n'
    texts = {"a.txt": "The river is long.\n", "b.txt": "The sea is wide.\n"}
    entries = manifest.format("a", "https://river.example/") + manifest.format("b", "javascript:alert(1)")
    site = await visit(tmp_path, {**texts, "library.toml": entries})
    linked = (await site.get("/d/a")).one("div", class_="about").find(".//a")
    assert linked is not None
    assert linked.get("href") == "https://river.example/"
    assert (await site.get("/d/b")).one("div", class_="about").find(".//a") is None


@given(st.data())
def test_any_span_is_marked_letter_by_letter_and_nothing_else(data: st.DataObject) -> None:
    document = data.draw(st.sampled_from(library().sources()))
    passages = library().passages(document.id)
    passage = data.draw(st.sampled_from([each for each in passages if each.retrieved]))
    start = data.draw(st.integers(passage.start, passage.end - 1))
    end = data.draw(st.integers(start + 1, passage.end))
    parts = fold(document, passages, mark=(start, end)).parts
    pieces = [piece for part in parts for piece in _pieces(part)]
    assert _bare("".join(piece.text for piece in pieces if piece.marked)) == _bare(document.text[start:end])
    assert sum(piece.anchor for piece in pieces) == any(piece.marked for piece in pieces)


def _pieces(part: Block | Panel | Table | Card) -> list[Piece]:
    match part:
        case Block():
            return list(part.pieces)
        case Panel():
            return [piece for _, key, value in part.fields for piece in (*key, *value)]
        case Table():
            body = [piece for _, cells in part.rows for cell in cells for piece in cell]
            return [piece for header in part.headers for piece in header] + body
        case Card():
            return [*part.headline, *(piece for paragraph in part.paragraphs for piece in paragraph)]


def _bare(text: str) -> str:
    """Leave out what a page sets as lines and columns: white space and the bars between cells."""
    return "".join(text.replace("|", "").split())
