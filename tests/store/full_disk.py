"""A disk that has room for so many bytes of a file, and no more."""

import resource
from contextlib import contextmanager


@contextmanager
def disk_full_beyond(size):
    """Let no file grow beyond a size, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
