"""Sentences with bold numbers, as plain parts instead of markup.

Translators see the marks: `marked(language.tr("Cramps on **{k} of {n}** nights"), k=9, n=26)`. The
marks are read before the values are filled in, so a person's own words keep their asterisks.
"""

from itertools import chain

Sentence = tuple[tuple[str, bool], ...]
"""Parts of a text in order, each with whether it is bold."""

MARK = "**"


def marked(template: str, **values: object) -> Sentence:
    """Split a translated template at its bold marks, then fill in its values."""
    parts = enumerate(template.split(MARK))
    filled = ((part.format(**values) if values else part, bool(k % 2)) for k, part in parts)
    return tuple((part, bold) for part, bold in filled if part)


def plain(sentence: Sentence) -> str:
    """Return a sentence as one text."""
    return "".join(part for part, _ in sentence)


def unmarked(text: str) -> Sentence:
    """Return a text as a sentence without bold parts."""
    return ((text, False),) if text else ()


def paragraph(*sentences: Sentence) -> Sentence:
    """Set whole sentences one after the other; empty ones are left out."""
    spoken = [sentence for sentence in sentences if sentence]
    spaced = ((*sentence, (" ", False)) for sentence in spoken[:-1])
    return tuple(chain(*spaced, *spoken[-1:]))
