"""The steps of "worth doing now", each with its reason."""

from journal_app.knowledge.entries import Knowledge, Level
from journal_app.knowledge.standing import Do, Standing, Step
from journal_app.knowledge.warnings import with_numbers
from journal_app.language import Language, later
from journal_app.wording.findings import reasons_words
from journal_app.wording.segments import Sentence, marked, paragraph, unmarked

_WHY = {
    Do.KEEP: later("It went together with fewer cramps in your journal."),
    Do.CHANGE: later("It went together with more cramps in your journal."),
    Do.TRY: later(
        "Ask first, if something on its “ask first” list is you. Whether it helps, only a trial can tell."
    ),
}


def step_sentence(step: Step, knowledge: Knowledge, language: Language, country: str) -> Sentence:
    """Say one step and its reason; a success is told with what else may explain it."""
    if step.do is Do.RECORD:
        return _record(step, language)
    text = with_numbers(step.text, knowledge, country)
    title = step.entry.title if step.entry else ""
    said = marked(language.tr("**{title}**: {text}"), title=title, text=text)
    return paragraph(said, *(unmarked(words) for words in _why(step, language) if words))


def steps_heading(standing: Standing, language: Language) -> str:
    """Name the column of steps; an emergency is named as one."""
    if any(step.entry and step.entry.level is Level.EMERGENCY for step in standing.steps):
        return language.tr("Do this now")
    return language.tr("Worth doing now")


def _why(step: Step, language: Language) -> tuple[str, ...]:
    reasons = reasons_words(step.finding.reasons, language) if step.finding else ""
    why = language.tr(_WHY[step.do]) if step.do in _WHY else reasons
    return why, step.caveat.summary if step.caveat else ""


def _record(step: Step, language: Language) -> Sentence:
    if not step.nights:
        return unmarked(language.tr("Go on recording each morning, quiet nights too."))
    template = language.trn(
        "Go on recording each morning, quiet nights too: **{n} more night** and more can be told.",
        "Go on recording each morning, quiet nights too: **{n} more nights** and more can be told.",
        step.nights,
    )
    return marked(template)
