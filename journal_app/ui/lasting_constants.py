"""Keeps None, True and False alive on Python 3.11, where PySide6 6.12 uses them up.

From Python 3.12 on these constants are never freed, and the PySide6 wheels count on it: each call
into Qt that returns nothing gives back a reference to None that it never took. On 3.11 some five
thousand calls are enough to end the program with "deallocating None".
"""

import ctypes
import sys

MORE_THAN_EVER_USED = 1 << 50


def keep_constants() -> None:
    """Give the constants so many references that none can be used up; needed once, before Qt is used."""
    if sys.version_info < (3, 12):
        for constant in (None, True, False, NotImplemented):
            _references(constant).value += MORE_THAN_EVER_USED


def _references(constant: object) -> ctypes.c_ssize_t:
    """Return the reference count itself, which CPython keeps at the head of each object."""
    return ctypes.c_ssize_t.from_address(id(constant))
