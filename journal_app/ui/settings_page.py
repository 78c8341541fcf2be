"""Settings: text size and theme, units and language, and what is tracked. All take effect at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import uuid4

from babel import Locale
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLineEdit

from journal_app.journal.habit import Habit, HabitKind, habits_offered
from journal_app.language import available_languages
from journal_app.ui import parts
from journal_app.ui.chips import Chips
from journal_app.ui.computer_panel import ComputerPanel
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.page import Page
from journal_app.ui.preferences import TEXT_SCALES, Preferences
from journal_app.ui.surroundings import Surroundings

MOST_SHOWN = 12
Question = tuple[str, str, Sequence[tuple[object, str]]]
OWN_UNITS = ("", "min", "h", "ml", "cups", "drinks", "mg")


class SettingsPage(Page):
    """Shows the choices and emits the change of each at once."""

    help_wanted = Signal()  # keys and about are to be shown

    def __init__(
        self, journal: OpenJournal, surroundings: Surroundings, choose: Callable[[Preferences], None]
    ) -> None:
        super().__init__(surroundings.tr("Settings"), surroundings)
        self._journal, self._choose = journal, choose
        self.body.addWidget(self._look())
        self.body.addWidget(self._region())
        self.tracking = self._tracking()
        self.body.addWidget(self.tracking)
        self.computer = ComputerPanel(surroundings)
        self.computer.chosen.connect(choose)
        self.computer.help_wanted.connect(self.help_wanted)
        self.body.addWidget(self.computer)
        self.body.addStretch(1)
        journal.about_changed.connect(self._show_habits)
        self._show_habits()

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

    # --- what is tracked

    def _tracking(self) -> QFrame:
        look, tr = self.surroundings.look, self.surroundings.tr
        frame, inside = parts.panel(look)
        inside.addWidget(parts.label(tr("What I track"), "panel_title"))
        words = tr(
            "About {n} are enough for every morning. What you take off the form stays in your journal.",
            n=MOST_SHOWN,
        )
        inside.addWidget(parts.label(words, "muted"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.pixels(16))
        inside.addLayout(self._grid)
        inside.addWidget(parts.label(tr("Something of my own"), "muted"))
        line = parts.folding_row(look)
        self._own = QLineEdit()
        self._own.setPlaceholderText(tr("for example: sauna"))
        self._own.setAccessibleName(tr("Name of a habit of my own"))
        self._unit = QComboBox()
        self._unit.setAccessibleName(tr("Its unit"))
        for unit in OWN_UNITS:
            self._unit.addItem(tr("in {unit}", unit=tr(unit)) if unit else tr("yes or no"), unit)
        line.addWidget(self._own, 1)
        line.addWidget(self._unit)
        line.addWidget(parts.button(tr("Add"), self._add_own, name=tr("Add this habit")))
        self._own.returnPressed.connect(self._add_own)
        inside.addLayout(line)
        return frame

    def arrange(self) -> None:
        """Set the habits in as many columns as there is room for."""
        super().arrange()
        boxes = [
            item.widget() for k in range(self._grid.count()) if (item := self._grid.itemAt(k)) is not None
        ]
        columns = 1 if self.tight else 2 if self.narrow else 3
        for k, box in enumerate(filter(None, boxes)):
            self._grid.addWidget(box, k // columns, k % columns, Qt.AlignmentFlag.AlignTop)

    def _show_habits(self) -> None:
        parts.clear(self._grid)
        for habit in self._habits():
            box = QCheckBox(habit.label if habit.own else self.surroundings.tr(habit.label))
            box.setChecked(not habit.hidden)
            box.toggled.connect(partial(self._ticked, habit))
            self._grid.addWidget(box)
        self.arrange()

    def _habits(self) -> tuple[Habit, ...]:
        return habits_offered(self.surroundings.knowledge.habits, self._journal.habits())

    def _ticked(self, habit: Habit, shown: bool) -> None:
        changed = tuple(replace(h, hidden=not shown) if h.id == habit.id else h for h in self._habits())
        if not self._journal.save_habits(changed, self.surroundings.tr("What I track changed")):
            self._show_habits()

    def _add_own(self) -> None:
        label, unit = self._own.text().strip(), str(self._unit.currentData())
        if not label:
            self._own.setFocus()
            return
        kind = HabitKind.AMOUNT if unit else HabitKind.YES_NO
        step, high = {"ml": (250, 10_000), "min": (10, 1440), "h": (1, 24), "mg": (50, 10_000)}.get(
            unit, (1, 40)
        )
        own = Habit(f"own_{uuid4().hex[:8]}", label, kind, unit, step, 0, high if unit else 1, own=True)
        if self._journal.save_habits(
            (*self._habits(), own), self.surroundings.tr("{habit} added", habit=label)
        ):
            self._own.clear()
