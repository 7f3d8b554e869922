"""Programs joined by pipes and held open answer text by text, and never outlive their pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Timer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.processes.held import ProgramFailed
from knowledge.processes.pipeline import Pipeline
from tests.processes.programs import ECHO, GONE, SLOW, command, is_running

pytestmark = pytest.mark.slow


def test_texts_pass_through_every_program_and_come_back_one_by_one() -> None:
    pipeline = Pipeline([command(ECHO), command(ECHO)])
    assert pipeline.exchange(b"one\0two\0", 2, 20) == [b"ONE", b"TWO"]
    assert pipeline.exchange(b"three\0", 1, 20) == [b"THREE"]
    pipeline.close()


@pytest.fixture(scope="module")
def echo() -> Iterator[Pipeline]:
    pipeline = Pipeline([command(ECHO)])
    yield pipeline
    pipeline.close()


@settings(max_examples=30)
@given(st.lists(st.binary(max_size=200).map(lambda text: text.replace(b"\0", b"")), max_size=20))
def test_as_many_answers_come_as_texts_went(echo: Pipeline, texts: list[bytes]) -> None:
    written = b"".join(text + b"\0" for text in texts)
    assert echo.exchange(written, len(texts), 20) == [text.upper() for text in texts]


def test_a_program_that_takes_too_long_has_failed() -> None:
    pipeline = Pipeline([command(SLOW)])
    with pytest.raises(ProgramFailed, match="no answer within"):
        pipeline.exchange(b"one\0", 1, 0.05)
    pipeline.close()


def test_a_program_that_ends_has_failed() -> None:
    pipeline = Pipeline([command(GONE)])
    with pytest.raises(ProgramFailed):
        pipeline.exchange(b"one\0", 1, 20)
    pipeline.close()


def test_a_program_that_is_not_there_cannot_be_started() -> None:
    with pytest.raises(ProgramFailed):
        Pipeline([command(ECHO), ["no-such-program-anywhere"]])


def test_killing_ends_an_exchange_under_way() -> None:
    pipeline = Pipeline([command(SLOW)])
    Timer(0.2, pipeline.kill).start()
    with pytest.raises(ProgramFailed, match="it ended"):
        pipeline.exchange(b"one\0", 1, 50)
    pipeline.close()


@pytest.mark.parametrize("source", [ECHO, SLOW, GONE])
def test_closing_leaves_no_program_behind(source: str) -> None:
    pipeline = Pipeline([command(source), command(ECHO)])
    pids = [program.pid for program in pipeline._programs]
    pipeline.close()
    assert not any(map(is_running, pids))
