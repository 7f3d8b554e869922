"""Both languages say the same things, each message standing alone."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax import ast as syntax

from bot.presentation.wording import UnknownMessage, plain, read_locale, split_messages, wording
from bot.settings import LANGUAGES
from knowledge.models import Language
from knowledge.models.answers import GapKind, NoteKind, Verdict

BOT = Path(__file__).parents[2] / "bot"
_IN_A_TEMPLATE = re.compile(r'"([a-z]+(?:-[a-z]+)+)"')
_VALUE = re.compile(r"\$([a-z]+)")


def _entries(language: Language) -> dict[str, syntax.Message]:
    body = FluentParser().parse(read_locale(language)).body
    assert [entry for entry in body if isinstance(entry, syntax.Junk)] == []
    return {entry.id.name: entry for entry in body if isinstance(entry, syntax.Message)}


def _said_by_the_code() -> set[str]:
    """List the strings of the code that are messages, and those that open a family of them."""
    texts = (path.read_text(encoding="utf-8") for path in BOT.rglob("*.py"))
    nodes = (node for text in texts for node in ast.walk(ast.parse(text)))
    said = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    templates = (path.read_text(encoding="utf-8") for path in BOT.rglob("*.html"))
    return said | {name for text in templates for name in _IN_A_TEMPLATE.findall(text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_found_by_itself(language: Language) -> None:
    assert set(split_messages(read_locale(language))) == set(_entries(language))


def test_both_languages_have_the_same_messages_with_the_same_values() -> None:
    values = [
        {name: set(_VALUE.findall(text)) for name, text in split_messages(read_locale(language)).items()}
        for language in LANGUAGES
    ]
    assert values[0] == values[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_refers_to_another(language: Language) -> None:
    assert re.findall(r"\{ *-?[a-z][a-z-]*[ .}]", read_locale(language)) == []


def test_every_message_is_said_somewhere() -> None:
    families = ("missing-", "note-", "verdict-")
    unsaid = set(split_messages(read_locale("en"))) - _said_by_the_code()
    assert {name for name in unsaid if not name.startswith(families)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_words(language: Language) -> None:
    say = wording(language)
    kinds = [f"note-{kind.value.replace('_', '-')}" for kind in NoteKind if kind is not NoteKind.CURATED]
    kinds += [f"missing-{kind.value}" for kind in GapKind]
    kinds += [f"verdict-{verdict.value.replace('_', '-')}" for verdict in Verdict]
    assert [kind for kind in kinds if not say.has(kind)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_quotes_stand_in_quotation_marks(language: Language) -> None:
    assert re.findall("[“”«»]", read_locale(language)) == []


def test_a_year_is_text_and_a_count_is_a_number() -> None:
    assert wording("en")("elections-none", year="2006") == "No result for 2006."
    assert wording("es")("sources-lead", count=1) == "1 documento"
    assert wording("es")("sources-lead", count=3) == "3 documentos"


@pytest.mark.parametrize(
    ("words", "english", "spanish"),
    [([], "", ""), (["a"], "a", "a"), (["a", "b", "c"], "a, b and c", "a, b y c")],
)
def test_a_list_is_joined_as_the_language_does(words: list[str], english: str, spanish: str) -> None:
    assert wording("en").all_of(words) == english
    assert wording("es").all_of(words) == spanish


def test_an_unknown_message_is_an_error() -> None:
    with pytest.raises(UnknownMessage):
        wording("en")("no-such-message")


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(ValueError, match="elections-none"):
        wording("en")("elections-none")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_without_fluent_is_what_fluent_says(language: Language) -> None:
    say, bundle = wording(language), FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(read_locale(language)))
    lines = {name: source for name, source in split_messages(read_locale(language)).items() if plain(source)}
    assert len(lines) > 300
    for name, source in lines.items():
        values = {value: f" {{ ${value} }} " for value in _VALUE.findall(source)}
        pattern = bundle.get_message(name).value
        assert pattern is not None
        assert bundle.format_pattern(pattern, values) == (say(name, **values), [])
