"""What opens a protected journal: a key made of its password, as SQLCipher itself makes it."""

import hashlib
import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from journal_app.journal.errors import JournalError
from journal_app.journal.password import refuse_short
from journal_app.language import later
from journal_app.store.first_bytes import first_bytes

# SQLCipher 4's own derivation, so that any tool that knows it opens the file with the same password.
ROUNDS = 256_000
SALT_BYTES = 16  # the first of the file
KEY_BYTES = 32
PAGE_BYTES = 4096
PLAIN = b"SQLite format 3\0"
# Of 4096 random bytes all 256 values but a few occur (Poisson, mean 16 each); no text comes near.
FEWEST_BYTE_VALUES = 240


class Protected(JournalError):
    """A journal with a password, and none was given."""

    def __init__(self, file: str) -> None:
        super().__init__(later("{file} is protected by a password."), file=file)


class WrongPassword(JournalError):
    """A password that does not open the file."""

    def __init__(self, file: str) -> None:
        super().__init__(later("This password does not open {file}."), file=file)


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """Key and salt together open a file without deriving again; the password itself is not kept."""

    raw: bytes
    salt: bytes

    @property
    def literal(self) -> str:
        """Return it as SQLCipher reads it: 64 hex digits of the key, then 32 of the salt."""
        return f"x'{(self.raw + self.salt).hex()}'"


def new_key(password: str) -> Key:
    """Make the key of a journal that is to be protected.

    Raises:
        JournalError: the password is too short.

    """
    refuse_short(password)
    return _derive(password, os.urandom(SALT_BYTES))


def key_for(path: Path, password: str) -> Key:
    """Make the key that opens a protected file, if the password is its own; takes a moment by design."""
    return _derive(password, salt_of(path))


def salt_of(path: Path) -> bytes:
    """Return the salt of a protected file, which stands at its beginning."""
    return _start(path, SALT_BYTES)


def is_protected(path: Path) -> bool:
    """Tell whether a file looks like a protected journal: its first page is noise throughout."""
    page = _start(path, PAGE_BYTES)
    return (
        len(page) == PAGE_BYTES and not page.startswith(PLAIN) and len(frozenset(page)) >= FEWEST_BYTE_VALUES
    )


def is_plain(path: Path) -> bool:
    """Tell whether anybody can read a file of SQLite."""
    return _start(path, len(PLAIN)) == PLAIN


def _derive(password: str, salt: bytes) -> Key:
    # The same letter can be typed as one character or as two, by the keyboard.
    typed = unicodedata.normalize("NFC", password).encode(errors="surrogatepass")
    return Key(hashlib.pbkdf2_hmac("sha512", typed, salt, ROUNDS, KEY_BYTES), salt)


def _start(path: Path, count: int) -> bytes:
    try:
        return first_bytes(path, count)
    except OSError:
        return b""
