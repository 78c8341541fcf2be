"""Medicines and supplements: what is taken now, since when, how it changed, and what is known of it."""

from collections.abc import Iterable
from datetime import date

from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.language import Language
from journal_app.report.choices import AnnexPart
from journal_app.report.items import Pair, Paragraph, Part, Section, Table, told
from journal_app.report.medicine_flags import Flag, flag_of, flag_words
from journal_app.report.subject import Subject, clipped
from journal_app.wording.medicines import medicine_times, medicine_title
from journal_app.wording.numbers import ratio_number
from journal_app.wording.segments import Sentence, paragraph, unmarked


def medicines_section(subject: Subject) -> Section:
    """Return the medicines of the last night, flagged ones first, and those that ended in the period."""
    language, last = subject.language, subject.review.period.last
    now = [medicine for medicine in subject.review.medicines if _taken(medicine, last)]
    ended = [medicine for medicine in subject.review.medicines if not _taken(medicine, last)]
    title = language.tr("Medicines and supplements now")
    rows = [_row(medicine, subject) for medicine in (*_flagged_first(now, subject), *ended)]
    if not rows:
        return Section(title, (Paragraph(told(language.tr("None is recorded."))),))
    listing = subject.listing(rows, AnnexPart.MEDICINES, least=min(3, len(rows)))
    if not any(flag_of(medicine, subject.knowledge) for medicine in now):
        return Section(title, (listing,), weight=2.0)
    advice = language.tr("Flagged ones are worth reviewing; do not stop one on your own.")
    return Section(title, (listing, Paragraph(told(advice), 2, 2)), weight=2.0)


def medicine_history(subject: Subject, title: str) -> Part:
    """Return every medicine with all its doses and their dates."""
    language = subject.language
    heads = (
        language.tr("Medicine or supplement"),
        language.tr("Dose"),
        language.tr("From"),
        language.tr("Until"),
        language.tr("What is known"),
    )
    rows = (row for medicine in subject.review.records.medicines for row in _history(medicine, subject))
    return Part(title, "", (Table(heads, (3, 1.6, 1.6, 1.6, 3), tuple(rows)),))


def _taken(medicine: Medicine, last: date) -> bool:
    return medicine.taken_on(last)


def _flagged_first(medicines: Iterable[Medicine], subject: Subject) -> list[Medicine]:
    return sorted(medicines, key=lambda medicine: (flag_of(medicine, subject.knowledge) is None,))


def _row(medicine: Medicine, subject: Subject) -> Pair:
    flag = flag_of(medicine, subject.knowledge)
    name = clipped(medicine_title(medicine, subject.review.period.last), 90)
    since = medicine_times(medicine, subject.printed_on, subject.language)
    about = paragraph(unmarked(_ended(since)), _flag_sentence(flag, subject.language) if flag else ())
    unknown = unmarked(subject.language.tr("Start not recorded."))
    return Pair(((name, flag is not None),), about or unknown, 4, 2)


def _ended(text: str) -> str:
    return f"{text}." if text else ""


def _flag_sentence(flag: Flag, language: Language) -> Sentence:
    words = flag_words(flag, language)
    if flag.times is None:
        return ((words, True), (".", False))
    times = language.tr("({ratio} times as often)", ratio=ratio_number(flag.times, language))
    return ((words, True), (f" {times}.", False))


def _history(medicine: Medicine, subject: Subject) -> Iterable[tuple[str, ...]]:
    flag = flag_of(medicine, subject.knowledge)
    known = subject.language.tr(flag.entry.title) if flag else ""
    for number, period in enumerate(medicine.periods):
        name = clipped(medicine.name, 120)
        yield (name, clipped(period.dose, 60), *_dates(period, subject.language), known if not number else "")


def _dates(period: DosePeriod, language: Language) -> tuple[str, str]:
    start = language.short_date(period.start) if period.start else language.tr("not known")
    return start, language.short_date(period.end) if period.end else language.tr("still taken")
