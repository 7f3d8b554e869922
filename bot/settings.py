"""The settings, read once from the environment and a `.env` file; nothing else reads the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.models import Language

PLACEHOLDER = "put-the-token-of-your-bot-here"
"""What `.env.example` gives as token: treated as none."""
LANGUAGES: tuple[Language, ...] = ("en", "es")
LOOPBACK = "127.0.0.1"
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
NAMES = (
    "DISCORD_TOKEN",
    "FUENTES_CORPUS",
    "FUENTES_DATA",
    "FUENTES_LANG",
    "FUENTES_MESSAGE_CONTENT",
    "FUENTES_PLAYGROUND",
    "FUENTES_PUBLIC_URL",
    "FUENTES_WEB",
    "FUENTES_WEB_RATE",
    "DATABASE_URL",
    "DISCORD_API_URL",
    "DISCORD_GATEWAY_URL",
    "SHARD_COUNT",
    "SHARD_IDS",
    "LOG_LEVEL",
)
_ON = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


class SettingsError(ValueError):
    """A setting that cannot be used; `allowed` lists what can."""

    def __init__(self, name: str, value: str, allowed: tuple[str, ...] = ()) -> None:
        super().__init__(f"{name}={value}")
        self.name = name
        self.value = value
        self.allowed = allowed


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person who runs Fuentes has set."""

    token: str | None = field(default=None, repr=False)
    """The Discord token; None where there is none, or only the placeholder."""
    placeholder: bool = False
    """Whether the token is still the one of `.env.example`."""
    corpus: Path | None = None
    """The folder of documents; None is the shipped library."""
    data: Path = Path("data")
    """The folder of databases and caches."""
    language: Language = "en"
    """The language of a reply that follows no question."""
    message_content: bool = False
    """Whether Discord has granted the privileged Message Content intent."""
    public_url: str | None = None
    """Where a reader of the documents is served, without a stroke at the end; citations link there."""
    web: tuple[str, int] | None = None
    """Host and port at which `run` serves the web beside Discord; None is not at all."""
    web_rate: int = 120
    """Questions a minute that one address may ask of the web; 0 is no limit."""
    playground: bool = True
    """Whether the web answers questions, or only shows documents."""
    database_url: str | None = field(default=None, repr=False)
    """The database; None is a SQLite file in `data`."""
    api_url: str | None = None
    """Discord's REST interface, without a stroke at the end; None leaves discord.py's own."""
    gateway_url: str | None = None
    """Discord's gateway; None leaves discord.py's own."""
    shard_count: int | None = None
    """The shards of all processes together; None asks Discord."""
    shard_ids: tuple[int, ...] | None = None
    """The shards of this process; None are all."""
    log_level: str = "WARNING"


def give_back_memory() -> None:
    """Give the system the memory that only a load needed; a libc that cannot is left alone."""
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def spare_libraries() -> None:
    """Tell libraries that are not imported yet to leave undone what nobody here wants, unless the person has said.

    numpy's linear algebra, hardly used, starts a thread for each processor, and each first turns idly on the spot: a
    fifth of a start. pydantic looks for plugins through everything that is installed.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def read_settings(environment: Mapping[str, str] | None = None, file: Path = Path(".env")) -> Settings:
    """Read the settings; the environment goes before the file.

    Raises SettingsError, also where the file cannot be read.
    """
    own = os.environ if environment is None else environment
    values = {**_read_file(file), **{name: own[name] for name in NAMES if name in own}}
    given = {name: value.strip() for name, value in values.items() if value.strip()}
    token = given.get("DISCORD_TOKEN")
    corpus = given.get("FUENTES_CORPUS")
    language = given.get("FUENTES_LANG")
    return Settings(
        token=None if token == PLACEHOLDER else token,
        placeholder=token == PLACEHOLDER,
        corpus=Path(corpus) if corpus else None,
        data=Path(given.get("FUENTES_DATA", "data")),
        language=read_language(language, "FUENTES_LANG") if language else _locale(own),
        message_content=_switch("FUENTES_MESSAGE_CONTENT", given),
        public_url=_address("FUENTES_PUBLIC_URL", given, "http", "https"),
        web=read_place(given["FUENTES_WEB"], "FUENTES_WEB") if "FUENTES_WEB" in given else None,
        web_rate=_web_rate(given.get("FUENTES_WEB_RATE", "120")),
        playground=_switch("FUENTES_PLAYGROUND", given, default="1"),
        database_url=given.get("DATABASE_URL"),
        api_url=_address("DISCORD_API_URL", given, "http", "https"),
        gateway_url=_address("DISCORD_GATEWAY_URL", given, "ws", "wss"),
        shard_count=_shard_count(given),
        shard_ids=_shard_ids(given),
        log_level=_log_level(given.get("LOG_LEVEL", "WARNING")),
    )


def read_language(value: str, name: str) -> Language:
    """Read a language as a person writes it; `name` is the setting or option that an error names."""
    for language in LANGUAGES:
        if value.strip().lower() == language:
            return language
    raise SettingsError(name, value, LANGUAGES)


def _read_file(file: Path) -> dict[str, str]:
    if not file.is_file():
        return {}
    from dotenv import dotenv_values  # a fifth of the start, and few have the file

    try:
        values = dotenv_values(file, interpolate=False)
    except (OSError, ValueError) as error:
        raise SettingsError(str(file), str(error)) from error
    return {name: value for name, value in values.items() if name in NAMES and value is not None}


def read_place(value: str, name: str) -> tuple[str, int]:
    """Read `host:port`, a port alone on loopback; `name` is the setting or option that an error names."""
    host, _, port = value.rpartition(":")
    if not (port.isdecimal() and len(port) < 6 and int(port) < 65536):
        raise SettingsError(name, value, ("127.0.0.1:8080", "8080"))
    return host.strip("[]") or LOOPBACK, int(port)


def _switch(name: str, given: Mapping[str, str], *, default: str = "0") -> bool:
    value = given.get(name, default)
    if value.lower() not in _ON:
        raise SettingsError(name, value, ("0", "1"))
    return _ON[value.lower()]


def _address(name: str, given: Mapping[str, str], *schemes: str) -> str | None:
    value = given.get(name)
    if value is not None and not value.startswith(tuple(f"{scheme}://" for scheme in schemes)):
        raise SettingsError(name, value, tuple(f"{scheme}://…" for scheme in schemes))
    return value.rstrip("/") if value else None


def _web_rate(value: str) -> int:
    if not (value.isdecimal() and len(value) < 7):
        raise SettingsError("FUENTES_WEB_RATE", value, ("0", "60", "120", "…"))
    return int(value)


def _shard_count(given: Mapping[str, str]) -> int | None:
    value = given.get("SHARD_COUNT")
    if value is None:
        return None
    if not (value.isdecimal() and int(value) > 0):
        raise SettingsError("SHARD_COUNT", value, ("1", "2", "…"))
    return int(value)


def _shard_ids(given: Mapping[str, str]) -> tuple[int, ...] | None:
    """Read numbers parted by commas; they mean something only beside SHARD_COUNT."""
    value = given.get("SHARD_IDS")
    if value is None:
        return None
    ids = [each.strip() for each in value.split(",")]
    count = _shard_count(given) or 0
    if not all(each.isdecimal() and int(each) < count for each in ids):
        raise SettingsError("SHARD_IDS", value, (f"0 … {count - 1}" if count else "SHARD_COUNT",))
    return tuple(int(each) for each in ids)


def _locale(environment: Mapping[str, str]) -> Language:
    """Take the language of the person's locale, in the order that POSIX gives its variables."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "es" if environment[name].lower().startswith("es") else "en"
    return "en"


def _log_level(value: str) -> str:
    level = value.upper()
    if level not in LOG_LEVELS:
        raise SettingsError("LOG_LEVEL", value, LOG_LEVELS)
    return level
