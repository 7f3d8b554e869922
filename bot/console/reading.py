"""Lines as a person types them at a terminal, or as a pipe brings them."""

from __future__ import annotations

import sys
from collections.abc import Callable

LONGEST_LINE = 100_000
"""Characters read of one line; what goes beyond is dropped, for no question is as long."""


def line_reader(prompt: str) -> Callable[[], str | None]:
    """Give a function that reads the next line, None at the end; a prompt is shown to people only."""
    if sys.stdin is None:
        return lambda: None
    if sys.stdin.isatty() and sys.stdout is not None and sys.stdout.isatty():
        _edit_lines()
        return lambda: _read_terminal(prompt)
    return _read_pipe


def _edit_lines() -> None:
    try:
        import readline  # noqa: F401  imported for its effect on input(): arrow keys and history
    except ImportError:
        return


def _read_terminal(prompt: str) -> str | None:
    try:
        return input(prompt)
    except EOFError:
        sys.stdout.write("\n")
        return None


def _read_pipe() -> str | None:
    line = sys.stdin.readline(LONGEST_LINE)
    rest = line
    while rest and not rest.endswith("\n"):
        rest = sys.stdin.readline(LONGEST_LINE)
    return line or None
