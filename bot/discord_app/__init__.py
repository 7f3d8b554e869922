"""The bot in Discord."""

import warnings

# discord.py imports audioop on Python 3.11 and 3.12 for voice, which is not used here.
warnings.filterwarnings(
    "ignore", message="'audioop' is deprecated", category=DeprecationWarning, module=r"discord\.player"
)
