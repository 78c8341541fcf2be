"""Lines on the terminal."""

import os
import sys
from getpass import getpass
from io import TextIOWrapper


def ready_terminal() -> None:
    """Let letters that the terminal cannot show come out as `?` instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(line: str) -> None:
    """Write a line to stdout; a program frozen without a console has none."""
    if sys.stdout:
        sys.stdout.write(line + "\n")


def ask_secret(words: str) -> str:
    """Ask for what is not to be seen while it is typed; from a pipe, read one line."""
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass(words)
    return sys.stdin.readline().rstrip("\r\n") if sys.stdin is not None else ""


def complain(sentence: str) -> None:
    """Write the one sentence of a fault to stderr."""
    if sys.stderr:
        sys.stderr.write(f"cramp-journal: {sentence}\n")


def has_display() -> bool:
    """Tell whether a window can be seen; on Linux Qt would end the program where there is no display."""
    return not sys.platform.startswith("linux") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
