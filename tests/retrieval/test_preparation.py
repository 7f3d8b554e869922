"""What is computed of the passages is computed when it should be, once, and stops when it is told to."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, get_ident

import pytest

from knowledge.retrieval.preparation import Preparation, Prepare, batches


class Work:
    """Counts its runs, waits for a sign, and fails if told to."""

    def __init__(self, *, fault: Exception | None = None) -> None:
        self.runs: list[int] = []
        self.may_end = Event()
        self.ended = Event()
        self._fault = fault

    def __call__(self, go_on: Callable[[int], bool]) -> None:
        self.runs.append(get_ident())
        if self._fault is not None:
            raise self._fault
        done = 0
        while go_on(done) and not self.may_end.wait(0.001):
            done += 1
        self.ended.set()


def test_aside_begins_once_in_another_thread() -> None:
    work = Work()
    preparation = Preparation("it", work, 3, Prepare.ASIDE)
    preparation.begin()
    preparation.begin()
    work.may_end.set()
    assert work.ended.wait(10)
    assert len(work.runs) == 1
    assert work.runs[0] != get_ident()


@pytest.mark.parametrize("when", [Prepare.FIRST, Prepare.KEPT])
def test_an_answer_waits_for_what_is_to_be_done_first_or_was_kept(when: Prepare) -> None:
    work = Work()
    work.may_end.set()
    Preparation("it", work, 3, when).begin()
    assert work.ended.is_set()


def test_closing_stops_the_work_and_nothing_begins_after_it() -> None:
    work = Work()
    preparation = Preparation("it", work, 3, Prepare.ASIDE)
    preparation.begin()
    preparation.close()
    assert work.ended.is_set()
    preparation.begin()
    assert len(work.runs) == 1


def test_it_says_how_far_it_is() -> None:
    def work(go_on: Callable[[int], bool]) -> None:
        assert go_on(2)

    preparation = Preparation("it", work, 3, Prepare.FIRST)
    assert (preparation.done, preparation.total) == (0, 3)
    preparation.begin()
    assert preparation.done == 2


def test_work_that_breaks_off_breaks_no_answer(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        Preparation("the work", Work(fault=ValueError("oh")), 3, Prepare.FIRST).begin()
    assert "the work broke off" in caplog.text


@pytest.mark.parametrize(("count", "expected"), [(0, []), (2, [[0, 1]]), (5, [[0, 1], [2, 3], [4]])])
def test_batches_hold_everything_in_order(count: int, expected: list[list[int]]) -> None:
    assert list(batches(range(count), 2)) == expected


@pytest.mark.parametrize("fault", [None, ValueError("oh")])
def test_it_is_told_how_far_the_work_is_and_that_it_ended_however_it_does(fault: Exception | None) -> None:
    said: list[tuple[int, int]] = []
    work = Work(fault=fault)
    work.may_end.set()
    Preparation("it", work, 3, Prepare.FIRST, lambda done, total: said.append((done, total))).begin()
    assert said == ([(0, 3)] if fault is None else []) + [(3, 3)]
