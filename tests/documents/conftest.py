"""A way to read an outline back as text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.documents.outline import Outline

Found = Callable[[str, Outline], list[str]]


@pytest.fixture
def retrieved() -> Found:
    """Give the texts of the blocks that retrieval finds."""
    return lambda text, outline: [text[b.start : b.end] for b in outline.blocks if b.retrieved]


@pytest.fixture
def kept() -> Found:
    """Give the texts of the blocks that are kept and never found."""
    return lambda text, outline: [text[b.start : b.end] for b in outline.blocks if not b.retrieved]
