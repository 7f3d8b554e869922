from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents import naming


@pytest.mark.parametrize(
    ("file", "slug"),
    [("Año Nuevo_2.txt", "ano-nuevo-2"), ("sub/LTS-CC.md", "lts-cc"), ("a.b.txt", "a-b")],
)
def test_an_id_is_the_files_name_in_plain_letters(file: str, slug: str) -> None:
    assert slug == naming.slug(file, set())


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=8), unique=True))
def test_ids_are_distinct_slugs_whatever_the_names(files: list[str]) -> None:
    taken: set[str] = set()
    for file in files:
        identifier = naming.slug(file, taken)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", identifier)
        assert identifier not in taken
        taken.add(identifier)


def test_an_id_whose_hash_is_taken_gets_another() -> None:
    first = naming.slug("a.txt", {"a"})
    assert naming.slug("a.txt", {"a", first}) not in {"a", first}


def test_a_title_is_the_files_name() -> None:
    assert naming.title("sub/El_LTS-CC_en_2013.txt") == "El LTS-CC en 2013"
