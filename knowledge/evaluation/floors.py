"""Floors: shares that a question set's measures may not fall below, in `floors.toml` beside the set."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Field, TypeAdapter, ValidationError

from knowledge.documents import toml
from knowledge.evaluation.question_set import QuestionSetError
from knowledge.evaluation.report import Measure, Report, Scores

FILE = "floors.toml"
Floors = Mapping[Measure, float]
_FORMAT = TypeAdapter(dict[str, dict[Measure, Annotated[float, Field(ge=0, le=1)]]])


class Broken(NamedTuple):
    """A measure that lies below its floor."""

    set: str | None
    """The question set that the floor is for; None where it is for all questions together."""
    measure: Measure
    floor: float
    share: float | None
    """None where nothing was asked that the measure counts."""


def read_floors(files: Sequence[Path]) -> dict[str, Floors]:
    """Read what the folders of some question sets ask of them: floors by the set's file, for those that have any.

    Raises QuestionSetError where `floors.toml` is wrong, or has floors for a set that is not in its folder.
    """
    by_folder = {folder: _read(folder) for folder in {file.parent for file in files}}
    return {str(file): by_folder[file.parent][file.name] for file in files if file.name in by_folder[file.parent]}


def find_broken(report: Report, by_set: Mapping[str, Floors], overall: Floors) -> Iterator[Broken]:
    """Name each measure below its floor; a floor that nothing was asked for is broken too."""
    for name, floors in by_set.items():
        yield from _below(name, report.by_set[name], floors)
    yield from _below(None, report.overall, overall)


def _below(name: str | None, scores: Scores, floors: Floors) -> Iterator[Broken]:
    for measure, floor in floors.items():
        share = scores.of(measure).share
        if share is None or share < floor:
            yield Broken(name, measure, floor, share)


def _read(folder: Path) -> dict[str, dict[Measure, float]]:
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        floors = _FORMAT.validate_python(toml.parse(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise QuestionSetError(path, 0, error.strerror or "cannot be read") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise QuestionSetError(path, 0, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise QuestionSetError(path, 0, str(error)) from error
    for name in floors:
        if not (folder / name).is_file():
            raise QuestionSetError(path, 0, f"{name}: there is no such question set beside it")
    return floors
