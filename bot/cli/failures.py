"""Errors made into one sentence that says what to do, and an exit code; never a traceback."""

from __future__ import annotations

import logging

from bot.cli.batch import InputFileError
from bot.cli.invocation import Invocation
from bot.cli.output import FAILED, WRONG_USE
from bot.discord_app.errors import DatabaseRefused, DiscordUnreachable, IntentRefused, StartFailed, TokenRefused
from bot.presentation.wording import Wording
from bot.settings import SettingsError
from bot.web.errors import PlaceTaken
from knowledge.errors import (
    CorpusEmpty,
    CorpusError,
    CorpusMissing,
    CurationError,
    KnowledgeError,
    NotVerbatim,
    QuoteAmbiguous,
    QuoteMissing,
)
from knowledge.evaluation import QuestionSetError

_log = logging.getLogger(__name__)


def explain(error: Exception, invocation: Invocation) -> tuple[str, int]:
    """Say what went wrong and what to do, and choose the exit code."""
    wrong_use = isinstance(error, SettingsError | InputFileError | QuestionSetError)
    return _sentence(error, invocation.say), WRONG_USE if wrong_use else FAILED


def _sentence(error: Exception, say: Wording) -> str:
    match error:
        case SettingsError():
            return _setting(error, say)
        case InputFileError():
            return say("failed-file", file=error.file, reason=error.reason)
        case KnowledgeError():
            return _knowledge(error, say)
        case StartFailed() | PlaceTaken():
            return _start(error, say)
        case OSError():
            return say("failed-system", reason=error.strerror or type(error).__name__)
        case _:
            _log.debug("unexpected", exc_info=error)
            return say("failed-fault", reason=type(error).__name__)


def _knowledge(error: KnowledgeError, say: Wording) -> str:
    match error:
        case QuestionSetError():
            place = f"{error.path}:{error.line}" if error.line else str(error.path)
            return say("failed-questions", place=place, detail=f"{error.detail.rstrip('.')}.")
        case CorpusError():
            return _corpus(error, say)
        case CurationError():
            return _curation(error, say)
        case NotVerbatim():
            return say("failed-not-verbatim", document=error.document)
        case _:
            return str(error)


def _start(error: StartFailed | PlaceTaken, say: Wording) -> str:
    match error:
        case PlaceTaken():
            return say("failed-place", place=f"{error.host}:{error.port}", reason=error.reason)
        case TokenRefused():
            return say("failed-token")
        case IntentRefused():
            return say("failed-intent")
        case DiscordUnreachable():
            return say("failed-network", reason=error.reason)
        case DatabaseRefused():
            return say("failed-storage", place=error.place, reason=error.reason)
        case _:
            return say("failed-discord", reason=error.reason or "–")


def _setting(error: SettingsError, say: Wording) -> str:
    first = say("bad-setting", name=error.name, value=error.value)
    if not error.allowed:
        return first
    return f"{first} {say('bad-setting-allowed', allowed=', '.join(error.allowed))}"


def _corpus(error: CorpusError, say: Wording) -> str:
    folder = str(error.folder)
    match error:
        case CorpusMissing():
            return say("failed-corpus-missing", folder=folder)
        case CorpusEmpty():
            return say("failed-corpus-empty", folder=folder)
        case _:
            return say("failed-corpus-unreadable", folder=folder, reason=error.reason or "–")


def _curation(error: CurationError, say: Wording) -> str:
    match error:
        case QuoteMissing():
            return say(
                "failed-quote-missing",
                file=error.file,
                line=str(error.line),
                document=error.document,
                nearest=error.nearest,
            )
        case QuoteAmbiguous():
            return say(
                "failed-quote-ambiguous",
                file=error.file,
                line=str(error.line),
                document=error.document,
                times=error.times,
            )
        case _:
            return say("failed-curation", file=error.file, line=str(error.line), detail=error.detail)
