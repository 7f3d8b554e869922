"""Modules and functions stay small, are called by the field's own words and say what they are for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import PurePosixPath

from tests.architecture.tree import EVERYTHING, PRODUCT, Module, modules

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
SAYS_NOTHING = {"base", "common", "helper", "helpers", "manager", "managers", "util", "utils"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_no_module_is_longer_than_it_may_be() -> None:
    lengths = {module.path: len(module.text.splitlines()) for module in modules(EVERYTHING)}
    assert {path: length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_function_is_longer_than_it_may_be() -> None:
    lengths = {
        f"{module.path}:{node.lineno} {node.name}": _length(node)
        for module in modules(EVERYTHING)
        for node in ast.walk(module.tree)
        if isinstance(node, Function)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_every_module_has_a_name_that_says_something() -> None:
    assert [module.path for module in modules(EVERYTHING) if _words(module.path) & SAYS_NOTHING] == []


def test_every_public_name_is_documented() -> None:
    undocumented = {module.path: _undocumented(module) for module in modules((*PRODUCT, "benchmarks"))}
    assert {path: names for path, names in undocumented.items() if names} == {}


def _words(path: str) -> set[str]:
    parts = PurePosixPath(path).with_suffix("").parts
    return {word for part in parts for word in part.split("_")}


def _undocumented(module: Module) -> list[str]:
    return [name for name, documented in _public(module) if not documented]


def _length(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _public(module: Module) -> Iterator[tuple[str, bool]]:
    """Name a module, its public classes, functions and methods, and say which have a docstring."""
    yield module.path, bool(ast.get_docstring(module.tree))
    pending: list[tuple[str, list[ast.stmt]]] = [("", module.tree.body)]
    while pending:
        within, body = pending.pop()
        for node in body:
            if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
                yield within + node.name, bool(ast.get_docstring(node)) or _is_overload(node)
                if isinstance(node, ast.ClassDef):
                    pending.append((f"{within}{node.name}.", node.body))


def _is_overload(node: ast.ClassDef | Function) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in node.decorator_list)
