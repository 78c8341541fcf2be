"""Telling that a text of the knowledge base is not yet there in the person's language."""

from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language


def english_note(knowledge: Knowledge, language: Language, *texts: str) -> str:
    """Say that one of some texts is in English still; empty where all are translated."""
    if knowledge.untranslated.isdisjoint(texts):
        return ""
    return language.tr("Some of this text is in English only so far.")


def english_page_note(knowledge: Knowledge, language: Language, *texts: str) -> str:
    """Say the same above a page of many texts."""
    if knowledge.untranslated.isdisjoint(texts):
        return ""
    return language.tr("Some texts about what is known, and what to do, are in English only so far.")
