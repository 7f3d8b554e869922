"""Commands sent to Discord only when what would be sent has changed."""

from __future__ import annotations

import json
import logging
from hashlib import sha256
from typing import Any

import discord
from discord import app_commands

from bot.discord_app.records import Records

_log = logging.getLogger(__name__)


async def sync_if_changed(tree: app_commands.CommandTree[Any], records: Records) -> bool:
    """Sync the commands unless Discord has these already; say whether they were sent.

    Discord keeps what it has: a sync that fails is told and tried again at the next start.
    """
    digest = await hash_commands(tree)
    if await records.synced_digest() == digest:
        return False
    try:
        await tree.sync()
    except (discord.HTTPException, app_commands.AppCommandError) as error:
        _log.warning("The commands could not be synced, Discord keeps the ones before: %s", error)
        return False
    await records.remember_synced(digest)
    _log.info("The commands were synced")
    return True


async def hash_commands(tree: app_commands.CommandTree[Any]) -> str:
    """Hash the translated payload of every command, and whose they are."""
    payloads = []
    for command in tree.get_commands():
        if tree.translator is None:
            payloads.append(command.to_dict(tree))
        else:
            payloads.append(await command.get_translated_payload(tree, tree.translator))
    held = {"application": tree.client.application_id, "commands": payloads}
    return sha256(json.dumps(held, sort_keys=True, default=str).encode()).hexdigest()
