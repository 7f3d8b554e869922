"""What goes to standard output: one answer for people, or JSON for programs."""

from __future__ import annotations

import errno
import os
import re
import sys
from contextlib import suppress

from bot.cli.invocation import Invocation, warn
from bot.cli.picture import draw
from bot.console.screen import open_screen
from bot.presentation.links import link, starts, with_links
from bot.presentation.places import Library
from bot.presentation.reply import compose, word_refusal
from bot.presentation.rows import under_headers
from bot.requests import BadArgument, Command, Request, refuse, respond
from knowledge.models import Answer, GapKind, Outcome

ANSWERED, NOT_ANSWERED, WRONG_USE, FAILED = range(4)
"""The exit codes."""
# What JSON lets through and a terminal would obey: delete, C1 controls, direction overrides, line separators.
_STEERING = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


def open_streams() -> None:
    """Make the streams safe: pipes are UTF-8, what a terminal cannot show becomes `?`.

    Raises OSError where there is no standard output.
    """
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), "standard output")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is None or not hasattr(stream, "reconfigure"):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="replace")


def abandon_output() -> None:
    """Point standard output at nothing, so that what could not be written is not tried again at the end."""
    if sys.stdout is not None:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def answer(invocation: Invocation, command: Command, argument: str) -> int:
    """Answer one request and give the exit code; what is wrong with an argument goes to standard error."""
    request = Request(command, argument)
    with invocation.assistant() as assistant:
        library = Library.of(assistant.sources(), assistant.years())
        try:
            found = respond(assistant, request, language=invocation.language, asked_in=invocation.asked_in)
        except BadArgument as error:
            warn(word_refusal(error, library.years, invocation.language))
            if invocation.json:
                write(as_json(refuse(error, invocation.language)))
            return WRONG_USE
        assistant.check(found)
        links = link(found, starts(assistant, found.citations), invocation.settings.public_url)
        if invocation.picture is not None:
            draw(invocation, assistant, request, found)
    code = exit_code(found)
    if invocation.json:
        write(as_json(with_links(found, links)))
    else:
        screen = open_screen(sys.stderr if code == WRONG_USE else sys.stdout)
        screen.show(under_headers(compose(found, request, library), found, assistant.passage, library), links)
    return code


def exit_code(found: Answer) -> int:
    """Give the exit code of an answer."""
    if any(gap.kind is GapKind.INPUT for gap in found.missing):
        return WRONG_USE
    return ANSWERED if found.outcome is Outcome.ANSWERED else NOT_ANSWERED


def as_json(found: Answer) -> str:
    """Give an answer as one line of JSON."""
    return escape(found.model_dump_json(by_alias=True))


def escape(text: str) -> str:
    """Escape the characters of JSON that would steer a terminal; they read back the same."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def write(text: str) -> None:
    """Write a line to standard output at once, so that a full disk or a closed pipe is noticed."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
