"""The knowledge base that comes with the program, and findings made with it."""

import shutil

import pytest

from journal_app.knowledge.loader import load_knowledge
from journal_app.knowledge.reviewed import renew
from journal_app.paths import bundled


@pytest.fixture(scope="session")
def knowledge():
    return load_knowledge(bundled("knowledge_base"))


@pytest.fixture
def base(tmp_path):
    """Copy the knowledge base to where a test may spoil it, as if all of it had just been reviewed."""
    copy = shutil.copytree(bundled("knowledge_base"), tmp_path / "base")
    renew(copy)
    return copy


@pytest.fixture
def spoil(base):
    """Change one text in one file of the copy."""

    def change(file, old, new):
        path = base / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return base

    return change
