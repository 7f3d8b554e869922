"""What the bot remembers between two starts: ids and settings, never the text of a message."""

from bot.storage.errors import (
    AddressUnusable,
    StorageBusy,
    StorageError,
    StorageFailed,
    StorageNewer,
    StorageUnreachable,
)
from bot.storage.rows import (
    ChannelChanges,
    ChannelSettings,
    FeedbackCount,
    FeedbackKind,
    LinkKind,
    MessageLink,
    ServerChanges,
    ServerSettings,
    Silence,
)
from bot.storage.storage import Storage

__all__ = [
    "AddressUnusable",
    "ChannelChanges",
    "ChannelSettings",
    "FeedbackCount",
    "FeedbackKind",
    "LinkKind",
    "MessageLink",
    "ServerChanges",
    "ServerSettings",
    "Silence",
    "Storage",
    "StorageBusy",
    "StorageError",
    "StorageFailed",
    "StorageNewer",
    "StorageUnreachable",
]
