"""The box in which a follow-up is written: the way on where a reply would not reach the bot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import discord

from bot.discord_app.ids import Action, write_id
from bot.discord_app.limits import INPUT_LABEL, MODAL_TITLE, label
from bot.discord_app.outgoing import acknowledge
from bot.discord_app.pressed import Pressed
from bot.discord_app.reading import topic_of
from bot.requests import LONGEST_QUESTION, Command, Request

if TYPE_CHECKING:
    from bot.discord_app.client import FuentesClient

_BOX = write_id(Action.FOLLOW) or ""
_QUESTION = "question"


async def open_box(pressed: Pressed) -> None:
    """Open a box with one line under the answer clicked."""
    box = discord.ui.Modal(title=label(pressed.say("follow-title"), MODAL_TITLE), custom_id=_BOX)
    question: discord.ui.TextInput[discord.ui.Modal] = discord.ui.TextInput(
        label=label(pressed.say("follow-label"), INPUT_LABEL), custom_id=_QUESTION, max_length=LONGEST_QUESTION
    )
    box.add_item(question)
    box.stop()  # what is typed is read from the interaction, so that discord.py need not remember the box
    await acknowledge(lambda: pressed.interaction.response.send_modal(box))


async def take(client: FuentesClient, interaction: discord.Interaction[FuentesClient]) -> None:
    """Answer a follow-up with the topic of the answer below which its box was opened; it counts as a question."""
    data: Any = interaction.data or {}
    if data.get("custom_id") != _BOX or interaction.message is None:
        return
    question = next((each["value"] for each in _typed(data.get("components", ())) if "value" in each), "")
    if await client.may_ask(interaction):
        pressed = Pressed(client, interaction, label="")
        await pressed.answer(Request(Command.ASK, question), topic=topic_of(interaction.message))


def _typed(components: Any) -> Iterator[Any]:  # noqa: ANN401  as Discord sends it
    """List the inputs of a box, in rows or under labels."""
    for each in components:
        yield from _typed(each.get("components", ()))
        if "component" in each:
            yield each["component"]
        elif "components" not in each:
            yield each
