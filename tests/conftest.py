"""What holds for the whole suite."""

from __future__ import annotations

import atexit
import gc

from hypothesis import settings

# No deadline: a slow machine is no failure. No chance: the same source gives the same result.
settings.register_profile("suite", deadline=None, derandomize=True)
settings.register_profile("fast", settings.get_profile("suite"), max_examples=25)
settings.load_profile("suite")
# At the end Python looks several times through all that three thousand tests have left: a fifth of their time.
atexit.register(gc.freeze)
