"""The source tree, as the tests of this folder read it."""

from __future__ import annotations

import ast
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("bot", "knowledge")
EVERYTHING = (*PRODUCT, "benchmarks", "tests")


class Module(NamedTuple):
    """One parsed source file; `path` is relative to the root, with slashes."""

    path: str
    text: str
    tree: ast.Module


@cache
def modules(folders: tuple[str, ...] = PRODUCT) -> tuple[Module, ...]:
    """Parse every module of some folders."""
    paths = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return tuple(_parse(path) for path in paths)


def _parse(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(path.relative_to(ROOT).as_posix(), text, ast.parse(text, str(path)))


def imports(module: Module) -> Iterator[tuple[str, str]]:
    """List what a module imports, at its top or later: the module, and the name taken from it or nothing."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)


def project_files() -> tuple[Path, ...]:
    """List the files that belong to the project: those of git, or of the folders where there is no git."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        command = (git, "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard")
        listed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
        return tuple(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())
    inside = (path for folder in EVERYTHING for path in (ROOT / folder).rglob("*"))
    found = (*inside, *ROOT.glob("*"), *ROOT.glob(".ci/*"))
    return tuple(path for path in found if path.is_file() and "__pycache__" not in path.parts)
