"""With Apertium a question is answered from documents in the other language, in whose words nobody asked it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from knowledge.assistant import Assistant
from knowledge.bootstrap import CACHE, Helpers, open_assistant
from knowledge.models import AidKind, AidState, Outcome
from knowledge.retrieval.preparation import Prepare
from tests.answering.club import write
from tests.processes.programs import is_running, needs_apertium

ENGLISH = (
    "The shoemaker sold his workshop to a widow in the spring.\n\n"
    "The bakery was destroyed by a flood, and the neighbours rebuilt it.\n\n"
    "Nine lighthouses stand along the coast.\n"
)
QUESTION = "¿Qué destruyó la panadería?"
LEAD = "The bakery was destroyed by a flood, and the neighbours rebuilt it."

pytestmark = [pytest.mark.slow, needs_apertium]


@contextmanager
def opened(folder: Path, data: Path | None = None, prepare: Prepare = Prepare.FIRST) -> Iterator[Assistant]:
    assistant = open_assistant(folder, helpers=Helpers(data, prepare, frozenset({AidKind.TRANSLATION})))
    try:
        yield assistant
    finally:
        assistant.close()


def town(folder: Path) -> Path:
    (folder / "en").mkdir()
    return write(folder / "en", town_txt=ENGLISH)


def children() -> set[int]:
    return {int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}


@pytest.mark.parametrize("prepare", Prepare)
def test_a_question_is_answered_in_the_words_of_the_document(tmp_path: Path, prepare: Prepare) -> None:
    folder = town(tmp_path)
    with opened(folder, prepare=prepare) as assistant:
        answer = assistant.ask(QUESTION)
        assistant.check(answer)
    assert (answer.outcome, answer.lead, answer.language) == (Outcome.ANSWERED, LEAD, "es")


def test_no_word_of_a_translation_is_ever_shown(tmp_path: Path) -> None:
    with opened(town(tmp_path)) as assistant:
        asked = (QUESTION, "¿Qué pasó en el acantilado?")
        shown = "".join(assistant.ask(question).model_dump_json() for question in asked)
    assert "inundación" not in shown
    assert "cliff" not in shown


def test_nothing_is_started_for_a_question_in_the_language_of_the_documents(tmp_path: Path) -> None:
    before = children()
    with opened(town(tmp_path)) as assistant:
        assistant.ask("What destroyed the bakery?")
        assert children() == before


def test_closing_ends_every_program_and_answers_go_on(tmp_path: Path) -> None:
    before = children()
    with opened(town(tmp_path)) as assistant:
        assistant.ask(QUESTION)
        started = children() - before
        assert started
    assert not any(map(is_running, started))
    assert assistant.ask("What destroyed the bakery?").lead == LEAD


def test_translations_are_kept_in_the_data_folder(tmp_path: Path) -> None:
    folder, data = town(tmp_path), tmp_path / "data"
    with opened(folder, data) as assistant:
        first = assistant.ask(QUESTION)
    size = (data / CACHE).stat().st_size
    with opened(folder, data) as assistant:
        assert assistant.ask(QUESTION) == first
    assert (data / CACHE).stat().st_size == size > 0


def test_the_helper_says_how_it_is(tmp_path: Path) -> None:
    with opened(town(tmp_path), tmp_path / "data") as assistant:
        assistant.ask(QUESTION)
        (aid,) = (each for each in assistant.aids() if each.kind is AidKind.TRANSLATION)
    assert (aid.state, aid.done, aid.total) == (AidState.READY, 3, 3)
