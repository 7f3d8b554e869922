"""One answer a run: what is printed where, and the exit code."""

from __future__ import annotations

import errno
import json
import sys
from pathlib import Path

import pytest

from bot.cli import run
from knowledge.errors import (
    CorpusEmpty,
    CorpusMissing,
    CorpusUnreadable,
    CurationSyntax,
    KnowledgeError,
    NotVerbatim,
    QuoteAmbiguous,
    QuoteMissing,
)
from knowledge.models import Answer, Gap, GapKind
from tests.cli.conftest import Run
from tests.console.fake import FakeAssistant, FakeProblem
from tests.presentation.making import LISTING, REPORT, WIKI, nothing


def test_an_answer_goes_to_standard_output_alone(fuentes: Run) -> None:
    ended = fuentes("ask", "When was the LTS founded?")
    assert ended.out.startswith("> Its origins date back to 1988")
    assert (ended.code, ended.err) == (0, "")


def test_words_need_no_quotation_marks(fuentes: Run) -> None:
    assert fuentes("ask", "When", "was", "the", "LTS", "founded?").code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("whois", "MTS"), 0),
        (("whois", "nobody"), 1),
        (("elections", "2016"), 0),
        (("elections",), 0),
        (("elections", "all"), 0),
        (("elections", "1999"), 1),
        (("timeline",), 0),
        (("timeline", "MTS"), 0),
        (("verify", "no such words"), 1),
        (("ask", "When did the POS and the LUS merge?"), 1),
        (("sources",), 0),
    ],
)
def test_the_exit_code_tells_whether_it_was_answered(fuentes: Run, arguments: tuple[str, ...], code: int) -> None:
    assert fuentes(*arguments).code == code


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask",),
        ("ask", ""),
        ("ask", " \t\n"),
        ("ask", "x" * 20_000),
        ("whois", ""),
        ("verify", " "),
        ("elections", "abc"),
        ("elections", "99999"),
        ("elections", "-5"),
        ("elections", "20.16"),
        ("--lang", "fr", "sources"),
        ("dance",),
        ("ask", "--lnag", "es", "why"),
        ("sources", "extra"),
    ],
)
def test_wrong_use_is_said_on_standard_error(fuentes: Run, arguments: tuple[str, ...]) -> None:
    ended = fuentes(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.strip()
    assert "Traceback" not in ended.err


def test_no_year_names_the_years(fuentes: Run) -> None:
    assert "2016 and 2018" in fuentes("elections", "abc").err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "es", "--json", "whois", "x"),
        ("whois", "x", "--lang", "es", "--json"),
        ("whois", "--json", "x", "--lang=es"),
    ],
)
def test_global_options_stand_before_or_after_the_command(fuentes: Run, arguments: tuple[str, ...]) -> None:
    assert json.loads(fuentes(*arguments).out)["language"] == "es"


def test_the_corpus_is_opened_once_and_closed(
    fuentes: Run, opened: list[Path | None], assistant: FakeAssistant
) -> None:
    fuentes("whois", "x", "--corpus", "folder")
    assert opened == [Path("folder")]
    assert assistant.closed


@pytest.mark.parametrize("quote", ["- Newspaper: Estrategia Obrera", "— as well as", "-5", "- "])
def test_a_dash_that_opens_a_quote_is_no_option(fuentes: Run, assistant: FakeAssistant, quote: str) -> None:
    fuentes("verify", quote, "--json")
    assert [argument for _, argument, _ in assistant.asked] == [quote.strip()]


def test_what_follows_two_dashes_is_free_text(fuentes: Run, assistant: FakeAssistant) -> None:
    fuentes("ask", "--", "--json", "means?")
    assert [argument for _, argument, _ in assistant.asked] == ["--json means?"]


def test_json_is_the_answer_on_one_line(fuentes: Run) -> None:
    ended = fuentes("whois", "MTS", "--json")
    answer = json.loads(ended.out)
    assert ended.out.count("\n") == 1
    assert answer["statements"][2]["fact"]["from"] == "2015"
    assert Answer.model_validate_json(ended.out).outcome == "answered"


def test_json_of_a_bad_argument_is_an_answer_too(fuentes: Run) -> None:
    ended = fuentes("elections", "abc", "--json")
    assert ended.code == 2
    assert json.loads(ended.out)["missing"] == [{"kind": "input", "value": "abc"}]


def test_json_holds_nothing_that_steers_a_terminal(fuentes: Run) -> None:
    ended = fuentes("whois", "a\x9b\x1b\u202eb", "--json")
    assert ended.out.isascii()
    assert json.loads(ended.out)["question"] == "a\x9b\x1b\u202eb"


@pytest.mark.parametrize("name", ["\ud800", "a\x00b", "\udcff\udcfe", "😭", "\u202eabc", "(a+)+$" * 50])
@pytest.mark.parametrize("command", ["ask", "whois", "timeline", "verify"])
def test_strange_input_gets_an_answer(fuentes: Run, command: str, name: str) -> None:
    ended = fuentes(command, name)
    assert ended.code == 1
    assert "\u202e" not in ended.out
    assert ended.err == ""


def test_input_that_the_assistant_refuses_is_wrong_use(fuentes: Run, assistant: FakeAssistant) -> None:
    from bot.requests import Command

    assistant.known[Command.ASK, "😭"] = nothing("😭", "en", Gap(kind=GapKind.INPUT, value="😭"))
    ended = fuentes("ask", "😭")
    assert (ended.code, ended.out) == (2, "")
    assert "That cannot be looked up: 😭" in ended.err


@pytest.mark.parametrize(
    ("environment", "opening"),
    [
        ({}, "Not in the documents."),
        ({"LANG": "es_MX.UTF-8"}, "No consta en los documentos."),
        ({"LANG": "es_MX.UTF-8", "FUENTES_LANG": "en"}, "Not in the documents."),
        ({"FUENTES_LANG": "es"}, "No consta en los documentos."),
    ],
)
def test_a_reply_without_a_question_follows_the_person(
    fuentes: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], opening: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert fuentes("whois", "nobody").out.startswith(opening)


def test_a_question_follows_its_own_language_unless_one_is_wanted(
    fuentes: Run, assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FUENTES_LANG", "es")
    fuentes("ask", "why?")
    fuentes("ask", "why?", "--lang", "en")
    assert [language for *_, language in assistant.asked] == [None, "en"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (CorpusMissing(Path("gone")), "There is no folder gone."),
        (CorpusEmpty(Path("bare")), "The folder bare holds no document"),
        (
            CorpusUnreadable(Path("shut"), "Permission denied"),
            "The folder shut cannot be read: Permission denied.",
        ),
        (CurationSyntax("facts.toml", 3, "no key value"), "facts.toml, line 3: no key value."),
        (
            QuoteMissing("facts.toml", 9, "x", "doc", "a text"),
            "facts.toml, line 9: the document doc does not hold",
        ),
        (QuoteAmbiguous("facts.toml", 9, "x", "doc", 2), "the document doc holds the quote 2 times."),
        (NotVerbatim("x", "doc", 0, 1), "An answer was held back: its quote is not what doc says there."),
        (KnowledgeError("as it is"), "as it is"),
        (OSError(errno.ENOSPC, "No space left on device"), "The system says: No space left on device"),
        (RuntimeError("secret"), "Something broke on my side"),
    ],
)
def test_a_failure_is_one_sentence_and_exit_code_3(
    fuentes: Run, assistant: FakeAssistant, error: Exception, said: str
) -> None:
    assistant.fault = error
    ended = fuentes("whois", "LTS")
    assert (ended.code, ended.out) == (3, "")
    assert said in ended.err
    assert ended.err.count("\n") == 1


def test_a_file_that_was_not_loaded_is_named_and_the_rest_answers(fuentes: Run, assistant: FakeAssistant) -> None:
    assistant.problems = (FakeProblem("bad\x1b.txt", "not_utf8"),)
    ended = fuentes("whois", "MTS")
    assert ended.code == 0
    assert ended.err == "Not loaded: bad\ufffd.txt: it is not UTF-8 text\n"


def test_an_answer_that_is_not_verbatim_is_held_back(fuentes: Run, assistant: FakeAssistant) -> None:
    from bot.requests import Command

    founding = assistant.known[Command.ASK, "When was the LTS founded?"]
    moved = founding.citations[0].model_copy(update={"start": 0, "end": len(founding.citations[0].quote)})
    assistant.known[Command.ASK, "x"] = founding.model_copy(update={"citations": (moved, founding.citations[1])})
    ended = fuentes("ask", "x")
    assert (ended.code, ended.out) == (3, "")


def test_sources_as_json_leave_the_texts_out(fuentes: Run) -> None:
    shelf = json.loads(fuentes("sources", "--json").out)
    assert {document["id"] for document in shelf} == {WIKI, LISTING, REPORT}
    assert "text" not in shelf[0]


def test_the_version_is_shown_without_a_corpus(fuentes: Run, opened: list[Path | None]) -> None:
    ended = fuentes("--version")
    assert ended.out.startswith("fuentes ")
    assert (ended.code, opened) == (0, [])


def test_no_standard_output_is_a_failure(fuentes: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", None)
        ended = fuentes("whois", "MTS")
    assert ended.code == 3


def test_with_a_reader_every_citation_has_an_address(fuentes: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FUENTES_PUBLIC_URL", "https://club.example/")
    told = fuentes("ask", "When was the LTS founded?").out.splitlines()
    places = [number for number, line in enumerate(told) if line.startswith("  [")]
    addresses = [told[number + 1].strip() for number in places]
    answer = json.loads(fuentes("--json", "ask", "When was the LTS founded?").out)
    assert addresses == [citation["link"] for citation in answer["citations"]]
    assert all(address.startswith("https://club.example/d/socialist-workers-movement?p=") for address in addresses)


def test_without_a_reader_there_are_no_addresses(fuentes: Run) -> None:
    assert "/d/" not in fuentes("ask", "When was the LTS founded?").out
    answer = json.loads(fuentes("--json", "ask", "When was the LTS founded?").out)
    assert [citation["link"] for citation in answer["citations"]] == [None] * len(answer["citations"])


@pytest.mark.slow
def test_a_picture_is_written_beside_the_text(tmp_path: Path) -> None:
    # The shipped library itself: a picture is of real results.
    code = run(["--lang", "en", "elections", "--picture", str(tmp_path / "elections.png")])
    assert code == 0
    assert (tmp_path / "elections.png").read_bytes().startswith(b"\x89PNG")


def test_where_there_is_no_picture_it_is_said_and_the_answer_comes_all_the_same(fuentes: Run, tmp_path: Path) -> None:
    ended = fuentes("--picture", str(tmp_path / "x.png"), "whois", "MTS")
    assert (ended.code, ended.err) == (0, "There is no picture of that.\n")
    assert ended.out
    assert not (tmp_path / "x.png").exists()


def test_without_matplotlib_it_is_said_how_to_get_it(
    fuentes: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.presentation.charts.studio.find_spec", lambda _: None)
    ended = fuentes("--picture", str(tmp_path / "x.png"), "elections", "2016")
    assert ended.code == 0
    assert ended.err.startswith("Pictures need matplotlib: install fuentes with its extra")
    assert next(line for line in fuentes("doctor").out.splitlines() if "matplotlib" in line).startswith("note")
