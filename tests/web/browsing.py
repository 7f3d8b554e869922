"""A visitor of the site, who reads pages as a browser parses them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, tostring

import html5lib

from bot.desk import Desk


@dataclass(frozen=True)
class Page:
    """An answer of the site, parsed; a page that breaks the HTML standard does not come this far."""

    status: int
    headers: dict[str, str]
    text: str
    root: Element

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Find elements by tag and attributes, in order; `class_` stands for `class`."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            each
            for each in self.root.iter(tag)
            if all(value in (each.get(name) or "").split() or each.get(name) == value for name, value in wanted.items())
        ]

    def one(self, tag: str, **attributes: str) -> Element:
        """Find the only such element."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, (tag, attributes, len(found))
        return found[0]

    @property
    def words(self) -> str:
        """Read the page's text."""
        return read(self.root)


def read(element: Element) -> str:
    """Read an element's text as a person sees it: white space made one."""
    return " ".join("".join(element.itertext()).split())


def parse(text: str) -> Element:
    """Parse a page strictly; raises what html5lib raises at the first breach of the standard."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(text)
    ids = [identifier for each in root.iter() if (identifier := each.get("id"))]
    assert len(ids) == len(set(ids)), "an id stands twice"
    assert set(_referred(root)) <= set(ids)
    return root


def _referred(root: Element) -> Iterator[str]:
    for each in root.iter():
        for name in ("for", "aria-controls", "aria-labelledby", "aria-describedby"):
            yield from (each.get(name) or "").split()


@dataclass(frozen=True)
class Visitor:
    """Asks the site for pages."""

    client: Any
    desk: Desk

    async def get(self, path: str, **headers: str) -> Page:
        """Get a page without following it elsewhere."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.client.get(path, headers=given, allow_redirects=False) as response:
            text = await response.text()
            return Page(response.status, dict(response.headers), text, parse(text) if _is_page(text) else Element("x"))

    async def json(self, path: str, **headers: str) -> tuple[int, Any]:
        """Get JSON with its status."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.client.get(path, headers=given) as response:
            return response.status, await response.json()


def _is_page(text: str) -> bool:
    return text.lstrip().startswith("<!DOCTYPE html>")


def show(element: Element) -> str:
    """Write an element, for a failing test to print."""
    return tostring(element, encoding="unicode")
