"""Arguments put in the order that the parser wants: global options first, free text behind `--`."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SWITCHES = frozenset({"--json", "--version"})
_WITH_VALUE = frozenset({"--corpus", "--lang", "--picture"})
_FREE_TEXT = frozenset({"ask", "whois", "elections", "timeline", "map", "verify"})
"""Commands whose arguments are a person's words: a dash that opens them is no option."""
_OPTION = re.compile(r"--?[A-Za-z][\w-]*(?:=.*)?", re.DOTALL)


def order(arguments: Sequence[str]) -> list[str]:
    """Move global options before the command and free text behind `--`; what follows a `--` stays."""
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    leading, rest = _part(arguments[:cut])
    command = rest[0] if rest else None
    if command not in _FREE_TEXT:
        return [*leading, *rest, *arguments[cut:]]
    options = [each for each in rest[1:] if _OPTION.fullmatch(each)]
    words = [each for each in rest[1:] if not _OPTION.fullmatch(each)]
    return [*leading, command, *options, "--", *words, *arguments[cut + 1 :]]


def _part(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part the global options, with their values, from everything else."""
    leading: list[str] = []
    rest: list[str] = []
    given = iter(arguments)
    for argument in given:
        name, joined, _ = argument.partition("=")
        if argument in _SWITCHES or (joined and name in _WITH_VALUE):
            leading.append(argument)
        elif argument in _WITH_VALUE:
            value = next(given, None)
            leading += [argument] if value is None else [argument, value]
        else:
            rest.append(argument)
    return leading, rest
