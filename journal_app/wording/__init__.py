"""Results in plain sentences: pure functions of a value and a language. Nothing is computed here.

A label is a `str`; a sentence whose numbers stand out is a `Sentence`, see `segments`.
"""
