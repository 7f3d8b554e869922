"""The studio: pictures drawn by a child process that ends when it is idle, and kept by what they show.

The library that draws holds 70 MB, so the program itself never imports it.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import suppress
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from bot.presentation.charts.parts import Chart

LIBRARY = "matplotlib"
EASEL = "bot.presentation.charts.easel"
"""The module that the child runs."""
_HOME = "MPLCONFIGDIR"
"""Where the library keeps its list of fonts, which takes it a second to make."""
PATIENCE = 20.0
"""Seconds that one picture may take."""
EDITION = 1
"""Counts up whenever the same chart is drawn otherwise, so that old pictures are drawn anew."""
_LENGTH = 4
"""Bytes of the length before a picture."""
MOST_KEPT = 500
"""Pictures kept on disk; beyond that the one drawn longest ago goes."""


class NoPictures(Exception):
    """A picture cannot be drawn: the library is missing, or the child failed."""


def can_draw() -> bool:
    """Tell whether the library that draws is installed, without importing it."""
    return find_spec(LIBRARY) is not None


class Studio:
    """Draws charts, one at a time, and keeps what it has drawn in a folder; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "pictures"
        self._own = folder / "drawing"
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None

    def draw(self, chart: Chart) -> bytes:
        """Give the picture of a chart as PNG; raises NoPictures."""
        written = chart.model_dump_json().encode()
        kept = self._folder / f"{blake2b(written, digest_size=16, salt=bytes([EDITION])).hexdigest()}.png"
        with suppress(OSError):
            return kept.read_bytes()
        if not can_draw():
            raise NoPictures(LIBRARY)
        with self._lock:
            picture = self._ask(written)
        self._keep(kept, picture)
        return picture

    @property
    def process(self) -> int | None:
        """Give the id of the child while there is one."""
        return self._child.pid if self._child and self._child.poll() is None else None

    def close(self) -> None:
        """End the child, if there is one."""
        with self._lock:
            if self._child is not None:
                _end(self._child)
                self._child = None

    def _ask(self, written: bytes) -> bytes:
        """Ask the child; one that ended while it was idle is started anew, one that fails twice is given up."""
        for _ in range(2):
            child = self._running()
            assert child.stdin is not None
            assert child.stdout is not None
            watch = threading.Timer(PATIENCE, child.kill)
            watch.start()
            with suppress(OSError):
                child.stdin.write(written + b"\n")
                child.stdin.flush()
                length = int.from_bytes(child.stdout.read(_LENGTH), "big")
                picture = child.stdout.read(length)
                if length and len(picture) == length:
                    watch.cancel()
                    return picture
            watch.cancel()
            _end(child)
            self._child = None
        raise NoPictures(EASEL)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            # `env` hands the child one variable more; reading our own environment is the settings' business.
            home = f"{_HOME}={self._own.absolute()}"
            self._child = subprocess.Popen(  # noqa: S603  our own program, and no word of a person
                ["/usr/bin/env", home, sys.executable, "-m", EASEL],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            threading.Thread(target=self._child.wait, daemon=True).start()  # so that its end leaves no zombie
        return self._child

    def _keep(self, path: Path, picture: bytes) -> None:
        """Keep a picture; where nothing can be written it is drawn again the next time."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(f".{threading.get_ident()}")
            unfinished.write_bytes(picture)
            unfinished.replace(path)
            drawn = sorted(self._folder.glob("*.png"), key=lambda each: each.stat().st_mtime)
            for old in drawn[:-MOST_KEPT]:
                old.unlink()


def _end(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    child.wait()
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()
