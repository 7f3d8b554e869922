"""A folder in, an Assistant out; what is wrong with the folder is said before anything is answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.bootstrap import open_assistant
from knowledge.documents.loader import Problem, Reason
from knowledge.errors import CorpusEmpty, CorpusMissing, CurationSyntax, QuoteAmbiguous, QuoteMissing
from knowledge.models import Outcome
from knowledge.retrieval import shelf
from tests.answering.club import EXPANSIONS, FACTS, library, write, write_club

NOTE = "The crew lost two boats in a storm. The crew rowed on to Low Town.\n"
FACT = """
[attributes.lost]
label = {{ en = "Lost", es = "Perdió" }}

[[entities]]
id = "crew"
kind = "organisation"
name = "crew"

# What it lost.
[[facts]]
entity = "crew"
attribute = "lost"
value = "two boats"
document = "note"
quote = "{quote}"
"""
LINE = FACT.split("\n").index("[[facts]]") + 1


def test_a_folder_of_texts_is_enough(tmp_path: Path) -> None:
    assistant = open_assistant(write(tmp_path, note_txt=NOTE, otra_md="# Nota\n\nLa regata fue en el puerto.\n"))
    english = assistant.ask("How many boats did the crew lose?")
    spanish = assistant.ask("¿Dónde fue la regata?")
    assert english.lead == "The crew lost two boats in a storm."
    assert spanish.lead == "La regata fue en el puerto."
    assert (assistant.problems, assistant.examples, assistant.years()) == ((), (), ())


def test_without_a_folder_the_shipped_library_is_opened() -> None:
    assert len(library().sources()) == 3
    assert library().problems == ()


def test_what_is_written_beside_the_documents_is_read(tmp_path: Path) -> None:
    assistant = open_assistant(write_club(tmp_path))
    assert assistant.shown_name("rc") == "RC"
    assert assistant.ask("Which people created the crew?").outcome is Outcome.ANSWERED


def test_one_bad_file_is_named_and_stops_no_other(tmp_path: Path) -> None:
    assistant = open_assistant(write(tmp_path, note_txt=NOTE, bad_txt=b"\xff\xfe\xfa", empty_txt=" \n"))
    assert set(assistant.problems) == {
        Problem("bad.txt", Reason.NOT_UTF8),
        Problem("empty.txt", Reason.EMPTY),
    }
    assert assistant.ask("What did the crew lose?").outcome is Outcome.ANSWERED


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusMissing) as caught:
        open_assistant(tmp_path / "nowhere")
    assert caught.value.folder == tmp_path / "nowhere"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    write(tmp_path, note_txt=NOTE)
    with pytest.raises(CorpusMissing):
        open_assistant(tmp_path / "note.txt")


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusEmpty):
        open_assistant(tmp_path)


def test_a_folder_of_bad_files_only_is_an_error_that_names_them(tmp_path: Path) -> None:
    with pytest.raises(CorpusEmpty, match=r"bad\.txt"):
        open_assistant(write(tmp_path, bad_txt=b"\xff\xfe\xfa"))


def test_a_false_quote_stops_the_load_with_its_line_and_the_nearest_match(tmp_path: Path) -> None:
    quote = "The crew lost two oars in a storm."
    with pytest.raises(QuoteMissing) as caught:
        open_assistant(write(tmp_path, note_txt=NOTE, facts_toml=FACT.format(quote=quote)))
    error = caught.value
    assert (error.file, error.line, error.document, error.quote) == ("facts.toml", LINE, "note", quote)
    assert "lost two boats" in error.nearest


def test_a_quote_that_stands_twice_stops_the_load(tmp_path: Path) -> None:
    with pytest.raises(QuoteAmbiguous) as caught:
        open_assistant(write(tmp_path, note_txt=NOTE, facts_toml=FACT.format(quote="The crew")))
    assert (caught.value.file, caught.value.line, caught.value.times) == ("facts.toml", LINE, 2)


def test_a_false_quote_among_the_expansions_stops_the_load(tmp_path: Path) -> None:
    with pytest.raises(QuoteMissing) as caught:
        open_assistant(write(tmp_path, club_txt=NOTE, expansions_toml=EXPANSIONS))
    assert (caught.value.file, caught.value.line) == ("expansions.toml", 2)


@pytest.mark.parametrize("name", ["library_toml", "facts_toml", "expansions_toml"])
def test_a_file_that_is_no_toml_stops_the_load_with_its_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(CurationSyntax) as caught:
        open_assistant(write(tmp_path, note_txt=NOTE, **{name: "[[facts\n"}))
    assert caught.value.file == name.replace("_", ".")


def test_facts_of_documents_that_are_not_there_stop_the_load(tmp_path: Path) -> None:
    with pytest.raises(CurationSyntax, match="unknown document 'club'"):
        open_assistant(write(tmp_path, note_txt=NOTE, facts_toml=FACTS))


def test_progress_is_told_document_by_document(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    open_assistant(write_club(tmp_path), progress=lambda read, of: told.append((read, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_question_is_bound_only_by_names_that_somebody_vouches_for(tmp_path: Path) -> None:
    text = "The painter Rosa Vidal moved to Quito. In the spring she met Rosa Vidal of the River Club (RC).\n"
    assistant = open_assistant(write(tmp_path, note_txt=text))
    assert assistant.whois("Rosa Vidal").outcome is Outcome.ANSWERED
    assert assistant.ask("Where did Rosa Vidal move?").topic.entities == ()
    assert assistant.ask("What is the RC?").topic.entities == ("rc",)


def test_opening_a_folder_twice_gives_the_same_answers(tmp_path: Path) -> None:
    folder = write_club(tmp_path)
    first, second = open_assistant(folder), open_assistant(folder)
    for question in ("When was Spark founded?", "Low Town", "hello", "¿Quién fundó Spark?"):
        assert first.ask(question) == second.ask(question)


def test_a_file_that_is_added_is_indexed_alone_and_one_that_is_gone_is_no_longer_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "FEW", 0)  # so few are worth no file otherwise
    folder, data, added = tmp_path / "documents", tmp_path / "data", "The library burned down in the year 1902."
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(f"Boat number {number} sank in the harbour.\n", encoding="utf-8")
    open_assistant(folder, data=data)
    before = set((data / "index").iterdir())

    (folder / "05a.txt").write_text(f"{added}\n", encoding="utf-8")
    assert open_assistant(folder, data=data).ask("When did the library burn down?").lead == added
    after = set((data / "index").iterdir())
    assert before < after
    assert len(after - before) == 2  # stems and 4-grams

    (folder / "05a.txt").unlink()
    assert not open_assistant(folder, data=data).ask("When did the library burn down?").citations
    assert set((data / "index").iterdir()) <= after
