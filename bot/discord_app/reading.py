"""What the bot reads back from its own messages, so that buttons and replies need no memory."""

from __future__ import annotations

import re
from collections.abc import Iterator

import discord

from bot.desk import Seat
from bot.discord_app.ids import Action, read_id, read_verdict
from bot.discord_app.markdown import unescape
from bot.discord_app.render import Card
from knowledge.models import Topic

_BOLD = re.compile(r"(\\.)|\*\*", re.DOTALL)
_MENTION = re.compile(r"<@[!&]?\d+>[\s,:]*")


def ids_of(message: discord.Message) -> Iterator[tuple[Action, str]]:
    """List what the buttons of a message do."""
    for component in message.components:
        for child in component.children if isinstance(component, discord.ActionRow) else ():
            custom_id = getattr(child, "custom_id", None)
            read = read_id(custom_id) if custom_id else None
            if read is not None:
                yield read


def topic_of(message: discord.Message) -> Topic | None:
    """Give what an answer was about, for a follow-up to it."""
    found = (argument for action, argument in ids_of(message) if action is Action.WRONG)
    argument = next(found, None)
    return read_verdict(argument)[1] if argument is not None else None


def asker_of(message: discord.Message) -> int | None:
    """Give the person whom an answer is for."""
    found = (argument for action, argument in ids_of(message) if action is Action.REMOVE)
    argument = next(found, "")
    return int(argument) if argument.isdecimal() else None


async def question_of(message: discord.Message) -> str | None:
    """Give the question that a message of the bot replies to, as far as Discord shows it."""
    reference = message.reference
    if reference is None or reference.message_id is None:
        return None
    asked = reference.resolved
    if asked is None:
        try:
            asked = await message.channel.fetch_message(reference.message_id)
        except (discord.HTTPException, discord.ClientException):
            return None
    text = _MENTION.sub("", asked.content).strip() if isinstance(asked, discord.Message) else ""
    return text or None


def card_of(embed: discord.Embed) -> Card:
    """Give the card that an embed of ours was made of."""
    fields = tuple((field.name or "", field.value or "") for field in embed.fields)
    return Card(embed.title, fields, embed.footer.text)


def quotes_in(content: str) -> list[str]:
    """Give the block quotes of a message of ours as their documents have them."""
    quotes: list[list[str]] = []
    inside = False
    for line in content.split("\n"):
        if line.startswith("> "):
            if not inside:
                quotes.append([])
            quotes[-1].append(line[2:])
        inside = line.startswith("> ")
    return [unescape(_BOLD.sub(lambda found: found[1] or "", "\n".join(lines))) for lines in quotes]


def is_still_verbatim(seat: Seat, content: str) -> bool:
    """Tell whether the documents still hold every quote of a message."""
    texts = [document.text.replace("\r\n", "\n") for document in seat.assistant.sources()]
    return all(any(quote in text for text in texts) for quote in quotes_in(content))
