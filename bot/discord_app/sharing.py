"""A private answer shown to all: read back from the message itself, its quotes held against the documents again."""

from __future__ import annotations

from collections.abc import Iterator

import discord

from bot.discord_app.buttons import Button, button, row
from bot.discord_app.ids import Action, read_id
from bot.discord_app.markdown import escape, small
from bot.discord_app.notices import sentence
from bot.discord_app.outgoing import Outgoing
from bot.discord_app.pressed import Pressed
from bot.discord_app.reading import card_of, is_still_verbatim
from bot.presentation.wording import wording


async def share(pressed: Pressed) -> None:
    """Send a private answer again, for everybody in the channel to see."""
    await pressed.tell("sharing", lambda: _shared(pressed), private=False)


async def _shared(pressed: Pressed) -> Outgoing:
    client, message = pressed.client, pressed.message
    settings = await client.records.server(pressed.interaction.guild_id)
    if settings.paused:
        return sentence(pressed.say, "share-paused")
    content = _public(message.content)
    if not await client.desk.work(lambda seat: is_still_verbatim(seat, content), pressed.interaction.guild_id):
        return await pressed.tell_gone()
    return Outgoing(content, next(map(card_of, message.embeds), None), row(*_buttons(pressed)))


def _public(content: str) -> str:
    """Leave out the line that says who can see it."""
    private = {small(escape(wording(language)("only-you"), opens_line=False)) for language in ("en", "es")}
    return "\n".join(line for line in content.split("\n") if line not in private)


def _buttons(pressed: Pressed) -> Iterator[Button | None]:
    """Keep the buttons but for Share, and let the person who shared it remove it."""
    for component in pressed.message.components:
        for child in component.children if isinstance(component, discord.ActionRow) else ():
            read = read_id(child.custom_id or "") if isinstance(child, discord.Button) else None
            if isinstance(child, discord.Button) and read is not None and read[0] is not Action.SHARE:
                yield Button(child.label or "", child.custom_id or "", child.emoji.name if child.emoji else None)
    yield button(pressed.say("button-remove"), Action.REMOVE, str(pressed.asker.person), emoji="🗑")
