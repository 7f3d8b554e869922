"""Bring what a bot sends together with what it was asked, by Discord's rules for answers."""

from __future__ import annotations

import time

from tests.loopback.exchanges import Reply
from tests.loopback.gateway import Gateway
from tests.loopback.happenings import Happenings
from tests.loopback.objects import EPHEMERAL, LOADING, Json
from tests.loopback.world import Refused, World

DEADLINE = 3.0
"""Seconds in which an interaction wants its callback."""
MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9


class Responses:
    """Know every exchange under way."""

    def __init__(self, world: World, gateway: Gateway, happenings: Happenings) -> None:
        self._world = world
        self._gateway = gateway
        self._happenings = happenings
        self._interactions: dict[str, Reply] = {}
        self._messages: dict[str, Reply] = {}
        self._latest: dict[str, Reply] = {}
        self.late: list[Json] = []
        """The interactions whose callback came after Discord's deadline."""

    def expect(self, cause: Json) -> Reply:
        """Begin an exchange with an interaction or a person's message."""
        reply = Reply(time.perf_counter(), cause)
        if "token" in cause:
            self._interactions[cause["token"]] = reply
        else:
            self._messages[cause["id"]] = reply
            self._latest[cause["channel_id"]] = reply
        return reply

    async def callback(self, token: str, body: Json, files: dict[str, bytes]) -> Json:
        """Take the first response to an interaction; raises Refused when it is late or the second."""
        reply = self._known(token)
        now = time.perf_counter()
        if now - reply.asked > DEADLINE:
            self.late.append(reply.cause)
            raise Refused(404, 10062, "Unknown interaction")
        if reply.callbacks:
            raise Refused(400, 40060, "Interaction has already been acknowledged.")
        kind = body["type"]
        message = self._carry_out(kind, body.get("data") or {}, files, reply.cause)
        reply.callbacks.append(body)
        reply.acknowledge(now)
        if kind in {MESSAGE, UPDATE}:
            reply.answer(now, message)
        elif kind == DEFERRED_MESSAGE and message is not None:
            reply.messages.append(message)
        elif kind in {CHOICES, MODAL}:
            reply.answer(now)
        self._happenings.tell()
        if message is not None and kind in {MESSAGE, DEFERRED_MESSAGE}:
            await self._announce("MESSAGE_CREATE", message)
        return _resource(reply.cause, kind, message)

    def _carry_out(self, kind: int, data: Json, files: dict[str, bytes], cause: Json) -> Json | None:
        channel = cause["channel_id"]
        match kind:
            case 4:
                return self._world.show(channel, data, files, cause)
            case 5:
                flags = data.get("flags", 0) | LOADING
                return self._world.show(channel, {"flags": flags}, {}, cause)
            case 6:
                return self._world.message(cause["message"]["id"])
            case 7:
                message = self._world.message(cause["message"]["id"])
                self._world.write(message, data, files)
                return message
        return None

    async def follow_up(self, token: str, body: Json, files: dict[str, bytes]) -> Json:
        """Take a further message; the first one after a deferral takes the place of the thinking."""
        reply = self._known(token)
        if not reply.callbacks:
            raise Refused(404, 10015, "Unknown Webhook")
        if reply.messages and reply.messages[0]["flags"] & LOADING:
            message = reply.messages[0]
            return await self.rewrite(token, message, body, files)
        message = self._world.show(reply.cause["channel_id"], body, files, reply.cause)
        reply.answer(time.perf_counter(), message)
        self._happenings.tell()
        await self._announce("MESSAGE_CREATE", message)
        return message

    async def rewrite(self, token: str, message: Json, body: Json, files: dict[str, bytes]) -> Json:
        """Edit a message of an interaction."""
        flags = message["flags"] & EPHEMERAL
        self._world.write(message, body, files)
        message["flags"] = message["flags"] & ~LOADING | flags
        self._known(token).answer(time.perf_counter(), message)
        await self.edited(message)
        return message

    def shown(self, token: str, message: str) -> Json:
        """Find a message of an interaction; raises Refused."""
        reply = self._known(token)
        if message != "@original":
            return self._world.message(message)
        if reply.cause.get("message") and reply.callbacks[0]["type"] in {DEFERRED_UPDATE, UPDATE}:
            return self._world.message(reply.cause["message"]["id"])
        if not reply.messages:
            raise Refused(404, 10008, "Unknown Message")
        return self._world.message(reply.messages[0]["id"])

    async def posted(self, message: Json) -> None:
        """Note a message of the bot: the answer to what it replies to, or to the latest in its channel."""
        asked = message.get("message_reference", {}).get("message_id")
        reply = self._messages.get(asked) or self._latest.get(message["channel_id"])
        if reply is not None:
            reply.answer(time.perf_counter(), message)
        self._happenings.tell()
        await self._announce("MESSAGE_CREATE", message)

    async def edited(self, message: Json) -> None:
        """Note that a message changed."""
        self._happenings.tell()
        await self._announce("MESSAGE_UPDATE", message)

    async def deleted(self, message: Json) -> None:
        """Take a message away."""
        del self._world.messages[message["id"]]
        for reply in (*self._interactions.values(), *self._messages.values()):
            if any(message is known for known in reply.messages):
                reply.messages = [known for known in reply.messages if known is not message]
                reply.deleted += 1
            if reply.cause.get("message") is message and reply.answered is None:
                reply.answer(time.perf_counter())  # the person pressed Remove and sees it gone
        self._happenings.tell()
        keys = ("id", "channel_id", "guild_id")
        await self._announce("MESSAGE_DELETE", {key: message[key] for key in keys if key in message})

    def reacted(self, message: Json, emoji: str, *, added: bool) -> None:
        """Note a reaction, which answers as well."""
        reply = self._messages.get(message["id"])
        if reply is not None and added:
            reply.reactions.append(emoji)
            reply.answer(time.perf_counter())
        elif reply is not None:
            reply.reactions.remove(emoji)
        self._happenings.tell()

    def typing(self, channel_id: str) -> None:
        """Note that the bot shows that it works."""
        if channel_id in self._latest:
            self._latest[channel_id].acknowledge(time.perf_counter())
        self._happenings.tell()

    def _known(self, token: str) -> Reply:
        if token not in self._interactions:
            raise Refused(404, 10015, "Unknown Webhook")
        return self._interactions[token]

    async def _announce(self, event: str, message: Json) -> None:
        """Tell the gateway of a message that everyone in the channel sees."""
        if not message.get("flags", 0) & EPHEMERAL:
            channel = self._world.channels.get(message["channel_id"], {})
            place = {"guild_id": channel["guild_id"]} if "guild_id" in channel else {}
            await self._gateway.dispatch(event, message | place)


def _resource(cause: Json, kind: int, message: Json | None) -> Json:
    told: Json = {"interaction": {"id": cause["id"], "type": cause["type"]}, "resource": {"type": kind}}
    if message is not None:
        told["interaction"] |= {
            "response_message_id": message["id"],
            "response_message_loading": bool(message["flags"] & LOADING),
            "response_message_ephemeral": bool(message["flags"] & EPHEMERAL),
        }
        if kind in {MESSAGE, UPDATE}:
            told["resource"]["message"] = message
    return told
