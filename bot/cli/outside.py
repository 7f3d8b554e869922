"""What `doctor` checks beyond this machine's files: the database, and what Discord says of the token."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from bot.cli.invocation import Invocation
from bot.doctor import Finding, State


def check_outside(invocation: Invocation) -> Iterator[Finding]:
    """Open the database, then ask Discord; raises StartFailed."""
    yield _database(invocation)
    yield from _discord(invocation)


def _database(invocation: Invocation) -> Finding:
    from bot.storage import Storage, StorageError

    async def look() -> tuple[str, bool]:
        settings = invocation.settings
        async with Storage.open(settings.database_url, settings.data) as storage:
            return storage.place, storage.in_memory

    try:
        place, in_memory = asyncio.run(look())
    except StorageError as error:
        return Finding(State.BAD, invocation.say("failed-storage", place=error.place, reason=error.reason))
    if in_memory:
        return Finding(State.NOTE, invocation.say("doctor-database-memory"))
    return Finding(State.GOOD, invocation.say("doctor-database", place=place))


def _discord(invocation: Invocation) -> Iterator[Finding]:
    say, settings = invocation.say, invocation.settings
    if settings.token is None:
        yield Finding(State.NOTE, say("doctor-token-placeholder" if settings.placeholder else "doctor-token-none"))
        return
    from bot.discord_app.inspection import inspect

    found = inspect(settings)
    yield Finding(State.GOOD, say("doctor-token", name=found.name))
    granted = "yes" if settings.message_content else "no"
    state = State.GOOD if settings.message_content else State.NOTE
    yield Finding(state, say("doctor-content", granted=granted))
    yield Finding(State.GOOD, say("doctor-invite", link=found.invite))
