"""The command line: each command a few lines over the layers below."""

from journal_app.cli.command_line import main

__all__ = ["main"]
