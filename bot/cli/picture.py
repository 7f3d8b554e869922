"""`--picture FILE`: the picture of an answer, written beside its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cli.invocation import Invocation, warn
from bot.requests import Request
from knowledge.models import Answer

if TYPE_CHECKING:
    from bot.assistant import Assistant


def draw(invocation: Invocation, assistant: Assistant, request: Request, found: Answer) -> None:
    """Write the picture of an answer to the file wanted, or say why there is none; raises OSError."""
    from bot.presentation.charts.composing import picture  # models of charts: not for every answer
    from bot.presentation.charts.studio import NoPictures, Studio

    if invocation.picture is None:
        return
    chart = picture(assistant, request, found)
    if chart is None:
        warn(invocation.say("picture-none"))
        return
    studio = Studio(invocation.settings.data)
    try:
        invocation.picture.write_bytes(studio.draw(chart))
    except NoPictures:
        warn(invocation.say("picture-cannot"))
    finally:
        studio.close()
