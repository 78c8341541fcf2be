"""The errors a person can act on. Everything else that is raised is our bug.

A sentence is kept as a template and its values, so that it can be shown in the person's language.
"""

from collections.abc import Callable


class JournalError(Exception):
    """Something the person can act on, told in one sentence."""

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values)

    def sentence(self, translate: Callable[[str], str]) -> str:
        """Return the sentence in the person's language."""
        return translate(self.template).format(**self.values)


class BadEntry(JournalError):
    """A value that cannot be; `field` names the one to mend."""

    def __init__(self, field: str, template: str, **values: object) -> None:
        super().__init__(template, field=field, **values)
        self.field = field
