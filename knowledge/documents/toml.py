"""TOML that people write beside their documents: parsed fast, and what is wrong said well."""

from __future__ import annotations

import rtoml


def parse(text: str) -> dict[str, object]:
    """Parse a file; raises tomllib.TOMLDecodeError with the line, and RecursionError.

    rtoml reads the thousands of questions of a library in an eighth of the time; tomllib says what is wrong and where.
    """
    try:
        return rtoml.loads(text)
    except rtoml.TomlParsingError:
        import tomllib  # no start has need of it

        return tomllib.loads(text)
