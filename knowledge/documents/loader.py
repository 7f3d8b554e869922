"""Load a corpus folder: the only reader of its files.

folder ─ files ─→ texts ─ the parser that recognises each ─→ blocks ─┬→ Source
  library.toml, facts.toml, expansions.toml ─────────────────────────┘
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from knowledge.documents import files, listing, manifest, markdown, naming, report, wiki
from knowledge.documents.files import Problem, Reason, Refused
from knowledge.documents.lines import BYTE_ORDER_MARK
from knowledge.documents.manifest import Entry, Example, Manifest
from knowledge.documents.outline import Outline
from knowledge.errors import CorpusEmpty, CurationSyntax
from knowledge.models import Block, Document, Language
from knowledge.text.language import detect

__all__ = ["Example", "Problem", "Reason", "Source", "load"]

FACTS = "facts.toml"
EXPANSIONS = "expansions.toml"
_LANGUAGE_SAMPLES = 20
_PROBLEMS_NAMED = 5


class _Parser(Protocol):
    def recognises(self, text: str) -> bool: ...

    def parse(self, text: str) -> Outline: ...


_PARSERS: tuple[_Parser, ...] = (wiki, listing, report)


@dataclass(frozen=True, slots=True)
class Source:
    """What a folder holds: documents with their blocks, what people wrote beside them, what was left out."""

    documents: tuple[Document, ...]
    blocks: Mapping[str, tuple[Block, ...]]
    """From a document's id to its blocks in reading order."""
    examples: tuple[Example, ...]
    facts: str | None
    """The text of `facts.toml`."""
    expansions: str | None
    """The text of `expansions.toml`."""
    problems: tuple[Problem, ...]


def bytes_of_asks(folder: Path) -> int:
    """Say how much is written of other ways to ask, in bytes, without reading it; 0 where nothing is."""
    try:
        return (folder / EXPANSIONS).stat().st_size
    except OSError:
        return 0


def load(folder: Path) -> Source:
    """Load a folder; a file that cannot be read is named among the problems and stops no other.

    Raises CorpusMissing, CorpusUnreadable, CorpusEmpty for the folder and CurationSyntax for what lies beside
    the documents: a `library.toml` that is wrong, a TOML file that is no text.
    """
    found, problems = files.find(folder)
    known = manifest.read(_curated(folder, manifest.MANIFEST) or "")
    documents: list[Document] = []
    blocks: dict[str, tuple[Block, ...]] = {}
    for file, identifier, entry in _named(found, known):
        try:
            text = files.read(folder, file)
        except Refused as refused:
            problems.append(Problem(files.shown(file), refused.reason))
            continue
        outline = _outline(text)
        documents.append(_document(identifier, file, entry, text, outline))
        blocks[identifier] = outline.blocks
    if not documents:
        reasons = [f"{file}: {reason}" for file, reason in problems[:_PROBLEMS_NAMED]]
        raise CorpusEmpty(folder, "; ".join(reasons))
    return Source(
        documents=tuple(documents),
        blocks=MappingProxyType(blocks),
        examples=known.examples,
        facts=_curated(folder, FACTS),
        expansions=_curated(folder, EXPANSIONS),
        problems=tuple(problems),
    )


def _named(found: list[str], known: Manifest) -> Iterator[tuple[str, str, Entry | None]]:
    """Give file, id and entry of every document: the manifest's in its order, then the others by path."""
    taken = {entry.id for entry in known.documents if entry.id is not None}
    listed = {entry.file for entry in known.documents}
    for entry in known.documents:
        identifier = entry.id or naming.slug(entry.file, taken)
        taken.add(identifier)
        yield entry.file, identifier, entry
    for file in found:
        if file not in listed:
            identifier = naming.slug(files.shown(file), taken)
            taken.add(identifier)
            yield file, identifier, None


def _outline(text: str) -> Outline:
    parser = next((parser for parser in _PARSERS if parser.recognises(text)), markdown)
    return parser.parse(text)


def _document(identifier: str, file: str, entry: Entry | None, text: str, outline: Outline) -> Document:
    known = entry or Entry(file=files.shown(file))
    stated = known.title or outline.title
    return Document(
        id=identifier,
        file=files.shown(file),
        kind=known.kind,
        title=stated or naming.title(files.shown(file)),
        title_stated=known.title_stated if known.title else outline.title is not None,
        byline=known.byline or outline.byline,
        publisher=known.publisher,
        language=known.language or _language(text, outline.blocks),
        licence=known.licence,
        url=known.url,
        date=known.date,
        text=text,
        sections=outline.sections,
    )


def _language(text: str, blocks: Sequence[Block]) -> Language:
    """Let blocks from all over the text vote, so that a foreign preface decides nothing."""
    retrieved = [block for block in blocks if block.retrieved]
    sample = retrieved[:: max(1, len(retrieved) // _LANGUAGE_SAMPLES)]
    votes = Counter(detect(text[block.start : block.end], "en") for block in sample)
    return "es" if votes["es"] > votes["en"] else "en"


def _curated(folder: Path, name: str) -> str | None:
    """Read a file written by hand that lies beside the documents; None where there is none."""
    try:
        return files.read(folder, name).removeprefix(BYTE_ORDER_MARK)
    except Refused as refused:
        if refused.reason is Reason.MISSING:
            return None
        if refused.reason is Reason.EMPTY:
            return ""
        raise CurationSyntax(name, 1, f"cannot be read: {refused.reason}") from refused
