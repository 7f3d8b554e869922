"""What a message is to the bot: whether it speaks to it, and what it says."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from enum import Enum, auto

import discord

from bot.storage import ServerSettings
from knowledge.models import AnswerKind

_THANKS = re.compile(
    r"\W*(?:(?:many |muchas |mil )?(?:thanks|thank you|thank u|thx|tysm|ty|gracias)"
    r"|(?:good|great|nice|buen) bot|great|genial|perfecto?|excelente|awesome|nice|cool|got it|ok(?:ay)?|vale|entendido)"
    r"(?: (?:so much|a lot|very much|bot|fuentes|friends?|amigos?))*\W*",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"<(?:@[!&]?|\#)\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>")
"""Mentions, emoji of a server and times as Discord writes them: no words of a question."""
_MOST_THREADS = 2_000
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


def spoken(text: str) -> str:
    """Give what a text says in words, without the signs that Discord makes of people, channels and emoji."""
    said = " ".join(part.strip(" ,") for part in _SIGNS.split(text) if part.strip(" ,"))
    return said.strip(" ,:") if any(sign.isalnum() for sign in said) else ""


def is_thanks(text: str) -> bool:
    """Tell thanks and praise from everything else."""
    return _THANKS.fullmatch(text) is not None


class Ears:
    """Tell which messages are for the bot; a thread is looked up with Discord once."""

    def __init__(self) -> None:
        self._threads: OrderedDict[int, bool] = OrderedDict()

    async def listen(
        self, message: discord.Message, settings: ServerSettings, me: discord.ClientUser | None
    ) -> Heard | None:
        """Tell how a message reaches the bot; None where it is none of its business."""
        address = await self._address(message, settings, me) if me else None
        return Heard(address, spoken(message.content)) if address else None

    async def _address(
        self, message: discord.Message, settings: ServerSettings, me: discord.ClientUser
    ) -> Address | None:
        before = replied_to(message)
        channels = {message.channel.id, getattr(message.channel, "parent_id", None)}
        address = None
        if message.guild is None:
            address = Address.DIRECT
        elif mentions(message, me) and (message.content or before is None):
            address = Address.MENTION
        elif before is not None and before.author.id == me.id:
            address = Address.REPLY
        elif not message.content:
            address = None
        elif any(each.listens and each.channel in channels for each in settings.channels):
            address = Address.CHANNEL
        elif isinstance(message.channel, discord.Thread) and await self._began_with_us(message.channel, me):
            address = Address.THREAD
        return address

    async def _began_with_us(self, thread: discord.Thread, me: discord.ClientUser) -> bool:
        """Tell whether a thread hangs on a message of the bot; asked of Discord once for each thread."""
        if thread.owner_id == me.id:
            return True
        if thread.id not in self._threads:
            parent = thread.parent
            began = False
            if isinstance(parent, discord.TextChannel):
                try:
                    began = (await parent.fetch_message(thread.id)).author.id == me.id
                except discord.HTTPException:
                    began = False
            self._threads[thread.id] = began
            while len(self._threads) > _MOST_THREADS:
                self._threads.popitem(last=False)
        return self._threads[thread.id]
