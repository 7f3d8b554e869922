"""`sources`: the documents, laid out or as JSON."""

from __future__ import annotations

import json

from bot.cli.invocation import Invocation
from bot.cli.output import ANSWERED, escape, write
from bot.console.screen import open_screen
from bot.presentation.shelf import compose_sources


def list_sources(invocation: Invocation) -> int:
    """Show what each document is and what it does not say of itself; JSON leaves the texts out."""
    with invocation.assistant() as assistant:
        documents = assistant.sources()
        if invocation.json:
            shelf = [document.model_dump(exclude={"text", "sections"}) for document in documents]
            write(escape(json.dumps(shelf, ensure_ascii=False)))
        else:
            open_screen().show(compose_sources(documents, invocation.language))
    return ANSWERED
