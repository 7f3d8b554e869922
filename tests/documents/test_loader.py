from __future__ import annotations

import os
from pathlib import Path

import pytest

from knowledge.documents import files, loader
from knowledge.documents.loader import Reason
from knowledge.errors import CorpusEmpty, CorpusMissing, CorpusUnreadable, CurationSyntax

ENTRY = '[[documents]]\nid = "{0}"\nfile = "{0}.txt"\ntitle = "The {0}"\n'


def write(folder: Path, **texts: str | bytes) -> None:
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def problems(source: loader.Source) -> dict[str, Reason]:
    return dict(source.problems)


def test_any_folder_of_texts_loads_without_a_manifest(tmp_path: Path) -> None:
    write(
        tmp_path,
        b_md="# The Book\n\nText of the book.",
        a_txt="Una línea de la casa y de los años.",
        sub__c_TXT="= Wiki =\n\n- Key: value\n",
        data_json="{}",
    )
    source = loader.load(tmp_path)
    assert [(d.id, d.file, d.title, d.title_stated, d.language) for d in source.documents] == [
        ("a", "a.txt", "a", False, "es"),
        ("b", "b.md", "The Book", True, "en"),
        ("c", "sub/c.TXT", "Wiki", True, "en"),
    ]
    assert (source.problems, source.examples, source.facts, source.expansions) == ((), (), None, None)
    assert {"a", "b", "c"} == set(source.blocks)


def test_the_manifests_documents_come_first_and_in_its_order(tmp_path: Path) -> None:
    write(tmp_path, a_txt="A.", b_txt="B.", c_txt="C.", library_toml=ENTRY.format("c") + ENTRY.format("b"))
    source = loader.load(tmp_path)
    assert [(d.id, d.title) for d in source.documents] == [("c", "The c"), ("b", "The b"), ("a", "a")]


def test_an_id_of_the_manifest_is_never_given_to_another_file(tmp_path: Path) -> None:
    manifest = '[[documents]]\nid = "b"\nfile = "a.txt"\n[[documents]]\nfile = "c.txt"\n'
    write(tmp_path, a_txt="A.", b_txt="B.", c_txt="C.", sub__c_md="D.", library_toml=manifest)
    source = loader.load(tmp_path)
    assert [d.id for d in source.documents][:2] == ["b", "c"]
    assert len(source.blocks) == 4


def test_newlines_and_byte_order_marks_stay_in_the_text(tmp_path: Path) -> None:
    write(tmp_path, a_txt="\ufeffOne.\r\n\r\nTwo.\r")
    source = loader.load(tmp_path)
    (document,) = source.documents
    assert document.text == "\ufeffOne.\r\n\r\nTwo.\r"
    assert [document.text[b.start : b.end] for b in source.blocks["a"]] == ["One.", "Two."]


def test_the_files_beside_the_documents_are_given_as_text(tmp_path: Path) -> None:
    write(tmp_path, a_txt="A.", facts_toml="\ufeff# facts", expansions_toml="")
    source = loader.load(tmp_path)
    assert (source.facts, source.expansions) == ("# facts", "")


def test_a_bad_file_is_named_and_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 100)
    write(
        tmp_path,
        good_txt="Good.",
        nul_txt=b"a\0b",
        control_txt=b"\x01\x02\x03\x04abc",
        latin_txt="año".encode("latin-1"),
        cut_txt="año".encode()[:2],
        empty_txt="",
        blank_md="\ufeff \r\n",
        large_txt="a" * 101,
        library_toml=ENTRY.format("gone"),
    )
    os.mkfifo(tmp_path / "pipe.txt")
    source = loader.load(tmp_path)
    assert [d.id for d in source.documents] == ["good"]
    assert problems(source) == {
        "gone.txt": Reason.MISSING,
        "nul.txt": Reason.BINARY,
        "control.txt": Reason.BINARY,
        "latin.txt": Reason.NOT_UTF8,
        "cut.txt": Reason.NOT_UTF8,
        "empty.txt": Reason.EMPTY,
        "blank.md": Reason.EMPTY,
        "large.txt": Reason.TOO_LARGE,
        "pipe.txt": Reason.UNREADABLE,
    }


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a_txt="A.", b_txt="B.")
    real = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == "b.txt":
            raise PermissionError(13, "denied")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    assert problems(loader.load(tmp_path)) == {"b.txt": Reason.UNREADABLE}


def deny_listing(monkeypatch: pytest.MonkeyPatch, denied: Path) -> None:
    real = os.scandir

    def scandir(path: str) -> object:
        if Path(path) == denied:
            raise PermissionError(13, "denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)


def test_a_folder_inside_that_may_not_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a_txt="A.", sub__b_txt="B.")
    deny_listing(monkeypatch, tmp_path / "sub")
    assert problems(loader.load(tmp_path)) == {"sub": Reason.UNREADABLE}


def test_a_folder_that_may_not_be_listed_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deny_listing(monkeypatch, tmp_path)
    with pytest.raises(CorpusUnreadable):
        loader.load(tmp_path)


def test_a_folder_that_may_not_be_entered_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def is_dir(path: Path) -> bool:
        raise PermissionError(13, "denied", str(path))

    monkeypatch.setattr(Path, "is_dir", is_dir)
    with pytest.raises(CorpusUnreadable):
        loader.load(tmp_path)


def test_a_folder_that_does_not_exist_or_is_a_file_is_missing(tmp_path: Path) -> None:
    write(tmp_path, a_txt="A.")
    for path in (tmp_path / "none", tmp_path / "a.txt"):
        with pytest.raises(CorpusMissing):
            loader.load(path)


def test_a_folder_without_a_readable_document_is_empty_and_says_why(tmp_path: Path) -> None:
    with pytest.raises(CorpusEmpty):
        loader.load(tmp_path)
    write(tmp_path, a_txt=b"\0")
    with pytest.raises(CorpusEmpty, match=r"a\.txt: binary"):
        loader.load(tmp_path)


def test_hidden_files_and_links_out_of_the_folder_are_skipped(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    write(outside, diary_txt="Private.")
    write(folder, a_txt="A.")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "b.txt").write_text("B.")
    (folder / ".c.txt").write_text("C.")
    (folder / "diary.txt").symlink_to(outside / "diary.txt")
    (folder / "linked").symlink_to(outside)
    (folder / "again.txt").symlink_to(folder / "a.txt")
    (folder / "mounted.txt").symlink_to(folder / ".hidden" / "b.txt")
    source = loader.load(folder)
    assert [d.file for d in source.documents] == ["a.txt", "mounted.txt"]
    assert source.problems == ()


def test_a_link_out_of_the_folder_is_not_followed_for_the_manifest_either(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    write(tmp_path, diary_txt="Private.")
    write(folder, a_txt="A.", library_toml=ENTRY.format("diary"))
    (folder / "diary.txt").symlink_to(tmp_path / "diary.txt")
    assert problems(loader.load(folder)) == {"diary.txt": Reason.OUTSIDE}


def test_a_name_that_is_no_utf8_is_shown_all_the_same(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt")).write_text("A.")
    (document,) = loader.load(tmp_path).documents
    assert (document.file, document.id, document.title) == ("a\ufffd.txt", "a", "a\ufffd")


@pytest.mark.parametrize("text", ["[[documents]]\nfile =", b"\xff", b"\0"])
def test_a_manifest_that_is_wrong_stops_the_load(tmp_path: Path, text: str | bytes) -> None:
    write(tmp_path, a_txt="A.", library_toml=text)
    with pytest.raises(CurationSyntax) as refused:
        loader.load(tmp_path)
    assert refused.value.file == "library.toml"


def test_facts_that_are_no_text_stop_the_load(tmp_path: Path) -> None:
    write(tmp_path, a_txt="A.", facts_toml=b"\xff")
    with pytest.raises(CurationSyntax, match="not_utf8"):
        loader.load(tmp_path)


def test_the_language_is_what_most_of_a_text_is_written_in(tmp_path: Path) -> None:
    spanish = "Los delegados del partido se reunieron en la sala de la casa.\n\n"
    write(tmp_path, a_txt="This is the preface of the editors in English.\n\n" + spanish * 5)
    assert loader.load(tmp_path).documents[0].language == "es"
