"""A held program is started on first use, anew when it fails, and ended when idle or no longer wanted."""

from __future__ import annotations

from threading import Event, Thread

import pytest

from knowledge.processes.held import Held, ProgramFailed
from tests.processes.programs import Running


class Starts:
    """Starts programs and keeps them; the first `faults` uses or starts fail."""

    def __init__(self, *, uses: int = 0, starts: int = 0, error: type[Exception] = ProgramFailed) -> None:
        self.programs: list[Running] = []
        self._uses, self._starts, self._error = uses, starts, error

    def __call__(self) -> Running:
        if self._starts:
            self._starts -= 1
            raise self._error("cannot start")
        self.programs.append(Running(self._fault))
        return self.programs[-1]

    def _fault(self) -> Exception | None:
        if not self._uses:
            return None
        self._uses -= 1
        return self._error("broken")


def test_nothing_is_started_before_the_first_use() -> None:
    starts = Starts()
    held = Held("it", starts)
    assert not held.running
    assert held.use(Running.work) == "done"
    assert held.use(Running.work) == "done"
    assert (len(starts.programs), held.running) == (1, True)
    held.close()


@pytest.mark.parametrize("error", [ProgramFailed, BrokenPipeError])
def test_a_program_that_fails_is_ended_and_the_next_use_starts_another(error: type[Exception]) -> None:
    starts = Starts(uses=1, error=error)
    held = Held("it", starts)
    assert held.use(Running.work) is None
    assert starts.programs[0].closed
    assert held.use(Running.work) == "done"
    held.close()


def test_a_program_that_ended_while_idle_costs_no_answer() -> None:
    starts = Starts()
    held = Held("it", starts)
    held.use(Running.work)
    starts._uses = 1
    assert held.use(Running.work) == "done"
    assert len(starts.programs) == 2
    held.close()


def test_a_program_that_cannot_be_started_is_left_alone_after_a_few_tries() -> None:
    starts = Starts(starts=3)
    held = Held("it", starts)
    assert [held.use(Running.work) for _ in range(5)] == [None] * 5
    assert held.given_up
    assert starts.programs == []


def test_a_success_forgives_earlier_failures() -> None:
    starts = Starts(starts=2)
    held = Held("it", starts)
    assert [held.use(Running.work) for _ in range(3)] == [None, None, "done"]
    assert not held.given_up
    held.close()


def test_closing_ends_the_program_for_good() -> None:
    starts = Starts()
    held = Held("it", starts)
    held.use(Running.work)
    held.close()
    assert starts.programs[0].closed
    assert held.use(Running.work) is None
    assert len(starts.programs) == 1


def test_closing_does_not_wait_for_a_use_under_way() -> None:
    starts = Starts()
    held = Held("it", starts)
    inside = Event()

    def work(program: Running) -> str:
        inside.set()
        assert program.killed.wait(10)
        raise ProgramFailed("it was killed")

    using = Thread(target=held.use, args=[work])
    using.start()
    assert inside.wait(10)
    held.close()
    using.join()
    assert (starts.programs[0].closed, held.running) == (True, False)


def test_an_idle_program_is_ended_and_started_again_when_needed() -> None:
    starts = Starts()
    ended = Event()
    held = Held("it", starts, idle=0.01)

    def close() -> None:
        ended.set()

    held.use(lambda program: setattr(program, "close", close))
    assert ended.wait(10)
    assert held.use(Running.work) == "done"
    assert len(starts.programs) == 2
    held.close()


def test_one_use_at_a_time() -> None:
    held = Held("it", Starts())
    inside: list[int] = []
    most: list[int] = []

    def work(_: Running) -> str:
        inside.append(1)
        most.append(len(inside))
        inside.pop()
        return "done"

    threads = [Thread(target=lambda: [held.use(work) for _ in range(50)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (max(most), len(most)) == (1, 200)
    held.close()
