"""*Find sources*: what the documents say about a message that was written for people, not for the bot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.discord_app.answers import Answers, Asker, Manner, Prepared
from bot.presentation.wording import Wording
from bot.requests import Command, Request
from knowledge.models import Outcome
from knowledge.text.sentences import split

MOST_SENTENCES = 4
"""Sentences of a message that are looked up one by one."""
SHORTEST_SENTENCE = 5
"""Words below which a sentence beside a longer one says too little: "Any thoughts?"."""
SHORTEST_QUOTE = 5
"""Words from which on a message may be a quote; fewer stand in many places."""
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_OF_ELECTIONS = re.compile(
    r"%|\b(?:per ?cent|por ciento|vot(?:e|es|ed|ing|o|os|aron|ar)|elections?|elecci(?:ón|on|ones)|seats?|escaños?)",
    re.IGNORECASE,
)
_AFTER_QUESTION = re.compile(r"(?<=[?!])\s+|\n+")


def read_message(text: str, years: Sequence[int]) -> Iterator[Request]:
    """List what to ask the documents about a message, the most telling first; `years` are those with results."""
    if len(text.split()) >= SHORTEST_QUOTE:
        yield Request(Command.VERIFY, text)
    named = set(_YEAR.findall(text)) if _OF_ELECTIONS.search(text) else set()
    yield from (Request(Command.ELECTIONS, str(year)) for year in years if str(year) in named)
    sentences = [part[start:end] for part in _AFTER_QUESTION.split(text) for start, end in split(part)]
    telling = [sentence for sentence in sentences if len(sentence.split()) >= SHORTEST_SENTENCE] or sentences
    asked_first = sorted(telling[:MOST_SENTENCES], key=lambda sentence: "?" not in sentence)
    yield from (Request(Command.ASK, sentence) for sentence in asked_first)


async def find(answers: Answers, text: str, years: Sequence[int], asker: Asker, say: Wording) -> Prepared:
    """Give the first answer that the documents have to a message, else what is nearest. Raises as `prepare` does."""
    found: list[Prepared] = []
    for request in read_message(text, years):
        read = (say("read-as", reading=f"{request.command} {request.argument}"),)
        closing = (*(read if request.command is Command.ELECTIONS else ()), say("only-you"))
        prepared = await answers.prepare(request, asker, Manner(private=True, slash=True, closing=closing))
        if prepared.outcome is Outcome.ANSWERED:
            return prepared
        found.append(prepared)
    # A passage beside a question goes before one beside mere words, which comes first.
    near = [prepared for prepared in found if prepared.outcome is Outcome.RELATED]
    return (near or found)[-1]
