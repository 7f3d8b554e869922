"""The command line: `fuentes` and `python -m bot`."""

from bot.cli.entry import run

__all__ = ["run"]
