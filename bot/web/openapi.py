"""The description of the API (OpenAPI 3.1), made of the models themselves."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import Any

from pydantic.json_schema import models_json_schema

from bot.requests import LONGEST_QUESTION, Command
from bot.settings import LANGUAGES
from bot.web.shown import MOST_FOUND, Failure, PassageShown, SearchResult
from knowledge.models import Answer

Described = dict[str, Any]
"""JSON, as the OpenAPI specification lays it down."""
_ARGUMENTS = {
    Command.ASK: ("a question, in English or Spanish", True),
    Command.WHOIS: ("a name or its letters, like LTS", True),
    Command.ELECTIONS: ("a year, like 2016; without one, all years", False),
    Command.TIMELINE: ("a name; without one, all documents", False),
    Command.MAP: ("a name or its letters, like LTS", True),
    Command.VERIFY: ("the words to look for", True),
}
_DOES = {
    Command.ASK: "Answer a question",
    Command.WHOIS: "Say what the documents say of a name",
    Command.ELECTIONS: "Give the election results of a year, or of all years",
    Command.TIMELINE: "Give the dated passages of a name, or of all documents",
    Command.MAP: "Give the facts that join a name to organisations, people and events",
    Command.VERIFY: "Say whether the documents hold a quote, word for word",
}
_REFERENCE = "#/components/schemas/{model}"


def describe(address: str | None) -> Described:
    """Describe every path of the API, reached at an address or at the site itself."""
    models = (Answer, PassageShown, SearchResult, Failure)
    _, schemas = models_json_schema([(model, "serialization") for model in models], ref_template=_REFERENCE)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Fuentes",
            "version": _version(),
            "description": "Answers from a set of documents, in their own words, each with its place.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": address or "/"}],
        "paths": {f"/api/{command}": {"get": _command(command)} for command in Command}
        | {"/api/search": {"get": _search()}, "/api/passages/{id}": {"get": _passage()}},
        "components": {"schemas": schemas["$defs"]},
    }


def _command(command: Command) -> Described:
    about, required = _ARGUMENTS[command]
    parameters = [_parameter("argument", about, {"type": "string", "maxLength": LONGEST_QUESTION}, required=required)]
    if command is Command.ASK:
        topic = "the topic of the answer that this question follows up, as JSON"
        parameters.append(_parameter("topic", topic, {"type": "string"}))
    return _get(command.value, _DOES[command], [*parameters, _language()], "Answer")


def _search() -> Described:
    parameters = [
        _parameter("q", "the words to look for", {"type": "string", "maxLength": LONGEST_QUESTION}, required=True),
        _parameter("limit", "at most so many", {"type": "integer", "minimum": 1, "maximum": MOST_FOUND, "default": 10}),
        _language(),
    ]
    return _get("search", "Rank passages and say why each was found", parameters, "SearchResult")


def _passage() -> Described:
    path = {"name": "id", "in": "path", "required": True, "description": "its id", "schema": {"type": "string"}}
    described = _get("passage", "Give a passage with its place", [path], "PassageShown")
    described["responses"]["404"] = _response("there is no such passage", "Failure")
    return described


def _get(name: str, does: str, parameters: list[Described], gives: str) -> Described:
    return {
        "operationId": name,
        "summary": does,
        "parameters": parameters,
        "responses": {
            "200": _response(does.lower(), gives),
            "400": _response("a parameter that cannot be used; the message says what can", "Failure"),
            "429": _response("too many questions in a minute; Retry-After says when to come back", "Failure"),
            "503": _response("too many questions at once", "Failure"),
        },
    }


def _parameter(name: str, about: str, schema: Described, *, required: bool = False) -> Described:
    return {"name": name, "in": "query", "required": required, "description": about, "schema": schema}


def _language() -> Described:
    about = "the language of the reply; without it, that of the question, else of Accept-Language"
    return _parameter("lang", about, {"type": "string", "enum": list(LANGUAGES)})


def _response(about: str, model: str) -> Described:
    schema = {"$ref": _REFERENCE.format(model=model)}
    return {"description": about, "content": {"application/json": {"schema": schema}}}


def _version() -> str:
    try:
        return version("fuentes")
    except PackageNotFoundError:
        return "0"
