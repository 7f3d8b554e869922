"""The assistant of the club's library."""

from __future__ import annotations

import pytest

from knowledge.assistant import Assistant
from knowledge.bootstrap import open_assistant
from tests.answering.club import write_club


@pytest.fixture(scope="session")
def rower(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Open the club's library."""
    return open_assistant(write_club(tmp_path_factory.mktemp("club")))
