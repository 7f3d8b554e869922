"""The schema is made from nothing, left alone when it is up to date, and refused when it is newer."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine

from bot.storage import ServerSettings, Storage, StorageNewer
from bot.storage.schema import REVISION, metadata
from tests.storage.conftest import Outside

ROOT = Path(__file__).resolve().parents[2]
START = """
import asyncio, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
import bot
from bot.storage import Storage

async def start():
    async with Storage.open(sys.argv[2], Path()) as storage:
        await storage.opt_out(7)

asyncio.run(start())
print(Path(bot.__file__).parents[1], "alembic" in sys.modules)
"""


def _start(root: Path, url: str) -> str:
    command = (sys.executable, "-I", "-W", "error", "-c", START, str(root), url)
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()


def _upgrade_to(connection: Connection, revision: str) -> None:
    config = _migrations()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _migrations() -> Config:
    config = Config()
    config.set_main_option("script_location", "bot.storage:migrations")
    config.set_main_option("path_separator", "os")
    return config


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_server_default": True})
    return list(compare_metadata(context, metadata))


@pytest.mark.usefixtures("storage")
async def test_a_new_database_has_the_tables_of_the_schema_at_its_revision(outside: Outside) -> None:
    async with outside() as connection:
        assert await connection.run_sync(_differences) == []
        assert (await connection.exec_driver_sql("SELECT version_num FROM alembic_version")).scalar() == REVISION


async def test_the_migrations_make_the_same_tables(outside: Outside) -> None:
    async with outside() as connection:
        await connection.run_sync(_upgrade_to, "head")
        assert await connection.run_sync(_differences) == []


def test_the_newest_revision_is_the_one_that_a_start_looks_for() -> None:
    assert ScriptDirectory.from_config(_migrations()).get_heads() == [REVISION]


@pytest.mark.slow
async def test_a_start_without_migrations_does_not_load_alembic(url: str) -> None:
    first, second = _start(ROOT, url), _start(ROOT, url)
    assert (first, second) == (f"{ROOT} False", f"{ROOT} False")


@pytest.mark.slow
def test_the_wheel_brings_its_migrations(tmp_path: Path) -> None:
    build = (sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path))
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    installed = tmp_path / "installed"
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(installed)
    old = f"sqlite:///{tmp_path / 'old.db'}"
    engine = create_engine(old)
    with engine.begin() as connection:
        _upgrade_to(connection, "0001")
    engine.dispose()
    assert _start(installed, old) == f"{installed} True"


async def test_two_processes_may_start_at_once_on_an_empty_database(url: str, tmp_path: Path) -> None:
    async def start(server: int) -> None:
        async with Storage.open(url, tmp_path, seconds=10) as storage:
            await storage.change_server(server, paused=True)

    await asyncio.gather(*(start(server) for server in range(1, 5)))
    async with Storage.open(url, tmp_path) as storage:
        assert ServerSettings(4, paused=True) == await storage.server(4)


async def test_what_was_chosen_outlasts_the_migrations(url: str, tmp_path: Path, outside: Outside) -> None:
    async with outside() as connection:
        await connection.run_sync(_upgrade_to, "0001")
        await connection.exec_driver_sql("INSERT INTO servers (server, language, paused) VALUES (9, 'es', true)")
    async with Storage.open(url, tmp_path) as storage:
        assert ServerSettings(9, language="es", paused=True) == await storage.server(9)
    async with outside() as connection:
        assert await connection.run_sync(_differences) == []


async def test_a_schema_of_a_later_version_is_left_alone(url: str, tmp_path: Path, outside: Outside) -> None:
    async with Storage.open(url, tmp_path):
        pass
    async with outside() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StorageNewer) as refused:
        async with Storage.open(url, tmp_path):
            pass
    assert refused.value.revision == "9999"
