"""Discord's gateway: sessions over websockets that begin, are resumed, are dropped and are refused.

bot                         gateway
 │ ── connects ──────────────▶ │
 │ ◀───────────── HELLO (10) ── │
 │ ── IDENTIFY (2) ──────────▶ │   or RESUME (6): what was missed, then RESUMED
 │ ◀─ READY, GUILD_CREATE (0) ─ │
 │ ── heartbeat (1) ─────────▶ │
 │ ◀──────────────── ack (11) ── │
"""

from __future__ import annotations

import asyncio
import json
import time
import zlib
from dataclasses import dataclass, field
from enum import IntEnum, IntFlag

from aiohttp import WSMsgType, web

from tests.loopback.happenings import Happenings
from tests.loopback.objects import Json, snowflake
from tests.loopback.world import SNIPPET, World


class Op(IntEnum):
    """The operations of the gateway."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    RECONNECT = 7
    INVALID_SESSION = 9
    HELLO = 10
    ACK = 11


class Intent(IntFlag):
    """The intents that decide what of this world a bot hears."""

    GUILDS = 1 << 0
    GUILD_MESSAGES = 1 << 9
    DIRECT_MESSAGES = 1 << 12
    MESSAGE_CONTENT = 1 << 15


BAD_TOKEN = 4004
DISALLOWED_INTENTS = 4014
CLEAN = {1000, 1001}
"""Close codes by which a bot ends its session; after any other it may resume."""
WITHHELD: Json = {"content": "", "embeds": [], "attachments": [], "components": []}


class Link:
    """One websocket; compressed as one stream where the bot asked for it."""

    def __init__(self, socket: web.WebSocketResponse, *, compressed: bool) -> None:
        self._socket = socket
        self._stream = zlib.compressobj() if compressed else None
        self._turn = asyncio.Lock()

    async def send(self, op: Op, data: object, *, sequence: int | None = None, event: str | None = None) -> None:
        """Send one payload; to a socket that is gone, nothing."""
        text = json.dumps({"op": op, "d": data, "s": sequence, "t": event})
        async with self._turn:
            try:
                if self._stream is None:
                    await self._socket.send_str(text)
                else:
                    packed = self._stream.compress(text.encode()) + self._stream.flush(zlib.Z_SYNC_FLUSH)
                    await self._socket.send_bytes(packed)
            except ConnectionError:
                return

    async def close(self, code: int, reason: str) -> None:
        """Close the socket with a code."""
        await self._socket.close(code=code, message=reason.encode())

    def cut(self, request: web.Request) -> None:
        """Break the connection without a word."""
        if request.transport is not None:
            request.transport.abort()


@dataclass
class Session:
    """What the gateway remembers of one identified shard."""

    intents: Intent
    shard: tuple[int, int]
    id: str = field(default_factory=snowflake)
    sequence: int = 0
    sent: list[tuple[int, str, Json]] = field(default_factory=list)
    link: Link | None = None
    request: web.Request | None = None

    async def dispatch(self, event: str, data: Json) -> None:
        """Send an event, or keep it for the resume."""
        self.sequence += 1
        self.sent.append((self.sequence, event, data))
        if self.link is not None:
            await self.link.send(Op.DISPATCH, data, sequence=self.sequence, event=event)


class Gateway:
    """Serve websockets; counts what the tests ask about."""

    def __init__(self, world: World, token: str, happenings: Happenings, heartbeat_seconds: float) -> None:
        self._world = world
        self._token = token
        self._happenings = happenings
        self._heartbeat_seconds = heartbeat_seconds
        self.address = ""
        self.sessions: dict[str, Session] = {}
        self.identified = 0
        self.resumed = 0
        self.heartbeats = 0
        self.ready_at = 0.0
        self.last_close: int | None = None
        self.refuses_resumes = False

    @property
    def connected(self) -> bool:
        """Tell whether a session has a socket."""
        return any(session.link is not None for session in self.sessions.values())

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one websocket until it closes."""
        socket = web.WebSocketResponse(max_msg_size=0, compress=False)
        await socket.prepare(request)
        link = Link(socket, compressed=request.query.get("compress") == "zlib-stream")
        await link.send(Op.HELLO, {"heartbeat_interval": int(self._heartbeat_seconds * 1000)})
        session: Session | None = None
        async for received in socket:
            if received.type is WSMsgType.TEXT:
                session = await self._take(json.loads(received.data), link, request) or session
        self._leave(session, link, socket.close_code)
        return socket

    async def dispatch(self, event: str, data: Json) -> None:
        """Send an event to the sessions that hear it."""
        for session in tuple(self.sessions.values()):
            if self._hears(session, event, data):
                await session.dispatch(event, self._withhold(session, event, data))

    async def drop(self) -> None:
        """Break every connection without a word."""
        for session in self._linked():
            link, session.link = session.link, None
            if link is not None and session.request is not None:
                link.cut(session.request)

    async def close(self, code: int) -> None:
        """Close every connection with a code."""
        for session in self._linked():
            link, session.link = session.link, None
            if link is not None:
                await link.close(code, "")

    async def ask_to_reconnect(self) -> None:
        """Send every session the request to reconnect (7)."""
        await self._tell(Op.RECONNECT, None)

    async def invalidate(self, *, resumable: bool = False) -> None:
        """Send every session that it is invalid (9)."""
        await self._tell(Op.INVALID_SESSION, resumable)
        if not resumable:
            self.sessions.clear()

    async def ask_for_heartbeat(self) -> None:
        """Ask every session to beat now."""
        await self._tell(Op.HEARTBEAT, None)

    async def _tell(self, op: Op, data: object) -> None:
        for session in self._linked():
            if session.link is not None:
                await session.link.send(op, data)

    def _linked(self) -> list[Session]:
        return [session for session in self.sessions.values() if session.link is not None]

    async def _take(self, payload: Json, link: Link, request: web.Request) -> Session | None:
        match payload["op"]:
            case Op.HEARTBEAT:
                await link.send(Op.ACK, None)
                self.heartbeats += 1
                self._happenings.tell()
            case Op.IDENTIFY:
                return await self._identify(payload["d"], link, request)
            case Op.RESUME:
                return await self._resume(payload["d"], link, request)
        return None

    async def _identify(self, wanted: Json, link: Link, request: web.Request) -> Session | None:
        intents = Intent(wanted["intents"])
        if wanted["token"] != self._token:
            await link.close(BAD_TOKEN, "Authentication failed.")
            return None
        if Intent.MESSAGE_CONTENT in intents and not self._world.content_granted:
            await link.close(DISALLOWED_INTENTS, "Disallowed intent(s).")
            return None
        shard = tuple(wanted.get("shard", (0, 1)))
        self.sessions = {key: one for key, one in self.sessions.items() if one.shard != shard}
        session = Session(intents, (shard[0], shard[1]), link=link, request=request)
        self.sessions[session.id] = session
        await session.dispatch("READY", self._ready(session))
        if Intent.GUILDS in intents and self._owns(session, self._world.guild["id"]):
            await session.dispatch("GUILD_CREATE", self._world.guild)
        self.identified += 1
        self.ready_at = time.perf_counter()
        self._happenings.tell()
        return session

    def _ready(self, session: Session) -> Json:
        owned = self._owns(session, self._world.guild["id"])
        return {
            "v": 10,
            "user": self._world.bot,
            "guilds": [{"id": self._world.guild["id"], "unavailable": True}] if owned else [],
            "session_id": session.id,
            "resume_gateway_url": self.address,
            "shard": list(session.shard),
            "application": {key: self._world.application[key] for key in ("id", "flags")},
            "private_channels": [],
        }

    async def _resume(self, wanted: Json, link: Link, request: web.Request) -> Session | None:
        session = self.sessions.get(wanted["session_id"])
        if session is None or wanted["token"] != self._token or self.refuses_resumes:
            self.refuses_resumes = False
            await link.send(Op.INVALID_SESSION, False)
            return None
        place = sum(sequence <= wanted["seq"] for sequence, _, _ in session.sent)
        while place < len(session.sent):  # it may grow meanwhile
            sequence, event, data = session.sent[place]
            await link.send(Op.DISPATCH, data, sequence=sequence, event=event)
            place += 1
        session.link, session.request = link, request
        await session.dispatch("RESUMED", {})
        self.resumed += 1
        self._happenings.tell()
        return session

    def _leave(self, session: Session | None, link: Link, code: int | None) -> None:
        self.last_close = code
        if session is not None and session.link is link:
            session.link = None
            if code in CLEAN:
                self.sessions.pop(session.id, None)
        self._happenings.tell()

    def _hears(self, session: Session, event: str, data: Json) -> bool:
        guild_id = data.get("guild_id")
        if event.startswith("MESSAGE_"):
            needed = Intent.GUILD_MESSAGES if guild_id else Intent.DIRECT_MESSAGES
            return needed in session.intents and self._owns(session, guild_id)
        return self._owns(session, guild_id)

    @staticmethod
    def _owns(session: Session, guild_id: str | None) -> bool:
        shard, shards = session.shard
        return shard == ((int(guild_id) >> 22) % shards if guild_id else 0)

    def _withhold(self, session: Session, event: str, data: Json) -> Json:
        """Blank what a bot without the message content intent may not read."""
        if event not in {"MESSAGE_CREATE", "MESSAGE_UPDATE"} or Intent.MESSAGE_CONTENT in session.intents:
            return data
        if "guild_id" not in data or data["author"]["id"] == self._world.application_id:
            return data
        if self._world.application_id in SNIPPET.findall(data["content"]) or self._pings_an_ordinary(data):
            return data
        return data | WITHHELD

    def _pings_an_ordinary(self, message: Json) -> bool:
        earlier = message.get("referenced_message") or {}
        pinged = self._world.application_id in {user["id"] for user in message["mentions"]}
        return pinged and earlier.get("author") == self._world.bot and "webhook_id" not in earlier
