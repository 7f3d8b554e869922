"""The program as a process: what it imports, and streams that break under it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {"aiohttp", "asyncio", "discord", "dotenv", "rich", "sqlalchemy"}
"""What an answer into a pipe must not wait for."""

pytestmark = pytest.mark.slow


def _python(*arguments: str, stdout: int | None = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        env={"PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_an_answer_into_a_pipe_imports_nothing_heavy() -> None:
    listing = "import sys; from bot.cli import run; run(['whois', 'LTS']); print(*sys.modules, file=sys.stderr)"
    modules = {name.partition(".")[0] for name in _python("-c", listing).stderr.split()}
    assert modules & HEAVY == set()
    assert "knowledge" in modules


def test_a_reader_that_goes_away_leaves_no_traceback() -> None:
    program = [sys.executable, "-m", "bot", "batch", "-"]
    line = b'{"id": 1, "command": "timeline", "argument": ""}\n'
    with subprocess.Popen(
        program,
        env={"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(line)
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(line * 50)
        process.stdin.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_a_failure_in_one_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        ended = _python("-m", "bot", "sources", stdout=full.fileno())
    assert ended.returncode == 3
    assert ended.stderr == "I could not go on. The system says: No space left on device\n"


def test_run_with_no_input_shows_three_answers_and_ends() -> None:
    ended = _python("-m", "bot", "run")
    assert ended.returncode == 0
    assert ended.stdout.count("fuentes> ") == 3
    assert ended.stdout.count("[1]") >= 3
