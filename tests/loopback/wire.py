"""JSON as Discord sends it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from aiohttp import web


def json_response(data: object, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """Make a response whose type names no charset: discord.py reads only this as JSON."""
    return web.Response(
        body=json.dumps(data).encode(),
        status=status,
        headers={"Content-Type": "application/json", **(headers or {})},
    )
