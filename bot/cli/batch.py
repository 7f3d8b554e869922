"""Many requests at once: JSON lines in, JSON lines out, in order, one broken line never stopping the rest."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from bot.cli.invocation import Invocation
from bot.cli.output import ANSWERED, as_json, escape, write
from bot.presentation.links import link, starts, with_links
from bot.requests import BadArgument, Command, Request, refuse, respond
from knowledge.retrieval.preparation import Prepare

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.presentation.wording import Wording

LONGEST_LINE = 1_000_000
"""Bytes of a line; a longer one is passed over and said to be broken."""
_log = logging.getLogger(__name__)


class BrokenLine(ValueError):
    """A line that is no request; `id` is its id as JSON, as far as it could be read."""

    def __init__(self, reason: str, line_id: str = "null") -> None:
        super().__init__(reason)
        self.id = line_id


@dataclass(frozen=True, slots=True)
class Entry:
    """A request of a batch and its id, which is handed back as the JSON that it came as."""

    id: str
    request: Request


def answer_lines(invocation: Invocation, source: str) -> int:
    """Answer every line of a file, or of standard input for `-`; exit 0 once all were read."""
    with _open(source) as stream, invocation.assistant(Prepare.FIRST) as assistant:
        for line in _lines(stream):
            if line.strip():
                write(_reply(assistant, line, invocation))
    return ANSWERED


def read_entry(line: bytes, say: Wording) -> Entry:
    """Read a line; raises BrokenLine."""
    if len(line) > LONGEST_LINE:
        raise BrokenLine(say("batch-too-long", limit=LONGEST_LINE))
    try:
        content = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BrokenLine(say("batch-not-json")) from error
    if not isinstance(content, dict):
        raise BrokenLine(say("batch-not-json"))
    line_id = json.dumps(content.get("id"))
    command = content.get("command")
    if not isinstance(command, str) or command not in set(Command):
        raise BrokenLine(say("batch-command", commands=", ".join(Command)), line_id)
    argument = content.get("argument")
    if argument is None or (isinstance(argument, int) and not isinstance(argument, bool)):
        argument = "" if argument is None else str(argument)
    if not isinstance(argument, str):
        raise BrokenLine(say("batch-argument"), line_id)
    return Entry(line_id, Request(Command(command), argument))


def _reply(assistant: Assistant, line: bytes, invocation: Invocation) -> str:
    try:
        entry = read_entry(line, invocation.say)
    except BrokenLine as error:
        return _error(error.id, str(error))
    try:
        found = _answer(assistant, entry.request, invocation)
    except Exception as error:  # noqa: BLE001  whatever one line does, the rest goes on
        _log.debug("a line of the batch failed", exc_info=True)
        return _error(entry.id, invocation.say("failed-fault", reason=f"{type(error).__name__}"))
    return f'{{"id": {entry.id}, "answer": {found}}}'


def _answer(assistant: Assistant, request: Request, invocation: Invocation) -> str:
    try:
        found = respond(assistant, request, language=invocation.language, asked_in=invocation.asked_in)
    except BadArgument as error:
        return as_json(refuse(error, invocation.language))
    assistant.check(found)
    links = link(found, starts(assistant, found.citations), invocation.settings.public_url)
    return as_json(with_links(found, links))


def _error(line_id: str, reason: str) -> str:
    return f'{{"id": {line_id}, "error": {escape(json.dumps(reason, ensure_ascii=False))}}}'


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Read line by line, so that answers stream; of an overlong line only the start is kept."""
    while line := stream.readline(LONGEST_LINE + 2):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE + 2)
        yield line


@contextmanager
def _open(source: str) -> Iterator[IO[bytes]]:
    with ExitStack() as stack:
        try:
            path = sys.stdin.fileno() if source == "-" and sys.stdin is not None else source
            stream = stack.enter_context(open(path, "rb", closefd=source != "-"))
        except OSError as error:
            raise InputFileError(source, error.strerror or type(error).__name__) from error
        yield stream


class InputFileError(ValueError):
    """A file named on the command line cannot be read."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason
