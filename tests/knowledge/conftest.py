"""The knowledge base that comes with the program, and findings made with it."""

import pytest

from journal_app.knowledge.loader import load_knowledge
from journal_app.paths import bundled


@pytest.fixture(scope="session")
def knowledge():
    return load_knowledge(bundled("knowledge_base"))
