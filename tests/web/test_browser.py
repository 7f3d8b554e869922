"""The site as a person uses it: in a browser, by mouse and by keyboard, on a phone and at a desk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.web.program import Program, serving

CHROMIUM = shutil.which("chromium")
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="there is no chromium on this machine"),
]
WHERE = {"phone": PHONE, "desk": DESK}
HOSTILE = (
    "The <script>alert('club')</script> of Aranjuez was founded in 1999 by [Ana](javascript:alert(1)).\n\n"
    '<img src="https://evil.example/x.png" onerror="alert(2)"> **Its** hall stands in [Toledo](https://evil.example).\n\n'
    "# <svg onload=alert(3)>\n\nThe secretary of the club is Berta.\n"
)


@dataclass
class Tab:
    """A page that is open, with everything that it asked for and that went wrong."""

    page: Page
    address: str
    hosts: set[str]
    troubles: list[str]

    def ask(self, text: str) -> Locator:
        """Type a line, send it and wait for the reply."""
        before = self.page.locator(".reply[data-outcome]").count()
        self.page.get_by_role("combobox").fill(text)
        self.page.keyboard.press("Enter")
        reply = self.page.locator(".reply[data-outcome]").nth(before)
        reply.wait_for()
        return reply


Open = Callable[..., Tab]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with serving(data=tmp_path_factory.mktemp("data")) as running:
        yield running


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "club.md").write_text(HOSTILE, encoding="utf-8")
    with serving("--corpus", str(folder), data=tmp_path_factory.mktemp("data")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def tab(browser: Browser, program: Program) -> Iterator[Open]:
    """Open a page in a fresh window; at the end nothing may have left the machine or gone wrong."""
    tabs: list[Tab] = []
    with ExitStack() as contexts:

        def start(path: str = "/?lang=en", *, where: str = "desk", of: Program = program, **options: object) -> Tab:
            context = browser.new_context(viewport=WHERE[where], **options)  # type: ignore[arg-type]
            contexts.callback(context.close)
            opened = Tab(context.new_page(), of.address, set(), [])
            opened.page.on("request", lambda request: opened.hosts.add(urlsplit(request.url).netloc))
            opened.page.on("pageerror", lambda error: opened.troubles.append(str(error)))
            opened.page.on("dialog", lambda dialog: opened.troubles.append(dialog.message))
            opened.page.goto(f"{of.address}{path}")
            tabs.append(opened)
            return opened

        yield start
        for each in tabs:
            assert each.troubles == []
            assert each.hosts == {urlsplit(each.address).netloc}


def _is_in_view(mark: Locator) -> bool:
    box, size = mark.bounding_box(), mark.page.viewport_size
    return box is not None and size is not None and 0 <= box["y"] < size["height"]


def test_from_the_question_to_the_exact_words_in_one_click(tab: Open) -> None:
    opened = tab()
    reply = opened.ask("When was the LTS founded?")
    quote = reply.locator("blockquote").first.inner_text()
    reply.locator("figcaption a").first.click()
    mark = opened.page.locator("mark#cited")
    expect(mark).to_have_text(quote)
    assert _is_in_view(mark)


def test_spanish_asks_and_is_answered(tab: Open) -> None:
    opened = tab("/?lang=es")
    first = opened.ask("¿Qué periódico tenía el MTS en 2015?")
    expect(first.locator("strong").first).to_contain_text("Periódico, 2015: Tribuna Socialista")
    second = opened.ask("¿y su ala juvenil?")
    expect(second).to_contain_text("Leído como: ala juvenil, MTS, 2015")


def test_all_of_it_works_by_keyboard(tab: Open) -> None:
    opened = tab()
    page, keys = opened.page, opened.page.keyboard
    expect(page.get_by_role("combobox")).to_be_focused()
    keys.type("/who")
    expect(page.get_by_role("option")).to_have_count(1)
    keys.press("Tab")
    keys.type("LT")
    page.get_by_role("option", name="LTS", exact=True).wait_for()
    keys.press("ArrowDown")
    active = page.get_by_role("combobox").get_attribute("aria-activedescendant")
    expect(page.locator(f"#{active}")).to_have_attribute("aria-selected", "true")
    keys.press("Enter")
    page.locator(".reply[data-outcome=answered]").wait_for()
    page.get_by_role("link", name="MTS today").focus()
    keys.press("Enter")
    expect(page.locator(".asked").nth(1)).to_contain_text("/whois MTS")
    expect(page.get_by_role("combobox")).to_be_focused()
    keys.press("ArrowUp")
    expect(page.get_by_role("combobox")).to_have_value("/whois MTS")


def test_escape_closes_the_completions(tab: Open) -> None:
    opened = tab()
    opened.page.keyboard.type("/")
    expect(opened.page.get_by_role("listbox")).to_be_visible()
    opened.page.keyboard.press("Escape")
    expect(opened.page.get_by_role("listbox")).to_be_hidden()


def test_the_buttons_under_an_answer_work(tab: Open) -> None:
    opened = tab()
    reply = opened.ask("/elections 2016")
    reply.get_by_role("button", name="Wrong").click()
    expect(reply).to_contain_text("Counted, without a word of it.")
    reply.get_by_role("link", name="Elections 2018").click()
    expect(opened.page.locator(".asked").nth(1)).to_contain_text("/elections 2018")
    opened.page.locator(".reply[data-outcome]").nth(1).wait_for()
    for _ in range(2):
        opened.page.get_by_role("button", name="Remove").first.click()
    expect(opened.page.locator(".greeting")).to_be_visible()


def test_a_picture_is_shown_when_it_is_wanted(tab: Open) -> None:
    opened = tab(where="phone")
    reply = opened.ask("/map POS")
    image = reply.locator(".picture img")
    expect(image).to_be_hidden()
    reply.get_by_text("Picture", exact=True).click()
    expect(image).to_be_visible()
    expect(image).to_have_js_property("naturalWidth", 1080, timeout=15_000)
    assert (image.get_attribute("alt") or "").startswith("Map of POS")
    assert _findings(opened.page) == []


def test_the_reader_turns_and_copies(tab: Open) -> None:
    opened = tab(permissions=["clipboard-read", "clipboard-write"])
    reply = opened.ask("/whois LTS")
    reply.get_by_role("link", name="Context").click()
    opened.page.get_by_role("link", name="Next citation").click()
    expect(opened.page.locator(".cite")).to_contain_text("Citation 2 of 8")
    opened.page.get_by_text("Copy with reference").click()
    opened.page.get_by_role("button", name="Copy").first.click()
    expect(opened.page.get_by_role("button", name="Copied")).to_be_visible()
    copied = opened.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Foundation: 1988 (as LTS, later ) , 2014 (as )”\n")


def test_without_a_script_it_works_all_the_same(tab: Open) -> None:
    opened = tab(java_script_enabled=False)
    page = opened.page
    page.get_by_label("Your question, or a command").fill("When was the 19th POS congress?")
    page.get_by_role("button", name="Ask").click()
    page.locator("figcaption a").first.click()
    mark = page.locator("mark#cited")
    expect(mark).to_contain_text("the first weekend of August")
    assert _is_in_view(mark)


def test_a_link_from_elsewhere_opens_at_the_words(tab: Open) -> None:
    opened = tab()
    reply = opened.ask("/elections 2018")
    link = reply.locator("figcaption a").last.get_attribute("href") or ""
    bare = tab(link.partition("#")[0], where="phone")
    assert _is_in_view(bare.page.locator("mark#cited"))


def test_what_a_document_holds_does_nothing(tab: Open, hostile: Program) -> None:
    opened = tab(of=hostile)
    reply = opened.ask("When was the club of Aranjuez founded?")
    expect(reply.locator("blockquote").first).to_contain_text("The <script>alert('club')</script> of Aranjuez")
    reply.locator("figcaption a").first.click()
    expect(opened.page.locator("mark#cited")).to_contain_text("<script>alert('club')</script>")
    expect(opened.page.locator("article")).to_contain_text('<img src="https://evil.example/x.png"')


@pytest.mark.parametrize(("where", "scheme"), [("phone", "dark"), ("desk", "light")])
def test_axe_finds_nothing_serious(tab: Open, where: str, scheme: str) -> None:
    opened = tab(where=where, color_scheme=scheme)
    page = opened.page
    found = _findings(page)
    reply = opened.ask("/whois LTS")
    reply.locator("summary").first.click()
    found += _findings(page)
    page.get_by_role("combobox").fill("/whois S")
    page.get_by_role("option").first.wait_for()
    found += _findings(page)
    for path in PATHS:
        page.goto(f"{opened.address}{path}")
        found += _findings(page)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= WHERE[where]["width"], f"{path} scrolls sideways"
    assert found == []


PATHS = (
    "/search?lang=en&q=newspaper+of+the+MTS",
    "/documents?lang=en",
    "/d/socialist-workers-movement?lang=es&p=5032bec996&q=0-156",
    "/d/untitled-listing?lang=en",
    "/d/pos-congress?lang=en&p=0000000000&q=0-1",
    "/nowhere?lang=en",
)


def _findings(page: Page) -> list[str]:
    violations = Axe().run(page).response["violations"]
    return [
        f"{page.url}: {each['id']}: {node['html']}"
        for each in violations
        if each["impact"] in {"serious", "critical"}
        for node in each["nodes"]
    ]
