"""`cramp-journal analyse`: what went together with the cramps, from tables of nights."""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from math import isfinite
from pathlib import Path

from journal_app.analysis.results import Association, Verdict
from journal_app.cli.opened import bundled_knowledge
from journal_app.cli.terminal import say
from journal_app.exchange.nights_csv import NightsFile, read_nights_csv
from journal_app.journal.errors import JournalError
from journal_app.journal.factor import Factor
from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.records import Records
from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language, later
from journal_app.review import Review, review
from journal_app.wording.associations import association_paragraph, verdict_chip
from journal_app.wording.explained import explained_lines
from journal_app.wording.segments import plain
from journal_app.wording.summaries import cramp_nights_sentence

VERDICTS = tuple(Verdict)


def analyse(asked: argparse.Namespace, language: Language) -> int:
    """Print the findings of each file: a table, JSON, or all about one factor."""
    knowledge = bundled_knowledge(language)
    found = [(path, review_of(read_nights_csv(path), knowledge)) for path in asked.files]
    for path, reviewed in found:
        if asked.json:
            say(json.dumps(as_json(str(path), reviewed), ensure_ascii=False, allow_nan=False))
        elif asked.explain:
            _say_all(explained(reviewed, asked.explain, path, language))
        else:
            _say_all(table(reviewed, path, language))
    return 0


def review_of(file: NightsFile, knowledge: Knowledge) -> Review:
    """Return the review of a file: each of its columns is one factor, of that name."""
    records, factors = _as_factors(file, knowledge.factors)
    return review(
        records, replace(knowledge, factors=factors), file.period, file.period.last + timedelta(days=1)
    )


def as_json(file: str, reviewed: Review) -> dict[str, object]:
    """Return the findings as plain values; a number that does not exist is null."""
    return {
        "file": file,
        "nights": len(reviewed.period),
        "recorded": reviewed.summary.nights_recorded,
        "cramp_nights": reviewed.summary.cramp_nights,
        "associations": [_association(each) for each in reviewed.associations],
    }


def table(reviewed: Review, path: Path, language: Language) -> Iterator[str]:
    """Yield the lines of the findings, the surest first."""
    yield f"{path}: {plain(cramp_nights_sentence(reviewed.summary, language))}"
    leading = [each for each in reviewed.associations if each.leading]
    in_order = sorted(leading, key=lambda each: (-VERDICTS.index(each.verdict), each.p is None, each.p or 0))
    yield from _aligned([_headings(language), *(_cells(each, language) for each in in_order)])


def explained(reviewed: Review, name: str, path: Path, language: Language) -> Iterator[str]:
    """Yield all about one factor: counts, interval, p, q, adjustment and the reason of the verdict."""
    rows = [each for each in reviewed.associations if each.factor == name]
    if not rows:
        template = later("{file} has no habit {name} with answers. It has: {names}.")
        names = ", ".join(dict.fromkeys(each.factor for each in reviewed.associations))
        raise JournalError(template, file=path.name, name=repr(name), names=names or "-")
    factors = {factor.id: factor for factor in reviewed.factors}
    leading = next(each for each in rows if each.leading)
    yield f"{path}: {language.tr(factors[name].label)}: {verdict_chip(leading.verdict, language)}"
    labels = {factor.id: factor.label for factor in reviewed.factors}
    yield plain(association_paragraph(leading, factors[name], labels, language))
    yield from filter(None, explained_lines(rows, factors[name], language))
    yield from _aligned([_headings(language), *(_cells(each, language) for each in rows)])


def _say_all(lines: Iterator[str]) -> None:
    for line in lines:
        say(line)


def _as_factors(file: NightsFile, known: Sequence[Factor]) -> tuple[Records, tuple[Factor, ...]]:
    known_ones = {factor.id: factor for factor in known if factor.id == factor.habit and factor.within == 1}
    kept: list[Factor] = []
    own: list[Habit] = []
    for habit in file.habits:
        answered = [day.amount(habit) for day in file.records.days]
        yes_no = all(amount in (0, 1) for amount in answered if amount is not None)
        factor = known_ones.get(habit)
        if factor and (factor.binary or not yes_no):
            kept.append(factor)
        else:
            label = factor.label if factor else file.names.get(habit, habit)
            own.append(Habit(habit, label, HabitKind.YES_NO if yes_no else HabitKind.AMOUNT, own=True))
    return replace(file.records, own_habits=tuple(own)), tuple(kept)


def _association(each: Association) -> dict[str, object]:
    return {
        "factor": each.factor,
        "days_before": each.days_before,
        "nights_with": each.nights_with,
        "nights_without": each.nights_without,
        "cramp_nights_with": each.cramps_with,
        "cramp_nights_without": each.cramps_without,
        "ratio": _finite(each.ratio),
        "low": _finite(each.low),
        "high": _finite(each.high),
        "p": _finite(each.p),
        "q": _finite(each.q),
        "verdict": each.verdict.value,
    }


def _finite(number: float | None) -> float | None:
    return None if number is None or not isfinite(number) else float(number)


def _headings(language: Language) -> tuple[str, ...]:
    tr = language.tr
    return (
        tr("habit"),
        tr("days before"),
        tr("with"),
        tr("without"),
        tr("ratio"),
        tr("95 % interval"),
        "p",
        "q",
        tr("verdict"),
    )


def _cells(each: Association, language: Language) -> tuple[str, ...]:
    interval = "" if each.low is None else f"{_figure(each.low, 2)} – {_figure(each.high, 2)}"
    return (
        each.factor,
        str(each.days_before),
        f"{each.cramps_with}/{each.nights_with}",
        f"{each.cramps_without}/{each.nights_without}",
        _figure(each.ratio, 2),
        interval,
        _figure(each.p, 4),
        _figure(each.q if each.leading else None, 4),  # q is one for the habit, not one a row
        verdict_chip(each.verdict, language),
    )


def _figure(number: float | None, digits: int) -> str:
    return "" if number is None else f"{number:.{digits}f}"


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    for row in rows:
        first, *others, last = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        numbers = (cell.strip().rjust(len(cell)) for cell in others)
        yield "  ".join(("", first, *numbers, last)).rstrip()
