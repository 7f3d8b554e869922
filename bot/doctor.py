"""Checks of settings, data folder, corpus and facts: what is good, what is worth knowing, what to do."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from bot.presentation.wording import Wording
from bot.requests import BadArgument, Command, Request, respond
from bot.settings import Settings
from knowledge.errors import NotVerbatim
from knowledge.models import Aid, AidKind, AidState, IndexKept

if TYPE_CHECKING:
    from bot.assistant import Assistant

_AIDS = {AidKind.TRANSLATION: "doctor-translation", AidKind.EMBEDDINGS: "doctor-embeddings"}


class State(StrEnum):
    """How a check came out."""

    GOOD = "good"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found, in a sentence that says what to do."""

    state: State
    text: str


def examine(
    settings: Settings,
    corpus: Path | None,
    open_assistant: Callable[[], AbstractContextManager[Assistant]],
    say: Wording,
    outside: Callable[[], Iterator[Finding]],
) -> Iterator[Finding]:
    """Check one thing after another; opening the assistant may raise KnowledgeError.

    `outside` checks Discord and the database, which come last: they may take a while.
    """
    from_file = "yes" if Path(".env").is_file() else "no"
    yield Finding(State.GOOD, say("doctor-settings", file=from_file, language=settings.language))
    yield _data(settings.data, say)
    yield _pictures(say)
    with open_assistant() as assistant:
        yield _corpus(assistant, corpus, say)
        for problem in assistant.problems:
            text = say("doctor-problem", file=problem.file, reason=say("problem", reason=problem.reason))
            yield Finding(State.BAD, text)
        yield _index(assistant, settings, say)
        yield _facts(assistant, say)
        for aid in assistant.aids():
            yield _aid(aid, say)
        if assistant.examples:
            yield _quotes(assistant, settings, say)
    yield from outside()


def _data(folder: Path, say: Wording) -> Finding:
    """Look whether the data folder, or the nearest one above it that exists, can be written."""
    nearest = next((each for each in (folder, *folder.absolute().parents) if each.exists()), folder)
    if not (nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)):
        return Finding(State.BAD, say("doctor-data-bad", folder=str(folder)))
    return Finding(State.GOOD, say("doctor-data" if nearest == folder else "doctor-data-new", folder=str(folder)))


def _pictures(say: Wording) -> Finding:
    from bot.presentation.charts.studio import can_draw

    return Finding(State.GOOD, say("doctor-pictures")) if can_draw() else Finding(State.NOTE, say("picture-cannot"))


def _corpus(assistant: Assistant, corpus: Path | None, say: Wording) -> Finding:
    folder = str(corpus) if corpus else say("doctor-library")
    return Finding(State.GOOD, say("doctor-corpus", count=len(assistant.sources()), folder=folder))


def _index(assistant: Assistant, settings: Settings, say: Wording) -> Finding:
    """Look where the index is, and whether it scores as rank_bm25 does."""
    found = assistant.inspect_index()
    if found.exact is False:
        return Finding(State.BAD, say("doctor-index-bad", folder=str(settings.data)))
    text = say("doctor-index", kept=found.kept.value, count=found.passages, folder=str(settings.data))
    if found.compiled:
        text += " " + say("doctor-index-compiled")
    return Finding(State.NOTE if found.kept is IndexKept.MEMORY else State.GOOD, text)


def _facts(assistant: Assistant, say: Wording) -> Finding:
    years = [str(year) for year in assistant.years()]
    if not years:
        return Finding(State.NOTE, say("doctor-facts-none"))
    return Finding(State.GOOD, say("doctor-facts", years=say.all_of(years)))


def _aid(aid: Aid, say: Wording) -> Finding:
    """Say how a helper program is; none is needed, so that a missing one is no fault."""
    state = State.GOOD if aid.state is AidState.READY else State.NOTE
    return Finding(state, say(_AIDS[aid.kind], state=aid.state.value))


def _quotes(assistant: Assistant, settings: Settings, say: Wording) -> Finding:
    """Answer the examples and hold every quote against its document."""
    checked = 0
    for example in assistant.examples:
        try:
            request = Request(Command(example.command), example.argument)
            assistant.check(respond(assistant, request, language=settings.language))
        except NotVerbatim as error:
            return Finding(State.BAD, say("doctor-quotes-bad", document=error.document))
        except (BadArgument, ValueError):
            return Finding(State.BAD, say("doctor-example-bad", command=example.command, argument=example.argument))
        checked += 1
    return Finding(State.GOOD, say("doctor-quotes", count=checked))
