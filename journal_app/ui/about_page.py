"""About me: what is told once. Birth year, conditions, medicines with their dates, warning signs."""

from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLineEdit, QSpinBox

from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.profile import Posture, Profile
from journal_app.knowledge.ticks import tick_boxes
from journal_app.language import in_alphabet
from journal_app.ui import parts
from journal_app.ui.chips import Chips
from journal_app.ui.medicine_dialog import MedicineDialog
from journal_app.ui.note_field import TYPED_MS
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.page import Page
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.medicines import medicine_line

OLDEST_YEARS = 110
AROUND_BOXES, BESIDE_A_BOX = 112, 40


class AboutPage(Page):
    """Shows the profile and the medicines, and saves each answer as it is given."""

    warnings_wanted = Signal()  # the warning questions are to be opened

    def __init__(self, journal: OpenJournal, surroundings: Surroundings) -> None:
        super().__init__(surroundings.tr("About me"), surroundings)
        self._journal = journal
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._typed.timeout.connect(self._texts_typed)
        tr = surroundings.tr
        self.body.addWidget(
            parts.label(tr("All of this is optional. It is used for your page and your patterns."), "muted")
        )
        self.body.addWidget(self._person())
        self.body.addWidget(self._medicines())
        self.body.addWidget(self._conditions())
        self.body.addWidget(self._warnings())
        self.body.addStretch(1)
        journal.about_changed.connect(self._refresh)
        self._refresh()

    def _person(self) -> QFrame:
        look, tr = self.surroundings.look, self.surroundings.tr
        frame, inside = parts.panel(look)
        inside.addWidget(parts.label(tr("Me"), "panel_title"))
        this_year = self._journal.now.year
        self._name = QLineEdit()
        self._year = QSpinBox(minimum=this_year - OLDEST_YEARS - 1, maximum=this_year)
        self._year.setSpecialValueText(tr("not told"))
        self._year.setProperty("steps", "true")
        postures = [
            (Posture.SITTING, tr("sitting")),
            (Posture.STANDING, tr("standing")),
            (Posture.MIXED, tr("both")),
        ]
        yes_no = [(True, tr("yes")), (False, tr("no"))]
        self._posture = Chips(tr("My day is mostly"), postures)
        self._pregnant = Chips(tr("Pregnant"), yes_no)
        self._dialysis = Chips(tr("On dialysis"), yes_no)
        for question, answer in (
            (tr("Name, if it shall stand on the page for the doctor"), self._name),
            (tr("Year of birth"), self._year),
            (tr("My day is mostly"), self._posture),
            (tr("Pregnant"), self._pregnant),
            (tr("On dialysis"), self._dialysis),
        ):
            line = parts.folding_row(look, 16)
            words = parts.label(question)
            words.setBuddy(answer)
            answer.setAccessibleName(question)
            line.addWidget(words, 1)
            begins = Qt.AlignmentFlag.AlignLeft if answer is self._year else Qt.AlignmentFlag(0)
            line.addWidget(answer, 1, begins)
            inside.addLayout(line)
        self._name.textEdited.connect(self._typed.start)
        self._year.editingFinished.connect(self._year_typed)
        self._year.valueChanged.connect(self._typed.start)
        self._posture.chosen.connect(partial(self._change, "posture"))
        self._pregnant.chosen.connect(partial(self._answer, "pregnancy"))
        self._dialysis.chosen.connect(partial(self._answer, "dialysis"))
        return frame

    def _medicines(self) -> QFrame:
        look, tr = self.surroundings.look, self.surroundings.tr
        frame, inside = parts.panel(look)
        head = parts.row(look)
        head.addWidget(parts.label(tr("Medicines and supplements"), "panel_title"), 1)
        head.addWidget(parts.button(tr("+ add"), self._add_medicine, name=tr("Add a medicine or supplement")))
        inside.addLayout(head)
        words = tr(
            "With the date it began and each change of dose. Never change one because of this program."
        )
        inside.addWidget(parts.label(words, "muted"))
        self._medicine_list = parts.column(look, 4)
        inside.addLayout(self._medicine_list)
        return frame

    def _conditions(self) -> QFrame:
        look, tr = self.surroundings.look, self.surroundings.tr
        frame, inside = parts.panel(look)
        inside.addWidget(parts.label(tr("Conditions a doctor has told me of"), "panel_title"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.pixels(16))
        ticks = tick_boxes(self.surroundings.knowledge, self.surroundings.language)
        self._former = {tick.id for tick in ticks if tick.former}
        self._boxes: dict[str, QCheckBox] = {}
        for tick in sorted(ticks, key=lambda tick: in_alphabet(tick.label)):
            box = QCheckBox(tick.label, frame)
            box.setAccessibleName(tick.label)
            box.clicked.connect(self._conditions_ticked)
            self._boxes[tick.id] = box
        inside.addLayout(self._grid)
        self._others = QLineEdit()
        self._others.setPlaceholderText(tr("Others, in your own words"))
        self._others.setAccessibleName(tr("Other conditions"))
        self._others.textEdited.connect(self._typed.start)
        inside.addWidget(self._others)
        return frame

    def _warnings(self) -> QFrame:
        look, tr = self.surroundings.look, self.surroundings.tr
        frame, inside = parts.panel(look)
        inside.addWidget(parts.label(tr("Warning signs"), "panel_title"))
        self._warning_state = parts.label("")
        inside.addWidget(self._warning_state)
        line = parts.row(look)
        line.addWidget(parts.button(tr("Answer the questions … (F8)"), self.warnings_wanted.emit))
        line.addStretch(1)
        inside.addLayout(line)
        return frame

    # --- showing

    def _refresh(self) -> None:
        profile = self._journal.profile()
        if not self._typed.isActive():
            self._name.setText(profile.name)
            self._others.setText(profile.other_conditions)
            self._year.blockSignals(True)
            self._year.setValue(profile.birth_year or self._year.minimum())
            self._year.blockSignals(False)
        self._show_choices()
        self._show_medicines()
        self._show_warnings()

    def _show_choices(self) -> None:
        profile = self._journal.profile()
        self._posture.show_value(profile.posture)
        self._pregnant.show_value(profile.has("pregnancy"))
        self._dialysis.show_value(profile.has("dialysis"))
        for condition, box in self._boxes.items():
            ticked = condition in profile.conditions
            box.setChecked(ticked)
            box.setVisible(ticked or condition not in self._former)
        self._place_boxes()

    def _show_medicines(self) -> None:
        language, tr = self.surroundings.language, self.surroundings.tr
        parts.clear(self._medicine_list)
        today = self._journal.now.date()
        for medicine in self._journal.medicines():
            line = parts.row(self.surroundings.look)
            told = medicine_line(medicine, today, language)
            text = parts.label(
                told if medicine.taken_on(today) else tr("{medicine} (not taken now)", medicine=told)
            )
            line.addWidget(text, 1)
            name = tr("Change {medicine}", medicine=medicine.name)
            line.addWidget(parts.button(tr("Change"), partial(self._edit_medicine, medicine), "link", name))
            self._medicine_list.addLayout(line)
        if not self._journal.medicines():
            self._medicine_list.addWidget(parts.label(tr("None told yet."), "muted"))

    def _show_warnings(self) -> None:
        answers, language = self._journal.warning_answers(), self.surroundings.language
        standing = sum(answer.standing for answer in answers)
        if not answers:
            told = language.tr("Not asked yet. It takes two minutes, and is asked again before a report.")
        elif standing:
            told = language.trn("{n} warning sign stands.", "{n} warning signs stand.", standing)
        else:
            date = language.full_date(max(answer.asked_on for answer in answers))
            told = language.tr(
                "Asked on {date}: no warning sign ticked; this is not an all-clear.", date=date
            )
        self._warning_state.setText(told)

    def arrange(self) -> None:
        """Set the conditions in as many columns as there is room for; long names take two lines."""
        super().arrange()
        self._place_boxes()

    def _place_boxes(self) -> None:
        columns = 1 if self.tight else 2 if self.narrow else 3
        look, gaps = self.surroundings.look, (columns - 1) * self._grid.horizontalSpacing()
        inside = self.viewport().width() - look.pixels(AROUND_BOXES) - gaps
        room = inside // columns - look.pixels(BESIDE_A_BOX)
        shown = (box for box in self._boxes.values() if not box.isHidden())
        for k, box in enumerate(shown):
            box.setText(parts.folded(box.accessibleName(), box.fontMetrics(), room))
            self._grid.addWidget(box, k // columns, k % columns, Qt.AlignmentFlag.AlignTop)

    # --- answers

    def finish(self) -> None:
        """Write what was typed and is still waiting."""
        if self._typed.isActive():
            self._typed.stop()
            self._texts_typed()

    def _save(self, profile: Profile) -> bool:
        return self._journal.save_profile(profile, self.surroundings.tr("About me changed"))

    def _change(self, field: str, value: object) -> None:
        if not self._save(replace(self._journal.profile(), **{field: value})):
            self._show_choices()

    def _texts_typed(self) -> None:
        year = self._year.value() if self._year.value() > self._year.minimum() else None
        texts = {"name": self._name.text().strip(), "other_conditions": self._others.text().strip()}
        self._save(replace(self._journal.profile(), birth_year=year, **texts))

    def _year_typed(self) -> None:
        self.finish()

    def _answer(self, condition: str, yes: bool | None) -> None:
        if not self._save(self._journal.profile().answered(condition, yes)):
            self._show_choices()

    def _conditions_ticked(self) -> None:
        others = (each for each in self._journal.profile().conditions if each not in self._boxes)
        ticked = (condition for condition, box in self._boxes.items() if box.isChecked())
        self._change("conditions", (*others, *ticked))

    def _add_medicine(self) -> None:
        fresh = Medicine(uuid4().hex, "?", (DosePeriod(),))
        self._edit_medicine(fresh, new=True)

    def _edit_medicine(self, medicine: Medicine, new: bool = False) -> None:
        dialog = MedicineDialog(medicine, new, self._journal.now.date(), self.surroundings, self)
        if not dialog.exec():
            return
        tr = self.surroundings.tr
        if dialog.removed:
            self._journal.delete_medicine(medicine, tr("{name} removed", name=medicine.name))
        elif (changed := dialog.medicine()) is not None:
            self._journal.save_medicine(changed, tr("{name} changed", name=changed.name))
