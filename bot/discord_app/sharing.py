"""A private answer shown to all: read back from the message itself, its quotes held against the documents again."""

from __future__ import annotations

from collections.abc import Iterator

import discord

from bot.discord_app.buttons import Button, button, row
from bot.discord_app.ids import Action, read_id
from bot.discord_app.markdown import escape, small
from bot.discord_app.notices import sentence
from bot.discord_app.outgoing import NOBODY, Outgoing, persist
from bot.discord_app.pressed import Pressed
from bot.discord_app.reading import is_still_verbatim
from bot.presentation.wording import wording


async def share(pressed: Pressed) -> None:
    """Send a private answer again, for everybody in the channel to see."""
    client, message = pressed.client, pressed.message
    settings = await client.records.server(pressed.interaction.guild_id)
    if settings.paused:
        await pressed.tell("a refusal", lambda: pressed.done(sentence(pressed.say, "share-paused")))
        return
    content = _public(message.content)
    if not await client.desk.work(lambda seat: is_still_verbatim(seat, content), pressed.interaction.guild_id):
        await pressed.tell("an old answer", pressed.tell_gone)
        return
    outgoing = Outgoing(content, buttons=row(*_buttons(pressed)))
    await persist(
        lambda: pressed.interaction.response.send_message(
            outgoing.text,
            embeds=message.embeds,
            allowed_mentions=NOBODY,
            view=outgoing.view() or discord.utils.MISSING,
        )
    )


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
