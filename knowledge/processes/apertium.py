"""Translation between English and Spanish by Apertium, its stages held open (Forcada et al. 2011).

Apertium is under the GPL and stays a program of its own: nothing of it is imported. Where its pair is not
installed there is no translator.
"""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.models import Language
from knowledge.processes.held import IDLE, Held
from knowledge.retrieval.translation import Source

if TYPE_CHECKING:
    from knowledge.processes.pipeline import Pipeline

PACKAGES = ("apertium", "apertium-eng-spa")
"""What to install on Debian."""
WITHIN = 2.0
"""Seconds that a batch of texts may take; one text takes one to two milliseconds."""
_CODES: dict[Language, str] = {"en": "eng", "es": "spa"}
_PLACEHOLDERS = {"$1": "-n", "$2": ""}
"""`$1` marks unknown words, `-n` leaves them as they are; `$2` shows tags, which nobody needs."""
_RESERVED = str.maketrans(dict.fromkeys("\\^$@<>{}[]/\0", " "))
"""Characters of its own language: they are no words. Escaped they would pass too, but ^ alone stops lttoolbox 3.7."""
_END = "[][\n]"
"""Ends the last sentence of a text, as a blank line would, so that the tagger looks at nothing beyond it."""
_BATCH = 8_192
"""Bytes on their way at once: far less than a pipe holds, so that writing never waits for reading."""
_LONGEST = 2_000
"""Characters given to the program in one piece."""


class ApertiumTranslator:
    """Translates by the pair's own stages; a direction is started when it is first needed."""

    def __init__(self, modes: Path, *, within: float = WITHIN, idle: float = IDLE) -> None:
        self._modes = modes
        self._within = within
        self._directions = {
            (source, target): Held(
                f"Apertium {_CODES[source]}-{_CODES[target]}",
                partial(self._start, source, target),
                idle=idle,
            )
            for source in _CODES
            for target in _CODES
            if source != target
        }

    def translate(self, texts: Sequence[Source], source: Language, target: Language) -> tuple[str, ...] | None:
        """Translate texts; what is kept in one is left out. None where the program cannot, now or any more."""
        pieces = [list(_pieces(text)) for text in texts]
        done: list[str] = []
        for batch in _batches([piece for each in pieces for piece in each]):
            written = b"".join(piece + b"\0" for piece in batch)
            answers = self._directions[source, target].use(partial(self._exchange, written, len(batch)))
            if answers is None:
                return None
            done += map(_read, answers)
        given = iter(done)
        return tuple(" ".join(next(given) for _ in each) for each in pieces)

    def identity(self, source: Language, target: Language) -> str:
        """Name the state of the installed pair: another state may translate otherwise."""
        mode = self._mode(source, target)
        digest = blake2b(mode.read_bytes(), digest_size=8)
        for stage in stages(mode):
            for word in stage:
                if word.endswith(".bin") and Path(word).is_file():
                    digest.update(f"{word}\0{Path(word).stat().st_size}\0".encode())
        return f"apertium {mode.stem} {digest.hexdigest()}"

    @property
    def dead(self) -> bool:
        """Tell whether a direction failed so often that it is left alone."""
        return any(direction.given_up for direction in self._directions.values())

    def close(self) -> None:
        """End what runs."""
        for direction in self._directions.values():
            direction.close()

    def _exchange(self, written: bytes, answers: int, program: Pipeline) -> list[bytes]:
        return program.exchange(written, answers, self._within)

    def _start(self, source: Language, target: Language) -> Pipeline:
        from knowledge.processes.pipeline import Pipeline  # few starts need a program

        return Pipeline(stages(self._mode(source, target)))

    def _mode(self, source: Language, target: Language) -> Path:
        return self._modes / f"{_CODES[source]}-{_CODES[target]}.mode"


def find_translator(*, within: float = WITHIN) -> ApertiumTranslator | None:
    """Find Apertium and both directions of its pair; None where either is not installed.

    `within` is how many seconds a batch of texts may take.
    """
    program = shutil.which("apertium")
    if program is None:
        return None
    modes = Path(program).parent.parent / "share" / "apertium" / "modes"
    both = [modes / f"{one}-{other}.mode" for one in _CODES.values() for other in _CODES.values() if one != other]
    return ApertiumTranslator(modes, within=within) if all(mode.is_file() for mode in both) else None


def stages(mode: Path) -> list[list[str]]:
    """Read the commands of a mode, each told to hand on a text at its NUL."""
    commands = []
    for stage in mode.read_text(encoding="utf-8").split("|"):
        program, *arguments = (_PLACEHOLDERS.get(word, word) for word in shlex.split(stage, comments=True))
        commands.append([program, "-z", *filter(None, arguments)])
    return commands


def _pieces(text: Source) -> Iterator[bytes]:
    """Write a text as the program reads it: what is kept and reserved characters left out, no piece too long."""
    place, parts = 0, []
    for start, end in sorted(text.kept):
        if start >= place:
            parts.append(text.text[place:start])
            place = end
    # An empty blank stands where something is kept: the words around it are no neighbours.
    words = " [] ".join(part.translate(_RESERVED) for part in (*parts, text.text[place:])).split()
    piece: list[str] = []
    length = 0
    for word in words:
        if piece and length + len(word) > _LONGEST:
            yield _written(piece)
            piece, length = [], 0
        piece.append(word[:_LONGEST])
        length += len(word) + 1
    yield _written(piece)


def _written(words: Sequence[str]) -> bytes:
    return f"{' '.join(words)}{_END}".encode("utf-8", "replace")


def _read(answer: bytes) -> str:
    return " ".join(answer.decode("utf-8", "replace").translate(_RESERVED).split())


def _batches(pieces: Sequence[bytes]) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    size = 0
    for piece in pieces:
        if batch and size + len(piece) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += len(piece) + 1
    if batch:
        yield batch
