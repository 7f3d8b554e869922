"""Settings: the environment before the file, and an example file that tells the truth."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import NAMES, PLACEHOLDER, Settings, SettingsError, read_language, read_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


def test_nothing_set_is_the_default(tmp_path: Path) -> None:
    assert read_settings({}, tmp_path / ".env") == Settings()


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("FUENTES_LANG=es\nFUENTES_CORPUS=mine\nOTHER=x\n", encoding="utf-8")
    settings = read_settings({"FUENTES_LANG": "en"}, file)
    assert (settings.language, settings.corpus) == ("en", Path("mine"))


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ("8080", ("127.0.0.1", 8080)),
        ("club.example:80", ("club.example", 80)),
        ("[::1]:8080", ("::1", 8080)),
        (":8080", ("127.0.0.1", 8080)),
    ],
)
def test_the_web_is_served_on_this_machine_unless_told_otherwise(
    value: str, place: tuple[str, int], tmp_path: Path
) -> None:
    assert read_settings({"FUENTES_WEB": value}, tmp_path / ".env").web == place


def test_a_blank_setting_is_none(tmp_path: Path) -> None:
    blank = dict.fromkeys(NAMES, " ")
    assert read_settings(blank, tmp_path / ".env") == Settings()


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LANG": "es_MX.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(environment: dict[str, str], language: str, tmp_path: Path) -> None:
    assert read_settings(environment, tmp_path / ".env").language == language


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FUENTES_LANG", "fr"),
        ("LOG_LEVEL", "LOUD"),
        ("FUENTES_MESSAGE_CONTENT", "perhaps"),
        ("FUENTES_PUBLIC_URL", "example.org"),
        ("DISCORD_GATEWAY_URL", "http://example.org"),
        ("FUENTES_WEB", "here"),
        ("FUENTES_WEB", "127.0.0.1:99999"),
        ("FUENTES_WEB_RATE", "-1"),
        ("FUENTES_PLAYGROUND", "perhaps"),
        ("SHARD_COUNT", "0"),
        ("SHARD_IDS", "0,1"),
    ],
)
def test_a_value_that_cannot_be_is_refused(name: str, value: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({name: value}, tmp_path / ".env")
    assert (caught.value.name, caught.value.value) == (name, value)
    assert caught.value.allowed


def test_shards_are_numbers_below_their_count(tmp_path: Path) -> None:
    settings = read_settings({"SHARD_COUNT": "4", "SHARD_IDS": "0, 3"}, tmp_path / ".env")
    assert (settings.shard_count, settings.shard_ids) == (4, (0, 3))
    with pytest.raises(SettingsError):
        read_settings({"SHARD_COUNT": "4", "SHARD_IDS": "4"}, tmp_path / ".env")


def test_an_address_ends_without_a_stroke(tmp_path: Path) -> None:
    settings = read_settings({"FUENTES_PUBLIC_URL": "https://example.org/fuentes/"}, tmp_path / ".env")
    assert settings.public_url == "https://example.org/fuentes"


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_bytes(b"\xff\xfe\x00DISCORD_TOKEN")
    with pytest.raises(SettingsError):
        read_settings({}, file)


def test_a_language_is_read_in_any_case() -> None:
    assert read_language(" ES ", "--lang") == "es"


def test_a_token_does_not_show() -> None:
    assert "hush" not in repr(read_settings({"DISCORD_TOKEN": "hush"}, Path("none")))


def test_the_placeholder_is_no_token(tmp_path: Path) -> None:
    settings = read_settings({"DISCORD_TOKEN": PLACEHOLDER}, tmp_path / ".env")
    assert (settings.token, settings.placeholder) == (None, True)


def test_the_example_names_every_setting_and_no_other() -> None:
    named = re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(NAMES)


def test_the_example_as_it_stands_sets_nothing() -> None:
    assert read_settings({}, EXAMPLE) == Settings(placeholder=True)
