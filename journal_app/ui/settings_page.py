"""Settings: text size and theme, units and language, and what is tracked. All take effect at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from babel import Locale
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from journal_app.language import available_languages
from journal_app.ui import parts
from journal_app.ui.chips import Chips
from journal_app.ui.computer_panel import ComputerPanel
from journal_app.ui.habit_panel import HabitPanel
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.page import Page
from journal_app.ui.preferences import TEXT_SCALES, Preferences
from journal_app.ui.surroundings import Surroundings

Question = tuple[str, str, Sequence[tuple[object, str]]]


class SettingsPage(Page):
    """Shows the choices and emits the change of each at once."""

    help_wanted = Signal()  # keys and about are to be shown

    def __init__(
        self, journal: OpenJournal, surroundings: Surroundings, choose: Callable[[Preferences], None]
    ) -> None:
        super().__init__(surroundings.tr("Settings"), surroundings)
        self._choose = choose
        self.body.addWidget(self._look())
        self.body.addWidget(self._region())
        self.tracking = HabitPanel(journal, surroundings)
        self.body.addWidget(self.tracking)
        self.computer = ComputerPanel(surroundings)
        self.computer.chosen.connect(choose)
        self.computer.help_wanted.connect(self.help_wanted)
        self.body.addWidget(self.computer)
        self.body.addStretch(1)

    def add_panel(self, panel: QFrame) -> None:
        """Add a panel after the others."""
        self.body.insertWidget(self.body.count() - 1, panel)

    def _look(self) -> QFrame:
        tr = self.surroundings.tr
        scales = [(scale, f"{scale} %") for scale in TEXT_SCALES]
        themes = [("system", tr("as the computer")), ("light", tr("light")), ("dark", tr("dark"))]
        return self._choices(
            tr("How it looks"),
            (tr("Text size (Ctrl + and −)"), "text_scale", scales),
            (tr("Colours"), "theme", themes),
            (tr("Lines and text"), "more_contrast", [(False, tr("calm")), (True, tr("strong contrast"))]),
        )

    def _region(self) -> QFrame:
        tr = self.surroundings.tr
        clocks = [(True, tr("24 hours")), (False, tr("12 hours, am and pm"))]
        volumes = [("ml", tr("ml and litres")), ("fl oz", tr("fl oz"))]
        degrees = [("°C", tr("°C")), ("°F", tr("°F"))]
        papers = [("A4", tr("A4")), ("Letter", tr("US Letter"))]
        countries = [
            ("UK", tr("UK")),
            ("US", tr("US")),
            ("EU", tr("EU")),
            ("AU", tr("Australia")),
            ("other", tr("other")),
        ]
        spoken = [
            (code, str(Locale(code).get_display_name(code)).capitalize()) for code in available_languages()
        ]
        languages = [("", tr("as the computer")), *spoken] if len(spoken) > 1 else []
        questions: list[Question] = [
            (tr("Drinks in"), "volume_unit", volumes),
            (tr("Temperature in"), "temperature_unit", degrees),
            (tr("Clock"), "clock_24h", clocks),
            (tr("Paper"), "paper", papers),
            (tr("Numbers to call in an emergency"), "country", countries),
        ]
        if languages:
            questions.append((tr("Language"), "language", languages))
        return self._choices(tr("Units and region"), *questions)

    def _choices(self, heading: str, *questions: Question) -> QFrame:
        look = self.surroundings.look
        frame, inside = parts.panel(look)
        inside.addWidget(parts.label(heading, "panel_title"))
        for words, field, choices in questions:
            inside.addWidget(parts.label(words, "muted"))
            chips = Chips(words, choices, gap=look.pixels(6))
            chosen = (
                self.surroundings.country
                if field == "country"
                else getattr(self.surroundings.preferences, field)
            )
            chips.show_value(chosen)
            chips.chosen.connect(partial(self._chosen, chips, field))
            inside.addWidget(chips)
        return frame

    def _chosen(self, chips: Chips, field: str, value: object) -> None:
        if value is None:
            chips.show_value(getattr(self.surroundings.preferences, field))
        else:
            self._choose(replace(self.surroundings.preferences, page="settings", **{field: value}))

    def arrange(self) -> None:
        """Set the habits in as many columns as there is room for."""
        super().arrange()
        margins = self.body.contentsMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        self.tracking.arrange(1 if self.tight else 2 if self.narrow else 3, room)
