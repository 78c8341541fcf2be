"""A row of choices that narrow the table of nights: muscle, pain, medicine, habit."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from journal_app.journal.habit import habits_offered
from journal_app.journal.medicine import Medicine
from journal_app.journal.records import Records
from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language
from journal_app.ui import parts
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.night_filter import Amount, NightFilter
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.body import muscle_label

Value = TypeVar("Value")
LETTERS = 12
WORST = 10


class FilterRow(QWidget):
    """Offers what occurs in the journal."""

    filter_chosen = Signal(object)  # something was chosen: a NightFilter without words and state

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        tr = surroundings.tr
        self._line = FlowLayout(self, surroundings.look.pixels(12))
        self._muscle: Choice[str | None] = Choice(tr("Muscle"))
        self._pain: Choice[int | None] = Choice(tr("Worst pain"))
        self._medicine: Choice[Medicine | None] = Choice(tr("Taken that day"))
        self._habit: Choice[str | None] = Choice(tr("Habit that day"))
        self._amount: Choice[Amount] = Choice(tr("How much of it"))
        for choice in (self._muscle, self._pain, self._medicine, self._habit):
            self._add(choice)
        self._how_much = self._add(self._amount)
        self._amount.offer(
            (
                (Amount.ANSWERED, tr("any answer")),
                (Amount.SOME, tr("yes, or more than none")),
                (Amount.NONE, tr("no, or none")),
            )
        )

    def offer(self, records: Records) -> None:
        """Offer what occurs in these records; what was chosen stays, if it is still there."""
        knowledge, language = self._surroundings.knowledge, self._surroundings.language
        self._muscle.offer(((None, language.tr("any")), *muscles(records, knowledge, language)))
        self._pain.offer(((None, language.tr("any")), *pains(language)))
        medicines = ((medicine, medicine.name) for medicine in records.medicines)
        self._medicine.offer(((None, language.tr("anything")), *medicines))
        self._habit.offer(((None, language.tr("any")), *habits(records, knowledge, language)))
        self._how_much.setVisible(self._habit.value() is not None)

    def value(self) -> NightFilter:
        """Return what is chosen."""
        return NightFilter(
            muscle=self._muscle.value(),
            least_pain=self._pain.value(),
            medicine=self._medicine.value(),
            habit=self._habit.value(),
            amount=self._amount.value() or Amount.ANSWERED,
        )

    def clear(self) -> None:
        """Ask for nothing any more."""
        for choice in self.findChildren(Choice):
            with QSignalBlocker(choice):
                choice.setCurrentIndex(0)
        self._chosen()

    def _add(self, choice: QComboBox) -> QWidget:
        pair = QWidget()
        inside = parts.column(self._surroundings.look, 2)
        pair.setLayout(inside)
        words = parts.label(choice.accessibleName(), "muted", wrap=False)
        words.setBuddy(choice)
        parts.fill(inside, (words, choice))
        self._line.addWidget(pair)
        choice.currentIndexChanged.connect(self._chosen)
        return pair

    def _chosen(self, _place: int = 0) -> None:
        self._how_much.setVisible(self._habit.value() is not None)
        self.filter_chosen.emit(self.value())


class Choice(QComboBox, Generic[Value]):
    """A list to choose one value from, each with its words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._values: tuple[Value, ...] = ()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LETTERS)

    def offer(self, choices: Iterable[tuple[Value, str]]) -> None:
        """Offer these values; the chosen one stays chosen."""
        values, words = zip(*choices, strict=True)
        if values == self._values:
            return
        before = self.value()
        with QSignalBlocker(self):
            self.clear()
            self.addItems(list(words))
            self._values = values
            self.setCurrentIndex(values.index(before) if before in values else 0)

    def choose(self, value: Value) -> None:
        """Choose one of the values."""
        self.setCurrentIndex(self._values.index(value))

    def value(self) -> Value | None:
        """Return the chosen value."""
        return self._values[self.currentIndex()] if self._values else None


def muscles(records: Records, knowledge: Knowledge, language: Language) -> list[tuple[str, str]]:
    """Return the muscles that occur, by name."""
    found = {episode.muscle for night in records.nights for episode in night.episodes if episode.muscle}
    named = ((muscle, muscle_label(muscle, knowledge, language)) for muscle in found)
    return sorted(named, key=lambda each: each[1].casefold())


def pains(language: Language) -> list[tuple[int, str]]:
    """Return the pains a night may have at least."""
    words = [(pain, language.tr("{pain} or more", pain=pain)) for pain in range(1, WORST)]
    return [*words, (WORST, str(WORST))]


def habits(records: Records, knowledge: Knowledge, language: Language) -> list[tuple[str, str]]:
    """Return the habits that were ever answered, in the order of the day form."""
    answered = {entry.habit for day in records.days for entry in day.entries}
    offered = habits_offered(knowledge.habits, records.own_habits)
    known = [habit for habit in offered if habit.id in answered]
    return [(habit.id, habit.label if habit.own else language.tr(habit.label)) for habit in known]
