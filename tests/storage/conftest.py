"""The same storage on SQLite and on PostgreSQL; without a server its tests are skipped, in CI they fail."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from bot.storage import Storage
from bot.storage.address import find_address
from tests.storage.cluster import Cluster, find_programs, start_cluster

Outside = Callable[[], AbstractAsyncContextManager[AsyncConnection]]


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    programs = find_programs()
    if programs is None:
        missing = "no PostgreSQL server here (Debian: apt-get install postgresql)"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with start_cluster(programs) as cluster:
        yield cluster


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'fuentes.db'}"
    cluster: Cluster = request.getfixturevalue("cluster")
    cluster.empty()
    return cluster.url


@pytest.fixture
async def storage(url: str, tmp_path: Path) -> AsyncIterator[Storage]:
    async with Storage.open(url, tmp_path) as storage:
        yield storage


@pytest.fixture
def outside(url: str, tmp_path: Path) -> Outside:
    """Open the same database as another program would, in a transaction that writes."""

    @asynccontextmanager
    async def open_outside() -> AsyncIterator[AsyncConnection]:
        address = find_address(url, tmp_path)
        how = {"dsn": address.dsn} if address.dsn else {"isolation_level": None}
        engine = create_async_engine(address.url, connect_args=how)
        try:
            async with engine.begin() as connection:
                if not address.dsn:
                    await connection.exec_driver_sql("BEGIN IMMEDIATE")
                yield connection
        finally:
            await engine.dispose()

    return open_outside
