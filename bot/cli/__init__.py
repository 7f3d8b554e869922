"""The command line: `fuentes` and `python -m bot`."""

from bot.cli.entry import main, run

__all__ = ["main", "run"]
