"""What a message is to the bot: whether it speaks to it, and what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

import discord

from knowledge.models import AnswerKind

_THANKS = re.compile(
    r"\W*(?:(?:many |muchas |mil )?(?:thanks|thank you|thx|ty|gracias)"
    r"|good bot|buen bot|great|genial|perfecto|nice|cool)"
    r"(?: (?:so much|a lot|very much|bot|fuentes|friends?|amigos?))*\W*",
    re.IGNORECASE,
)
NOT_ASKED = frozenset({AnswerKind.NONE, AnswerKind.SMALL_TALK, AnswerKind.INSTRUCTION})
"""Kinds that are no question about the documents: in a chosen channel they get nothing."""
KINDS = frozenset({discord.MessageType.default, discord.MessageType.reply})
"""Messages that people write; joins, pins and boosts are of other types."""


class Address(Enum):
    """How a message reaches the bot."""

    DIRECT = auto()
    """A direct message."""
    MENTION = auto()
    REPLY = auto()
    """A reply to one of the bot's messages."""
    THREAD = auto()
    """In a thread that began with the bot."""
    CHANNEL = auto()
    """In a channel that managers chose."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as the bot hears it: how it reaches it, and its words without the mention."""

    address: Address
    text: str

    @property
    def is_asked(self) -> bool:
        """Tell whether somebody speaks to the bot, rather than in a channel where it listens."""
        return self.address is not Address.CHANNEL


def is_from_a_person(message: discord.Message) -> bool:
    """Tell people from bots, webhooks and Discord itself."""
    return not (message.author.bot or message.webhook_id or message.author.system) and message.type in KINDS


def mentions(message: discord.Message, me: discord.ClientUser) -> bool:
    """Tell whether a message names the bot, or the role that Discord made for it."""
    if any(user.id == me.id for user in message.mentions):
        return True
    role = message.guild.self_role if message.guild else None
    return role is not None and any(each.id == role.id for each in message.role_mentions)


def replied_to(message: discord.Message) -> discord.Message | None:
    """Give the message that a message replies to, as far as Discord sent it along."""
    if message.type is not discord.MessageType.reply or message.reference is None:
        return None
    resolved = message.reference.resolved
    return resolved if isinstance(resolved, discord.Message) else None


def words(message: discord.Message, me: discord.ClientUser) -> str:
    """Give what a message says, without the mention of the bot."""
    ids = [re.escape(f"{me.id}")]
    role = message.guild.self_role if message.guild else None
    named = rf"<@!?{ids[0]}>" + (rf"|<@&{role.id}>" if role else "")
    return re.sub(rf"\s*(?:{named})[\s,:]*", " ", message.content).strip()


def is_thanks(text: str) -> bool:
    """Tell thanks and praise from everything else."""
    return _THANKS.fullmatch(text) is not None
