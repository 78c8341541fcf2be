"""One entry's TOML table as an `Entry`. docs/knowledge-format.md tells its keys to the authors."""

from collections.abc import Mapping

from journal_app.knowledge.entries import (
    Comparison,
    Effect,
    Entry,
    Example,
    FactValue,
    Grade,
    Kind,
    Level,
    PageGrade,
    Question,
    Testable,
)
from journal_app.knowledge.tables import Faults, Table

CONFIDENCE = "SRMNO"
FIGURE_CONFIDENCE = "SR"


def read_entry(file: str, values: Mapping[str, object], entry_id: str, faults: Faults) -> Entry:
    """Return the entry of one file; what is wrong with it is noted, and stands empty in the entry."""
    table = Table(file, values, faults)
    kind = table.choice("kind", Kind, needed=True) or Kind.FACTOR
    entry = Entry(
        id=entry_id,
        kind=kind,
        title=table.text("title", needed=True),
        summary=table.text("summary", needed=True),
        grade=table.choice("grade", Grade, needed=True) or Grade.UNPROVEN,
        grade_reason=table.text("grade_reason", needed=True),
        confidence=_confidence(table, CONFIDENCE),
        reviewed=table.day("reviewed"),
        names=table.texts("names"),
        page_grade=table.choice("page_grade", PageGrade),
        effects=tuple(_effect(effect) for effect in table.tables("effect")),
        conflicts=table.text("conflicts"),
        correction=table.text("correction"),
        do=table.texts("do"),
        ask=table.texts("ask"),
        not_for=table.texts("not_for"),
        fit_to_try=table.flag("fit_to_try"),
        testable=table.choice("testable", Testable, needed=True) or Testable.NO,
        factor=table.text("factor"),
        test_note=table.text("test_note"),
        sources=table.texts("sources", needed=True),
        rows=table.texts("rows", needed=True),
        when=_rule(table, "when"),
        unless=_rule(table, "unless"),
        examples=tuple(_example(example) for example in table.tables("example")),
        ticks=_ticks(table) if kind is Kind.CONDITION else {},
        level=table.choice("level", Level, needed=True) if kind is Kind.WARNING else None,
        question=table.text("question", needed=True) if kind is Kind.WARNING else "",
        card=table.text("card", needed=True) if kind is Kind.WARNING else "",
        applies=table.text("applies") if kind is Kind.WARNING else "",
        applies_when=_rule(table, "applies_when") if kind is Kind.WARNING else (),
        long_cramp=table.flag("long_cramp") if kind is Kind.WARNING else False,
        questions=_questions(table) if kind is Kind.LOOK_ALIKE else (),
        asked_when=_rule(table, "asked_when") if kind is Kind.LOOK_ALIKE else (),
    )
    table.finish()
    return entry


def _confidence(table: Table, allowed: str) -> str:
    letter = table.text("confidence", needed=True)
    if letter and (len(letter) != 1 or letter not in allowed):
        table.fault("confidence", f'"{letter}" is not one of {", ".join(allowed)}')
    return letter


def _effect(table: Table) -> Effect:
    effect = Effect(
        text=table.text("text", needed=True),
        source=table.text("source", needed=True),
        confidence=_confidence(table, FIGURE_CONFIDENCE),
        measure=table.text("measure"),
        value=table.number("value"),
        low=table.number("low"),
        high=table.number("high"),
        n=table.whole("n"),
        design=table.text("design"),
    )
    table.finish()
    return effect


def _rule(table: Table, key: str) -> tuple[tuple[Comparison, ...], ...]:
    return tuple(tuple(map(_comparison, together)) for together in table.lists_of_tables(key, "all"))


def _comparison(table: Table) -> Comparison:
    equals = table.raw("equals")
    if equals is not None and not isinstance(equals, bool | int | float | str):
        table.fault("equals", "must be a text, a number, or true or false")
    comparison = Comparison(
        fact=table.text("fact", needed=True),
        equals=equals if isinstance(equals, bool | int | float | str) else None,
        at_least=table.number("at_least"),
        at_most=table.number("at_most"),
        one_of=table.texts("one_of"),
    )
    given = (
        equals is not None,
        comparison.at_least is not None,
        comparison.at_most is not None,
        bool(comparison.one_of),
    )
    if sum(given) != 1:
        table.fault(comparison.fact, "needs exactly one of equals, at_least, at_most, one_of")
    table.finish()
    return comparison


def _example(table: Table) -> Example:
    facts: dict[str, FactValue] = table.scalars("facts")
    example = Example(matches=table.flag("matches", needed=True), facts=facts)
    table.finish()
    return example


def _ticks(table: Table) -> dict[str, str]:
    if table.raw("ticks") is None:
        return {}
    return {tick: str(label) for tick, label in table.scalars("ticks").items()}


def _questions(table: Table) -> tuple[Question, ...]:
    questions = tuple(_question(question) for question in table.tables("question"))
    if not questions:
        table.fault("question", "a look-alike needs at least one [[question]]")
    return questions


def _question(table: Table) -> Question:
    question = Question(
        ask=table.text("ask", needed=True),
        answer=table.text("answer", needed=True),
        field=table.text("field", needed=True),
        sign_of=table.text("sign_of"),
    )
    if question.answer and question.answer not in {"yes", "no"}:
        table.fault("answer", f'"{question.answer}" is not one of yes, no')
    table.finish()
    return question
