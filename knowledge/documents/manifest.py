"""The manifest of a corpus, `library.toml`: what is known of its documents, and examples to greet with."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import PurePosixPath
from typing import Literal

from pydantic import Field, ValidationError, field_validator

from knowledge.documents import toml
from knowledge.errors import CurationSyntax
from knowledge.models import Language
from knowledge.models.documents import Model

MANIFEST = "library.toml"
_ENTRY = re.compile(r"^[ \t]*\[\[[ \t]*documents[ \t]*\]\]", re.MULTILINE)
_KEY_OF_EXAMPLES = re.compile(r"^[ \t]*(?:examples[ \t]*=|\[\[[ \t]*examples[ \t]*\]\])", re.MULTILINE)
_PLACE_OF_SYNTAX_ERROR = re.compile(r"\(at line (\d+), column \d+\)")


class Entry(Model):
    """What the manifest says of one document; what it leaves out is read from the text or not known."""

    file: str = Field(min_length=1)
    id: str | None = Field(default=None, pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
    kind: str | None = None
    title: str | None = Field(default=None, min_length=1)
    title_stated: bool = True
    byline: str | None = None
    publisher: str | None = None
    language: Language | None = None
    licence: str | None = None
    url: str | None = None
    date: str | None = None

    @field_validator("file")
    @classmethod
    def _lies_in_the_folder(cls, file: str) -> str:
        path = PurePosixPath(file)
        if path.is_absolute() or ".." in path.parts or "\\" in file or "\0" in file:
            raise ValueError("a path inside the folder, with forward slashes, is wanted")
        return str(path)

    @field_validator("date", mode="before")
    @classmethod
    def _as_written(cls, date: object) -> object:
        return date.isoformat() if isinstance(date, dt.date) else date


class Example(Model):
    """A question to show: a command and its argument."""

    command: Literal["ask", "whois", "elections", "timeline", "map", "sources", "verify"]
    argument: str


class Manifest(Model):
    """All that a manifest holds; without one there is nothing in it."""

    documents: tuple[Entry, ...] = ()
    examples: tuple[Example, ...] = ()


def read(text: str) -> Manifest:
    """Read a manifest; raise CurationSyntax with the line on which the wrong entry starts."""
    try:
        manifest = Manifest.model_validate(toml.parse(text))
    except tomllib.TOMLDecodeError as error:
        place = _PLACE_OF_SYNTAX_ERROR.search(str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        raise CurationSyntax(MANIFEST, line, f"no TOML: {error}") from error
    except RecursionError as error:
        raise CurationSyntax(MANIFEST, 1, "nested too deeply") from error
    except ValidationError as error:
        raise _wrong_entry(text, error) from error
    _refuse_repetitions(text, manifest)
    return manifest


def _wrong_entry(text: str, error: ValidationError) -> CurationSyntax:
    first = error.errors(include_url=False)[0]
    place = first["loc"]
    line = 1
    if place[:1] == ("documents",) and len(place) > 1:
        line = _line_of_entry(text, int(place[1]))
    elif place[:1] == ("examples",) and (key := _KEY_OF_EXAMPLES.search(text)):
        line = _line(text, key.start())
    return CurationSyntax(MANIFEST, line, f"{'.'.join(map(str, place))}: {first['msg']}")


def _refuse_repetitions(text: str, manifest: Manifest) -> None:
    seen: set[tuple[str, str]] = set()
    for number, entry in enumerate(manifest.documents):
        for key, value in (("id", entry.id), ("file", entry.file)):
            if value is None:
                continue
            if (key, value) in seen:
                line = _line_of_entry(text, number)
                raise CurationSyntax(MANIFEST, line, f"two documents have the {key} {value!r}")
            seen.add((key, value))


def _line_of_entry(text: str, number: int) -> int:
    headers = [match.start() for match in _ENTRY.finditer(text)]
    return _line(text, headers[number]) if number < len(headers) else 1


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
