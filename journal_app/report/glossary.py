"""What the words of the report mean."""

from journal_app.analysis.results import Verdict
from journal_app.language import later
from journal_app.report.items import Pair, Part, Section
from journal_app.report.subject import Subject
from journal_app.wording.associations import verdict_words, wrong_share_sentence
from journal_app.wording.segments import unmarked

_TERMS = (
    (later("Night"), later("It has the date of the evening it began: 02:10 belongs to the evening before.")),
    (later("Recorded night"), later("A night with cramps or marked as quiet. All others are not recorded.")),
    (later("Cramp night"), later("A recorded night with at least one cramp.")),
    (later("Quiet night"), later("A recorded night without a cramp.")),
    (later("Quiet run"), later("Quiet nights in a row. A night not recorded ends the run.")),
    (later("A week"), later("Rates a week are cramps per seven recorded nights.")),
    (later("Median"), later("The middle value: half are at or above it, half at or below.")),
    (later("Pain"), later("0 to 10: 1 to 3 did not disturb sleep, 4 to 6 disturbed it, 7 to 10 unbearable.")),
    (later("Times as often"), later("Share of cramp nights with a habit, divided by the share without it.")),
    (later("Interval"), later("The values that still fit the counts, with 95 % confidence.")),
    (later("False alarm"), later("The share of such findings that are expected to be chance.")),
    (later("Entered later"), later("Entered after the day on which the night ended.")),
)


def glossary(subject: Subject, title: str) -> Part:
    """Return the words of the report, of the verdicts and of the grades, each with its meaning."""
    language = subject.language
    terms = tuple(Pair(((language.tr(term), True),), unmarked(language.tr(text))) for term, text in _TERMS)
    verdicts = tuple(
        Pair(((verdict_words(verdict, language), True),), unmarked(wrong_share_sentence(verdict, language)))
        for verdict in reversed(Verdict)
        if wrong_share_sentence(verdict, language)
    )
    return Part(
        title,
        "",
        (Section(language.tr("Words"), terms), Section(language.tr("How sure a pattern is"), verdicts)),
    )
