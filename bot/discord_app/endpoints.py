"""discord.py set up as a whole: without voice, and at another Discord for tests over real sockets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import VoiceClient
from discord.gateway import DiscordWebSocket
from discord.http import HTTPClient, Route
from yarl import URL

if TYPE_CHECKING:
    from discord.types.gateway import SessionStartLimit


def leave_voice_out() -> None:
    """Keep discord.py from warning at every start that the libraries for voice are not installed."""
    VoiceClient.warn_nacl = False
    VoiceClient.warn_dave = False


def point_api(api_url: str) -> None:
    """Send every REST request to another address."""
    Route.BASE = api_url


def point_gateway(http: HTTPClient, gateway_url: str) -> None:
    """Connect to another gateway, whatever address Discord names."""
    DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway_url)
    ask_discord = http.get_bot_gateway

    async def get_bot_gateway() -> tuple[int, str, SessionStartLimit]:
        shards, _, limits = await ask_discord()
        return shards, gateway_url, limits

    http.get_bot_gateway = get_bot_gateway  # type: ignore[method-assign]  # discord.py has no seam for it
