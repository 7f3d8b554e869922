"""The child process that draws: a chart a line in, a length and a PNG out, until nobody asks for a minute."""

from __future__ import annotations

import select
import sys

IDLE = 60.0
"""Seconds without a chart after which the process ends."""


def main() -> None:
    """Draw what standard input asks for."""
    from bot.presentation.charts.drawing import draw
    from bot.presentation.charts.parts import Chart

    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    while select.select([stdin], [], [], IDLE)[0]:
        line = stdin.readline()
        if not line:
            return
        try:
            picture = draw(Chart.model_validate_json(line))
        except Exception:  # noqa: BLE001  no length is the answer; the next chart may be drawn all the same
            picture = b""
        stdout.write(len(picture).to_bytes(4, "big") + picture)
        stdout.flush()


if __name__ == "__main__":
    main()
