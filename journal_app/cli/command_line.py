"""What `cramp-journal` does: reads the command, runs it, and ends with 0 done, 1 no, 2 cannot."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from journal_app.cli.options import language_tag, parser
from journal_app.cli.terminal import complain, ready_terminal, say
from journal_app.journal.errors import JournalError
from journal_app.knowledge.entries import KnowledgeError
from journal_app.language import Language, language_for
from journal_app.wording.errors import error_sentence

UNUSABLE = 2
INTERRUPTED = 130
Command = Callable[[argparse.Namespace, Language], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; faults a person can mend are one sentence on stderr."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    ready_terminal()
    language = language_for(language_tag(given))
    asked = parser(language).parse_args(given)
    try:
        return _command(asked.command)(asked, language)
    except JournalError as fault:
        complain(error_sentence(fault, language))
        return UNUSABLE
    except KnowledgeError as fault:
        complain(str(fault))
        return UNUSABLE
    except BrokenPipeError:
        # Whoever read our lines has enough; without this Python would complain when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        say("")
        return INTERRUPTED


def _command(name: str | None) -> Command:
    """Load what a command needs, and nothing else: numbers, pictures and paper take their time."""
    # ruff: noqa: PLC0415
    if name in ("import", "export"):
        from journal_app.cli import moving

        return moving.import_file if name == "import" else moving.export_journal
    if name in ("backup", "restore", "check"):
        from journal_app.cli import keeping

        return {"backup": keeping.make_backup, "restore": keeping.restore_backup, "check": keeping.check}[
            name
        ]
    if name in ("check-knowledge", "self-test"):
        from journal_app.cli import checking

        return checking.check_knowledge if name == "check-knowledge" else checking.self_test
    return _showing(name)


def _showing(name: str | None) -> Command:
    if name == "analyse":
        from journal_app.cli.analyse import analyse

        return analyse
    if name == "report":
        from journal_app.cli.report import report

        return report
    if name == "demo":
        from journal_app.cli.demo import demo

        return demo
    from journal_app.cli.window import open_window

    return open_window
