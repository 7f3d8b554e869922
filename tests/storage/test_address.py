"""DATABASE_URL is read as people write it; without one a file is made, or memory is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.storage import AddressUnusable, ServerSettings, Storage
from bot.storage.address import Kind, find_address


@pytest.mark.parametrize("url", [None, ""])
def test_the_default_is_a_file_in_the_data_folder_which_is_made(url: str | None, tmp_path: Path) -> None:
    data = tmp_path / "new" / "data"
    address = find_address(url, data)
    assert (f"sqlite:///{data}/fuentes.db", False) == (address.shown, address.in_memory)
    assert data.is_dir()


@pytest.mark.parametrize("scheme", ["sqlite", "sqlite+aiosqlite", "SQLite"])
def test_a_path_follows_the_third_slash(scheme: str, tmp_path: Path) -> None:
    assert find_address(f"{scheme}:///a/b.db", tmp_path).url.database == "a/b.db"
    assert find_address(f"{scheme}:////a/b.db", tmp_path).url.database == "/a/b.db"


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///", "sqlite:///:memory:"])
def test_sqlite_without_a_path_is_memory(url: str, tmp_path: Path) -> None:
    assert find_address(url, tmp_path).in_memory


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+asyncpg", "postgresql+psycopg"])
def test_every_way_to_write_postgresql_is_understood(scheme: str, tmp_path: Path) -> None:
    address = find_address(f"{scheme}://me:secret@db:5433/fuentes?sslmode=require", tmp_path)
    assert address.kind is Kind.POSTGRESQL
    assert address.dsn == "postgresql://me:secret@db:5433/fuentes?sslmode=require"


def test_what_is_shown_of_an_address_holds_no_password(tmp_path: Path) -> None:
    address = find_address("postgresql://me:sec@ret@db:5433/fuentes?password=secret", tmp_path)
    assert address.shown == "postgresql://db:5433/fuentes"
    assert "ret" not in repr(address)


@pytest.mark.parametrize(
    "url",
    [
        "mysql://me:secret@db/x",
        "fuentes.db",
        "postgresql:",
        "sqlite://me:secret@x/",
        "sqlite://fuentes.db",
        "sqlite://x:secret/y",
        "postgresql://[x/y",
    ],
)
def test_another_address_is_refused_and_not_repeated(url: str, tmp_path: Path) -> None:
    with pytest.raises(AddressUnusable) as refused:
        find_address(url, tmp_path)
    assert refused.value.place == "DATABASE_URL"
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("in_the_way", ["data", "data/fuentes.db"], ids=["folder", "file"])
async def test_a_folder_that_cannot_be_written_means_memory(in_the_way: str, tmp_path: Path) -> None:
    # A file where the folder should be, a folder where the file should be: root cannot write these either.
    if in_the_way == "data":
        (tmp_path / "data").touch()
    else:
        (tmp_path / in_the_way).mkdir(parents=True)
    async with Storage.open(None, tmp_path / "data") as storage:
        await storage.change_server(9, paused=True)
        assert (storage.in_memory, storage.place) == (True, "sqlite://")
        assert ServerSettings(9, paused=True) == await storage.server(9)


async def test_two_storages_in_memory_share_nothing(tmp_path: Path) -> None:
    async with Storage.open("sqlite://", tmp_path) as one, Storage.open("sqlite://", tmp_path) as other:
        await one.opt_out(7)
        assert (await one.is_opted_out(7), await other.is_opted_out(7)) == (True, False)


async def test_a_folder_with_strange_signs_is_a_folder(tmp_path: Path) -> None:
    data = tmp_path / "año 100% ¿qué?"
    async with Storage.open(None, data) as storage:
        assert not storage.in_memory
    assert (data / "fuentes.db").is_file()
