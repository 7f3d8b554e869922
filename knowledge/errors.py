"""The errors of the domain. They carry data; the words for people live in `bot.presentation`.

KnowledgeError
├── CorpusError             a folder that cannot be a corpus
│   ├── CorpusMissing       no such folder
│   ├── CorpusEmpty         no document in it that could be read
│   └── CorpusUnreadable    the folder itself cannot be listed
├── CurationError           an entry of library.toml, facts.toml or expansions.toml that is wrong
│   ├── CurationSyntax      the file is no TOML, or an entry lacks or misspells a key
│   ├── QuoteMissing        a quote that its document does not hold
│   └── QuoteAmbiguous      a quote that its document holds more than once
└── NotVerbatim             an answer whose quote is not what its document says there
"""

from __future__ import annotations

from pathlib import Path


class KnowledgeError(Exception):
    """Root of every error that `knowledge` raises on purpose."""


class CorpusError(KnowledgeError):
    """A folder cannot be loaded as a corpus."""

    def __init__(self, folder: Path, reason: str = "") -> None:
        super().__init__(f"{folder}: {reason or type(self).__name__}")
        self.folder = folder
        self.reason = reason


class CorpusMissing(CorpusError):
    """The folder does not exist or is no folder."""


class CorpusEmpty(CorpusError):
    """The folder holds no document that could be read."""


class CorpusUnreadable(CorpusError):
    """The folder cannot be listed."""


class CurationError(KnowledgeError):
    """An entry written by hand is wrong; `file` and `line` say where the entry starts."""

    def __init__(self, file: str, line: int, detail: str) -> None:
        super().__init__(f"{file}:{line}: {detail}")
        self.file = file
        self.line = line
        self.detail = detail


class CurationSyntax(CurationError):
    """The file is no TOML, or an entry lacks or misspells a key."""


class QuoteMissing(CurationError):
    """A quote is not in its document; `nearest` is the closest text that is."""

    def __init__(self, file: str, line: int, quote: str, document: str, nearest: str) -> None:
        super().__init__(file, line, f"{document} does not hold {quote!r}; nearest: {nearest!r}")
        self.quote = quote
        self.document = document
        self.nearest = nearest


class QuoteAmbiguous(CurationError):
    """A quote is in its document more than once, so that `after` is needed."""

    def __init__(self, file: str, line: int, quote: str, document: str, times: int) -> None:
        super().__init__(file, line, f"{document} holds {quote!r} {times} times; add `after`")
        self.quote = quote
        self.document = document
        self.times = times


class NotVerbatim(KnowledgeError):
    """An answer holds a quote that is not what its document says at that place."""

    def __init__(self, quote: str, document: str, start: int, end: int) -> None:
        super().__init__(f"{document}[{start}:{end}] is not {quote!r}")
        self.quote = quote
        self.document = document
        self.start = start
        self.end = end
