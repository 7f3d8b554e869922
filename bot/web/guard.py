"""What stands before every page: whose host it is, how often an address asks, what a page may load, how it fails."""

from __future__ import annotations

import ipaddress
import logging
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from bot.desk import DeskBusy
from bot.presentation.wording import wording
from bot.web.pages import language_of
from bot.web.site import Site, site_of

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "Fuentes",
}
API = "/api/"
_COMPRESSED = frozenset({"text/html", "text/css", "text/javascript", "application/json"})
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_MESSAGES = {404: "web-not-found", 405: "web-not-allowed"}
_log = logging.getLogger(__name__)


class Refused(Exception):
    """A request that is answered with a sentence; `seconds` says after how many it is welcome."""

    def __init__(self, status: int, message: str, *, seconds: int | None = None, **values: str | int) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.seconds = seconds
        self.values = values


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let a request through, say in words why not, and forbid its page whatever is not our own."""
    try:
        _check_host(request)
        response = await handler(request)
    except Refused as error:
        response = _say(request, error)
    except DeskBusy:
        response = _say(request, Refused(503, "busy", seconds=60))
    except web.HTTPRedirection as error:
        response = web.Response(status=error.status, headers={"Location": error.headers["Location"]})
    except web.HTTPException as error:
        response = _say(request, Refused(error.status, _MESSAGES.get(error.status, "web-bad-request")))
        response.headers.update({name: error.headers[name] for name in ("Allow",) if name in error.headers})
    except Exception:  # noqa: BLE001  whatever happens, a person reads a sentence
        number = secrets.token_hex(3).upper()
        _log.exception("%s: a request for %s failed", number, request.path)
        response = _say(request, Refused(500, "fault", id=number))
    for name, value in HEADERS.items():
        response.headers[name] = value
    if response.content_type in _COMPRESSED:
        response.enable_compression()
    return response


def admit(request: web.Request) -> None:
    """Count a question of an address; raises Refused where there were too many."""
    seconds = site_of(request).limits.take(address_of(request))
    if seconds is not None:
        raise Refused(429, "too-fast", seconds=seconds)


def address_of(request: web.Request) -> str:
    """Give the address that asks: behind a proxy on this machine the one that the proxy names last."""
    remote = request.remote or ""
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return forwarded if forwarded and _is_loopback(remote) else remote


def _check_host(request: web.Request) -> None:
    """Refuse names that are not ours on loopback: another site's name may have been pointed there."""
    site: Site = site_of(request)
    sockets = request.transport.get_extra_info("sockname") if request.transport else None
    if sockets is None or not _is_loopback(str(sockets[0])):
        return
    host = urlsplit(f"//{request.host}").hostname or ""
    public = urlsplit(site.public_url).hostname if site.public_url else None
    if host not in _HERE and host != public:
        raise Refused(421, "web-wrong-host", host=host[:100] or "–")


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _say(request: web.Request, error: Refused) -> web.Response:
    language = language_of(request)
    values = error.values if error.seconds is None else {**error.values, "seconds": error.seconds}
    text = wording(language)(error.message, **values)
    if request.path.startswith(API):
        response = web.json_response({"error": {"status": error.status, "message": text}}, status=error.status)
    else:
        response = site_of(request).pages.page(request, "failure.html", status=error.status, text=text)
    if error.seconds is not None:
        response.headers["Retry-After"] = str(error.seconds)
    return response
