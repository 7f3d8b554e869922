"""Pictures are drawn by a child, the same for the same chart, kept on disk, and never in the program itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from bot.presentation.charts import studio as module
from bot.presentation.charts.composing import picture
from bot.presentation.charts.parts import Chart
from bot.presentation.charts.studio import NoPictures, Studio
from bot.requests import Command, Request, respond
from tests.journey.surface import library

pytestmark = pytest.mark.slow
PNG = b"\x89PNG\r\n\x1a\n"
LONGEST_SIDE = 4_000


def _chart(command: Command, argument: str = "") -> Chart:
    request = Request(command, argument)
    chart = picture(library(), request, respond(library(), request, language="en"))
    assert chart is not None
    return chart


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    opened = Studio(tmp_path)
    yield opened
    opened.close()


def test_each_kind_of_picture_is_drawn_for_a_phone(studio: Studio) -> None:
    from PIL import Image

    for chart in (_chart(Command.ELECTIONS), _chart(Command.TIMELINE, "MTS"), _chart(Command.MAP, "MTS")):
        drawn = studio.draw(chart)
        with Image.open(BytesIO(drawn)) as image:
            assert (image.format, image.width) == ("PNG", 1080)
            assert image.height < LONGEST_SIDE
        assert len(drawn) < 500_000


def test_the_same_chart_is_the_same_picture_to_the_byte(tmp_path: Path) -> None:
    chart = _chart(Command.ELECTIONS)
    drawn = []
    for name in ("one", "two"):
        studio = Studio(tmp_path / name)
        drawn.append(studio.draw(chart))
        studio.close()
    assert drawn[0] == drawn[1]


def test_a_picture_is_kept_and_needs_no_child_again(studio: Studio, tmp_path: Path) -> None:
    chart = _chart(Command.MAP, "POS")
    drawn = studio.draw(chart)
    studio.close()
    again = Studio(tmp_path)
    assert again.draw(chart) == drawn
    assert again.process is None


def test_a_child_that_died_is_started_anew(studio: Studio) -> None:
    studio.draw(_chart(Command.MAP, "POS"))
    first = studio.process
    assert first is not None
    os.kill(first, signal.SIGKILL)
    assert studio.draw(_chart(Command.MAP, "CRIR")).startswith(PNG)
    assert studio.process not in {None, first}


def test_a_chart_of_signs_and_controls_is_drawn_all_the_same(studio: Studio) -> None:
    chart = _chart(Command.MAP, "POS")
    odd = chart.model_copy(update={"title": "$x^2$ {\\frac} \x00\x1b[31m 漢字 \u202e <script> \ud7ff" + "x" * 400})
    assert studio.draw(odd).startswith(PNG)


def test_where_nothing_can_be_kept_it_is_drawn_all_the_same() -> None:
    studio = Studio(Path("/proc/nowhere"))
    assert studio.draw(_chart(Command.MAP, "POS")).startswith(PNG)
    studio.close()


def test_without_the_library_there_is_no_picture(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    with pytest.raises(NoPictures):
        studio.draw(_chart(Command.ELECTIONS, "2016"))


def test_the_child_ends_when_it_is_idle(tmp_path: Path) -> None:
    code = "from bot.presentation.charts import easel; easel.IDLE = 0.2; easel.main()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.wait(timeout=20) == 0
    del tmp_path


def test_the_child_ends_with_the_program() -> None:
    with subprocess.Popen([sys.executable, "-m", module.EASEL], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        child.stdin.close()
        begun = time.monotonic()
        assert child.wait(timeout=20) == 0
        assert time.monotonic() - begun < 20


def test_the_program_itself_never_loads_the_library() -> None:
    code = (
        "import sys; from bot.presentation.charts import composing; "
        "from bot.presentation.charts.studio import can_draw; "
        "assert can_draw(); assert 'matplotlib' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
