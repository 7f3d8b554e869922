from __future__ import annotations

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import CurationSyntax
from knowledge.facts import entries
from knowledge.facts.entries import Entry

TABLES = ("facts", "attributes")


def entry(body: str) -> Entry:
    [only] = entries.read(f"[[facts]]\n{body}", "facts.toml", TABLES)
    return only


def test_entries_come_in_order_with_the_lines_of_their_headers() -> None:
    text = '# [[facts]]\n\n[[facts]]\na = "1"\n\n# note\n  [[facts]] # second\na = "2"\n[attributes.x]\nb = 1\n'
    assert [(found.line, found.table, found.values) for found in entries.read(text, "f", TABLES)] == [
        (3, "facts", {"a": "1"}),
        (7, "facts", {"a": "2"}),
        (9, "attributes.x", {"b": 1}),
    ]


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_a_header_inside_a_long_string_is_none(quotes: str) -> None:
    text = f'[[facts]]\na = {quotes}\n[[facts]]\n{quotes}\nb = "\\"" # [[facts]]\n[[facts]]\na = \'[[facts]]\'\n'
    assert [found.line for found in entries.read(text, "f", TABLES)] == [1, 6]


def test_windows_line_ends_count_as_one() -> None:
    assert [found.line for found in entries.read('\r\n\r\n[[facts]]\r\na = "1"\r\n', "f", TABLES)] == [3]


@pytest.mark.parametrize(
    "body",
    [
        "a = 'single'",
        'a = [ "x", ]',
        'a = [\n  "x", # why\n  "y",\n]',
        'a = [\n  "x",\n  "y",\n]\nb = true',
        'a = { en = "x = 1, y = 2", es = "z" }',
        'a = { "en" = "x" }',
        'a = { en.x = "x" }',
        "a = 1_000",
        "a = 2014-05-01",
        "a = 0.5\nb = [1, 2]\n",
        'a = "tab\\t \\u00e9 \\U0001F600"',
        'a = "colon \\": here"',
        'a = [{ name = "x" }, { name = "y", from = "1988" }]',
        '"a" = 1',
        "a.b = 1",
        "",
    ],
)
def test_values_are_those_of_toml(body: str) -> None:
    assert tomllib.loads(body) == entry(body).values


@pytest.mark.parametrize(
    "body",
    [
        "a",
        "a = ",
        "a = null",
        'a = { "en": "x" }',
        'a = "x" "y"',
        "a = 1\na = 2",
        "a = { b = 1, b = 2 }",
        "a = NaN",
    ],
)
def test_what_is_no_toml_is_refused_with_the_entrys_line(body: str) -> None:
    with pytest.raises(CurationSyntax) as caught:
        entries.read(f"\n\n[[facts]]\n{body}\n", "facts.toml", TABLES)
    assert (caught.value.file, caught.value.line) == ("facts.toml", 3)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a = "1"\n[[facts]]\n', 1),
        ("[[facts]]\n[[others]]\n", 2),
        ("[attributes.x]\n\n[attributes.x]\n", 3),
        ("[facts]\n[[facts]]\n", 2),
    ],
)
def test_what_stands_where_it_must_not_is_refused(text: str, line: int) -> None:
    with pytest.raises(CurationSyntax) as caught:
        entries.read(text, "f", TABLES)
    assert line == caught.value.line


WORDS = st.text(max_size=12)
VALUES = (
    WORDS
    | st.integers(min_value=-(2**40), max_value=2**40)
    | st.booleans()
    | st.lists(WORDS, max_size=3)
    | st.dictionaries(st.sampled_from(["en", "es", "name"]), WORDS, max_size=3)
)


def toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(inner)}" for key, inner in value.items()) + " }"
    return json.dumps(value).replace("\\/", "/").replace("\x7f", "\\u007F")


@given(st.lists(st.dictionaries(st.sampled_from(["quote", "value", "en", "from"]), VALUES), max_size=4))
def test_whatever_is_written_is_read_as_toml_reads_it(tables: list[dict[str, object]]) -> None:
    text = "".join(
        "[[facts]]\n" + "".join(f"{key} = {toml(value)}\n" for key, value in table.items()) for table in tables
    )
    try:
        expected = tomllib.loads(text).get("facts", [])
    except tomllib.TOMLDecodeError:  # JSON writes what lies beyond the first plane as two halves
        return
    assert expected == [found.values for found in entries.read(text, "f", TABLES)]


def test_a_wrong_type_is_named() -> None:
    found = entry('a = 1\nb = "x"\nc = [1]\nd = { en = "x" }\ne = " "\nf = true')
    for read, key in [
        (found.string, "a"),
        (found.string, "e"),
        (found.required, "z"),
        (found.integer, "b"),
        (found.integer, "f"),
        (found.strings, "c"),
        (found.strings, "b"),
        (found.inner, "a"),
        (found.inners, "c"),
        (found.bilingual, "d"),
    ]:
        with pytest.raises(CurationSyntax, match=f"{key}|es"):
            read(key)
    with pytest.raises(CurationSyntax, match="b must be true or false"):
        found.flag("b", default=True)


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(CurationSyntax, match="unknown key 'qoute'"):
        entry('qoute = "x"').allow(["quote"])
