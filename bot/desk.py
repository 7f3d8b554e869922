"""The desk that every surface asks at: the current assistant of each scope, off the event loop, a few at a time."""

from __future__ import annotations

import asyncio
import gc
import logging
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from time import perf_counter, time
from typing import TYPE_CHECKING, TypeVar

from bot.metrics import Tally
from bot.presentation.links import starts
from bot.presentation.page import Page
from bot.presentation.parts import Quote, Reply
from bot.presentation.places import Library
from bot.presentation.reply import compose, compose_refusal
from bot.presentation.rows import say_header, under_headers
from bot.presentation.wording import wording
from bot.requests import BadArgument, Request, respond
from bot.settings import give_back_memory
from knowledge.models import Answer, AnswerKind, Language, Topic
from knowledge.questions.kinds import recognise
from knowledge.text.normalise import fold

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.presentation.charts.parts import Chart
    from bot.presentation.charts.studio import Studio

Scope = int | None
"""The server whose documents are asked, or None for those that all share."""
T = TypeVar("T")
_log = logging.getLogger(__name__)
AT_ONCE = 2
"""Questions answered at the same time; with more, all take turns on the interpreter, the event loop too."""
_LETTERS = re.compile(r"(?<!\w)[A-ZÁÉÍÓÚÑ]{3,}(?:-[A-Z]+)*(?!\w)")
REFUSED = "refused"
"""What is counted as the outcome of an argument that cannot be answered."""
MOST_WAITING = 500
"""Questions that may wait; beyond that a person is better told to come back."""


class DeskBusy(Exception):
    """Too many questions are waiting."""


@dataclass(frozen=True)
class Seat:
    """An assistant with what the presentation needs of its corpus."""

    assistant: Assistant
    library: Library
    loaded: float = field(default_factory=time)
    """When the documents were loaded, in seconds since 1970."""

    @cached_property
    def passages(self) -> int:
        """Count the passages that retrieval can find."""
        of_each = (self.assistant.passages(document) for document in self.library.documents)
        return sum(passage.retrieved for passages in of_each for passage in passages)

    @cached_property
    def edition(self) -> str:
        """Name the state of the documents in eight characters: another text, another name."""
        digest = blake2b(digest_size=4)
        for document in self.assistant.sources():
            digest.update(f"{document.id}\0{document.text}\0".encode())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Asking:
    """A request with all that decides its answer."""

    request: Request
    language: Language
    """Of a reply that follows no question."""
    topic: Topic | None = None
    asked_in: Language | None = None
    """The language that goes before that of the question."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A checked answer in words; `answer` is None where the argument itself was refused."""

    reply: Reply
    answer: Answer | None
    edition: str
    name: str | None = None
    """The short name of what the answer is about, where the corpus knows it."""
    years: tuple[int, ...] = ()
    """The years that have election results."""
    evidence: tuple[Quote, ...] = ()
    """Every citation of the answer, quoted."""
    drawable: bool = False
    """Whether the desk draws pictures."""
    starts: tuple[int, ...] = ()
    """For each citation the offset at which its passage starts."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an answer, as PNG, and the same in words."""

    png: bytes
    title: str
    alt: str


class Desk:
    """Lend assistants to the surfaces."""

    def __init__(
        self, open_assistant: Callable[[Scope], Assistant], *, at_once: int = AT_ONCE, pictures: Path | None = None
    ) -> None:
        self._open = open_assistant
        self._seats: dict[Scope, Seat] = {}
        self._users: Counter[int] = Counter()
        self._retired: dict[int, Seat] = {}
        self._turns = asyncio.Semaphore(at_once)
        self._waiting = 0
        self.tally = Tally()
        self._pictures = pictures
        """The folder in which pictures are kept; None where none are drawn."""

    async def open(self) -> None:
        """Load the documents that all scopes share; raises KnowledgeError."""
        await self.reload(None)

    async def reload(self, scope: Scope = None) -> None:
        """Load the documents of a scope anew and swap them in; answers under way end with the old ones."""
        gc.unfreeze()  # else what is replaced would never be found to be garbage
        assistant = await asyncio.to_thread(self._open, scope)
        seat = Seat(assistant, Library.of(assistant.sources(), assistant.years()))
        await asyncio.to_thread(lambda: seat.edition)
        give_back_memory()
        old = self._seats.get(scope)
        self._seats[scope] = seat
        if old is not None:
            self._retired[id(old)] = old
            self._close_if_unused(old)

    def seat(self, scope: Scope = None) -> Seat:
        """Give what is current for a scope."""
        return self._seats.get(scope) or self._seats[None]

    async def answer(self, asking: Asking, scope: Scope = None) -> Answered:
        """Answer a request, checked and in words. Raises NotVerbatim and DeskBusy."""
        started = perf_counter()
        answered = await self.work(lambda seat: _answer(seat, asking, drawable=self.can_draw), scope)
        answer = answered.answer
        outcome = answer.outcome.value if answer else REFUSED
        self._note(asking, outcome, answer.language if answer else asking.language, started)
        return answered

    async def ask(self, asking: Asking, scope: Scope = None) -> tuple[Answer, tuple[int, ...]]:
        """Answer a request for a program, checked and not in words; give the offsets at which its passages start too.

        Raises BadArgument, NotVerbatim and DeskBusy.
        """
        started = perf_counter()
        try:
            answer, starting = await self.work(lambda seat: _ask(seat, asking), scope)
        except BadArgument:
            self._note(asking, REFUSED, asking.language, started)
            raise
        self._note(asking, answer.outcome.value, answer.language, started)
        return answer, starting

    async def picture(self, asking: Asking, scope: Scope = None) -> Picture | None:
        """Draw the picture of an answer; None where there is nothing to see. Raises NotVerbatim and DeskBusy."""
        chart = await self.work(lambda seat: _chart(seat, asking), scope) if self.can_draw else None
        if chart is None:
            return None
        from bot.presentation.charts.studio import NoPictures

        try:
            return Picture(await asyncio.to_thread(self._studio.draw, chart), chart.title, chart.alt)
        except NoPictures as error:
            _log.warning("A picture could not be drawn: %s", error)
            return None

    @cached_property
    def can_draw(self) -> bool:
        """Tell whether pictures can be drawn."""
        from bot.presentation.charts.studio import can_draw

        return self._pictures is not None and can_draw()

    @cached_property
    def _studio(self) -> Studio:
        from bot.presentation.charts.studio import Studio

        return Studio(self._pictures or Path())

    async def work(self, function: Callable[[Seat], T], scope: Scope = None) -> T:
        """Run a function with the current seat in a thread, when its turn comes; raises DeskBusy."""
        if self._waiting >= MOST_WAITING:
            self.tally.busy += 1
            raise DeskBusy
        self._waiting += 1
        try:
            async with self._turns:
                seat = self.seat(scope)
                self._users[id(seat)] += 1
                try:
                    return await asyncio.to_thread(function, seat)
                finally:
                    self._users[id(seat)] -= 1
                    self._close_if_unused(seat)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """Close every assistant."""
        for seat in (*self._seats.values(), *self._retired.values()):
            seat.assistant.close()
        self._retired.clear()
        if "_studio" in vars(self):
            self._studio.close()

    def _note(self, asking: Asking, outcome: str, language: Language, started: float) -> None:
        self.tally.note(asking.request.command.value, outcome, language, perf_counter() - started)

    def _close_if_unused(self, seat: Seat) -> None:
        if not self._users[id(seat)]:
            del self._users[id(seat)]
            if self._retired.pop(id(seat), None):
                seat.assistant.close()


def kind_of(text: str) -> AnswerKind:
    """Tell what kind of question a text is; `NONE` where it is none."""
    return recognise(fold(text))[0]


def _ask(seat: Seat, asking: Asking) -> tuple[Answer, tuple[int, ...]]:
    assistant = seat.assistant
    answer = respond(assistant, asking.request, language=asking.language, asked_in=asking.asked_in, topic=asking.topic)
    assistant.check(answer)
    return answer, starts(assistant, answer.citations)


def _chart(seat: Seat, asking: Asking) -> Chart | None:
    from bot.presentation.charts.composing import picture

    try:
        answer, _ = _ask(seat, asking)
    except BadArgument:
        return None
    return picture(seat.assistant, asking.request, answer)


def _answer(seat: Seat, asking: Asking, *, drawable: bool = False) -> Answered:
    request, assistant = asking.request, seat.assistant
    try:
        answer, starting = _ask(seat, asking)
    except BadArgument as error:
        refusal = compose_refusal(error, seat.library, asking.language)
        return Answered(refusal, None, seat.edition, years=seat.library.years)
    page = Page.of(answer, seat.library, wording(answer.language))
    return Answered(
        reply=under_headers(compose(answer, request, seat.library), answer, assistant.passage, seat.library),
        answer=answer,
        edition=seat.edition,
        name=_name(assistant, answer),
        years=seat.library.years,
        evidence=tuple(_evidence(seat, page, number) for number in range(1, len(answer.citations) + 1)),
        drawable=drawable,
        starts=starting,
    )


def _name(assistant: Assistant, answer: Answer) -> str | None:
    """Name what an answer is about: by the letters that were asked for, where they are a name of their own."""
    named = (assistant.shown_name(entity) for entity in answer.topic.entities)
    shown = next((name for name in named if name), None)
    for letters in _LETTERS.findall(answer.question) if shown else ():
        if letters == shown or assistant.names(letters)[:1] == (letters,):
            return str(letters)
    return shown


def _evidence(seat: Seat, page: Page, number: int) -> Quote:
    """Quote a citation as it stands, a row of a table under its header row."""
    passage = seat.assistant.passage(page.citation(number).passage)
    header = say_header(passage, seat.library, page.say.language)
    return replace(page.quote(number, attributed=False), header=header)
