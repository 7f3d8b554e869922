"""The rows that the storage keeps; ids are those of Discord."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypedDict

from knowledge.models import Language, Outcome


class Silence(StrEnum):
    """What a question gets, in a channel where the bot listens, that the documents do not answer."""

    REACTION = "reaction"
    SENTENCE = "sentence"
    NOTHING = "nothing"


class FeedbackKind(StrEnum):
    """What a person said of an answer."""

    WRONG = "wrong"


class LinkKind(StrEnum):
    """What the bot put under a person's message."""

    ANSWER = "answer"
    NOTICE = "notice"
    """A sentence that is no answer: "mention me", "wait a moment", an error."""
    MARK = "mark"
    """A reaction on the asker's own message, which then is `answer` and `question` both."""


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """What was chosen for one channel."""

    channel: int
    server: int
    language: Language | None = None
    """None follows the server."""
    listens: bool = False
    """Whether questions are answered without a mention."""


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What was chosen for one server; the defaults hold where nothing was."""

    server: int
    language: Language | None = None
    """None follows the setting of the program."""
    private: bool = False
    """Whether slash commands are answered to the asker alone."""
    silence: Silence = Silence.REACTION
    paused: bool = False
    channels: tuple[ChannelSettings, ...] = ()
    """The channels for which something was chosen, by id."""

    def channel(self, channel: int) -> ChannelSettings:
        """Give the settings of one of its channels."""
        chosen = (each for each in self.channels if each.channel == channel)
        return next(chosen, ChannelSettings(channel, self.server))

    def language_in(self, channel: int) -> Language | None:
        """Give the language of a public reply in a channel: its own, else the server's."""
        return self.channel(channel).language or self.language


class ServerChanges(TypedDict, total=False):
    """The settings of a server that a change touches; the others stay."""

    language: Language | None
    private: bool
    silence: Silence
    paused: bool


class ChannelChanges(TypedDict, total=False):
    """The settings of a channel that a change touches; the others stay."""

    language: Language | None
    listens: bool


@dataclass(frozen=True, slots=True)
class FeedbackCount:
    """How often, on one day, answers of one outcome were said to be so."""

    day: date
    kind: FeedbackKind
    outcome: Outcome
    count: int


@dataclass(frozen=True, slots=True)
class MessageLink:
    """Which message of the bot belongs to which message of a person."""

    answer: int
    """The bot's message."""
    question: int
    """The person's message."""
    channel: int
    person: int
    server: int | None = None
    """None in a direct message."""
    kind: LinkKind = LinkKind.ANSWER
    linked: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))
    """When, in UTC, to the second."""
