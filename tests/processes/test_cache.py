"""What helpers computed outlives the process where a file can be written, and never breaks an answer."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.processes.cache import Cache

VALUES = {"casa": b"house", "niño": b"child", "": b""}


@pytest.fixture(params=["file", "memory"])
def cache(request: pytest.FixtureRequest, tmp_path: Path) -> Cache:
    return Cache(tmp_path / "new" / "cache" if request.param == "file" else None)


def test_what_was_kept_is_recalled_and_nothing_else(cache: Cache) -> None:
    cache.keep("es-en", VALUES)
    assert cache.recall("es-en", ["casa", "perro", ""]) == {"casa": b"house", "": b""}
    assert cache.recall("en-es", ["casa"]) == {}
    cache.close()


def test_a_later_value_replaces_an_earlier_one(cache: Cache) -> None:
    cache.keep("es-en", {"casa": b"home"})
    cache.keep("es-en", {"casa": b"house"})
    assert cache.recall("es-en", ["casa"]) == {"casa": b"house"}
    cache.close()


@given(st.dictionaries(st.text(max_size=8), st.binary(max_size=8), max_size=40))
def test_every_text_finds_its_own_value(values: dict[str, bytes]) -> None:
    cache = Cache(None)
    cache.keep("kind", values)
    assert cache.recall("kind", tuple(values)) == values


def test_many_texts_are_recalled_at_once(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    values = {str(number): b"%d" % number for number in range(1_300)}
    cache.keep("kind", values)
    assert cache.recall("kind", tuple(values)) == values
    cache.close()


def test_a_file_outlives_the_process_that_wrote_it(tmp_path: Path) -> None:
    first = Cache(tmp_path / "cache")
    first.keep("es-en", VALUES)
    first.close()
    second = Cache(tmp_path / "cache")
    assert second.recall("es-en", ["casa"]) == {"casa": b"house"}
    assert second.lasting
    second.close()


def test_two_may_write_to_one_file(tmp_path: Path) -> None:
    first, second = Cache(tmp_path / "cache"), Cache(tmp_path / "cache")
    first.keep("es-en", {"casa": b"house"})
    second.keep("es-en", {"perro": b"dog"})
    assert first.recall("es-en", ["casa", "perro"]) == second.recall("es-en", ["casa", "perro"])
    first.close()
    second.close()


def test_a_spoiled_file_is_left_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    spoiled = b"this is no database, and long enough to be looked at as one" * 40
    (tmp_path / "cache").write_bytes(spoiled)
    with caplog.at_level(logging.WARNING):
        cache = Cache(tmp_path / "cache")
        cache.keep("es-en", VALUES)
        assert cache.recall("es-en", ["casa"]) == {"casa": b"house"}
    assert not cache.lasting
    assert "kept in memory" in caplog.text
    assert (tmp_path / "cache").read_bytes() == spoiled


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with caplog.at_level(logging.CRITICAL):
        cache = Cache(tmp_path / "taken" / "cache")
        cache.keep("es-en", VALUES)
        assert cache.recall("es-en", ["casa"]) == {"casa": b"house"}
    assert not cache.lasting
