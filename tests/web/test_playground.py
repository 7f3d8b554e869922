"""The playground without a script: what is typed, what is shown, what leads on."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from bot.desk import Asking, DeskBusy
from bot.web.conversation import read_topic
from knowledge.models import Topic
from tests.web.browsing import Page, read
from tests.web.conftest import Visit


async def _ask(site_get: object, typed: str, language: str = "en", topic: str = "") -> Page:
    page: Page = await site_get(f"/?q={quote(typed)}&lang={language}&topic={quote(topic)}")  # type: ignore[operator]
    return page


def _buttons(page: Page) -> dict[str, str]:
    return {read(each): each.get("href") or "" for each in page.one("div", class_="actions").iter("a")}


async def test_the_start_greets_and_shows_what_can_be_asked(visit: Visit) -> None:
    page = await (await visit()).get("/?lang=en")
    assert page.status == 200
    assert "I answer from 3 documents" in page.words
    examples = [read(each) for each in page.one("ul", class_="examples").iter("a")]
    assert examples == ["/whois LTS", "/elections 2016", "When was the LTS founded?"]


async def test_a_question_is_answered_with_its_quote_and_its_place(visit: Visit) -> None:
    page = await _ask((await visit()).get, "When was the LTS founded?")
    quotes = [read(each) for each in page.all("blockquote")]
    assert quotes[0].startswith("Its origins date back to 1988")
    assert read(page.all("b")[0]) == "1988"
    assert read(page.all("figcaption")[0]).startswith("[1] Socialist Workers Movement (Mexico), History, par. 1")


async def test_question_answer_click_quote(visit: Visit) -> None:
    site = await visit()
    page = await _ask(site.get, "When was the LTS founded?")
    quote_, link = page.all("blockquote")[0], page.all("figcaption")[0].find("a")
    assert link is not None
    opened = await site.get((link.get("href") or "").partition("#")[0])
    assert read(opened.one("mark")) == read(quote_)


async def test_a_quote_in_another_language_is_marked_as_such(visit: Visit) -> None:
    page = await _ask((await visit()).get, "¿Qué periódico tenía el MTS en 2015?", "es")
    assert page.one("html").get("lang") == "es"
    assert {each.get("lang") for each in page.all("blockquote")} == {"en"}
    assert read(page.all("strong")[0]).startswith("Periódico, 2015: Tribuna Socialista")


async def test_a_follow_up_keeps_its_topic(visit: Visit) -> None:
    site = await visit()
    first = await _ask(site.get, "¿Qué periódico tenía el MTS en 2015?", "es")
    topic = first.one("input", name="topic").get("value") or ""
    assert json.loads(topic)["entities"] == ["mts"]
    second = await _ask(site.get, "¿y su ala juvenil?", "es", topic)
    assert "Agrupación Juvenil Anticapitalista (2014–)" in read(second.all("strong")[0])


@pytest.mark.parametrize("written", ["", "{", "[]", '{"entities": 3}', '{"x": 1}', "9" * 2000])
def test_a_topic_that_is_none_of_ours_is_none(written: str) -> None:
    assert read_topic(written) is None


def test_a_topic_comes_back_as_it_went() -> None:
    topic = Topic(entities=("mts",), years=(2015,), attribute="newspaper")
    assert read_topic(topic.model_dump_json()) == topic


async def test_the_buttons_lead_on(visit: Visit) -> None:
    site = await visit()
    card = await _ask(site.get, "/whois LTS")
    buttons = _buttons(card)
    assert list(buttons) == ["Context", "Timeline", "Map", "MTS today"]
    assert parse_qs(urlsplit(buttons["MTS today"]).query)["q"] == ["/whois MTS"]
    present = await site.get(buttons["MTS today"])
    assert read(present.one("h2", class_="asked")) == "You: /whois MTS"


async def test_what_a_card_names_is_quoted_behind_sources(visit: Visit) -> None:
    page = await _ask((await visit()).get, "/whois LTS")
    sources = page.one("details", class_="sources")
    assert read(sources).startswith("Sources 7")
    assert len(list(sources.iter("blockquote"))) == 7


async def test_the_rows_of_a_table_stand_behind_sources_under_their_header_row(visit: Visit) -> None:
    page = await _ask((await visit()).get, "/whois MTS")
    assert read(page.one("details", class_="sources")).count("Header row: “| Election year |") == 1


async def test_figures_in_a_card_link_to_their_citations(visit: Visit) -> None:
    page = await _ask((await visit()).get, "/elections 2016")
    assert {read(each) for each in page.all("a", class_="ref")} == {"[1]", "[2]"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/sources", "3 documents, none of which states its own date"),
        ("/help", "/whois LTS a name: what the documents say of it"),
        ("/ayuda", "un nombre: qué dicen de él los documentos"),
        ("/privacy", "No question leaves this machine"),
        ("/about", "word for word"),
        ("/dance", "There is no command /dance."),
        ("/elections soon", "elections wants a year, like 2016."),
        ("Who is the general secretary of the MTS?", "Not in the documents."),
        ("x" * 2500, "That is too long to look up"),
    ],
)
async def test_whatever_is_typed_gets_a_sentence(visit: Visit, typed: str, said: str) -> None:
    page = await _ask((await visit()).get, typed)
    assert (page.status, said in page.words) == (200, True)


async def test_what_is_typed_is_text(visit: Visit) -> None:
    page = await _ask((await visit()).get, '<script>alert(1)</script> "><img src=x onerror=alert(1)>')
    assert len(page.all("script")) == 1
    assert [each for each in page.all("img") if each.get("onerror")] == []


async def test_a_reply_comes_alone_for_the_page_that_is_open(visit: Visit) -> None:
    site = await visit()
    piece = await site.get("/reply?q=/whois+MTS&lang=es")
    assert piece.text.lstrip().startswith("<article")
    assert piece.headers["Cache-Control"] == "no-store"


async def test_completions_are_commands_names_and_years(visit: Visit) -> None:
    site = await visit()
    _, commands = await site.json("/complete?q=/&lang=en")
    assert {"text": "/whois ", "label": "/whois", "detail": "What the documents say of a name"} in commands
    _, names = await site.json("/complete?q=/whois%20LT")
    assert names[0] == {"text": "/whois LTS", "label": "LTS", "detail": ""}
    _, years = await site.json("/complete?q=/elections%20201")
    assert [each["label"] for each in years] == ["2018", "2016"]
    assert (await site.json("/complete?q=hello"))[1] == []


async def test_an_answer_called_wrong_is_counted_and_nothing_else(visit: Visit) -> None:
    site = await visit()
    async with site.client.post("/wrong?lang=en", data={"outcome": "answered"}) as response:
        assert await response.text() == "Counted, without a word of it. Thank you."
    assert site.desk.tally.wrong == {"answered": 1}


@pytest.mark.parametrize(
    ("headers", "form", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, {"outcome": "answered"}, 403),
        ({}, {"outcome": "great"}, 400),
        ({}, {}, 400),
    ],
)
async def test_only_our_own_pages_call_an_answer_wrong(
    visit: Visit, headers: dict[str, str], form: dict[str, str], status: int
) -> None:
    site = await visit()
    async with site.client.post("/wrong", data=form, headers=headers) as response:
        assert response.status == status


async def test_the_playground_can_be_switched_off(visit: Visit) -> None:
    site = await visit(playground=False)
    page = await site.get("/")
    assert (page.status, page.headers["Location"]) == (302, "/documents")
    shown = await site.get("/documents?lang=en")
    assert shown.status == 200
    assert [read(each) for each in shown.one("nav").iter("a")] == ["Documents", "Español"]
    assert (await site.get("/reply?q=/whois+MTS")).status == 404


async def test_who_asks_too_often_is_told_when_to_come_back(visit: Visit) -> None:
    site = await visit(web_rate=2)
    statuses = [(await site.get("/reply?q=/whois+MTS&lang=en")).status for _ in range(3)]
    refused = await site.get("/reply?q=/whois+MTS&lang=en")
    assert statuses == [200, 200, 429]
    assert int(refused.headers["Retry-After"]) in range(1, 31)
    assert "Ask again in" in refused.words
    other = await site.get("/reply?q=/whois+MTS", X_Forwarded_For="192.0.2.7")
    assert other.status == 200


async def test_a_full_desk_says_so(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    site = await visit()

    async def refuse(_: Asking) -> None:
        raise DeskBusy

    monkeypatch.setattr(site.desk, "answer", refuse)
    page = await site.get("/?q=x&lang=en")
    assert (page.status, "Too many questions at once" in page.words) == (503, True)


async def test_a_fault_of_ours_is_a_sentence_with_a_number(
    visit: Visit, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    site = await visit()

    async def fail(_: Asking) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(site.desk, "answer", fail)
    page = await site.get("/?q=x&lang=en")
    number = page.words.rpartition("whoever runs me: ")[2][:6]
    assert (page.status, "secret" in page.text) == (500, False)
    assert number in caplog.text


@pytest.mark.parametrize("path", ["/", "/?q=/whois+MTS", "/documents", "/d/pos-congress", "/nowhere"])
async def test_no_page_may_load_what_is_not_ours(visit: Visit, path: str) -> None:
    page = await (await visit()).get(path)
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self';")
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    loaded = [each.get("src") or each.get("href") or "" for tag in ("script", "link", "img") for each in page.all(tag)]
    assert loaded
    assert all(each.startswith("/static/") for each in loaded)
    assert [each for each in page.root.iter() if each.get("style") or each.get("onclick")] == []


async def test_another_sites_name_on_this_machine_is_refused(visit: Visit) -> None:
    site = await visit()
    page = await site.get("/?lang=en", Host="evil.example")
    assert (page.status, "I am not called evil.example." in page.words) == (421, True)
    public = await visit(public_url="https://club.example")
    assert (await public.get("/", Host="club.example")).status == 200


async def test_a_map_has_its_text_and_its_picture(visit: Visit) -> None:
    page = await _ask((await visit()).get, "/map POS")
    picture = page.one("details", class_="picture")
    image = next(picture.iter("img"))
    assert image.get("src") == "/picture/map.png?argument=POS&lang=en"
    assert (image.get("alt") or "").startswith("Map of POS")
    assert "International: CRIR" in page.words


async def test_where_nothing_is_drawn_no_picture_is_offered(visit: Visit) -> None:
    site = await visit(draws=False)
    page = await _ask(site.get, "/map POS")
    assert page.all("details", class_="picture") == []
    assert (await site.get("/picture/map.png?argument=POS&lang=en")).status == 404


@pytest.mark.slow
async def test_a_picture_is_drawn_and_one_of_nothing_is_404(visit: Visit) -> None:
    site = await visit()
    async with site.client.get("/picture/elections.png?lang=es") as response:
        assert (response.status, response.content_type) == (200, "image/png")
        assert (await response.read()).startswith(b"\x89PNG")
    for nothing in ("map.png?argument=Nobody", "elections.png?argument=soon", "map.png"):
        assert (await site.get(f"/picture/{nothing}&lang=en")).status == 404
