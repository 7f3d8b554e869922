"""The files around the code are true: the locks, the make targets, the packages, no trace of a machine."""

from __future__ import annotations

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from tests.architecture.tree import PRODUCT, ROOT, project_files

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-semantic.lock", "requirements-compiled.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINNED = re.compile(r"^([A-Za-z0-9_.-]+)==\S+(?: ;.*)? \\$")
OF_A_MACHINE = re.compile(r"(?<![\w.:/~-])/(?:root|work|Users|home/(?!fuentes\b)[a-z])[\w/.-]*")
"""A path in somebody's home; /home/fuentes is the container's own."""

locks = pytest.mark.parametrize("lock", LOCKS)


def _canonical(requirement: str) -> str:
    name = re.split(r"[^A-Za-z0-9_.-]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def _pinned(lock: str) -> set[str]:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    return {match[1] for line in lines if (match := PINNED.match(line))}


@locks
def test_a_lock_names_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"\S*://\S*|--(?:extra-)?index-url.*|--find-links.*|--trusted-host.*", text) == []


@locks
def test_every_line_of_a_lock_is_a_pin_a_hash_or_a_comment(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    known = re.compile(PINNED.pattern + r"|^    --hash=sha256:[0-9a-f]{64}(?: \\)?$|^ +#")
    assert [line for line in lines if not known.match(line)] == []


@locks
def test_a_lock_pins_every_dependency(lock: str) -> None:
    groups = PROJECT["dependency-groups"]
    wanted = [*PROJECT["project"]["dependencies"], *groups["build"]]
    if "dev" in lock:
        wanted += [item for item in groups["dev"] if isinstance(item, str)]
    for extra in ("semantic", "compiled"):
        if extra in lock:
            wanted += PROJECT["project"]["optional-dependencies"][extra]
    assert {_canonical(item) for item in wanted} <= _pinned(lock)


def test_the_tests_run_on_what_the_program_runs_on() -> None:
    def pins(lock: str) -> set[str]:
        lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
        return {line.removesuffix(" \\") for line in lines if PINNED.match(line)}

    assert all(pins(LOCKS[0]) <= pins(lock) for lock in LOCKS[1:])


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_a_page_names_only_targets_of_the_makefile(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, flags=re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= targets
    assert named


@pytest.mark.parametrize("package", PRODUCT)
def test_a_package_is_typed(package: str) -> None:
    assert (ROOT / package / "py.typed").is_file()


@pytest.mark.parametrize("target", PROJECT["project"]["scripts"].values())
def test_a_script_can_be_called(target: str) -> None:
    module, _, function = target.partition(":")
    assert callable(getattr(import_module(module), function))


def test_no_file_holds_a_path_of_a_machine() -> None:
    assert {str(path.relative_to(ROOT)): found for path in project_files() if (found := _paths(path))} == {}


def _paths(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return []
    return OF_A_MACHINE.findall(text)
