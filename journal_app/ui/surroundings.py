"""What every page is given: the language, the look, the knowledge base and the person's preferences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from journal_app.language import Language
from journal_app.ui.preferences import Preferences
from journal_app.ui.theme import Look
from journal_app.wording.amounts import Units

if TYPE_CHECKING:
    from journal_app.knowledge.entries import Knowledge

EU = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)


@dataclass(eq=False)
class Surroundings:
    """The things around a page; all but the preferences stay the same while it is shown."""

    language: Language
    look: Look
    load_knowledge: Callable[[], Knowledge]
    preferences: Preferences  # those of now: the program keeps them in step
    example: bool = False  # whether the journal is the example
    is_protected: Callable[[], bool] = lambda: False  # whether it has a password

    @cached_property
    def knowledge(self) -> Knowledge:
        """Return the knowledge base, loaded when it is first asked for."""
        return self.load_knowledge()

    @property
    def country(self) -> str:
        """Return whose numbers to call are shown: the chosen country, else the locale's."""
        territory = self.language.locale.territory or ""
        known = {"GB": "UK", "US": "US", "AU": "AU"}
        return self.preferences.country or known.get(territory, "EU" if territory in EU else "other")

    @property
    def units(self) -> Units:
        """Return what drinks and temperatures are shown in."""
        return Units(self.preferences.volume_unit, self.preferences.temperature_unit)

    def advice(self, text: str) -> str:
        """Fill in the numbers to call in a sentence of the knowledge base."""
        from journal_app.knowledge.warnings import with_numbers  # noqa: PLC0415 not needed for the first page

        return with_numbers(text, self.knowledge, self.country)

    def saved(self, file: Path) -> str:
        """Say that a file was written and, where the journal has a password, that the file has none."""
        told = self.tr("Saved: {file}", file=file)
        return f"{told} {self.tr('It is not protected by your password.')}" if self.is_protected() else told

    @property
    def tr(self) -> Callable[..., str]:
        """Translate a text of the window."""
        return self.language.tr
