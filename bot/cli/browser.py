"""`web`: the reader and the playground, served until a signal ends it."""

from __future__ import annotations

from bot.cli.invocation import Invocation, warn
from bot.cli.output import ANSWERED
from bot.settings import LOOPBACK, read_place
from knowledge.retrieval.preparation import Prepare

PORT = 8080


def serve_web(invocation: Invocation, host: str | None, port: int | None) -> int:
    """Serve the web; options go before FUENTES_WEB. Raises PlaceTaken, SettingsError and KnowledgeError."""
    from bot.web.server import serve  # aiohttp and Jinja take a fifth of a second

    settings = invocation.settings
    set_host, set_port = settings.web or (LOOPBACK, PORT)
    at_host, at_port = read_place(f"{host or set_host}:{set_port if port is None else port}", "--port")
    address = f"http://{f'[{at_host}]' if ':' in at_host else at_host}:{at_port}/"

    def announce() -> None:
        warn(invocation.say("web-serving", address=settings.public_url or address))

    serve(lambda _: invocation.open_assistant(Prepare.ASIDE), settings, at_host, at_port, announce)
    return ANSWERED
