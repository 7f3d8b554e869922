"""A private PostgreSQL: a cluster in a temporary folder, reached through a socket in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_DEBIAN = Path("/usr/lib/postgresql")
_SYSTEM_USER = "postgres"


@dataclass(frozen=True)
class Cluster:
    """A running cluster, with one database for all tests."""

    programs: Path
    folder: Path

    @property
    def url(self) -> str:
        """Give its address as DATABASE_URL would."""
        return f"postgresql://fuentes@/postgres?host={self.folder}"

    def empty(self) -> None:
        """Drop what the test before has left."""
        self.disconnect_all()
        self._say("DROP SCHEMA public CASCADE", "CREATE SCHEMA public")

    def disconnect_all(self) -> None:
        """Close every connection from the server's side."""
        self._say("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")

    def _say(self, *statements: str) -> None:
        where = ("--no-psqlrc", "--quiet", "--host", str(self.folder), "--username", "fuentes", "postgres")
        said = (word for statement in statements for word in ("--command", statement))
        subprocess.run((self.programs / "psql", *where, *said), capture_output=True, check=True)


def find_programs() -> Path | None:
    """Find the newest server that Debian's packages installed."""
    found = [path.parent for path in _DEBIAN.glob("*/bin/initdb")]
    return max(found, key=lambda path: float(path.parent.name), default=None)


@contextmanager
def start_cluster(programs: Path) -> Iterator[Cluster]:
    """Start a cluster, and remove it at the end. The server refuses to be root: then its own user runs it."""
    folder = Path(tempfile.mkdtemp(prefix="fuentes-"))  # short, for a socket's path has at most 107 bytes
    as_user: tuple[str, ...] = ()
    if os.geteuid() == 0:
        shutil.chown(folder, _SYSTEM_USER)
        as_user = ("runuser", "--user", _SYSTEM_USER, "--")

    def run(program: str, *arguments: str) -> None:
        command = (*as_user, str(programs / program), "--pgdata", str(folder / "data"), *arguments)
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    try:
        run("initdb", "--auth=trust", "--username=fuentes", "--encoding=UTF8", "--no-locale", "--no-sync")
        # No fsync: the machine would have to fail within the test.
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        run("pg_ctl", "--log", str(folder / "log"), "--wait", "--options", options, "start")
        try:
            yield Cluster(programs, folder)
        finally:
            run("pg_ctl", "--wait", "--mode=immediate", "stop")
    finally:
        shutil.rmtree(folder)
