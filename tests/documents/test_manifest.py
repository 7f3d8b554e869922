from __future__ import annotations

import pytest

from knowledge.documents import manifest
from knowledge.errors import CurationSyntax

ENTRY = '[[documents]]\nid = "a"\nfile = "a.txt"\n'


def test_no_text_is_an_empty_manifest() -> None:
    assert manifest.Manifest() == manifest.read("")


def test_an_entry_needs_only_its_file() -> None:
    (entry,) = manifest.read('[[documents]]\nfile = "./sub/a.txt"').documents
    assert (entry.file, entry.id, entry.title, entry.title_stated) == ("sub/a.txt", None, None, True)


def test_a_date_may_be_a_date() -> None:
    dates = [manifest.read(f"{ENTRY}date = {date}").documents[0].date for date in ("2018-08-05", '"August"')]
    assert dates == ["2018-08-05", "August"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{ENTRY}title =", 4),
        (f"{ENTRY}\n{ENTRY.replace('a', 'b')}tittle = 'x'", 5),
        (f"{ENTRY}\n[[documents]]\nid = 'b'\n", 5),
        (f"{ENTRY}language = 'fr'", 1),
        ('\n[[documents]]\nid = "Not A Slug"\nfile = "a.txt"', 2),
        ('[[documents]]\nid = "a"\nfile = "../a.txt"', 1),
        ('[[documents]]\nid = "a"\nfile = "/a.txt"', 1),
        (f"{ENTRY}\n{ENTRY}", 5),
        (f"{ENTRY}\n[[documents]]\nid = 'b'\nfile = 'a.txt'", 5),
        (f"\nexamples = [{{ command = 'aks', argument = 'x' }}]\n{ENTRY}", 2),
        ("documents = 3", 1),
        ("documents = [{ id = 'a' }]", 1),
        ("document = []", 1),
        ("x = " + "[" * 100_000, 1),
    ],
)
def test_a_wrong_manifest_is_refused_with_the_line_of_its_entry(text: str, line: int) -> None:
    with pytest.raises(CurationSyntax) as refused:
        manifest.read(text)
    assert ("library.toml", line) == (refused.value.file, refused.value.line)


def test_the_key_that_is_wrong_is_named() -> None:
    with pytest.raises(CurationSyntax, match="tittle"):
        manifest.read(f"{ENTRY}tittle = 'x'")
