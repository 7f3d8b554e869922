"""From a parser's blocks to the Passages of a document: ids, numbers, languages and what retrieval reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

from knowledge.models import Block, Document, Language, Passage, PassageKind
from knowledge.text.language import detect

_ID_BYTES = 5
_IN_THE_DOCUMENTS_LANGUAGE = (PassageKind.FIELD, PassageKind.ROW)


def build(document: Document, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Make a passage of each block; paragraphs count from 1 in each section, items in the document."""
    counts: Counter[tuple[object, ...]] = Counter()
    occurrences: Counter[str] = Counter()
    passages = []
    for block in blocks:
        text = document.text[block.start : block.end]
        paragraph = 0
        if block.numbered:
            counts[_counted_in(block)] += 1
            paragraph = counts[_counted_in(block)]
        passages.append(
            Passage(
                id=_id(document.id, text, occurrences),
                document=document.id,
                kind=block.kind,
                headings=block.headings,
                label=block.label,
                paragraph=paragraph,
                start=block.start,
                end=block.end,
                language=_language(block, text, document.language),
                indexed=_indexed(document, block, text),
                cells=block.cells,
                retrieved=block.retrieved,
            )
        )
    return tuple(passages)


def _counted_in(block: Block) -> tuple[object, ...]:
    """Name what a block is counted in: its section, where the footer is one of its own."""
    if block.kind is PassageKind.ITEM:
        return (PassageKind.ITEM,)
    return (block.headings, block.label == "footer")


def _id(document: str, text: str, occurrences: Counter[str]) -> str:
    occurrences[text] += 1
    key = f"{document}\0{occurrences[text]}\0{text}"
    return blake2b(key.encode(), digest_size=_ID_BYTES).hexdigest()


def _language(block: Block, text: str, default: Language) -> Language:
    # The names that fill a field or a row say nothing about the language that the document is written in.
    if block.kind in _IN_THE_DOCUMENTS_LANGUAGE or not block.retrieved:
        return default
    return detect(text, default)


def _indexed(document: Document, block: Block, text: str) -> str:
    """Glue headings and headers on; the title of the document heads everything, so it tells nothing apart."""
    if not block.retrieved:
        return ""
    if block.kind is PassageKind.ITEM:
        return text
    if block.cells:
        text = "; ".join(
            f"{cell.header}: {value}" if cell.header else value
            for cell in block.cells
            if (value := document.text[cell.start : cell.end])
        )
    elif block.kind is PassageKind.LIST_ITEM and block.label is not None:
        text = f"{block.label}. {text}"
    return "\n".join((*block.headings, text))
