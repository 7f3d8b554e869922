"""Discord's own objects as JSON: users, members, a server, its channels, the application."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
"""An object of the API as it goes over the wire."""

EPOCH = 1_420_070_400_000
MANAGE_GUILD = 1 << 5
MANAGE_MESSAGES = 1 << 13
MEMBER_PERMISSIONS = sum(1 << bit for bit in (6, 10, 11, 14, 15, 16, 31))
"""React, see, send, embed, attach, read the history, use commands; nothing of a manager's."""
EPHEMERAL = 1 << 6
LOADING = 1 << 7
CONTENT_GRANTED = 1 << 18
CONTENT_GRANTED_LIMITED = 1 << 19

TEXT_CHANNEL = 0
DIRECT_CHANNEL = 1
PUBLIC_THREAD = 11

_NOT_SET = (
    "icon splash banner description afk_channel_id system_channel_id rules_channel_id"
    " public_updates_channel_id safety_alerts_channel_id vanity_url_code"
).split()
_NONE_OF = (
    "emojis stickers features voice_states threads presences stage_instances guild_scheduled_events soundboard_sounds"
).split()
_numbers = itertools.count(1)


def snowflake() -> str:
    """Make an id of this moment, as Discord makes them: later ids are greater."""
    return str(((int(time.time() * 1000) - EPOCH) << 22) | (next(_numbers) & 0x3FFFFF))


def timestamp() -> str:
    """Give this moment as the API writes it."""
    return time.strftime("%Y-%m-%dT%H:%M:%S.000000+00:00", time.gmtime())


@dataclass(frozen=True)
class Person:
    """A human member of the server."""

    name: str
    locale: str = "en-US"
    manager: bool = False
    id: str = field(default_factory=snowflake)

    @property
    def permissions(self) -> str:
        """Give the permissions of the person in every channel, as the API writes them."""
        return str(MEMBER_PERMISSIONS | ((MANAGE_GUILD | MANAGE_MESSAGES) if self.manager else 0))

    def user(self) -> Json:
        """Give the person as a user."""
        return user(self.id, self.name)


def user(user_id: str, name: str, *, bot: bool = False) -> Json:
    """Make a user."""
    return {
        "id": user_id,
        "username": name.lower(),
        "global_name": name,
        "discriminator": "0",
        "avatar": None,
        "bot": bot,
        "public_flags": 0,
    }


def member(of: Json, permissions: str | None = None) -> Json:
    """Make a member; an interaction's member has permissions, a message's has no user."""
    given: Json = {
        "nick": None,
        "avatar": None,
        "roles": [],
        "joined_at": "2024-01-01T00:00:00.000000+00:00",
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "communication_disabled_until": None,
    }
    if permissions is not None:
        given |= {"permissions": permissions}
    return given | ({"user": of} if of else {})


def text_channel(name: str, guild_id: str, position: int) -> Json:
    """Make a channel of a server."""
    return {
        "id": snowflake(),
        "type": TEXT_CHANNEL,
        "guild_id": guild_id,
        "name": name,
        "position": position,
        "permission_overwrites": [],
        "topic": None,
        "nsfw": False,
        "last_message_id": None,
        "rate_limit_per_user": 0,
        "parent_id": None,
        "flags": 0,
    }


def thread(on: Json, guild_id: str, owner_id: str) -> Json:
    """Make a thread that hangs on a message: it has the message's own id."""
    return {
        "id": on["id"],
        "type": PUBLIC_THREAD,
        "guild_id": guild_id,
        "parent_id": on["channel_id"],
        "owner_id": owner_id,
        "name": "A thread",
        "last_message_id": None,
        "rate_limit_per_user": 0,
        "message_count": 0,
        "member_count": 1,
        "flags": 0,
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 1440,
            "archive_timestamp": timestamp(),
            "locked": False,
        },
    }


def direct_channel(recipient: Json) -> Json:
    """Make a channel of two: a person and the bot."""
    return {
        "id": snowflake(),
        "type": DIRECT_CHANNEL,
        "last_message_id": None,
        "flags": 0,
        "recipients": [recipient],
    }


def guild(guild_id: str, locale: str, channels: list[Json], bot: Json) -> Json:
    """Make a server as GUILD_CREATE tells of it."""
    everyone: Json = {
        "id": guild_id,
        "name": "@everyone",
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": 0,
        "permissions": str(MEMBER_PERMISSIONS),
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    return {
        "id": guild_id,
        "name": "Study group",
        "owner_id": snowflake(),
        "afk_timeout": 300,
        "verification_level": 1,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "roles": [everyone],
        "mfa_level": 0,
        "system_channel_flags": 0,
        "preferred_locale": locale,
        "premium_tier": 0,
        "premium_progress_bar_enabled": False,
        "nsfw_level": 0,
        "joined_at": "2024-01-01T00:00:00.000000+00:00",
        "large": False,
        "unavailable": False,
        "member_count": 2,
        "members": [member(bot)],
        "channels": channels,
        **dict.fromkeys(_NOT_SET),
        **{name: [] for name in _NONE_OF},
    }


def application(application_id: str, bot: Json, *, content_granted: bool) -> Json:
    """Make the application as the developer portal knows it."""
    return {
        "id": application_id,
        "name": "Fuentes",
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": CONTENT_GRANTED_LIMITED if content_granted else 0,
        "owner": user(snowflake(), "Owner"),
        "team": None,
        "bot": bot,
        "rpc_origins": [],
        "install_params": None,
        "integration_types_config": {"0": {}, "1": {}},
        "approximate_guild_count": 1,
        "approximate_user_install_count": 0,
    }
