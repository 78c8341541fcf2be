"""Medicines and supplements: what is taken now, since when, how it changed, and what is known of it."""

from collections.abc import Iterable
from dataclasses import replace

from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.language import Language
from journal_app.report.choices import AnnexPart
from journal_app.report.items import Listing, Pair, Paragraph, Part, Section, Series, Table, strong, told
from journal_app.report.medicine_flags import Flag, flag_of, flag_words
from journal_app.report.subject import Subject, clipped, series
from journal_app.wording.medicines import medicine_times, medicine_title
from journal_app.wording.numbers import ratio_number
from journal_app.wording.segments import Sentence, paragraph, unmarked


def medicines_section(subject: Subject) -> Section:
    """Return the medicines of the day of printing: a row for each flagged one, the others in a paragraph."""
    language, in_period = subject.language, subject.review.medicines
    now = [each for each in subject.review.records.medicines if each.taken_on(subject.printed_on)]
    flagged = [medicine for medicine in now if flag_of(medicine, subject.knowledge)]
    others = [medicine for medicine in now if medicine not in flagged]
    ended = [medicine for medicine in in_period if medicine not in now]
    items: list[Listing | Series | Paragraph] = []
    if flagged:
        rows = [_row(medicine, subject) for medicine in flagged]
        items.append(subject.listing(rows, AnnexPart.MEDICINES, least=min(4, len(rows))))
        items.append(Paragraph(told(_advice(language)), 2, 2))
    if others:
        lead = strong(language.tr("Also:")) if flagged else ()
        items.append(series(lead, _lines(others, subject), subject, AnnexPart.MEDICINES))
    if ended:
        lead = strong(language.tr("Ended:"))
        items.append(series(lead, _lines(ended, subject), subject, AnnexPart.MEDICINES))
    title = language.tr("Medicines and supplements now")
    nothing = Paragraph(told(language.tr("None is recorded.")))
    return Section(title, tuple(items) or (nothing,), weight=2.0)


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


def _advice(language: Language) -> str:
    return language.tr("Bold: worth reviewing; do not stop one on your own.")


def _lines(medicines: list[Medicine], subject: Subject) -> list[str]:
    """Write each medicine with its dose and times, a long name cut short."""
    language = subject.language
    lines: list[str] = []
    for medicine in medicines:
        name = _short_title(medicine, subject)
        times = medicine_times(medicine, subject.printed_on, language)
        lines.append(language.tr("{medicine}, {times}", medicine=name, times=times) if times else name)
    return lines


def _short_title(medicine: Medicine, subject: Subject) -> str:
    """Return name and dose; a long name is cut short so that the dose can be read."""
    named = replace(medicine, name=clipped(medicine.name, 48))
    return clipped(medicine_title(named, subject.printed_on), 80)


def _row(medicine: Medicine, subject: Subject) -> Pair:
    flag = flag_of(medicine, subject.knowledge)
    name = _short_title(medicine, subject)
    since = medicine_times(medicine, subject.printed_on, subject.language)
    known = f"{since}." if since else subject.language.tr("Start not recorded.")
    about = paragraph(unmarked(known), _flag_sentence(flag, subject.language) if flag else ())
    return Pair(((name, flag is not None),), about, 4, 3)


def _flag_sentence(flag: Flag, language: Language) -> Sentence:
    words = flag_words(flag, language)
    if flag.times is None:
        return ((words, True), (".", False))
    times = language.tr("({ratio} times)", ratio=ratio_number(flag.times, language))
    return ((words, True), (f" {times}.", False))


def _history(medicine: Medicine, subject: Subject) -> Iterable[tuple[str, ...]]:
    flag = flag_of(medicine, subject.knowledge)
    known = flag.entry.title if flag else ""
    for number, period in enumerate(medicine.periods):
        name = clipped(medicine.name, 120)
        yield (name, clipped(period.dose, 60), *_dates(period, subject.language), known if not number else "")


def _dates(period: DosePeriod, language: Language) -> tuple[str, str]:
    start = language.short_date(period.start) if period.start else language.tr("not known")
    return start, language.short_date(period.end) if period.end else language.tr("still taken")
