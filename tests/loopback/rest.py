"""Discord's REST routes, as far as a bot like this one uses them; any other is refused and remembered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

from tests.loopback.faults import Faults, Kind, refusal
from tests.loopback.happenings import Happenings
from tests.loopback.journal import Call, Journal
from tests.loopback.objects import Json, Person
from tests.loopback.responses import Responses
from tests.loopback.wire import json_response
from tests.loopback.world import Refused, World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
CALL = web.RequestKey("call", Call)
LIMITS = {"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "99", "X-RateLimit-Reset-After": "1"}
OPEN = ("/interactions/", "/webhooks/", "/gateway")


class Rest:
    """Serve the routes; what is posted is told to `responses`, which knows who asked."""

    def __init__(
        self,
        world: World,
        token: str,
        journal: Journal,
        faults: Faults,
        responses: Responses,
        happenings: Happenings,
    ) -> None:
        self._world = world
        self._token = token
        self._journal = journal
        self._faults = faults
        self._responses = responses
        self._happenings = happenings
        self.address = ""
        self.gateway_address = ""
        self.unknown: list[str] = []
        """The requests to routes that this loopback lacks."""

    def routes(self) -> list[web.RouteDef]:
        """List the routes, each with and without the prefix of the API's version."""
        table: list[tuple[str, str, Handler]] = [
            ("GET", "/gateway/bot", self._gateway),
            ("GET", "/users/@me", self._me),
            ("GET", "/users/{user}", self._me),
            ("POST", "/users/@me/channels", self._direct),
            ("GET", "/oauth2/applications/@me", self._application),
            ("GET", "/applications/@me", self._application),
            ("GET", "/applications/{application}/commands", self._commands),
            ("PUT", "/applications/{application}/commands", self._register),
            ("GET", "/channels/{channel}", self._channel),
            ("POST", "/channels/{channel}/messages", self._post),
            ("GET", "/channels/{channel}/messages/{message}", self._read),
            ("PATCH", "/channels/{channel}/messages/{message}", self._edit),
            ("DELETE", "/channels/{channel}/messages/{message}", self._delete),
            ("PUT", "/channels/{channel}/messages/{message}/reactions/{emoji}/@me", self._react),
            ("DELETE", "/channels/{channel}/messages/{message}/reactions/{emoji}/@me", self._unreact),
            ("POST", "/channels/{channel}/typing", self._typing),
            ("GET", "/guilds/{guild}", self._guild),
            ("POST", "/interactions/{interaction}/{token}/callback", self._callback),
            ("POST", "/webhooks/{application}/{token}", self._follow_up),
            ("GET", "/webhooks/{application}/{token}/messages/{message}", self._shown),
            ("PATCH", "/webhooks/{application}/{token}/messages/{message}", self._rewrite),
            ("DELETE", "/webhooks/{application}/{token}/messages/{message}", self._take_back),
        ]
        prefixed = [(verb, base + path, do) for base in ("", "/api/v10") for verb, path, do in table]
        return [web.route(verb, path, do) for verb, path, do in (*prefixed, ("*", "/{rest:.*}", self._lost))]

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Write a request down, let it fail where a fault is planned, and word refusals."""
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await handler(request)
        call = await self._journal.enter(request)
        request[CALL] = call
        fault = self._faults.next(call.line)
        if fault is not None and fault.kind is not Kind.LOST_ANSWER:
            response: web.StreamResponse = web.Response() if fault.kind is Kind.LOST_REQUEST else refusal(fault)
        else:
            response = await self._answer(request, call, handler)
        if fault is not None and fault.kind in {Kind.LOST_REQUEST, Kind.LOST_ANSWER}:
            if request.transport is not None:
                request.transport.abort()
        else:
            call.status = response.status
        self._happenings.tell()
        return response

    async def _answer(self, request: web.Request, call: Call, handler: Handler) -> web.StreamResponse:
        if not call.path.startswith(OPEN) and call.authorization != f"Bot {self._token}":
            return json_response({"message": "401: Unauthorized", "code": 0}, status=401)
        try:
            response = await handler(request)
        except Refused as no:
            return json_response({"message": str(no), "code": no.code}, status=no.status)
        response.headers.update(LIMITS)
        return response

    async def _lost(self, request: web.Request) -> web.Response:
        self.unknown.append(request[CALL].line)
        return json_response({"message": "404: Not Found", "code": 0}, status=404)

    async def _gateway(self, request: web.Request) -> web.Response:
        if request[CALL].authorization != f"Bot {self._token}":
            raise Refused(401, 0, "401: Unauthorized")
        limit = {"total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1}
        return json_response({"url": self.gateway_address, "shards": 1, "session_start_limit": limit})

    async def _me(self, _: web.Request) -> web.Response:
        return json_response(self._world.bot)

    async def _application(self, _: web.Request) -> web.Response:
        return json_response(self._world.application)

    async def _commands(self, _: web.Request) -> web.Response:
        return json_response(self._world.commands)

    async def _register(self, request: web.Request) -> web.Response:
        return json_response(self._world.register(request[CALL].body))

    async def _direct(self, request: web.Request) -> web.Response:
        recipient = Person("Somebody", id=str(request[CALL].body["recipient_id"]))
        return json_response(self._world.direct_channel(recipient))

    async def _guild(self, _: web.Request) -> web.Response:
        return json_response(self._world.guild)

    async def _channel(self, request: web.Request) -> web.Response:
        return json_response(self._world.channel(request.match_info["channel"]))

    async def _post(self, request: web.Request) -> web.Response:
        call = request[CALL]
        message, new = self._world.post(request.match_info["channel"], call.body, call.files)
        if new:
            await self._responses.posted(message)
        return json_response(message)

    async def _read(self, request: web.Request) -> web.Response:
        return json_response(self._world.message(request.match_info["message"]))

    async def _edit(self, request: web.Request) -> web.Response:
        message = self._own(request)
        self._world.write(message, request[CALL].body, request[CALL].files)
        await self._responses.edited(message)
        return json_response(message)

    async def _delete(self, request: web.Request) -> web.Response:
        await self._responses.deleted(self._own(request))
        return web.Response(status=204)

    def _own(self, request: web.Request) -> Json:
        message = self._world.message(request.match_info["message"])
        if message["author"]["id"] != self._world.application_id:
            raise Refused(403, 50005, "Cannot edit a message authored by another user")
        return message

    async def _react(self, request: web.Request) -> web.Response:
        message = self._world.message(request.match_info["message"])
        self._responses.reacted(message, request.match_info["emoji"], added=True)
        return web.Response(status=204)

    async def _unreact(self, request: web.Request) -> web.Response:
        message = self._world.message(request.match_info["message"])
        self._responses.reacted(message, request.match_info["emoji"], added=False)
        return web.Response(status=204)

    async def _typing(self, request: web.Request) -> web.Response:
        self._responses.typing(request.match_info["channel"])
        return web.Response(status=204)

    async def _callback(self, request: web.Request) -> web.Response:
        call = request[CALL]
        resource = await self._responses.callback(request.match_info["token"], call.body, call.files)
        if call.query.get("with_response") not in {"1", "true"}:
            return web.Response(status=204)
        return json_response(resource)

    async def _follow_up(self, request: web.Request) -> web.Response:
        call = request[CALL]
        return json_response(await self._responses.follow_up(request.match_info["token"], call.body, call.files))

    async def _shown(self, request: web.Request) -> web.Response:
        return json_response(self._responses.shown(**_names(request)))

    async def _rewrite(self, request: web.Request) -> web.Response:
        call, message = request[CALL], self._responses.shown(**_names(request))
        await self._responses.rewrite(request.match_info["token"], message, call.body, call.files)
        return json_response(message)

    async def _take_back(self, request: web.Request) -> web.Response:
        await self._responses.deleted(self._responses.shown(**_names(request)))
        return web.Response(status=204)


def _names(request: web.Request) -> dict[str, str]:
    return {"token": request.match_info["token"], "message": request.match_info["message"]}
