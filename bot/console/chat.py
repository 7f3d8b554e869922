"""The bot at a prompt: a greeting, three real answers, then a question a line until the input ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.console.screen import Screen
from bot.presentation.links import link, starts
from bot.presentation.places import Library
from bot.presentation.reply import compose, word_refusal
from bot.presentation.rows import under_headers
from bot.presentation.shelf import compose_sources
from bot.presentation.wording import wording
from bot.requests import BadArgument, Command, Request, respond
from bot.typed import HELP, Unknown, Word, read_typed
from knowledge.models import Language, Topic

if TYPE_CHECKING:
    from bot.assistant import Assistant

PROMPT = "fuentes> "
ReadLine = Callable[[], str | None]
"""Gives the next line, or None at the end of the input."""
_QUIT = ("/quit", "chat-help-quit")


class Chat:
    """A conversation with one person; a follow-up inherits the topic of the answer before."""

    def __init__(
        self,
        assistant: Assistant,
        screen: Screen,
        language: Language,
        asked_in: Language | None = None,
        public_url: str | None = None,
    ) -> None:
        self._assistant = assistant
        self._screen = screen
        self._language = language
        self._asked_in = asked_in
        self._public_url = public_url
        self._say = wording(language)
        self._library = Library.of(assistant.sources(), assistant.years())
        self._topic: Topic | None = None

    def greet(self) -> None:
        """Say what this is and show the examples of the corpus, answered."""
        self._screen.say(self._say("chat-greeting", count=len(self._library.documents)))
        for example in self._assistant.examples:
            if example.command not in set(Command):
                continue
            command = Command(example.command)
            self._screen.say()
            slash = "" if command is Command.ASK else f"/{command.value} "
            self._screen.say(f"{PROMPT}{slash}{example.argument}")
            self._answer(Request(command, example.argument))
        self._topic = None
        self._screen.say()
        self._screen.say(self._say("chat-hint"))

    def converse(self, read_line: ReadLine) -> None:
        """Answer line after line until the input ends or the person leaves."""
        while (line := read_line()) is not None:
            typed = read_typed(line)
            if typed is Word.QUIT:
                return
            if typed is None:
                continue
            self._react(typed)
            self._screen.say()

    def _react(self, typed: Request | Word | Unknown) -> None:
        match typed:
            case Request():
                self._answer(typed)
            case Word.SOURCES:
                self._screen.show(compose_sources(self._assistant.sources(), self._language))
            case Unknown():
                self._screen.say(self._say("chat-unknown", command=typed.command))
            case _:
                self._help()

    def _answer(self, request: Request) -> None:
        try:
            answer = respond(
                self._assistant,
                request,
                language=self._language,
                asked_in=self._asked_in,
                topic=self._topic,
            )
        except BadArgument as error:
            self._screen.say(word_refusal(error, self._library.years, self._language))
            return
        self._assistant.check(answer)
        links = link(answer, starts(self._assistant, answer.citations), self._public_url)
        reply = under_headers(compose(answer, request, self._library), answer, self._assistant.passage, self._library)
        self._screen.show(reply, links)
        self._topic = answer.topic

    def _help(self) -> None:
        self._screen.say(self._say("chat-help"))
        for example, message in (*HELP, _QUIT):
            self._screen.say(f"  {example:<16} {self._say(message)}")
        self._screen.say(self._say("chat-help-privacy"))
