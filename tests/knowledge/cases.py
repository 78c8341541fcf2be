"""Short ways to put a person before the knowledge base and read what it says."""

from dataclasses import dataclass
from datetime import date

from journal_app.analysis.results import Association, Verdict
from journal_app.analysis.summary import summarise
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.period import last_nights
from journal_app.journal.profile import WarningAnswer
from journal_app.knowledge.entries import Kind
from journal_app.knowledge.matcher import Finding, Group, match
from journal_app.knowledge.standing import Standing, standing
from tests.builders import TODAY, evening

OFTEN = "oo#oo#o" * 8  # two cramp nights a week for eight weeks
SELDOM = "ooo#ooo" * 8


@dataclass(frozen=True)
class Told:
    """What the knowledge base tells one person."""

    findings: tuple[Finding, ...]
    top: Standing

    @property
    def ids(self):
        return [finding.entry.id for finding in self.findings if finding.entry]

    def of(self, entry_id):
        return next(finding for finding in self.findings if finding.entry and finding.entry.id == entry_id)

    def group(self, entry_id):
        return self.of(entry_id).group

    def in_group(self, group):
        return [f.entry.id for f in self.findings if f.group is group and f.entry]

    @property
    def warnings(self):
        return self.in_group(Group.WARNING)

    @property
    def tried(self):
        return [step.entry.id for step in self.top.steps if step.do == "try"]


def tell(knowledge, records, *associations, answers=None, nights=56, today=TODAY, last=None):
    period = last_nights(nights, last or evening())
    summaries = (summarise(records, period), summarise(records, period.before()))
    findings = match(records, knowledge, summaries[0], associations, today, answers=answers)
    return Told(findings, standing(records, knowledge, summaries, None, findings))


def seen(factor, verdict=Verdict.LIKELY, ratio=2.2, **more):
    return Association(factor, 0, verdict, 24, 25, 12, 6, ratio=ratio, q=0.04, **more)


def takes(name, since=None, **more):
    return Medicine(name, name, (DosePeriod(since),), **more)


def ticked(warning, on=date(2026, 11, 3), **more):
    return WarningAnswer(warning, True, on, "2026.1", **more)


def remedies(told):
    return [f.entry.id for f in told.findings if f.entry and f.entry.kind is Kind.REMEDY]
