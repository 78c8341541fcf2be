"""Trials on oneself in plain sentences: what a plan can show, what tonight asks, what the nights answered.

Nothing here says that a remedy works or that one should go on with it or give it up.
"""

from collections.abc import Sequence
from datetime import date

from journal_app.analysis.results import FEWEST_FOR_A_RATE
from journal_app.analysis.trial_comparison import Answer, Shortfall
from journal_app.analysis.trial_plan import Refusal, TrialPlan, best_plan, nothing_can_answer
from journal_app.analysis.trial_verdict import Arms, TrialVerdict
from journal_app.journal.followed import review_days
from journal_app.journal.trial import RemedyTrial, TrialDesign, TrialStatus
from journal_app.language import Language, later
from journal_app.wording.numbers import per_week, times
from journal_app.wording.segments import Sentence, marked, paragraph, unmarked

# Seen in the Cochrane review of 2012 (magnesium for skeletal muscle cramps), summary of findings.
DUMMY_FEWER_PERCENT = 27.8
DUMMY_QUARTER_FEWER_PERCENT = 65.9
WHOLE_WEEK = 7

_ANSWERS = {
    Answer.CLEAR: later("clear"),
    Answer.LEANING: later("leaning"),
    Answer.NO_DIFFERENCE: later("no difference seen"),
    Answer.CANNOT_TELL: later("cannot tell"),
}
_REFUSALS = {
    Refusal.FEW_NIGHTS: later(
        "Record about three weeks of nights first. Then the program can tell what a trial would show."
    ),
    Refusal.WORST_SPELL: later(
        "Not now: the last four weeks were your worst spell. After such a spell things mostly get better "
        "by themselves, so weeks before and after would mislead you. Use pairs of nights, or wait."
    ),
}
_SHORTFALLS = {
    Shortfall.NIGHTS: later("Too few nights were recorded with it or without it: at least 14 of each."),
    Shortfall.CRAMPS: later("At least 8 cramp nights and 8 quiet nights are needed; there were fewer."),
    Shortfall.PAIRS: later("Fewer than 6 pairs were done, and fewer can never tell chance from help."),
    Shortfall.WORST_SPELL: later(
        "It was begun in your worst spell. After such a spell things mostly get better by themselves."
    ),
    Shortfall.WIDE: later("Half as many cramp nights, or twice as many, would fit as well as no difference."),
}
_STATUSES = {
    TrialStatus.PLANNED: later("planned"),
    TrialStatus.RUNNING: later("running"),
    TrialStatus.PAUSED: later("paused"),
    TrialStatus.ENDED: later("ended"),
}


def status_words(status: TrialStatus, language: Language) -> str:
    """Say how far a trial is: running."""
    return language.tr(_STATUSES[status])


def answer_words(answer: Answer, language: Language) -> str:
    """Say an answer for a small label: no difference seen."""
    return language.tr(_ANSWERS[answer])


def design_words(plan: TrialPlan, language: Language) -> str:
    """Name a design: Blocks of 4 nights, with and without by lot, 88 nights."""
    if plan.design is not TrialDesign.PAIRS:
        weeks = language.number(plan.block_nights // WHOLE_WEEK, 0)
        return language.tr("{weeks} weeks without, then {weeks} weeks with", weeks=weeks)
    if plan.block_nights == 1:
        return language.tr("Night by night, with and without by lot, {n} nights", n=plan.nights)
    template = language.tr("Blocks of {block} nights, with and without by lot, {n} nights")
    return template.format(block=plan.block_nights, n=plan.nights)


def chance_sentence(plan: TrialPlan, language: Language) -> Sentence:
    """Say what a design can show, or why it is not offered."""
    if plan.refusal is not None or plan.chance is None:
        return unmarked(language.tr(_REFUSALS[plan.refusal or Refusal.FEW_NIGHTS]))
    tenths = round(10 * plan.chance)
    if tenths == 0:
        return unmarked(language.tr("It would hardly ever notice if your cramp nights were halved."))
    if tenths == 10:
        return unmarked(language.tr("It would nearly always notice if your cramp nights were halved."))
    return marked(
        language.trn(
            "It would notice **one time in ten** if your cramp nights were halved.",
            "It would notice **{n} times in ten** if your cramp nights were halved.",
            tenths,
        )
    )


def washout_sentence(plan: TrialPlan, language: Language) -> str:
    """Say which nights are not compared, empty where all are."""
    if not plan.washout:
        return ""
    return language.trn(
        "The first night of each block is not compared.",
        "The first {n} nights of each block are not compared.",
        plan.washout,
    )


def plans_sentence(plans: Sequence[TrialPlan], language: Language) -> Sentence:
    """Say which design is the shortest that can answer, or that none can."""
    if plans and all(plan.refusal is Refusal.FEW_NIGHTS for plan in plans):
        return unmarked(language.tr(_REFUSALS[Refusal.FEW_NIGHTS]))
    chosen = best_plan(plans)
    if chosen is not None:
        template = language.tr("The shortest that can mostly tell: **{design}**.")
        return marked(template, design=design_words(chosen, language))
    if nothing_can_answer(plans):
        return unmarked(
            language.tr(
                "With as many cramps as you have, no trial of this length can mostly tell. "
                "You can still try it; only do not expect an answer from the figures."
            )
        )
    return unmarked(language.tr("Only weeks before and after can tell, and no more than a hint."))


def by_lot_sentence(language: Language) -> str:
    """Say why the order is drawn."""
    return language.tr(
        "The program draws the order by lot and locks it, so that neither hope nor a bad week can choose."
    )


def waiting_sentence(trial: RemedyTrial, language: Language) -> str:
    """Say when the answer comes; nothing about it is shown before."""
    end = trial.agreed_end
    if end is None:
        return language.tr("The trial stands still. Its answer comes when it has gone on to its end.")
    template = language.tr("The answer comes after the night of {date}. Nothing is worked out before.")
    return template.format(date=language.full_date(end))


def verdict_paragraph(found: TrialVerdict, trial: RemedyTrial, language: Language) -> Sentence:
    """Tell an answer as a whole: the answer, ratio and chance, why not more, and the limits."""
    return paragraph(
        answer_sentence(found, trial, language),
        ratio_sentence(found, language),
        chance_fewer_sentence(found, language),
        unmarked(language.tr(_SHORTFALLS[found.shortfall]) if found.shortfall else ""),
        unmarked(_limits(found, language)),
    )


def answer_sentence(found: TrialVerdict, trial: RemedyTrial, language: Language) -> Sentence:
    """Say the answer: With stretching, cramp nights were clearly fewer."""
    match found.answer, found.fewer:
        case Answer.CLEAR, True:
            template = language.tr("**Clear:** with {name}, cramp nights were fewer.")
        case Answer.CLEAR, _:
            template = language.tr("**Clear:** with {name}, cramp nights were more.")
        case Answer.LEANING, True:
            template = language.tr("**Leaning:** with {name}, cramp nights seem fewer. It may be chance.")
        case Answer.LEANING, _:
            template = language.tr("**Leaning:** with {name}, cramp nights seem more. It may be chance.")
        case Answer.NO_DIFFERENCE, _:
            template = language.tr("**No difference seen** with {name}: at least no halving and no doubling.")
        case _:
            template = language.tr("**Cannot tell** whether {name} made a difference.")
    return marked(template, name=trial.name)


def ratio_sentence(found: TrialVerdict, language: Language) -> Sentence:
    """Say how many times as often, the cautious end first."""
    ratio, low, high = found.ratio, found.low, found.high
    if ratio is None or low is None or high is None:
        return ()
    words = {"ratio": times(ratio, language), "low": times(low, language), "high": times(high, language)}
    if low <= 1 <= high:
        template = language.tr(
            "Cramp nights from **{low}** to **{high}** as often as without it would still fit."
        )
    elif ratio < 1:
        template = language.tr(
            "Cramp nights were at most **{high}** as often as without it; "
            "the best guess is {ratio}, and down to {low} would fit."
        )
    else:
        template = language.tr(
            "Cramp nights were at least **{low}** as often as without it; "
            "the best guess is {ratio}, and up to {high} would fit."
        )
    return marked(template, **words)


def chance_fewer_sentence(found: TrialVerdict, language: Language) -> Sentence:
    """Say the chance that cramp nights are fewer with it, in hundredths and never as certain."""
    if found.chance_fewer is None:
        return ()
    hundredths = min(99, max(1, round(100 * found.chance_fewer)))
    template = language.tr("The chance that there are fewer with it at all: **{n} in 100**.")
    return marked(template, n=hundredths)


def arms_sentence(arms: Arms, language: Language) -> Sentence:
    """Say the counts: With it 1.2 cramps a week (7 of 40 nights), without 2.5 (15 of 41)."""
    if arms.on.per_week is None or arms.off.per_week is None:
        return unmarked(language.tr("Nights were recorded only with it, only without it, or not at all."))
    if min(arms.on.nights, arms.off.nights) < FEWEST_FOR_A_RATE:
        template = language.tr(
            "With it cramps on **{k} of {n}** nights, without it on **{k2} of {n2}**: "
            "too few for a weekly rate."
        )
        return marked(
            template,
            k=arms.on.cramp_nights,
            n=arms.on.nights,
            k2=arms.off.cramp_nights,
            n2=arms.off.nights,
        )
    template = language.tr(
        "With it **{on}** cramps a week (cramps on {k} of {n} nights), "
        "without it **{off}** (on {k2} of {n2} nights)."
    )
    return marked(
        template,
        on=per_week(arms.on.per_week, language),
        k=arms.on.cramp_nights,
        n=arms.on.nights,
        off=per_week(arms.off.per_week, language),
        k2=arms.off.cramp_nights,
        n2=arms.off.nights,
    )


def protocol_sentence(found: TrialVerdict, language: Language) -> Sentence:
    """Say how far the schedule was kept, and the counts of the nights on which it was."""
    if found.per_protocol is None:
        return ()
    template = language.tr(
        "The schedule was kept on **{k} of {n}** nights that were answered. Of these only:"
    )
    kept = marked(template, k=found.as_scheduled, n=found.answered)
    return paragraph(kept, arms_sentence(found.per_protocol, language))


def quinine_review_sentence(start: date, today: date, language: Language) -> str:
    """Say when quinine is to be talked over by the UK rules; never what to do with it."""
    first, following = review_days(start, today)
    template = later("By the UK rules quinine is looked at with the doctor after four weeks, on {first}.")
    if today > first:
        template = later("By the UK rules quinine is looked at every three months; the next day is {next}.")
    words = {"first": language.full_date(first), "next": language.full_date(following)}
    return language.tr(template, **words)


def dummy_pill_sentence(language: Language) -> str:
    """Say what dummy pills did in trials, once above all answers."""
    template = language.tr(
        "To compare: in trials, people given a dummy pill had {fewer} % fewer cramps after four weeks, "
        "and {quarter} of 100 of them had at least a quarter fewer."
    )
    quarter = language.number(DUMMY_QUARTER_FEWER_PERCENT, 0)
    return template.format(fewer=language.number(DUMMY_FEWER_PERCENT, 0), quarter=quarter)


def tried_line(found: TrialVerdict, trial: RemedyTrial, language: Language) -> str:
    """Tell a trial in one line for the report: Stretching (by lot, 84 nights): leaning, 0.6 (0.4 to 1)."""
    nights = found.as_planned.on.nights + found.as_planned.off.nights
    how = language.tr("order by lot") if found.by_lot else language.tr("before and after")
    answer = answer_words(found.answer, language)
    if found.ratio is None or found.low is None or found.high is None:
        return language.trn(
            "{name} ({how}, {n} night): {answer}",
            "{name} ({how}, {n} nights): {answer}",
            nights,
            name=trial.name,
            how=how,
            answer=answer,
        )
    return language.trn(
        "{name} ({how}, {n} night): {answer}; ratio {ratio} ({low} to {high})",
        "{name} ({how}, {n} nights): {answer}; ratio {ratio} ({low} to {high})",
        nights,
        name=trial.name,
        how=how,
        answer=answer,
        ratio=language.number(found.ratio, 2),
        low=language.number(found.low, 2),
        high=language.number(found.high, 2),
    )


def _limits(found: TrialVerdict, language: Language) -> str:
    told: list[str] = []
    if not found.by_lot:
        told.append(language.tr("Other slow changes cannot be excluded, so this is never more than a hint."))
    if found.runs > 1:
        told.append(language.trn("From {n} run.", "From {n} runs together.", found.runs))
    if found.ended_early:
        told.append(language.tr("It was ended before the agreed end, which makes any answer less sure."))
    return " ".join(told)
