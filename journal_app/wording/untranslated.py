"""Telling that a text of the knowledge base is not yet there in the person's language."""

from journal_app.language import Language


def english_note(language: Language, *texts: str) -> str:
    """Say that one of some texts is in English only so far; empty where all are translated."""
    return language.tr("So far this text is in English only.") if language.lacks(*texts) else ""


def english_page_note(language: Language, *texts: str) -> str:
    """Say the same above a page of many texts."""
    if not language.lacks(*texts):
        return ""
    return language.tr("So far the texts about what is known, and what to do, are in English only.")
