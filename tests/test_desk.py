"""The desk: checked answers off the event loop, the swap on reload, counters."""

from __future__ import annotations

import threading

import pytest

from bot.desk import Asking, Desk, DeskBusy, Seat
from bot.requests import BadArgument, Command, Request
from knowledge.errors import NotVerbatim
from tests.console.fake import FakeAssistant

FOUNDING = Asking(Request(Command.ASK, "When was the LTS founded?"), "en")


async def _desk(*assistants: FakeAssistant) -> Desk:
    waiting = list(assistants)
    desk = Desk(lambda _: waiting.pop(0))
    await desk.open()
    return desk


async def test_an_answer_comes_in_words_and_is_counted() -> None:
    desk = await _desk(FakeAssistant())
    answered = await desk.answer(FOUNDING)
    assert answered.answer is not None
    assert answered.reply.quotes
    assert len(answered.evidence) == len(answered.starts) == len(answered.answer.citations)
    assert desk.tally.questions == {("ask", "answered", "en"): 1}
    assert sum(desk.tally.durations["ask"].buckets) == 1


async def test_a_program_gets_the_answer_without_words() -> None:
    desk = await _desk(FakeAssistant())
    answer, starts = await desk.ask(FOUNDING)
    assert answer == (await desk.answer(FOUNDING)).answer
    assert len(starts) == len(answer.citations)
    with pytest.raises(BadArgument):
        await desk.ask(Asking(Request(Command.ELECTIONS, "soon"), "es"))
    assert desk.tally.questions["elections", "refused", "es"] == 1


async def test_a_bad_argument_is_a_sentence() -> None:
    desk = await _desk(FakeAssistant())
    answered = await desk.answer(Asking(Request(Command.ELECTIONS, "soon"), "en"))
    assert answered.answer is None
    assert "2016" in answered.reply.lead[0].text


async def test_what_is_not_verbatim_is_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    assistant = FakeAssistant()

    def refuse(_: object) -> None:
        raise NotVerbatim("x", "doc", 0, 1)

    monkeypatch.setattr(assistant, "check", refuse)
    desk = await _desk(assistant)
    with pytest.raises(NotVerbatim):
        await desk.answer(FOUNDING)


async def test_work_is_done_off_the_event_loop() -> None:
    desk = await _desk(FakeAssistant())
    assert await desk.work(lambda _: threading.get_ident()) != threading.get_ident()


async def test_a_reload_swaps_and_closes_the_old_assistant() -> None:
    old, new = FakeAssistant(), FakeAssistant()
    desk = await _desk(old, new)
    await desk.reload()
    assert desk.seat().assistant is new
    assert (old.closed, new.closed) == (True, False)
    desk.close()
    assert new.closed


async def test_an_answer_under_way_keeps_its_assistant_open() -> None:
    old, new = FakeAssistant(), FakeAssistant()
    desk = await _desk(old, new)
    seen: list[bool] = []
    begun, reloaded = threading.Event(), threading.Event()

    def work(_: Seat) -> None:
        begun.set()
        reloaded.wait(5)
        seen.append(old.closed)

    import asyncio

    working = asyncio.ensure_future(desk.work(work))
    await asyncio.to_thread(begun.wait, 5)
    await desk.reload()
    reloaded.set()
    await working
    assert seen == [False]
    assert old.closed


async def test_too_many_waiting_are_sent_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.desk.MOST_WAITING", 0)
    desk = await _desk(FakeAssistant())
    with pytest.raises(DeskBusy):
        await desk.answer(FOUNDING)


async def test_other_texts_are_another_edition() -> None:
    desk = await _desk(FakeAssistant())
    assert desk.seat().edition == desk.seat().edition
    assert len(desk.seat().edition) == 8
