"""The names and descriptions of commands in Spanish, and Discord's locales as our languages."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.presentation.wording import wording
from knowledge.models import Language

_SPANISH = frozenset({discord.Locale.spain_spanish, discord.Locale.latin_american_spanish})
_ENGLISH = frozenset({discord.Locale.american_english, discord.Locale.british_english})


class Spanish(app_commands.Translator):
    """Translate what is marked with the name of a message; everything else stays."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Give the Spanish words; the English ones are the strings themselves."""
        del context
        message = string.extras.get("message")
        return wording("es")(message) if message and locale in _SPANISH else None


def translatable(message: str) -> app_commands.locale_str:
    """Mark a message of the wording, in English by default."""
    return app_commands.locale_str(wording("en")(message), message=message)


def locale_language(locale: discord.Locale | None, *, community: bool = False) -> Language | None:
    """Read a locale as one of our languages; None for others.

    A server that never chose one is American English: with `community`, only Spanish counts as chosen.
    """
    if locale in _SPANISH:
        return "es"
    return "en" if locale in _ENGLISH and not community else None
