"""A quote with its reference down to the paragraph, to be copied: plain, Markdown, BibTeX; never our bold."""

from __future__ import annotations

import re

from bot.presentation.places import Library, Places
from bot.presentation.wording import Wording
from knowledge.models import Citation

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}$&#_%"},
}
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


def plain(citation: Citation, library: Library, say: Wording) -> str:
    """Write the quote in quotation marks and its place under it."""
    return f"“{citation.quote}”\n{_place(citation, library, say)}"


def markdown(citation: Citation, library: Library, say: Wording, address: str) -> str:
    """Write a block quote, its place linked to the reader."""
    quoted = "\n".join(f"> {_inert(line)}" for line in citation.quote.splitlines())
    return f"{quoted}\n>\n> [{_inert(_place(citation, library, say))}](<{address}>)"


def bibtex(citation: Citation, library: Library, say: Wording, address: str) -> str:
    """Write an entry that says what the document states of itself, and nothing it does not."""
    year = _YEAR.search(citation.date) if citation.date else None
    stated = {
        "author": f"{{{_tex(citation.byline)}}}" if citation.byline else None,
        "title": f"{{{_tex(citation.title)}}}",
        "publisher": _tex(citation.publisher) if citation.publisher else None,
        "year": year[0] if year else None,
        "url": citation.url or address,
        "note": _tex(Places((citation,), library, say).place(1).rest.strip(" ,·")),
        "abstract": f"{{{_tex(citation.quote)}}}",
    }
    fields = [f"  {name} = {{{value}}}" for name, value in stated.items() if value]
    return "\n".join((f"@misc{{{_key(citation)},", ",\n".join(fields), "}"))


def _place(citation: Citation, library: Library, say: Wording) -> str:
    place = Places((citation,), library, say).place(1)
    return f"{place.title}{place.rest}"


def _inert(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _key(citation: Citation) -> str:
    return f"{re.sub(r'[^A-Za-z0-9-]', '', citation.document)}-{citation.passage}"


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text).replace("\n", " ")
