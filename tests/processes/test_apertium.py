"""Apertium translates what is not kept out of it, whatever the text; where it is missing there is no translator."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.models import AidState, Language
from knowledge.processes.apertium import ApertiumTranslator, find_translator, stages
from knowledge.processes.cache import Cache
from knowledge.processes.translation import Translation
from knowledge.retrieval.preparation import Preparation, Prepare
from knowledge.retrieval.translation import Source, beyond
from tests.processes.programs import ECHO, SLOW, needs_apertium

PATIENCE = 60.0
"""Seconds after which what never comes is a failure: on a busy machine a program may start late."""
RESERVED = r"a ^b$ <c> {d} [e] f/g @h \i 50%"


def made(tmp_path: Path, source: str, **options: float) -> ApertiumTranslator:
    """Make a translator whose only stage is some Python."""
    program = tmp_path / "stage"
    program.write_text(f"#!{sys.executable}\n{source}", encoding="utf-8")
    program.chmod(0o755)
    for pair in ("eng-spa", "spa-eng"):
        (tmp_path / f"{pair}.mode").write_text(f"'{program}' $1 $2", encoding="utf-8")
    return ApertiumTranslator(tmp_path, **options)


@pytest.fixture(scope="module")
def translator() -> Iterator[ApertiumTranslator]:
    found = find_translator(within=PATIENCE)
    assert found is not None
    yield found
    found.close()


def test_a_mode_is_read_as_a_shell_would_and_told_to_mind_the_nul(tmp_path: Path) -> None:
    mode = tmp_path / "eng-spa.mode"
    mode.write_text("lt-proc $1 '/a b/c.bin' | apertium-tagger -g $2 'd.prob'\n", encoding="utf-8")
    assert stages(mode) == [["lt-proc", "-z", "-n", "/a b/c.bin"], ["apertium-tagger", "-z", "-g", "d.prob"]]


def test_without_the_program_there_is_no_translator(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_translator() is None


def test_without_the_pair_there_is_no_translator(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "bin" / "apertium"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    assert find_translator() is None


@needs_apertium
class TestApertium:
    def test_translates_both_ways(self, translator: ApertiumTranslator) -> None:
        assert spoken(translator, "es", "la huelga", "casas") == ["the strike", "houses"]
        assert spoken(translator, "en", "the houses") == ["las casas"]

    def test_what_is_kept_is_left_out(self, translator: ApertiumTranslator) -> None:
        text = "Arturo Campos lost the house."
        (whole,) = spoken(translator, "en", text)
        (kept,) = translator.translate([Source(text, ((0, 13),))], "en", "es") or ()
        assert "arturo" in whole
        assert "Arturo" not in kept
        assert "casa" in kept

    def test_unknown_words_stay_as_they_are(self, translator: ApertiumTranslator) -> None:
        assert spoken(translator, "en", "zzyzx") == ["zzyzx"]

    def test_characters_that_mean_something_to_it_do_no_harm(self, translator: ApertiumTranslator) -> None:
        translated, after = spoken(translator, "en", RESERVED, "the house")
        assert set(translated.split()) >= {"50%", "h", "i"}
        assert after == "la casa"

    @settings(max_examples=60)
    @given(st.lists(st.text(max_size=60), max_size=5))
    def test_every_text_comes_back_in_its_place(self, translator: ApertiumTranslator, texts: list[str]) -> None:
        between = [each for text in texts for each in (text, "the house")]
        assert spoken(translator, "en", *between)[1::2] == ["la casa"] * len(texts)

    def test_a_translation_does_not_depend_on_what_was_translated_before(self, translator: ApertiumTranslator) -> None:
        texts = ("Who founded the newspaper", "the strike of March", "did they win?", "50% of")
        alone = [spoken(translator, "en", text)[0] for text in texts]
        assert spoken(translator, "en", *texts) == alone
        assert spoken(translator, "en", *reversed(texts)) == alone[::-1]

    def test_a_text_longer_than_a_pipe_comes_through(self, translator: ApertiumTranslator) -> None:
        (translated,) = spoken(translator, "en", "the house " * 10_000)
        assert translated.count("casa") == 10_000

    def test_names_its_state(self, translator: ApertiumTranslator) -> None:
        assert translator.identity("en", "es") == translator.identity("en", "es") != translator.identity("es", "en")

    def test_says_that_it_is_ready(self, translator: ApertiumTranslator) -> None:
        assert status(translator) is AidState.READY


def spoken(translator: ApertiumTranslator, language: Language, *texts: str) -> list[str]:
    """Translate texts whole, case apart: the first word of an answer may be in capitals or not."""
    translated = translator.translate([*map(Source, texts)], language, beyond(language))
    assert translated is not None
    return [text.casefold() for text in translated]


def status(translator: ApertiumTranslator | None) -> AidState:
    preparation = Preparation("nothing", lambda _: None, 0, Prepare.KEPT)
    return Translation(translator, preparation, Cache(None)).status().state


def test_says_that_it_is_absent() -> None:
    assert status(None) is AidState.ABSENT


@pytest.mark.slow
class TestFaults:
    def test_a_program_that_hangs_costs_its_time_out_and_no_more(self, tmp_path: Path) -> None:
        hanging = made(tmp_path, SLOW, within=0.05)
        assert [hanging.translate([Source("casa")], "es", "en") for _ in range(4)] == [None] * 4
        assert status(hanging) is AidState.DEAD
        hanging.close()

    def test_closing_ends_what_runs(self, tmp_path: Path) -> None:
        echo = made(tmp_path, ECHO, within=PATIENCE)
        assert echo.translate([Source("casa")], "es", "en") is not None
        echo.close()
        assert echo.translate([Source("casa")], "es", "en") is None
