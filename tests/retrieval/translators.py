"""A translator that knows a dozen words, and a memory, for tests that need no program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.models import Language
from knowledge.retrieval.translation import Source

_WORDS = {"strike": "huelga", "union": "sindicato", "newspaper": "periódico", "votes": "votos", "founded": "fundó"}
_BACK = {spanish: english for english, spanish in _WORDS.items()}


class Glossary:
    """Translates word by word; unknown words stay, as with a real translator."""

    def __init__(self, *, broken: bool = False) -> None:
        self.broken = broken
        self.seen: list[Source] = []

    def translate(self, texts: Sequence[Source], source: Language, target: Language) -> tuple[str, ...] | None:
        del target
        self.seen += texts
        return None if self.broken else tuple(_spoken(text, _WORDS if source == "en" else _BACK) for text in texts)

    def identity(self, source: Language, target: Language) -> str:
        return f"glossary {source}-{target}"


def _spoken(text: Source, words: Mapping[str, str]) -> str:
    shown = text.text
    for start, end in reversed(text.kept):
        shown = f"{shown[:start]} {shown[end:]}"
    return " ".join(words.get(word.strip("¿?.").lower(), word) for word in shown.split())


class Remembered:
    """A memory in a dictionary."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], bytes] = {}

    def recall(self, kind: str, texts: Sequence[str]) -> dict[str, bytes]:
        return {text: self.values[kind, text] for text in texts if (kind, text) in self.values}

    def keep(self, kind: str, values: Mapping[str, bytes]) -> None:
        self.values.update({(kind, text): value for text, value in values.items()})
