"""Pages made of templates, in the language of the person who reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b
from importlib.resources import files
from urllib.parse import urlencode

from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.presentation.links import NO_LINKS, Links
from bot.presentation.parts import Line, Place, Quote
from bot.presentation.wording import Wording, wording
from bot.settings import LANGUAGES
from knowledge.models import Language

_NUMBERED = re.compile(r"\[(\d+)\]")
_NUMBERS_ALONE = re.compile(r"\s*(?:\[\d+\]\s*)+")
_ACCEPTED = re.compile(r"\s*(en|es)\b[^,;]*(?:;\s*q=([\d.]+))?\s*", re.IGNORECASE)
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_FOR_GOOD = "public, max-age=31536000, immutable"


class Pages:
    """Templates and the files that they ask for, all read at the start; `asks` is whether the site takes questions."""

    def __init__(self, *, asks: bool = True) -> None:
        self._environment = Environment(
            loader=PackageLoader("bot.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.tests |= {
            "line": lambda part: isinstance(part, Line),
            "quote": lambda part: isinstance(part, Quote),
            "place": lambda part: isinstance(part, Place),
        }
        self._environment.globals |= {"asks": asks, "cut": cut, "references": references, "query": query}
        self._files = {each.name: each.read_bytes() for each in files("bot.web").joinpath("static").iterdir()}
        digest = blake2b(b"".join(self._files[name] for name in sorted(self._files)), digest_size=5)
        self._environment.globals["edition"] = digest.hexdigest()

    def write(self, template: str, language: Language, /, **values: object) -> str:
        """Write a page, or a piece of one, in a language."""
        say: Wording = wording(language)
        return self._environment.get_template(template).render(say=say, language=language, **values)

    def page(self, request: web.Request, template: str, *, status: int = 200, **values: object) -> web.Response:
        """Answer with a page in the language of the request."""
        language = language_of(request)
        other = next(each for each in LANGUAGES if each != language)
        turned = f"{request.path}{query(dict(request.query) | {'lang': other})}"
        text = self.write(template, language, other=other, turned=turned, **values)
        response = web.Response(text=text, content_type="text/html", status=status)
        response.headers["Content-Language"] = language
        response.headers["Cache-Control"] = "no-cache"
        response.headers["Vary"] = "Accept-Language"
        return response

    async def file(self, request: web.Request) -> web.Response:
        """Answer with a style sheet, a script or an icon."""
        name = request.match_info["name"]
        if name not in self._files:
            raise web.HTTPNotFound
        kind = _TYPES[name[name.rindex(".") :]]
        return web.Response(
            body=self._files[name], content_type=kind, charset="utf-8", headers={"Cache-Control": _FOR_GOOD}
        )


def language_of(request: web.Request) -> Language:
    """Choose a language: the one in the address, else the browser's, else that of the settings."""
    chosen = request.query.get("lang")
    for language in LANGUAGES:
        if language == chosen:
            return language
    accepted = [_ACCEPTED.fullmatch(each) for each in request.headers.get("Accept-Language", "").split(",")]
    ranked = sorted((found for found in accepted if found), key=lambda found: -_weight(found[2]))
    return ("es" if ranked[0][1].lower() == "es" else "en") if ranked else request.config_dict[LANGUAGE]


LANGUAGE = web.AppKey[Language]("LANGUAGE")
"""The language of a page where neither the address nor the browser names one."""


def query(values: Mapping[str, object]) -> str:
    """Write the query of an address; what is None or empty is left out."""
    given = {name: value for name, value in values.items() if value not in (None, "")}
    return f"?{urlencode(given)}" if given else ""


def cut(quote: Quote) -> list[tuple[str, bool]]:
    """Cut a quote where its bold begins and ends."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in sorted(quote.strong):
        begin = max(start, at)
        if begin < end:
            pieces += [(quote.text[at:begin], False), (quote.text[begin:end], True)]
            at = end
    return [piece for piece in (*pieces, (quote.text[at:], False)) if piece[0]]


def references(text: str, links: Links = NO_LINKS) -> list[tuple[str, str | None]]:
    """Part a run that is only citation numbers into the numbers and their addresses."""
    if not _NUMBERS_ALONE.fullmatch(text):
        return [(text, None)]
    parts: list[tuple[str, str | None]] = []
    at = 0
    for found in _NUMBERED.finditer(text):
        parts += [(text[at : found.start()], None), (found[0], links.at(int(found[1])))]
        at = found.end()
    return [part for part in (*parts, (text[at:], None)) if part[0]]


def _weight(given: str | None) -> float:
    try:
        return float(given) if given else 1.0
    except ValueError:
        return 0.0
