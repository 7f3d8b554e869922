"""The search page lists what retrieval finds, with its reasons."""

from __future__ import annotations

from tests.web.browsing import read
from tests.web.conftest import Visit


async def test_the_page_lists_ranked_passages_with_their_reasons(visit: Visit) -> None:
    page = await (await visit()).get("/search?q=newspaper+of+the+MTS&lang=en")
    results = page.one("ol", class_="results").findall("li")
    assert len(results) > 5
    assert "Score 1.000" in read(results[0]) or "Score 0.9" in read(results[0])
    assert any("newspaper" in read(each) and "text" in read(each) for each in results)
    link = results[0].find(".//a")
    assert link is not None
    opened = await (await visit()).get((link.get("href") or "").partition("#")[0])
    assert opened.status == 200
    assert opened.all("mark")


async def test_an_empty_search_is_a_form(visit: Visit) -> None:
    page = await (await visit()).get("/search?lang=es")
    assert page.all("li") == []
    assert page.one("input", name="q") is not None


async def test_what_no_passage_shares_is_said(visit: Visit) -> None:
    page = await (await visit()).get("/search?q=zzzzqqqq&lang=en")
    assert "No passage shares a word with that." in page.words
