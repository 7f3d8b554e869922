"""Every request that a bot made, with its body, in order."""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from tests.loopback.objects import Json

BASE = re.compile(r"^/api/v\d+")


@dataclass
class Call:
    """One request; `status` is what it was answered with, None where the connection broke first."""

    method: str
    path: str
    body: Any = None
    """The JSON, that of `payload_json` where files came along, or None."""
    files: dict[str, bytes] = field(default_factory=dict)
    query: dict[str, str] = field(default_factory=dict)
    authorization: str = ""
    status: int | None = None
    at: float = field(default_factory=time.perf_counter)

    @property
    def line(self) -> str:
        """Give the method and the path."""
        return f"{self.method} {self.path}"


class Journal:
    """Hold the calls."""

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def matching(self, route: str) -> list[Call]:
        """Find the calls whose `METHOD /path` a regular expression finds."""
        pattern = re.compile(route)
        return [call for call in self.calls if pattern.search(call.line)]

    async def enter(self, request: web.Request) -> Call:
        """Read a request and write it down."""
        call = Call(
            method=request.method,
            path=BASE.sub("", request.path),
            query=dict(request.query),
            authorization=request.headers.get("Authorization", ""),
        )
        if request.content_type == "multipart/form-data":
            call.body, call.files = await _parts(request)
        elif request.can_read_body:
            call.body = json.loads(await request.text())
        self.calls.append(call)
        return call


async def _parts(request: web.Request) -> tuple[Json, dict[str, bytes]]:
    body: Json = {}
    files: dict[str, bytes] = {}
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        content = bytes(await part.read())
        if part.name == "payload_json":
            body = json.loads(content)
        else:
            files[part.filename or part.name or ""] = content
    return body, files
