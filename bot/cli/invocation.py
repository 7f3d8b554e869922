"""One run of the program: its settings and global options, and the assistant that they ask for."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.progress import LoadProgress, PreparationProgress
from bot.presentation.wording import Wording, wording
from bot.settings import Settings, read_language, read_settings
from knowledge.models import Language
from knowledge.retrieval.preparation import Prepare

if TYPE_CHECKING:
    from bot.assistant import Assistant


@dataclass
class Invocation:
    """What the commands of one run share; filled before a command starts."""

    settings: Settings = field(default_factory=Settings)
    corpus: Path | None = None
    """The folder to answer from; None is the shipped library."""
    asked_in: Language | None = None
    """The language of `--lang`, which goes before that of a question."""
    json: bool = False
    picture: Path | None = None
    """The file to which the picture of an answer is written too."""

    @property
    def language(self) -> Language:
        """Give the language of replies that follow no question."""
        return self.asked_in or self.settings.language

    @property
    def say(self) -> Wording:
        """Give the words of that language."""
        return wording(self.language)

    def configure(self, corpus: Path | None, lang: str | None, *, json: bool, picture: Path | None = None) -> None:
        """Take the global options over the settings; raises SettingsError."""
        self.json = json
        self.picture = picture
        if lang is not None:
            self.asked_in = read_language(lang, "--lang")
        self.settings = read_settings()
        self.corpus = corpus if corpus is not None else self.settings.corpus

    @contextmanager
    def assistant(self, prepare: Prepare = Prepare.KEPT) -> Iterator[Assistant]:
        """Open the assistant, name the files that it could not read, and close it; raises KnowledgeError."""
        assistant = self.open_assistant(prepare)
        try:
            yield assistant
        finally:
            assistant.close()

    def open_assistant(self, prepare: Prepare) -> Assistant:
        """Open the assistant and name the files that it could not read; raises KnowledgeError.

        `prepare` is when helper programs may go through the passages.
        """
        from knowledge.bootstrap import Helpers, open_assistant  # numpy and the index: not for --version and --help

        progress = LoadProgress(self.say("loading"))
        told = PreparationProgress(self.say) if prepare is Prepare.FIRST else None
        try:
            assistant = open_assistant(
                self.corpus,
                data=self.settings.data,
                progress=progress,
                helpers=Helpers(self.settings.data, prepare, told=told),
            )
        finally:
            progress.close()
        if not gc.isenabled():  # `main` has put the search for garbage off
            gc.freeze()
            gc.enable()
        for problem in assistant.problems:
            reason = self.say("problem", reason=problem.reason)
            warn(self.say("problem-file", file=problem.file, reason=reason))
        return assistant


def warn(text: str) -> None:
    """Write a line to standard error, if there is one; nothing in it can steer the terminal."""
    from bot.console.layout import visible

    if sys.stderr is not None:
        sys.stderr.write(f"{visible(text)}\n")
        sys.stderr.flush()
