"""A question set: JSON lines of questions, what answers them and where that stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from knowledge.errors import KnowledgeError
from knowledge.models import Language
from knowledge.models.documents import Model

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class QuestionSetError(KnowledgeError):
    """A question set cannot be read; `line` counts from 1 and is 0 where the file itself is at fault."""

    def __init__(self, path: Path, line: int, detail: str) -> None:
        super().__init__(f"{path}:{line}: {detail}" if line else f"{path}: {detail}")
        self.path = path
        self.line = line
        self.detail = detail


def _listed(value: object) -> object:
    """Read null as an empty list and a text alone as a list of one."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
"""Words: never blank, for a blank gold answer would be found everywhere."""
Texts = Annotated[tuple[Text, ...], BeforeValidator(_listed)]


class EvidenceQuote(Model):
    """A stretch of a document that answers a question."""

    model_config = ConfigDict(extra="ignore")

    document: str
    """Its id, or its file name."""
    quote: Text


class Question(Model):
    """One question and what is expected of its answer; unknown keys are passed over."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    id: str
    language: Language = Field(alias="lang")
    kind: str | None = None
    text: Text = Field(alias="question")
    answerable: bool
    gold_answers: Texts = ()
    """Any one of them must be shown."""
    gold_all: Annotated[tuple[Texts, ...], BeforeValidator(_listed)] = ()
    """One of each group must be shown."""
    evidence: Annotated[tuple[EvidenceQuote, ...], BeforeValidator(_listed)] = ()
    after: Texts = ()
    """Questions asked before it, whose topic is handed on: what makes it a follow-up."""
    file: str = ""
    """The question set that it was read from, whatever the line says of it."""

    @property
    def golds(self) -> tuple[str, ...]:
        """List every text that answers, wherever it is given."""
        return (*self.gold_answers, *(gold for group in self.gold_all for gold in group))


def read(path: Path) -> tuple[Question, ...]:
    """Read the questions of a file.

    Raises QuestionSetError, with the line, for one that is no question.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise QuestionSetError(path, 0, error.strerror or "cannot be read") from error
    return tuple(_question(path, number, line) for number, line in _lines(content))


def _lines(content: bytes) -> Iterator[tuple[int, bytes]]:
    # Split by hand: str.splitlines would also part a line at U+2028, which JSON allows inside a text.
    for number, line in enumerate(content.removeprefix(_BYTE_ORDER_MARK).split(b"\n"), start=1):
        if line.strip():
            yield number, line


def _question(path: Path, number: int, line: bytes) -> Question:
    try:
        return Question.model_validate_json(line).model_copy(update={"file": str(path)})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise QuestionSetError(path, number, f"{place}: {first['msg']}" if place else first["msg"]) from error
