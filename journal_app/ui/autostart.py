"""Starting with the computer: one small entry, written and removed for each system in its own way."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from journal_app.journal.errors import JournalError
from journal_app.language import later

ENTRY = "night-cramp-journal"
REGISTRY_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


def entry_file(system: str, home: Path, environment: Mapping[str, str]) -> Path | None:
    """Return the file that starts the program; Windows has none, but a line in its registry."""
    if system == "win32":
        return None
    if system == "darwin":
        return home / "Library" / "LaunchAgents" / f"{ENTRY}.plist"
    config = environment.get("XDG_CONFIG_HOME") or str(home / ".config")
    return Path(config) / "autostart" / f"{ENTRY}.desktop"


def entry_text(system: str, command: Sequence[str], name: str) -> str:
    """Return what stands in the entry of a system."""
    if system == "win32":
        return subprocess.list2cmdline(command)
    if system == "darwin":
        entry = {"Label": ENTRY, "ProgramArguments": list(command), "RunAtLoad": True}
        import plistlib  # noqa: PLC0415 only macOS needs it, and the page should open at once

        return plistlib.dumps(entry).decode()
    lines = {"Type": "Application", "Name": name, "Exec": " ".join(map(_quoted, command))}
    return "[Desktop Entry]\n" + "".join(f"{key}={value}\n" for key, value in lines.items())


def starts_with_computer() -> bool:
    """Tell whether the entry is there."""
    if sys.platform == "win32":
        return _registered()
    path = _own_file()
    return path is not None and path.exists()


def start_with_computer(command: Sequence[str], name: str) -> None:
    """Write the entry.

    Raises:
        JournalError: it cannot be written.

    """
    text = entry_text(sys.platform, command, name)
    try:
        if sys.platform == "win32":
            _register(text)
        elif (path := _own_file()) is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise _refused(error) from error


def no_longer_start() -> None:
    """Remove the entry.

    Raises:
        JournalError: it cannot be removed.

    """
    try:
        if sys.platform == "win32":
            _unregister()
        elif (path := _own_file()) is not None:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise _refused(error) from error


def _own_file() -> Path | None:
    return entry_file(sys.platform, Path.home(), os.environ)


def _quoted(word: str) -> str:
    """Quote as the Desktop Entry Specification wants it: in the Exec line, then in the file."""
    for sign in ("\\", '"', "`", "$"):
        word = word.replace(sign, f"\\{sign}")
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'


def _refused(error: OSError) -> JournalError:
    template = later("Starting with the computer could not be changed: {why}.")
    return JournalError(template, why=error.strerror or type(error).__name__)


if sys.platform == "win32":
    import winreg

    def _registered() -> bool:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, REGISTRY_KEY) as key:
                winreg.QueryValueEx(key, ENTRY)
        except FileNotFoundError:
            return False
        return True

    def _register(text: str) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, REGISTRY_KEY) as key:
            winreg.SetValueEx(key, ENTRY, 0, winreg.REG_SZ, text)

    def _unregister() -> None:
        if _registered():
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, REGISTRY_KEY, 0, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, ENTRY)
