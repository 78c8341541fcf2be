"""The school grade a text needs, after Kincaid and others (1975), with a small count of syllables."""

import re

SILENT_ENDING = re.compile(r"(?:[^laeiouy]es|[^td]ed|[^l]e)$")
VOWELS = re.compile(r"[aeiouy]+")


def grade_of(text):
    """0.39 words a sentence + 11.8 syllables a word - 15.59."""
    words = re.findall(r"[A-Za-z']+", text)
    sentences = [s for s in re.split(r"[.!?;:]+(?:\s|$)", text) if re.search(r"[A-Za-z]", s)]
    syllables = sum(syllables_of(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def syllables_of(word):
    word = word.lower().strip("'")
    stem = SILENT_ENDING.sub("", word) if len(word) > 3 else word
    return max(1, len(VOWELS.findall(stem)))
