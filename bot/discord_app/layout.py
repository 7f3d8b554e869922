"""The parts of a Reply as lines of Discord's Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from bot.discord_app.markdown import block_quote, bold, emphasise, escape, link, small
from bot.presentation.links import NO_LINKS, Links
from bot.presentation.parts import Line, Part, Place, Quote, Run, bracket


def write_part(part: Part, links: Links = NO_LINKS) -> str:
    """Write a line, a quote with its place, or a place alone."""
    match part:
        case Line():
            return write_line(part)
        case Quote():
            return write_quote(part, links)
        case Place():
            return write_place(part, links)


def write_line(line: Line) -> str:
    """Write a line of our own words, with the names and figures in it inert."""
    if line.small:
        return small(escape(line.text))
    written = []
    for at, (text, strong) in enumerate(_joined(line.runs)):
        escaped = escape(text, opens_line=at == 0)
        written.append(bold(escaped) if strong else escaped)
    return " ".join("".join(written).splitlines())


def write_quote(quote: Quote, links: Links = NO_LINKS) -> str:
    """Write a quote as a block quote: who says it above, or what heads its columns; its place below."""
    above = [escape(quote.introduction)] if quote.introduction else []
    above += [small(escape(quote.header))] if quote.header else []
    text = block_quote(emphasise(quote.text, quote.strong))
    return "\n".join((*above, text, write_place(quote.place, links)))


def write_place(place: Place, links: Links = NO_LINKS) -> str:
    """Write where a quote stands, in small print."""
    address = links.of(place)
    rest = escape(place.rest, opens_line=False)
    if address is None:
        return small(f"{bracket(place.numbers)} {escape(place.title, opens_line=False)}{rest}")
    return small(f"{bracket(place.numbers)} {link(place.title, address)}{rest}")


def write_small(texts: Iterable[str]) -> list[str]:
    """Write remarks in small print, one a line."""
    return [small(escape(text)) for text in texts if text.strip()]


def _joined(runs: Iterable[Run]) -> list[tuple[str, bool]]:
    """Join runs of one style, so that signs which stand together are escaped together."""
    joined: list[tuple[str, bool]] = []
    for run in runs:
        if joined and joined[-1][1] == run.strong:
            joined[-1] = (joined[-1][0] + run.text, run.strong)
        else:
            joined.append((run.text, run.strong))
    return joined
