"""The first start: what is made once and kept is made in a child, whose memory goes with it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from knowledge.errors import KnowledgeError


def keep_first(corpus: Path | None, data: Path) -> None:
    """Open and close a corpus in a child where this is the first start that keeps its ways to ask, and wait for it.

    A server lives long with the memory that it was started with; the making leaves holes of some fifteen megabytes.
    Whatever goes wrong, the start itself meets it and says so. To be called while there is one thread.
    """
    from knowledge.bootstrap import keeps_first, open_assistant

    if not hasattr(os, "fork") or not keeps_first(corpus, data):
        return
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    try:
        with suppress(KnowledgeError, OSError):
            open_assistant(corpus, data=data).close()
    finally:
        os._exit(0)
