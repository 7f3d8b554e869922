"""A Discord on 127.0.0.1: its gateway, its REST routes, and people who use the bot that connects to it."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.loopback import interactions, objects
from tests.loopback.exchanges import Reply, buttons
from tests.loopback.faults import Faults
from tests.loopback.gateway import Gateway
from tests.loopback.happenings import PATIENCE, Happenings
from tests.loopback.journal import Journal
from tests.loopback.objects import Json, Person
from tests.loopback.responses import Responses
from tests.loopback.rest import Rest
from tests.loopback.world import World

TOKEN = "bG9vcGJhY2s.loopback.of-no-use-anywhere-else"  # noqa: S105  a token of this loopback only
_SHUTDOWN = 0.1
_LARGEST_REQUEST = 25 * 1024 * 1024


class LoopbackDiscord:
    """Serve while the context is open.

    `locale` is the server's, `channels` how many it has; `content_granted` whether the portal grants the
    message content intent; `heartbeat_seconds` what HELLO asks for. Each deed of a person returns the
    Reply once the bot has answered, or raises TimeoutError.
    """

    def __init__(
        self,
        *,
        locale: str = "en-US",
        channels: int = 2,
        content_granted: bool = False,
        heartbeat_seconds: float = 41.25,
    ) -> None:
        self.world = World(locale=locale, channels=channels, content_granted=content_granted)
        self.happenings = Happenings()
        self.journal = Journal()
        self.faults = Faults()
        self.gateway = Gateway(self.world, TOKEN, self.happenings, heartbeat_seconds)
        self.responses = Responses(self.world, self.gateway, self.happenings)
        self.rest = Rest(self.world, TOKEN, self.journal, self.faults, self.responses, self.happenings)
        self.ana = Person("Ana", locale="en-US")
        self.runner: web.AppRunner | None = None
        self.api_url = ""
        self.gateway_url = ""

    async def __aenter__(self) -> Self:
        """Open the doors."""
        app = web.Application(middlewares=[self.rest.middleware], client_max_size=_LARGEST_REQUEST)
        app.add_routes([web.get("/socket", self.gateway.serve), *self.rest.routes()])
        self.runner = web.AppRunner(app, access_log=None, shutdown_timeout=_SHUTDOWN)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", 0)
        await site.start()
        port = self.runner.addresses[0][1]
        self.api_url = f"http://127.0.0.1:{port}/api/v10"
        self.gateway_url = f"ws://127.0.0.1:{port}/socket"
        self.gateway.address = self.rest.gateway_address = self.gateway_url
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close them."""
        if self.runner is not None:
            await self.runner.cleanup()

    async def connected(self, times: int = 1, within: float = PATIENCE) -> None:
        """Wait until a bot has identified so often and registered its commands."""
        await self.happenings.until(
            lambda: self.gateway.identified >= times and self.gateway.connected and bool(self.world.commands),
            within,
        )

    @property
    def channel(self) -> Json:
        """Give the first channel of the server."""
        return self.world.channels[self.world.public[0]]

    async def slash(
        self,
        command: str,
        /,
        *,
        user: Person | None = None,
        channel: Json | None = None,
        locale: str | None = None,
        **options: Any,
    ) -> Reply:
        """Use a slash command."""
        data = interactions.command_data(await self._command(command), options)
        return await self._interact(interactions.COMMAND, data, user, channel, locale)

    async def slash_elsewhere(
        self, command: str, /, *, user: Person | None = None, locale: str | None = None, **options: Any
    ) -> Reply:
        """Use a slash command of the application that the person installed, where the bot is no member."""
        data = interactions.command_data(await self._command(command), options)
        payload = interactions.elsewhere(self.world, interactions.COMMAND, data, user or self.ana, locale)
        return await self._answered(payload)

    async def autocomplete(
        self,
        command: str,
        /,
        *,
        user: Person | None = None,
        channel: Json | None = None,
        locale: str | None = None,
        **typed: Any,
    ) -> Reply:
        """Type into an option, the last one given, and see what is offered."""
        data = interactions.command_data(await self._command(command), typed, focused=list(typed)[-1])
        return await self._interact(interactions.AUTOCOMPLETE, data, user, channel, locale)

    async def use_on(
        self, command: str, message: Json, *, user: Person | None = None, locale: str | None = None
    ) -> Reply:
        """Use a message command on a message."""
        data = interactions.context_data(await self._command(command), message)
        channel = self.world.channels[message["channel_id"]]
        return await self._interact(interactions.COMMAND, data, user, channel, locale)

    async def press(self, button: str, *, on: Json, user: Person | None = None, locale: str | None = None) -> Reply:
        """Press a button of a message, by its label or its custom id."""
        shown = buttons(on)
        custom_id = shown.get(button, button)
        assert custom_id in shown.values(), f"no {button!r} among {shown}"
        return await self._interact(
            interactions.COMPONENT, interactions.press_data(custom_id), user, self._place(on), locale, on
        )

    async def press_elsewhere(self, button: str, *, on: Reply, user: Person | None = None) -> Reply:
        """Press a button under an answer in a chat that the bot is not in."""
        data = interactions.press_data(on.buttons[button])
        payload = interactions.elsewhere(self.world, interactions.COMPONENT, data, user or self.ana, None)
        place = {key: on.cause[key] for key in ("channel", "channel_id")}
        return await self._answered(payload | place | {"message": on.message})

    async def choose(
        self, custom_id: str, values: list[str], *, on: Json, kind: int = 3, user: Person | None = None
    ) -> Reply:
        """Choose in a select menu; `kind` is the component's type, 3 for texts, 8 for channels."""
        data = interactions.choose_data(self.world, custom_id, kind, values)
        return await self._interact(interactions.COMPONENT, data, user, self._place(on), None, on)

    async def modal(self, opened: Reply, *texts: str, user: Person | None = None) -> Reply:
        """Fill the modal that a reply opened, and send it."""
        data = interactions.submit_data(opened.modal, texts)
        on = opened.cause.get("message")
        channel = self.world.channels[opened.cause["channel_id"]]
        return await self._interact(interactions.MODAL_SUBMIT, data, user, channel, opened.cause["locale"], on)

    async def message(
        self,
        text: str,
        *,
        user: Person | None = None,
        channel: Json | None = None,
        reply_to: Json | None = None,
        within: float = PATIENCE,
    ) -> Reply:
        """Write a message and wait for the answer; `@Fuentes` in it mentions the bot."""
        reply = await self.say(text, user=user, channel=channel, reply_to=reply_to)
        await self.happenings.until(lambda: reply.answered is not None, within)
        return reply

    async def say(
        self,
        text: str,
        *,
        user: Person | None = None,
        channel: Json | None = None,
        reply_to: Json | None = None,
    ) -> Reply:
        """Write a message and wait for nothing."""
        place = channel or (self._place(reply_to) if reply_to else self.channel)
        content = text.replace("@Fuentes", f"<@{self.world.application_id}>")
        message = self.world.say(place["id"], user or self.ana, content, reply_to["id"] if reply_to else None)
        reply = self.responses.expect(message)
        await self.gateway.dispatch("MESSAGE_CREATE", message)
        return reply

    async def open_thread(self, on: Json, user: Person | None = None) -> Json:
        """Begin a thread with a message, as a person does."""
        thread = self.world.thread(on, user or self.ana)
        await self.gateway.dispatch("THREAD_CREATE", thread)
        return thread

    async def edit(self, reply: Reply, text: str) -> None:
        """Edit the message that a reply answered."""
        message = reply.cause
        message["content"] = text.replace("@Fuentes", f"<@{self.world.application_id}>")
        message["edited_timestamp"] = objects.timestamp()
        await self.gateway.dispatch("MESSAGE_UPDATE", message)

    async def delete(self, reply: Reply) -> None:
        """Delete the message that a reply answered."""
        message = self.world.messages.pop(reply.cause["id"])
        gone: Json = {key: message[key] for key in ("id", "channel_id", "guild_id") if key in message}
        await self.gateway.dispatch("MESSAGE_DELETE", gone)

    def _place(self, message: Json) -> Json:
        return self.world.channels[message["channel_id"]]

    async def _command(self, name: str) -> Json:
        await self.happenings.until(lambda: self.world.command(name) is not None)
        command = self.world.command(name)
        assert command is not None
        return command

    async def _interact(
        self,
        kind: int,
        data: Json,
        user: Person | None,
        channel: Json | None,
        locale: str | None,
        on: Json | None = None,
    ) -> Reply:
        place = channel or self.channel
        payload = interactions.interaction(self.world, kind, data, user or self.ana, place, locale)
        return await self._answered(payload | ({"message": on} if on is not None else {}))

    async def _answered(self, payload: Json) -> Reply:
        reply = self.responses.expect(payload)
        await self.gateway.dispatch("INTERACTION_CREATE", payload)
        await self.happenings.until(lambda: reply.answered is not None)
        return reply
