"""What holds for every test: a data folder of its own, English, no network."""

# ruff: noqa: E402  the environment has to be set before numpy and Qt are loaded
import os
import socket

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

import pytest
from hypothesis import settings

import journal_app.ui  # noqa: F401 PySide6 would use up None on Python 3.11, see lasting_constants.py
from journal_app.language import Language

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    """Give each test its own place for the journal, the settings and everything else that is written."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("CRAMP_JOURNAL_HOME", str(home / "journal"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANGUAGE", "")  # set by the command line
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Refuse to ask, call or be called from anywhere: the program never does, and no test needs to."""

    def refuse(*told):
        raise AssertionError(f"the program tried to reach the network: {told[-1]}")

    def bind(own, address):
        if own.family != getattr(socket, "AF_UNIX", None) and address[0] not in ("127.0.0.1", "::1"):
            refuse(address)
        return plain_bind(own, address)

    plain_bind = socket.socket.bind
    for name in ("connect", "connect_ex", "sendto", "sendmsg"):
        monkeypatch.setattr(socket.socket, name, refuse, raising=False)
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(socket.socket, "bind", bind)


@pytest.fixture
def language():
    """Speak British English with a 24-hour clock."""
    return Language()
