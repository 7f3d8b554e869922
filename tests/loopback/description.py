"""Hold what a bot sends against Discord's published description of its API, where that is at hand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import import_module  # jsonschema may be missing, and brings no types
from pathlib import Path
from typing import Any

from tests.loopback.journal import Call
from tests.loopback.objects import Json

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "discord" / "openapi.json"
"""Where the description lies if it was put beside the project."""
_ROOT = "urn:discord"


class Description:
    """Judge requests by an OpenAPI description."""

    def __init__(self, path: Path = PUBLISHED) -> None:
        self._described: Json = json.loads(path.read_text(encoding="utf-8"))

    def faults(self, calls: Iterable[Call]) -> list[str]:
        """Say of each body that is not as described where it differs."""
        return [f"{call.line}: {fault}" for call in calls for fault in self._faults_of(call)]

    def _faults_of(self, call: Call) -> Iterator[str]:
        if call.body is None:
            return
        pointer = self._pointer(call)
        if pointer is None:
            yield "no such route, or none with a body"
            return
        for error in self._validator(pointer).iter_errors(_with_ids_as_text(call.body)):
            yield f"{error.json_path}: {error.message[:300]}"

    def _pointer(self, call: Call) -> str | None:
        """Find the schema of a request's body; a fixed segment goes before a variable one."""
        matching = [path for path, pattern in self._paths if pattern.fullmatch(call.path)]
        for path in sorted(matching, key=lambda path: path.count("{")):
            operation = self._described["paths"][path].get(call.method.lower(), {})
            if "application/json" in operation.get("requestBody", {}).get("content", {}):
                steps = ("paths", path, call.method.lower(), "requestBody", "content", "application/json")
                return "/".join(step.replace("~", "~0").replace("/", "~1") for step in (*steps, "schema"))
        return None

    @cached_property
    def _paths(self) -> list[tuple[str, re.Pattern[str]]]:
        return [(path, re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path))) for path in self._described["paths"]]

    def _validator(self, pointer: str) -> Any:
        drafts, registries = import_module("jsonschema"), import_module("referencing.jsonschema")
        described = registries.DRAFT202012.create_resource(self._described)
        registry = registries.EMPTY_REGISTRY.with_resource(_ROOT, described)
        return drafts.Draft202012Validator({"$ref": f"{_ROOT}#/{_quoted(pointer)}"}, registry=registry)


def _quoted(pointer: str) -> str:
    return pointer.replace("{", "%7B").replace("}", "%7D")


def _with_ids_as_text(body: Any) -> Any:
    """Write ids as the description wants them: Discord takes numbers as well, and discord.py sends some."""
    if isinstance(body, list):
        return [_with_ids_as_text(item) for item in body]
    if isinstance(body, dict):
        return {
            key: str(value)
            if (key == "id" or key.endswith("_id")) and isinstance(value, int)
            else _with_ids_as_text(value)
            for key, value in body.items()
        }
    return body
