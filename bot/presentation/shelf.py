"""The reply to `sources`: what each document is, who speaks in it, and what it does not say of itself."""

from __future__ import annotations

from collections.abc import Sequence

from bot.presentation.parts import Field, Line, Reply, line, opened, strong
from bot.presentation.places import PRESS, Library
from bot.presentation.wording import Wording, wording
from knowledge.models import Document, Language
from knowledge.text.language import detect


def compose_sources(documents: Sequence[Document], language: Language) -> Reply:
    """Compose the list of documents."""
    say = wording(language)
    library = Library.of(documents)
    dated = sum(1 for document in documents if document.date)
    undated = "" if dated == len(documents) else say("sources-undated", dated=dated)
    if len(documents) == 1 and not dated:
        undated = say("sources-undated-one")
    return Reply(
        language,
        lead=(line(strong(say("sources-lead", count=len(documents))), undated),),
        heading=say("sources-heading"),
        fields=tuple(_field(number, document, library, say) for number, document in enumerate(documents, start=1)),
        footer=say("sources-only"),
    )


def _field(number: int, document: Document, library: Library, say: Wording) -> Field:
    title = document.title
    if not document.title_stated and document.kind == "listing":
        title = say("sources-untitled-listing", count=len(document.sections))
    return Field(f"{number}. {title}", tuple(_lines(document, library, say)))


def _lines(document: Document, library: Library, say: Wording) -> list[Line]:
    owner = document.publisher or _byline(document, library)
    kind = f"{say('sources-kind', kind=document.kind or 'none')}, {_languages(document, say)}"
    if document.kind in PRESS:
        speaker = say("sources-press", owner=owner) if owner else say("sources-press-unknown")
        lines = [line(speaker), line(opened(kind))]
    else:
        lines = [line(f"{owner}, {kind}" if owner else f"{opened(kind)}, {say('sources-publisher-unknown')}")]
    if document.date:
        lines.append(line(say("sources-dated", date=document.date)))
    lines.append(line(document.licence or say("sources-rights")))
    if document.url:
        lines.append(line(document.url))
    return lines


def _byline(document: Document, library: Library) -> str | None:
    """Give the byline with the acronym by which citations name it."""
    if document.byline is None:
        return None
    short = library.shortened(document.id, document.byline)
    return document.byline if short == document.byline else f"{document.byline} ({short})"


def _languages(document: Document, say: Wording) -> str:
    """Say the language of a document, and how many of a listing's items are in the other one."""
    spoken = say("place-in-language", language=document.language)
    if document.kind != "listing":
        return spoken
    items = (document.text[section.start : section.end] for section in document.sections)
    others = sum(detect(text, document.language) != document.language for text in items)
    if not others:
        return spoken
    other = say("place-in-language", language="es" if document.language == "en" else "en")
    return f"{spoken}, {say('sources-items-in', count=others, language=other)}"
