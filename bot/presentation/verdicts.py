"""The reply to `verify`: one of four verdicts, the places, and what differs."""

from __future__ import annotations

from dataclasses import replace

from bot.presentation.notes import echo, small_print
from bot.presentation.page import Page
from bot.presentation.parts import Line, Reply, line, quoted, strong
from bot.presentation.plain import compose_plain
from knowledge.models import Difference, Verdict

_BOUNDS = {"begins_late": "verdict-begins-late", "ends_early": "verdict-ends-early"}


def compose_verdict(page: Page) -> Reply:
    """Compose the reply to `verify`."""
    answer = page.answer
    if answer.verdict is None:
        return compose_plain(page)
    return replace(
        page.empty(),
        lead=(_verdict(page, answer.verdict),),
        quotes=tuple(page.quote_all(answer.statements, set())),
        small_print=(*_differences(page), *small_print(answer, page.say)),
    )


def _verdict(page: Page, verdict: Verdict) -> Line:
    say = page.say
    message = f"verdict-{verdict.value.replace('_', '-')}"
    if verdict in {Verdict.VERBATIM, Verdict.TYPOGRAPHY}:
        return line(strong(say(message)), say("verdict-places", count=page.answer.places or 1))
    return line(strong(say(message)), " " + say(f"{message}-detail"))


def _differences(page: Page) -> list[str]:
    say, differences = page.say, page.answer.differences
    lines = []
    words = [each for each in differences if each.kind == "words"]
    if words:
        lines.append(_compared(page, words))
    other = dict.fromkeys(each.kind for each in differences if each.kind not in {*_BOUNDS, "words"})
    if other:
        kinds = say.all_of([say("difference", kind=kind) for kind in other])
        lines.append(say("verdict-differs", kinds=kinds))
    found = {each.kind for each in differences}
    lines += [say(message) for kind, message in _BOUNDS.items() if kind in found]
    return lines


def _compared(page: Page, words: list[Difference]) -> str:
    """Set the person's words beside the source's; only the source's stand in quotation marks."""
    yours = ", ".join(echo(each.yours) for each in words if each.yours)
    source = ", ".join(quoted(each.source) for each in words if each.source)
    return page.say("verdict-compared", yours=yours or "–", source=source or "–")
