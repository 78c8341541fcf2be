"""Page one: the answers to what a doctor asks in the first minute, as data."""

from dataclasses import replace

from journal_app import __version__
from journal_app.report.choices import AnnexPart
from journal_app.report.figures import legs, strip, strip_title, weeks, weeks_sentence, weeks_title
from journal_app.report.head import about, key_figures, notice, title, who
from journal_app.report.health import health_section
from journal_app.report.items import Beside, Lines, PageOne, Paragraph, Section, strong, told
from journal_app.report.medicines import medicines_section
from journal_app.report.patterns import together_section, tried_section
from journal_app.report.subject import Subject, clipped
from journal_app.report.typical import typical_section
from journal_app.report.warning_signs import warning_section
from journal_app.wording.body import place
from journal_app.wording.segments import Sentence
from journal_app.wording.summaries import hours_sentence
from journal_app.wording.visits import since_visit_sentence

BLANK_QUESTIONS = 3
MOST_PLACES = 4


def page_one(subject: Subject) -> PageOne:
    """Return everything that page one says."""
    recorded = subject.review.summary.nights_recorded > 0
    profile, language = subject.review.profile, subject.language
    return PageOne(
        title=title(subject),
        who=who(profile, subject.choices.show_name, language),
        about=about(subject),
        notice=notice(subject),
        key_figures=key_figures(subject),
        strip=_strip_section(subject) if recorded else None,
        left=(
            *((_weeks_section(subject),) if recorded else ()),
            medicines_section(subject),
            tried_section(subject),
        ),
        right=(
            *((_where_section(subject),) if recorded else ()),
            health_section(subject),
            typical_section(subject),
            together_section(subject),
        ),
        wide=(warning_section(subject),),
        foot=(_questions_section(subject),),
        small_print=_small_print(subject),
    )


def _strip_section(subject: Subject) -> Section:
    heading, legend = strip_title(subject)
    return Section(heading, (strip(subject),), legend)


def _weeks_section(subject: Subject) -> Section:
    heading, legend = weeks_title(subject)
    since = since_visit_sentence(subject.review.trend.since_visit, subject.language)
    told_below = (Paragraph(said, 3) for said in (weeks_sentence(subject), since) if said)
    return Section(heading, (weeks(subject), *told_below), legend)


def _where_section(subject: Subject) -> Section:
    language, summary = subject.language, subject.review.summary
    rows = [
        Paragraph(_place_count(place(leg, muscle, subject.knowledge, language), count))
        for leg, muscle, count in summary.muscles
    ] or [Paragraph(told(language.tr("No cramp in this period.")))]
    listing = replace(subject.listing(rows, AnnexPart.NIGHTS), left_out=max(0, len(rows) - MOST_PLACES))
    when = Paragraph(hours_sentence(summary, language), 4, 2)
    return Section(language.tr("Where and when"), (Beside(legs(subject), listing, when),), weight=1.5)


def _place_count(name: str, count: int) -> Sentence:
    return ((clipped(name, 60), False), (" ", False), (str(count), True))


def _questions_section(subject: Subject) -> Section:
    heading = subject.language.tr("What I would like to know")
    asked = [question.strip() for question in subject.choices.questions if question.strip()]
    if not asked:
        return Section(heading, (Lines(BLANK_QUESTIONS),))
    rows = (
        Paragraph((*strong(f"{number} "), (clipped(question, 240), False)), 2)
        for number, question in enumerate(asked, start=1)
    )
    return Section(heading, tuple(rows))


def _small_print(subject: Subject) -> str:
    language = subject.language
    method = language.tr(
        "Rates rest on recorded nights; nights not recorded are left out, not counted as quiet. "
        "Ratios are adjusted for drift, season, weekday, earlier nights and other habits; intervals are "
        "95 %. What went together is no proof."
    )
    made = language.tr(
        "Night Cramp Journal {version}, knowledge base {knowledge}, printed on {date}.",
        version=__version__,
        knowledge=subject.knowledge.version,
        date=language.full_date(subject.printed_on),
    )
    return f"{method} {made}"
