"""Replies as they look in Discord, on a phone and on a desk; `look` takes the same pictures for people to see."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.discord_app.look import CHROMIUM, NARROW, WIDE, photograph

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="there is no chromium on this machine"),
]

SHOWN = ("whois-lts", "elections-2016", "answer", "not-found", "help", "settings")
SCREEN = 900
"""Pixels of a phone's height: no reply here is longer than what one screen shows."""


async def test_replies_are_drawn_whole_on_a_phone_and_on_a_desk(tmp_path: Path) -> None:
    taken = [each async for each in photograph(tmp_path, SHOWN)]
    assert [(name, width) for name in SHOWN for width in (NARROW, WIDE)] == [each[:2] for each in taken]
    for each in taken:
        assert each.capture.complete, each.capture.diagnostics
        assert each.capture.output_width <= each.width
        assert each.capture.output_height < SCREEN, each.name
        assert (tmp_path / f"{each.name}-{each.width}.png").stat().st_size > 5_000
