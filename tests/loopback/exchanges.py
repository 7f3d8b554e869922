"""What a bot answered to one thing that a person did, and when."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.loopback.objects import EPHEMERAL, LOADING, Json

DEFERRED = {5, 6}
MODAL = 9
CHOICES = 8


@dataclass
class Reply:
    """The answers to one interaction or message; times are seconds on one clock, None is not yet."""

    asked: float
    cause: Json
    """The interaction, or the person's message."""
    acknowledged: float | None = None
    answered: float | None = None
    callbacks: list[Json] = field(default_factory=list)
    """The callbacks that Discord took, of an interaction: one."""
    messages: list[Json] = field(default_factory=list)
    """The messages shown, oldest first, as they now are."""
    reactions: list[str] = field(default_factory=list)
    deleted: int = 0
    """How many of the messages were taken away again."""

    @property
    def message(self) -> Json:
        """Give the one message shown; a test that meets two has found an answer given twice."""
        assert len(self.messages) == 1, f"{len(self.messages)} messages: {self.messages}"
        return self.messages[0]

    @property
    def content(self) -> str:
        """Give the text of the message."""
        content: str = self.message["content"]
        return content

    @property
    def embed(self) -> Json:
        """Give its one embed."""
        (embed,) = self.message["embeds"]
        found: Json = embed
        return found

    @property
    def text(self) -> str:
        """Give everything that can be read of the message, a line each."""
        lines = [self.content]
        for embed in self.message["embeds"]:
            lines += [embed.get("title", ""), embed.get("description", "")]
            for shown in embed.get("fields", ()):
                lines += [shown["name"], shown["value"]]
            lines.append(embed.get("footer", {}).get("text", ""))
        return "\n".join(line for line in lines if line)

    @property
    def buttons(self) -> dict[str, str]:
        """Map the labels of its buttons to their custom ids."""
        return buttons(self.message)

    @property
    def ephemeral(self) -> bool:
        """Tell whether only the person who asked sees it."""
        return bool(self.message["flags"] & EPHEMERAL)

    @property
    def deferred(self) -> bool:
        """Tell whether the person first saw that the bot is thinking."""
        return bool(self.callbacks) and self.callbacks[0]["type"] in DEFERRED

    @property
    def choices(self) -> list[Json]:
        """Give what an autocomplete offered."""
        offered: list[Json] = self._data(CHOICES)["choices"]
        return offered

    @property
    def modal(self) -> Json:
        """Give the modal that was opened."""
        return self._data(MODAL)

    @property
    def seconds_to_acknowledge(self) -> float:
        """Give the time from the asking to the first sign."""
        assert self.acknowledged is not None
        return self.acknowledged - self.asked

    @property
    def seconds_to_answer(self) -> float:
        """Give the time from the asking to the answer."""
        assert self.answered is not None
        return self.answered - self.asked

    def acknowledge(self, at: float) -> None:
        """Note the first sign."""
        self.acknowledged = self.acknowledged if self.acknowledged is not None else at

    def answer(self, at: float, message: Json | None = None) -> None:
        """Note an answer; a message is noted once, however often it is written."""
        self.acknowledge(at)
        if message is not None and not any(message is known for known in self.messages):
            self.messages.append(message)
        if message is None or not message["flags"] & LOADING:
            self.answered = self.answered if self.answered is not None else at

    def _data(self, kind: int) -> Json:
        (callback,) = self.callbacks
        assert callback["type"] == kind, f"callback {callback}"
        data: Json = callback["data"]
        return data


def buttons(message: Json) -> dict[str, str]:
    """Map the labels of a message's buttons to their custom ids; an emoji stands in for a missing label."""
    return {
        (part.get("label") or part.get("emoji", {}).get("name", "")): part["custom_id"]
        for row in message["components"]
        for part in row.get("components", ())
        if part["type"] == 2 and "custom_id" in part
    }
