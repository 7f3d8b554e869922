"""What can go wrong at the start of the site."""

from __future__ import annotations


class PlaceTaken(Exception):
    """Nothing can be served at a host and port; `reason` is the system's."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(reason)
        self.host = host
        self.port = port
        self.reason = reason
