"""What goes wrong between a bot and Discord, on demand: limits, failing proxies, broken connections."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from enum import Enum, auto

from aiohttp import web

from tests.loopback.wire import json_response

UNBOUND = re.compile(r"^\S+ /(?:interactions|webhooks)/")
"""Discord does not count these under the global limit."""


class Kind(Enum):
    """What may go wrong with one request."""

    LIMIT = auto()
    """429 for this route."""
    GLOBAL_LIMIT = auto()
    """429 for every route until the time is over."""
    BAD_GATEWAY = auto()
    """502, with the page of a proxy."""
    LOST_REQUEST = auto()
    """The connection breaks before Discord has done anything."""
    LOST_ANSWER = auto()
    """The connection breaks after Discord has done what was asked."""


@dataclass
class Fault:
    """What goes wrong with the next `times` requests whose `METHOD /path` matches."""

    route: re.Pattern[str]
    kind: Kind
    times: int = 1
    seconds: float = 0.2


class Faults:
    """Hold the faults to come."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []
        self._global_until = 0.0

    def plan(self, route: str, kind: Kind, *, times: int = 1, seconds: float = 0.2) -> None:
        """Let the next requests to a route fail; `seconds` is how long a limit lasts."""
        self._planned.append(Fault(re.compile(route), kind, times, seconds))

    @property
    def left(self) -> int:
        """Count the planned failures that have not happened."""
        return sum(fault.times for fault in self._planned)

    def next(self, line: str) -> Fault | None:
        """Take the fault that befalls a request, given as `METHOD /path`."""
        for fault in self._planned:
            if fault.times and fault.route.search(line):
                fault.times -= 1
                if fault.kind is Kind.GLOBAL_LIMIT:
                    self._global_until = time.monotonic() + fault.seconds
                return fault
        left = self._global_until - time.monotonic()
        if left > 0 and not UNBOUND.match(line):
            return Fault(re.compile(""), Kind.GLOBAL_LIMIT, 0, left)
        return None


def refusal(fault: Fault) -> web.Response:
    """Word a limit or a failing proxy as Discord does."""
    if fault.kind is Kind.BAD_GATEWAY:
        return web.Response(status=502, text="<html><h1>502 Bad Gateway</h1></html>", content_type="text/html")
    everywhere = fault.kind is Kind.GLOBAL_LIMIT
    headers = {
        "Via": "1.1 google",
        "Retry-After": str(max(1, round(fault.seconds))),
        "X-RateLimit-Scope": "global" if everywhere else "user",
    }
    headers |= {"X-RateLimit-Global": "true"} if everywhere else {}
    body = {"message": "You are being rate limited.", "retry_after": fault.seconds, "global": everywhere}
    return json_response(body, status=429, headers=headers)
