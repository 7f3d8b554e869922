"""Notes and missing parts in words: what the source does not say, and what no passage gives."""

from __future__ import annotations

from collections.abc import Iterable

from bot.presentation.parts import bracket
from bot.presentation.wording import Wording
from bot.requests import LONGEST_QUESTION
from knowledge.models import Answer, GapKind, Note, NoteKind, Statement, StatementKind

LONGEST_ECHO = 80
"""Characters of a person's own words that a reply repeats."""
_ON_THE_LINE = frozenset({NoteKind.TEXT_LOST, NoteKind.TEXT_BREAKS_OFF, NoteKind.CURATED})
_SAID_ELSEWHERE = frozenset({NoteKind.UNDATED, NoteKind.NAME_ONLY})
"""Said by the citation line and by the opening of the reply."""
_TOO_LONG = "too_long"
"""The value of an input gap that stands for words beyond the limit."""
_WITH_NUMBER = frozenset({NoteKind.RELATIVE_DATE, NoteKind.BLANK_CELL})


def remarks(answer: Answer, number: int, say: Wording) -> tuple[str, ...]:
    """Give the notes that stand on the line of citation `number` (from 1)."""
    notes = (note for note in answer.notes if note.citation == number - 1 and note.kind in _ON_THE_LINE)
    return tuple(dict.fromkeys(word(note, say) for note in notes))


def small_print(answer: Answer, say: Wording, *, groups: bool = True) -> tuple[str, ...]:
    """Give the notes on the whole answer, what agrees or differs, and how the question was read."""
    lines = [word(note, say) for note in answer.notes if _is_general(note)]
    lines += _groups(answer, say) if groups else []
    if answer.interpretation:
        lines.append(say("read-as", reading=answer.interpretation))
    return tuple(dict.fromkeys(lines))


def without(answer: Answer, *kinds: NoteKind) -> Answer:
    """Drop notes that a reply says in its own place."""
    return answer.model_copy(update={"notes": tuple(note for note in answer.notes if note.kind not in kinds)})


def of_the_whole(answer: Answer) -> tuple[tuple[str, ...], Answer]:
    """Part what curators note of the subject of a card from the other notes, which the card says elsewhere."""
    curated = {NoteKind.IDENTITY_ASSUMED, NoteKind.CURATED}
    said = [note for note in answer.notes if note.kind in curated and note.citation is None]
    assumed = [note for note in answer.notes if note.kind is NoteKind.IDENTITY_ASSUMED]
    rest = tuple(note for note in answer.notes if note not in said and note not in assumed)
    return tuple(note.text for note in said if note.text), answer.model_copy(update={"notes": rest})


def missing(answer: Answer, say: Wording) -> tuple[str, ...]:
    """Say what no passage gives, one sentence for each kind of gap."""
    values: dict[GapKind, list[str]] = {}
    for gap in answer.missing:
        values.setdefault(gap.kind, []).append(gap.value)
    return tuple(_gap(kind, list(dict.fromkeys(each)), say) for kind, each in values.items())


def distinct(names: Iterable[str]) -> list[str]:
    """Leave out a name that is but a part of another: *Sulem* beside *Sulem Estrada*."""
    listed = list(dict.fromkeys(names))
    return [name for name in listed if not any(set(name.split()) < set(other.split()) for other in listed)]


def echo(text: str) -> str:
    """Repeat a person's words on one line, cut short."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_ECHO else f"{words[: LONGEST_ECHO - 1]}…"


def _is_general(note: Note) -> bool:
    if note.citation is None:
        return True
    return note.kind not in _ON_THE_LINE and note.kind not in _SAID_ELSEWHERE


def word(note: Note, say: Wording) -> str:
    """Say a note: in the curators' words, else in ours."""
    if note.text:
        return note.text
    message = f"note-{note.kind.value.replace('_', '-')}"
    if note.kind in _WITH_NUMBER:
        if note.citation is None:
            return say(f"{message}-bare")
        return say(message, number=bracket([note.citation + 1]))
    return say(message) if say.has(message) else ""


def _groups(answer: Answer, say: Wording) -> list[str]:
    """Say which statements agree or differ; of figures only that they agree, for some are rounded."""
    groups: dict[tuple[StatementKind, int | None], list[Statement]] = {}
    for statement in answer.statements:
        if statement.kind in {StatementKind.AGREE, StatementKind.DIFFER}:
            groups.setdefault((statement.kind, statement.group), []).append(statement)
    return [said for (kind, _), group in groups.items() if (said := _relation(kind, group, say))]


def _relation(kind: StatementKind, group: list[Statement], say: Wording) -> str:
    cited = dict.fromkeys(bracket([number + 1]) for each in group for number in each.citations)
    if len(cited) < 2:
        return ""
    if any(each.result for each in group):
        return say("note-agree-votes") if kind is StatementKind.AGREE else ""
    return say("note-agree" if kind is StatementKind.AGREE else "note-differ", numbers=say.all_of(list(cited)))


def _gap(kind: GapKind, values: list[str], say: Wording) -> str:
    # A wanted noun comes word by word: general, secretary.
    value = (" " if kind is GapKind.NOUN else ", ").join(echo(each) for each in values)
    if kind is GapKind.KIND:
        return say("missing-kind", value=values[0].replace(" ", "-"))
    if kind is GapKind.INPUT and not value:
        return say("missing-input-empty")
    if kind is GapKind.INPUT and value == _TOO_LONG:
        return say("bad-too-long", limit=LONGEST_QUESTION)
    return say(f"missing-{kind.value}", value=value)
