"""Everything that reads a file, each with sound files to spoil and a way to read one."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import time_ns
from zlib import crc32

from benchmarks.fuzz_inputs import TEXT, changed_json, made_up_json, made_up_table, made_up_toml, spoiled
from benchmarks.fuzz_journal import journal_reader
from benchmarks.fuzz_knowledge import knowledge_reader
from benchmarks.fuzz_pdf import pdf_reader
from benchmarks.fuzz_reader import ROOT, BrokenPromise, Reader, cases_of, few_records
from journal_app.exchange.mapped_table import ColumnMap
from journal_app.exchange.nights_csv import read_nights_csv
from journal_app.exchange.read_file import read_file, write_file
from journal_app.exchange.reading import Reading, plan_import
from journal_app.exchange.recipe import read_recipe
from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.records import Records
from journal_app.paths import bundled
from journal_app.store.journal_store import JournalStore
from journal_app.ui.preferences import CHOICES, PreferenceFile, Preferences

STEPS = ("Date", [ColumnMap("Move Minutes count", "active_minutes", "min"), ColumnMap("Step count", "steps")])


def readers() -> dict[str, Callable[[], Reader]]:
    """Return how to make ready each reader, by its name."""
    return {
        "csv": csv_reader,
        "table": table_reader,
        "json": json_reader,
        "knowledge": knowledge_reader,
        "recipe": recipe_reader,
        "settings": settings_reader,
        "journal": journal_reader,
        "pdf": pdf_reader,
    }


def csv_reader() -> Reader:
    """Return the reader of our own CSV."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sound.csv"
        write_file(few_records(), path)
        sound = path.read_text("utf-8")
    seeds = [sound.encode(), sound.replace(",", ";").encode(), sound.encode("utf-16"), *cases_of("csv")]
    columns = sound.splitlines()[0].split(",")
    habits = (Habit("water", "Water", HabitKind.AMOUNT, "ml", high=10_000),)
    return Reader(
        "csv",
        "nights.csv",
        lambda rng: spoiled(rng, seeds, TEXT) if rng.random() < 0.8 else made_up_table(rng, columns),
        partial(_read_own, habits=habits),
        "nights.csv",
        tuple(seeds[:3]),
    )


def table_reader() -> Reader:
    """Return the reader of other programs' tables."""
    google = ROOT / "tests" / "samples" / "google_fit" / "daily_activity.csv"
    lines = google.read_bytes().splitlines(keepends=True)
    short = b"Date;Step count;Move Minutes count\n2026-11-01;4500;1,5\n2026-11-02T23:10:00Z;no;\n"
    seeds = [b"".join(lines[:8]), short, short.replace(b";", b"\t"), *cases_of("table")]
    columns = ["Date", "Step count", "Move Minutes count", "Walking duration (ms)"]
    return Reader(
        "table",
        "steps.csv",
        lambda rng: spoiled(rng, seeds, TEXT) if rng.random() < 0.8 else made_up_table(rng, columns),
        lambda path: _import(path, read_file(path, (), *STEPS)),
        "steps.csv",
        tuple(seeds[:3]),
    )


def json_reader() -> Reader:
    """Return the reader of the journal as JSON."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sound.json"
        write_file(few_records(), path)
        sound = path.read_text("utf-8")
    seeds = [sound.encode(), sound.encode("utf-16"), *cases_of("json")]

    def make(rng: Random) -> bytes:
        kind = rng.random()
        if kind < 0.4:
            return spoiled(rng, seeds, TEXT)
        if kind < 0.9:
            return changed_json(rng, sound)
        return repr(made_up_json(rng)).replace("'", '"').encode("utf-8", "surrogatepass")

    return Reader(
        "json", "journal.json", make, partial(_read_own, habits=()), "journal.json", tuple(seeds[:2])
    )


def recipe_reader() -> Reader:
    """Return the reader of the example's recipe."""
    sound = (bundled("resources") / "example" / "recipe.toml").read_bytes()
    seeds = [sound, *cases_of("recipe")]
    keys = re.findall(r"(?m)^(\w+) = ", sound.decode())
    return Reader(
        "recipe",
        "recipe.toml",
        lambda rng: spoiled(rng, seeds, TEXT) if rng.random() < 0.8 else made_up_toml(rng, keys),
        read_recipe,
        "recipe.toml",
        (sound,),
    )


def settings_reader() -> Reader:
    """Return the reader of what the window remembers; it refuses nothing."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sound.ini"
        kept = PreferenceFile(path)
        kept.save(Preferences(second_backup_folder="/media/stick", reminder_time="07:15"))
        sound = path.read_bytes()
    odd = b"[window]\ngeometry=@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3\\0\\0)\n"
    odd += b"[choices]\npage=@Variant(\\0\\0\\0\\x7f)\n"
    seeds = [sound, sound + odd, odd, *cases_of("settings")]
    return Reader(
        "settings",
        "settings.ini",
        lambda rng: spoiled(rng, seeds, TEXT),
        _read_settings,
        "settings.ini",
        (sound,),
    )


def _read_own(path: Path, habits: tuple[Habit, ...]) -> None:
    if path.suffix == ".csv":
        read_nights_csv(path)
    _import(path, read_file(path, habits))


def _import(path: Path, reading: Reading) -> None:
    """Take in what was read, now and then into a journal and out again."""
    plan = plan_import(Records(), reading)
    if crc32(path.read_bytes()) % 50:
        return
    journal, out = path.with_name("taken-in.db"), path.with_name("again.json")
    try:
        with JournalStore.create(journal) as store:
            store.apply(plan.new, path.name)
            held = store.records()
        write_file(held, out)
        if read_file(out, ()).records != held:
            raise BrokenPromise("a journal that took it in does not come back from JSON")
        write_file(held, path.with_name("again.csv"))
    finally:
        for each in (journal, out, path.with_name("again.csv"), *path.parent.glob("taken-in.db-*")):
            each.unlink(missing_ok=True)


def _read_settings(path: Path) -> None:
    # Qt keeps what it read of a file by its name, so that each needs a name of its own.
    own = path.with_name(f"settings-{time_ns()}.ini")
    own.write_bytes(path.read_bytes())
    try:
        kept = PreferenceFile(own)
        chosen = kept.load()
        kept.geometry()
    finally:
        for each in path.parent.glob("settings-*"):
            each.unlink()
    for name in Preferences.__dataclass_fields__:
        if type(getattr(chosen, name)) is not type(getattr(Preferences(), name)):
            raise BrokenPromise(f"{name} is not what it should be")
    if chosen.paper not in CHOICES["paper"] or not chosen.second_backup_folder.isprintable():
        raise BrokenPromise("a choice that cannot be")
