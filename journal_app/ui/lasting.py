"""Keeps None, True and False alive on Python 3.11, which PySide6 6.12.0 would wear out.

Its wheels are built as for Python 3.12 and later, where these objects live for ever: each call that
returns None takes a reference that it never gave, and after some ten thousand calls Python 3.11 stops
with "deallocating None". See docs/decisions/0009-none-on-python-3-11.md.
"""

import ctypes
import sys

ENOUGH = 1 << 40


def make_lasting() -> None:
    """Give the three objects references enough for any run of the program; newer Pythons need none."""
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        for lasting in (None, True, False):
            ctypes.c_ssize_t.from_address(id(lasting)).value += ENOUGH
