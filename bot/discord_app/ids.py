"""What the ids of our buttons hold, so that they need no memory: `fuentes:<action>:<argument>`."""

from __future__ import annotations

import re
from enum import StrEnum
from hashlib import blake2b
from typing import NamedTuple

from bot.discord_app.limits import CUSTOM_ID, length
from knowledge.models import Citation, Outcome, Span, Topic

PREFIX = "fuentes"
PATTERN = rf"{PREFIX}:(?P<action>[a-z]+)(?::(?P<argument>.*))?"
_SPANS = re.compile(r"\d+-\d+(?:,\d+-\d+)*")
_TOPIC_PARTS = (3, 4)
"""Of a topic as it is written; a button of an earlier version lacks the passage."""
_OUTCOMES = {"a": Outcome.ANSWERED, "r": Outcome.RELATED, "n": Outcome.NOT_FOUND}


class Action(StrEnum):
    """What a button does."""

    CONTEXT = "context"
    TURN = "turn"
    COPY = "copy"
    WHOLE = "whole"
    SOURCES = "sources"
    MORE = "more"
    WHOIS = "whois"
    ELECTIONS = "elections"
    TIMELINE = "timeline"
    TURN_TIMELINE = "page"
    MAP = "map"
    PICTURE = "picture"
    FOLLOW = "follow"
    ASK = "ask"
    DOCUMENTS = "documents"
    HELP = "help"
    PRIVACY = "privacy"
    LEAVE_OUT = "leave"
    TAKE_IN = "join"
    FORGET = "forget"
    SHARE = "share"
    WRONG = "wrong"
    REMOVE = "remove"
    SETTING = "setting"


def write_id(action: Action, argument: str = "") -> str | None:
    """Write the id of a button; None where the argument is too long for one."""
    written = f"{PREFIX}:{action.value}:{argument}" if argument else f"{PREFIX}:{action.value}"
    return written if length(written) <= CUSTOM_ID else None


def read_id(custom_id: str) -> tuple[Action, str] | None:
    """Read the id of a button; None where it is none of ours, or of a version that is gone."""
    found = re.fullmatch(PATTERN, custom_id, re.DOTALL)
    if found is None or found["action"] not in set(Action):
        return None
    return Action(found["action"]), found["argument"] or ""


def write_place(citation: Citation, start: int) -> str:
    """Name a passage, what of it was quoted and the words that answer; `start` is the passage's own."""
    shift = citation.start - start
    spans = [f"{first + shift}-{last + shift}" for first, last in citation.answer]
    place = f"{citation.passage}/{shift}-{citation.end - start}"
    for at, span in enumerate(spans):
        longer = f"{place}{',' if at else '/'}{span}"
        if write_id(Action.CONTEXT, longer) is None:
            break
        place = longer
    return place


class Spot(NamedTuple):
    """A passage, what of it was quoted, and the spans to set in bold."""

    passage: str
    quote: Span | None = None
    spans: tuple[Span, ...] = ()


def read_place(argument: str) -> Spot:
    """Read what `write_place` wrote, or the id of a passage alone."""
    passage, _, rest = argument.partition("/")
    quote, _, spans = rest.partition("/")
    return Spot(passage, next(iter(_read_spans(quote)), None), _read_spans(spans))


def _read_spans(written: str) -> tuple[Span, ...]:
    if not _SPANS.fullmatch(written):
        return ()
    pairs = (span.split("-") for span in written.split(","))
    return tuple((int(first), int(last)) for first, last in pairs)


def write_verdict(outcome: Outcome, topic: Topic) -> str:
    """Name an outcome and, as far as there is room, the topic that a follow-up inherits."""
    for count in range(len(topic.entities), -1, -1):
        years = "+".join(str(year) for year in topic.years)
        parts = ("+".join(topic.entities[:count]), years, topic.attribute or "", topic.passage or "")
        written = f"{outcome.value[0]}:{'~'.join(parts)}"
        if write_id(Action.WRONG, written):
            return written
    return outcome.value[0]


def read_verdict(argument: str) -> tuple[Outcome, Topic | None]:
    """Read an outcome and its topic; the topic is None where it holds nothing."""
    letter, _, written = argument.partition(":")
    outcome = _OUTCOMES.get(letter, Outcome.NOT_FOUND)
    parts = written.split("~")
    if len(parts) not in _TOPIC_PARTS:
        return outcome, None
    entities, years, attribute, passage = (*parts, "")[:4]
    topic = Topic(
        entities=tuple(each for each in entities.split("+") if each),
        years=tuple(int(each) for each in years.split("+") if each.isdecimal()),
        attribute=attribute or None,
        passage=passage or None,
    )
    return outcome, topic if topic != Topic() else None


def document_key(document: str) -> str:
    """Name a document in ten characters, however long its own id is."""
    return blake2b(document.encode(), digest_size=5).hexdigest()
