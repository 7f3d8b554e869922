"""What holds for the whole suite."""

from __future__ import annotations

from hypothesis import settings

# No deadline: a slow machine is no failure. No chance: the same source gives the same result.
settings.register_profile("suite", deadline=None, derandomize=True)
settings.load_profile("suite")
