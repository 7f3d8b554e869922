"""What exists in the loopback: one application, one server, its channels, people and messages."""

from __future__ import annotations

import re
from typing import Any

from tests.loopback import objects
from tests.loopback.objects import EPHEMERAL, Json, Person, snowflake

LONGEST_CONTENT = 2000
SNIPPET = re.compile(r"<@!?(\d+)>")


class Refused(Exception):
    """What Discord answers a request that it does not carry out."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


class World:
    """Hold the state; `locale` is the server's, `channels` how many of them it has."""

    def __init__(self, *, locale: str, channels: int, content_granted: bool) -> None:
        self.application_id = snowflake()
        self.bot = objects.user(self.application_id, "Fuentes", bot=True)
        self.application = objects.application(self.application_id, self.bot, content_granted=content_granted)
        self.content_granted = content_granted
        guild_id = snowflake()
        self.channels: dict[str, Json] = {}
        for position in range(channels):
            channel = objects.text_channel(f"general-{position}", guild_id, position)
            self.channels[channel["id"]] = channel
        self.public = tuple(self.channels)
        self.guild = objects.guild(guild_id, locale, list(self.channels.values()), self.bot)
        self.messages: dict[str, Json] = {}
        self.commands: list[Json] = []
        self.files: dict[str, bytes] = {}
        self._direct: dict[str, Json] = {}
        self._nonces: dict[tuple[str, str], str] = {}

    def direct_channel(self, person: Person) -> Json:
        """Give the channel between a person and the bot."""
        if person.id not in self._direct:
            self._direct[person.id] = channel = objects.direct_channel(person.user())
            self.channels[channel["id"]] = channel
        return self._direct[person.id]

    def thread(self, on: Json, person: Person) -> Json:
        """Hang a thread of a person's on a message."""
        made = self.channels[on["id"]] = objects.thread(on, self.guild["id"], person.id)
        return made

    def channel(self, channel_id: str) -> Json:
        """Find a channel; raises Refused."""
        if channel_id not in self.channels:
            raise Refused(404, 10003, "Unknown Channel")
        return self.channels[channel_id]

    def message(self, message_id: str) -> Json:
        """Find a message; raises Refused."""
        if message_id not in self.messages:
            raise Refused(404, 10008, "Unknown Message")
        return self.messages[message_id]

    def command(self, name: str) -> Json | None:
        """Find a registered command."""
        return next((command for command in self.commands if command["name"] == name), None)

    def register(self, wanted: list[Json]) -> list[Json]:
        """Replace all commands, keeping the ids of those that stay."""
        known = {(command.get("type", 1), command["name"]): command["id"] for command in self.commands}
        self.commands = [
            {
                "type": 1,
                "application_id": self.application_id,
                "version": snowflake(),
                "default_member_permissions": None,
                "description": "",
                **command,
                "id": known.get((command.get("type", 1), command["name"])) or snowflake(),
            }
            for command in wanted
        ]
        return self.commands

    def say(self, channel_id: str, person: Person, content: str, reply_to: str | None = None) -> Json:
        """Write a person's message."""
        channel = self.channel(channel_id)
        message = self._new(channel_id, person.user(), content)
        message["mentions"] = [self.bot] if self.application_id in SNIPPET.findall(content) else []
        if "guild_id" in channel:
            message |= {"guild_id": channel["guild_id"], "member": objects.member({})}
        if reply_to is not None:
            earlier = self.message(reply_to)
            message |= {"type": 19, "message_reference": _reference(earlier), "referenced_message": earlier}
            if earlier["author"]["id"] not in {user["id"] for user in message["mentions"]}:
                message["mentions"].append(earlier["author"])
        return self._keep(message)

    def post(self, channel_id: str, body: Json, files: dict[str, bytes]) -> tuple[Json, bool]:
        """Write a message of the bot; the second value tells whether it is new, or known by its nonce."""
        self.channel(channel_id)
        nonce = (channel_id, str(body.get("nonce")))
        if body.get("enforce_nonce") and nonce in self._nonces:
            return self.messages[self._nonces[nonce]], False
        message = self._new(channel_id, self.bot, "")
        reference = body.get("message_reference")
        if reference is not None:
            earlier = self.messages.get(str(reference["message_id"]))
            if earlier is not None:
                message |= {
                    "type": 19,
                    "message_reference": _reference(earlier),
                    "referenced_message": earlier,
                }
            elif reference.get("fail_if_not_exists", True):
                raise Refused(400, 50035, "Invalid Form Body: message_reference: Unknown message")
        self.write(message, body, files)
        if body.get("nonce") is not None:
            message["nonce"] = body["nonce"]
            self._nonces[nonce] = message["id"]
        return self._keep(message), True

    def show(self, channel_id: str, body: Json, files: dict[str, bytes], interaction: Json) -> Json:
        """Write a message of the bot that belongs to an interaction."""
        message = self._new(channel_id, self.bot, "")
        message |= {
            "type": 20 if interaction["type"] == 2 else 0,
            "webhook_id": self.application_id,
            "application_id": self.application_id,
            "interaction_metadata": {
                "id": interaction["id"],
                "type": interaction["type"],
                "user": interaction.get("member", interaction)["user"],
                "authorizing_integration_owners": interaction["authorizing_integration_owners"],
            },
        }
        if not body.get("flags", 0) & objects.LOADING:
            self.write(message, body, files)
        else:
            message["flags"] = body["flags"]
        return self._keep(message)

    def write(self, message: Json, body: Json, files: dict[str, bytes]) -> None:
        """Put what the bot sent into a message, new or old; raises Refused for what Discord does not take."""
        changes: Json = {
            key: body[key] for key in ("content", "embeds", "components", "poll") if body.get(key) is not None
        }
        changes |= {key: [] if key != "content" else "" for key in _emptied(body)}
        if "attachments" in body or files:
            changes["attachments"] = self._attach(body.get("attachments") or [], files)
        if len(changes.get("content", "")) > LONGEST_CONTENT:
            raise Refused(400, 50035, "Invalid Form Body: content: Must be 2000 or fewer in length.")
        after = message | changes
        if not any(after.get(key) for key in ("content", "embeds", "components", "attachments", "poll")):
            raise Refused(400, 50006, "Cannot send an empty message")
        message |= changes
        message["flags"] = body.get("flags", 0) or message["flags"] & EPHEMERAL

    def _attach(self, listed: list[Json], files: dict[str, bytes]) -> list[Json]:
        kept = [one for one in listed if str(one["id"]) in self.files]
        described = {str(one["id"]): one.get("description") for one in listed}
        for number, (name, content) in enumerate(files.items()):
            attachment_id = snowflake()
            self.files[attachment_id] = content
            place = f"https://cdn.discordapp.com/attachments/{attachment_id}/{name}"
            kept.append(
                {
                    "id": attachment_id,
                    "filename": name,
                    "description": described.get(str(number)),
                    "size": len(content),
                    "url": place,
                    "proxy_url": place,
                }
            )
        return kept

    def _keep(self, message: Json) -> Json:
        self.messages[message["id"]] = message
        return message

    @staticmethod
    def _new(channel_id: str, author: Json, content: str) -> Json:
        lists: dict[str, list[Any]] = {
            key: [] for key in ("mentions", "mention_roles", "attachments", "embeds", "components")
        }
        return {
            "id": snowflake(),
            "channel_id": channel_id,
            "author": author,
            "content": content,
            "timestamp": objects.timestamp(),
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "pinned": False,
            "type": 0,
            "flags": 0,
            **lists,
        }


def _reference(earlier: Json) -> Json:
    place: Json = {key: earlier[key] for key in ("channel_id", "guild_id") if key in earlier}
    return {"type": 0, "message_id": earlier["id"], **place}


def _emptied(body: Json) -> list[str]:
    return [key for key in ("content", "embeds", "components") if key in body and body[key] is None]
