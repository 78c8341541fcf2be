"""What can be written after `cramp-journal`."""

import argparse
import gettext
import os
from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NoReturn

from journal_app.cli.terminal import complain
from journal_app.language import DOMAIN, Language, catalogues, later

DISTRIBUTION = "night-cramp-journal"
UNUSABLE = 2


class Parser(argparse.ArgumentParser):
    """A parser that tells wrong use in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end."""
        told = gettext.gettext(later("{message}. See {program} --help"))
        complain(told.format(message=message, program=self.prog))
        raise SystemExit(UNUSABLE)


def parser(language: Language) -> argparse.ArgumentParser:
    """Return the parser of every command."""
    tr = language.tr
    _speak(language)
    made = Parser(
        prog="cramp-journal",
        description=tr("A private journal of night leg cramps. Without a command, the window opens."),
    )
    made.add_argument("--version", action="version", version=f"%(prog)s {program_version()}")
    _shared(made, tr("the journal to use instead of your own"), tr("the language to speak, such as en or de"))
    made.add_argument("--example", action="store_true", help=tr("open the window on an example journal"))
    made.add_argument(
        "--in-tray",
        action="store_true",
        help=tr("if the reminder is on, wait in the tray without a window"),
    )
    commands = made.add_subparsers(dest="command", metavar=tr("COMMAND"), parser_class=Parser)
    for add in (_demo, _analyse, _report, _import, _export, _backup, _restore, _checks):
        add(_Commands(commands.add_parser, language))
    return made


def _speak(language: Language) -> None:
    """Let argparse, which asks Python's own gettext, speak the language too."""
    gettext.bindtextdomain(DOMAIN, str(catalogues()))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language.locale.language


def language_tag(given: Sequence[str]) -> str:
    """Return the language asked for, before anything is said in it."""
    first = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    first.add_argument("--language", nargs="?", default="")
    return first.parse_known_args(list(given))[0].language or ""


def program_version() -> str:
    """Return the version that is installed."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        from journal_app import __version__  # noqa: PLC0415 - a frozen program has no package metadata

        return __version__


class _Commands:
    """Adds commands, each with the options that all of them share."""

    def __init__(self, add_parser: Callable[..., argparse.ArgumentParser], language: Language) -> None:
        self._add_parser = add_parser
        self.tr = language.tr

    def add(self, name: str, does: str) -> argparse.ArgumentParser:
        """Add a command with its one line of help."""
        made = self._add_parser(name, help=does, description=does)
        # Written before the command they count too, so that they must not be reset here.
        _shared(made, argparse.SUPPRESS, argparse.SUPPRESS, default=argparse.SUPPRESS)
        return made


def _shared(made: argparse.ArgumentParser, journal: str, language: str, default: str | None = None) -> None:
    made.add_argument("--journal", type=Path, metavar="FILE", help=journal, default=default)
    made.add_argument("--language", metavar="TAG", help=language, default=default or "")


def _demo(commands: _Commands) -> None:
    made = commands.add("demo", commands.tr("make an example journal with its charts and report"))
    made.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help=commands.tr("the folder to write into")
    )
    made.add_argument(
        "--to", type=_day, metavar="DATE", help=commands.tr("the last night; yesterday if not given")
    )
    made.add_argument("--no-window", action="store_true", help=commands.tr("do not open the window on it"))


def _analyse(commands: _Commands) -> None:
    made = commands.add("analyse", commands.tr("say what went together with the cramps in tables of nights"))
    made.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="NIGHTS.csv",
        help=commands.tr(
            "one row a night, with the columns night (date of the evening), cramps (how many; empty: not"
            " recorded), if wanted pain (0 to 10), minutes and note, and one for each habit (a number, or 1"
            " for yes and 0 for no; empty: unknown)"
        ),
    )
    made.add_argument("--json", action="store_true", help=commands.tr("print one JSON object a line"))
    made.add_argument("--explain", metavar="FACTOR", help=commands.tr("tell all about one habit"))


def _report(commands: _Commands) -> None:
    made = commands.add("report", commands.tr("write the page for the doctor as a PDF"))
    made.add_argument("-o", "--out", type=Path, required=True, metavar="OUT.pdf")
    made.add_argument("--from", type=_day, dest="first", metavar="DATE", help=commands.tr("the first night"))
    made.add_argument("--to", type=_day, dest="last", metavar="DATE", help=commands.tr("the last night"))
    made.add_argument("--paper", choices=("A4", "Letter"), default="A4")
    made.add_argument("--notes", action="store_true", help=commands.tr("include your private notes"))
    made.add_argument(
        "--review", action="store_true", help=commands.tr("include a last page for the doctor to fill in")
    )


def _import(commands: _Commands) -> None:
    made = commands.add("import", commands.tr("bring in a file, or undo the last import"))
    made.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help=commands.tr("our CSV or JSON, or a table")
    )
    made.add_argument("--date", default="", metavar="COLUMN", help=commands.tr("the table's column of dates"))
    about = commands.tr("what a column of the table is about; may be given several times")
    form = "COLUMN=habit:unit"
    made.add_argument("--map", action="append", default=[], dest="maps", metavar=form, help=about)
    made.add_argument("--dry-run", action="store_true", help=commands.tr("only say what would come in"))
    made.add_argument("--undo", action="store_true", help=commands.tr("take back the last import"))


def _export(commands: _Commands) -> None:
    made = commands.add("export", commands.tr("write the journal as a table or as JSON"))
    made.add_argument("file", type=Path, metavar="OUT.(csv|json)")


def _backup(commands: _Commands) -> None:
    made = commands.add("backup", commands.tr("copy the journal and check the copy"))
    made.add_argument(
        "--to", type=Path, metavar="DIR", help=commands.tr("the folder; beside the journal if not given")
    )


def _restore(commands: _Commands) -> None:
    made = commands.add("restore", commands.tr("put a backup in the place of the journal, which is kept"))
    made.add_argument("backup", type=Path, metavar="BACKUP", nargs="?")
    read = commands.tr("put what can be read of a damaged journal in its place")
    made.add_argument("--salvage", action="store_true", help=read)


def _checks(commands: _Commands) -> None:
    commands.add("check", commands.tr("check that the journal is sound"))
    made = commands.add("check-knowledge", commands.tr("check the knowledge base"))
    made.add_argument("folder", nargs="?", type=Path, metavar="DIR")
    commands.add("self-test", commands.tr("check that the program is complete"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2026-11-03") from None
