"""`run` and `chat`: the bot in Discord where there is a token, in the terminal otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cli.first_start import keep_first
from bot.cli.invocation import Invocation, warn
from bot.cli.output import ANSWERED, WRONG_USE
from bot.console.chat import PROMPT, Chat
from bot.console.reading import line_reader
from bot.console.screen import open_screen
from bot.settings import Settings
from knowledge.retrieval.preparation import Prepare

if TYPE_CHECKING:
    from bot.discord_app.runner import Beside


def start(invocation: Invocation, *, discord: bool) -> int:
    """Start the main job; `discord` is how containers and units start it, and never opens a chat."""
    say, settings = invocation.say, invocation.settings
    if settings.token is not None:
        return connect(invocation)
    if discord:
        warn(say("run-discord-placeholder" if settings.placeholder else "run-discord-no-token"))
        return WRONG_USE
    warn(say("run-placeholder" if settings.placeholder else "run-no-token"))
    return chat(invocation)


def connect(invocation: Invocation) -> int:
    """Serve Discord, and the web where that is set, until a signal ends it.

    Raises StartFailed, PlaceTaken and KnowledgeError.
    """
    from bot.discord_app.runner import run  # discord.py takes a third of a second

    keep_first(invocation.corpus, invocation.settings.data)
    run(lambda _: invocation.open_assistant(Prepare.ASIDE), invocation.settings, _web(invocation.settings))
    return ANSWERED


def _web(settings: Settings) -> Beside | None:
    """Give what serves the web beside Discord, where that is set."""
    if settings.web is None:
        return None
    from bot.web.server import serving

    host, port = settings.web
    return lambda desk, gateway: serving(desk, gateway, settings, host, port)


def chat(invocation: Invocation) -> int:
    """Talk until the input ends; an interrupt ends it as cleanly."""
    with invocation.assistant(Prepare.ASIDE) as assistant:
        public_url = invocation.settings.public_url
        session = Chat(assistant, open_screen(), invocation.language, invocation.asked_in, public_url)
        try:
            session.greet()
            session.converse(line_reader(PROMPT))
        except KeyboardInterrupt:
            warn("")
    return ANSWERED
