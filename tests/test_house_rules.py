"""The rules of the house that no other tool holds; CONTRIBUTING.md tells why."""

import argparse
import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from journal_app.cli.options import parser
from journal_app.language import Language

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "journal_app").rglob("*.py"))
GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LONGEST_MODULE = 350
NETWORK = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "PySide6.QtNetwork"}
CATCH_ALL = {"journal_app/app.py", "journal_app/ui/background.py"}
NEVER_SAID = re.compile(r"(?i)\bcauses\b|\bsafe\b|\bnormal\b|no need to see|are you sure|\bstop taking\b")

COMMANDS = {
    name
    for action in parser(Language())._actions
    if isinstance(action, argparse._SubParsersAction)
    for name in action.choices
}

each_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT)))
each_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)


@cache
def tree(module):
    return ast.parse(module.read_text("utf-8"))


def imports(module):
    """Name all that a module imports, as `package` and as `package.name`."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def spoken(module):
    """Yield every text that is marked for translation."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in ("tr", "trn", "later"):
                yield from (arg.value for arg in node.args if isinstance(getattr(arg, "value", None), str))


def normal_name(requirement):
    return re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-")


@each_module
def test_a_module_says_what_it_is_for(module):
    assert ast.get_docstring(tree(module))


@each_module
def test_a_module_is_short_enough_to_read(module):
    assert len(module.read_text("utf-8").splitlines()) <= LONGEST_MODULE


@each_module
def test_a_module_neither_calls_the_network_nor_uses_pyplot(module):
    assert set(imports(module)) & (NETWORK | {"matplotlib.pyplot"}) == set()


@each_module
def test_only_two_modules_catch_every_error(module):
    catches = [node for node in ast.walk(tree(module)) if isinstance(node, ast.ExceptHandler)]
    wide = [node for node in catches if ast.unparse(node.type or ast.Name("bare")) in ("Exception", "bare")]

    assert not wide or module.relative_to(ROOT).as_posix() in CATCH_ALL


@each_module
def test_nothing_a_person_reads_promises_or_commands(module):
    assert [text for text in spoken(module) if NEVER_SAID.search(text)] == []


@each_module
def test_colours_have_one_home(module):
    if module.name != "palette.py":
        assert re.findall(r"[\"']#[0-9a-fA-F]{6}[\"']", module.read_text("utf-8")) == []


def test_constraints_are_names_and_versions_without_addresses():
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]

    assert [pin for pin in pins if not re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", pin)] == []


def test_every_package_the_project_asks_for_is_pinned():
    pins = {pin.split("==")[0] for pin in (ROOT / "constraints.txt").read_text("utf-8").splitlines()}
    project = PROJECT["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]

    assert {normal_name(requirement) for group in groups for requirement in group} <= pins


def test_pre_commit_fetches_nothing():
    text = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")

    assert re.findall(r"repo: (\S+)", text) == ["local"]


def test_the_newest_version_is_told_in_the_changelog():
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")

    assert re.search(r"(?m)^## (\S+)", changelog)[1] == PROJECT["project"]["version"]


@each_guide
def test_every_make_target_that_is_named_exists(guide):
    targets = re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"))
    named = re.findall(r"(?m)(?:`|^\s*\$? *)make ([a-z-]+)", guide.read_text("utf-8"))

    assert set(named) <= set(targets)


@each_guide
def test_every_command_that_is_named_exists(guide):
    named = re.findall(r"cramp-journal((?: [a-z-]+ \|)* [a-z-]+)", guide.read_text("utf-8"))

    assert {command for row in named for command in re.findall(r"[a-z-]+", row)} <= COMMANDS


def test_the_readme_names_every_command():
    assert set(re.findall(r"[a-z-]+", (ROOT / "README.md").read_text("utf-8"))) >= COMMANDS


@each_guide
def test_every_file_that_is_named_exists(guide):
    links = re.findall(r"\]\(([^)#:]+)\)", guide.read_text("utf-8"))

    assert [link for link in links if not (guide.parent / link).exists()] == []
