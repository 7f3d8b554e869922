"""The payloads of interactions: what Discord sends when a person uses a command, a button or a modal."""

from __future__ import annotations

from enum import Enum
from typing import Any

from tests.loopback import objects
from tests.loopback.objects import Json, Person, snowflake
from tests.loopback.world import World

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
CHAT_INPUT, MESSAGE_COMMAND = 1, 3
BUTTON, TEXT_INPUT, CHANNEL_SELECT, LABEL = 2, 4, 8, 18


class Place(Enum):
    """Where an interaction happens, as its `context` says."""

    SERVER = 0
    BOT_CHAT = 1
    ELSEWHERE = 2


def interaction(world: World, kind: int, data: Json, person: Person, channel: Json, locale: str | None) -> Json:
    """Make an interaction in a channel of the server or in the chat with the bot."""
    place = Place.SERVER if "guild_id" in channel else Place.BOT_CHAT
    given = _anywhere(world, kind, data, locale or person.locale)
    given |= {"channel": channel | {"permissions": person.permissions}, "channel_id": channel["id"]}
    given["context"] = place.value
    if place is Place.SERVER:
        guild = world.guild
        given |= {
            "guild_id": guild["id"],
            "guild": {"id": guild["id"], "locale": guild["preferred_locale"], "features": []},
            "guild_locale": guild["preferred_locale"],
            "member": objects.member(person.user(), person.permissions),
            "authorizing_integration_owners": {"0": guild["id"]},
        }
    else:
        given |= {"user": person.user(), "authorizing_integration_owners": {"0": "0"}}
    return given


def elsewhere(world: World, kind: int, data: Json, person: Person, locale: str | None) -> Json:
    """Make an interaction of a person who installed the application, in a chat that the bot is not in."""
    chat: Json = {"id": snowflake(), "type": 3, "recipients": [], "name": "Friends", "owner_id": person.id}
    return _anywhere(world, kind, data, locale or person.locale) | {
        "channel": chat,
        "channel_id": chat["id"],
        "context": Place.ELSEWHERE.value,
        "user": person.user(),
        "authorizing_integration_owners": {"1": person.id},
    }


def _anywhere(world: World, kind: int, data: Json, locale: str) -> Json:
    return {
        "id": snowflake(),
        "application_id": world.application_id,
        "type": kind,
        "token": f"token-{snowflake()}",
        "version": 1,
        "data": data,
        "locale": locale,
        "app_permissions": str(objects.MEMBER_PERMISSIONS),
        "entitlements": [],
        "entitlement_sku_ids": [],
        "attachment_size_limit": 10 * 1024 * 1024,
    }


def command_data(command: Json, given: dict[str, Any], focused: str | None = None) -> Json:
    """Fill a command's options as the person typed them; `focused` names the one that is still typed."""
    known = {option["name"]: option for option in command.get("options", ())}
    assert given.keys() <= known.keys(), f"/{command['name']} has no {given.keys() - known.keys()}"
    lacking = {name for name, option in known.items() if option.get("required")} - given.keys()
    assert focused is not None or not lacking, f"/{command['name']} needs {lacking}"
    options: list[Json] = []
    for name, value in given.items():
        option: Json = {"name": name, "type": known[name]["type"], "value": value}
        options.append(option | ({"focused": True} if name == focused else {}))
    return {"id": command["id"], "name": command["name"], "type": CHAT_INPUT, "options": options}


def context_data(command: Json, message: Json) -> Json:
    """Use a message command on a message."""
    return {
        "id": command["id"],
        "name": command["name"],
        "type": MESSAGE_COMMAND,
        "target_id": message["id"],
        "resolved": {"messages": {message["id"]: message}},
    }


def press_data(custom_id: str) -> Json:
    """Press a button."""
    return {"custom_id": custom_id, "component_type": BUTTON, "id": 1}


def choose_data(world: World, custom_id: str, kind: int, values: list[str]) -> Json:
    """Choose in a select menu; of channels, Discord sends what they are along."""
    data: Json = {"custom_id": custom_id, "component_type": kind, "id": 1, "values": values}
    if kind == CHANNEL_SELECT:
        chosen = {value: world.channels[value] | {"permissions": str(objects.MEMBER_PERMISSIONS)} for value in values}
        data["resolved"] = {"channels": chosen}
    return data


def submit_data(modal: Json, texts: tuple[str, ...]) -> Json:
    """Fill the text inputs of a modal in their order and send it."""
    typed = iter(texts)
    rows = [_filled(row, typed) for row in modal["components"]]
    assert next(typed, None) is None, "more texts than inputs"
    return {"custom_id": modal["custom_id"], "components": rows}


def _filled(row: Json, typed: Any) -> Json:
    if row["type"] == LABEL:
        return {"type": LABEL, "id": 1, "component": _typed(row["component"], typed)}
    return {"type": row["type"], "id": 1, "components": [_typed(part, typed) for part in row["components"]]}


def _typed(part: Json, typed: Any) -> Json:
    assert part["type"] == TEXT_INPUT, f"no text input: {part}"
    return {"type": TEXT_INPUT, "id": 1, "custom_id": part["custom_id"], "value": next(typed)}
