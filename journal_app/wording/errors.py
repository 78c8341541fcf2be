"""Errors a person can act on, in their language."""

from journal_app.journal.errors import JournalError
from journal_app.language import Language


def error_sentence(error: JournalError, language: Language, beside_field: bool = False) -> str:
    """Return the one sentence of an error; where it stands beside its field, the field is not repeated."""
    sentence = error.sentence(language.tr)
    field = str(error.values.get("field", ""))
    if not beside_field or not field:
        return sentence
    told = sentence.removeprefix(f"{field}: ")
    return told[:1].upper() + told[1:]
