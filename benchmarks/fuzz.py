"""Everything that reads a file, given a hundred thousand files that are not what they should be.

Run `python -m benchmarks.fuzz`, or with names of readers, a number of inputs and a seed. An input is
read, or refused in one sentence that names the file. A fault is anything else: a traceback, a process
that ends, over 2 s, over 200 MB, a sentence that helps nobody, or a file left changed or half-written.
"""

import argparse
import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Iterator, Sequence
from ctypes import c_long
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from shutil import rmtree

import journal_app.ui  # noqa: F401 before anything of Qt, see docs/decisions/0009
from benchmarks.fuzz_reader import BrokenPromise, Reader
from benchmarks.fuzz_readers import readers
from journal_app.journal.errors import JournalError
from journal_app.knowledge.entries import KnowledgeError

INPUTS = 100_000
SEED = 20261123
LONGEST_SECONDS = 2.0  # of the processor's time, so that a busy computer is no fault
MOST_MEMORY = 200_000_000
LONGEST_SENTENCE = 400
MOST_LINES = 22
TOLD_EACH = 200  # inputs; then a worker tells how far it is
MEMORY = Path("/dev/shm")  # files that never reach a disk are read fastest
SHOWN = 10


@dataclass
class Tally:
    """What became of the inputs of one reader; each kind of fault with the numbers of its inputs."""

    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    memory: int = 0
    faults: dict[str, list[int]] = field(default_factory=dict[str, list[int]])

    def add(self, other: "Tally") -> None:
        """Count what another worker found, too."""
        self.read += other.read
        self.refused += other.refused
        self.slowest = max(self.slowest, other.slowest)
        self.memory = max(self.memory, other.memory)
        for kind, numbers in other.faults.items():
            self.faults.setdefault(kind, []).extend(numbers)

    @property
    def broken(self) -> int:
        """Return how many inputs were a fault."""
        return sum(map(len, self.faults.values()))


class TooLong(BaseException):
    """An input took too long; no reader catches this."""


def main() -> int:
    """Print the figures; exit 1 where a reader failed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("readers", nargs="*", metavar="READER", help=", ".join(readers()))
    options.add_argument("--inputs", type=int, default=INPUTS)
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--first", type=int, default=0, help="the number of the first input")
    options.add_argument("--keep", type=Path, metavar="DIR", help="write the first input of each fault there")
    asked = options.parse_args()
    strange = set(asked.readers) - set(readers())
    if strange:
        options.error(f"there is no reader {', '.join(sorted(strange))}")
    broken = 0
    for name in asked.readers or readers():
        reader, began = readers()[name](), time.perf_counter()
        tally = fuzz(reader, range(asked.first, asked.first + asked.inputs), asked.seed)
        print(f"{figures(name, tally)}, {time.perf_counter() - began:.0f} s", flush=True)
        tell_faults(reader, tally, asked.seed, asked.keep)
        broken += tally.broken
    return 1 if broken else 0


def figures(name: str, tally: Tally) -> str:
    """Return one line about a reader."""
    inputs = tally.read + tally.refused + tally.broken
    return (
        f"{name}: {inputs} inputs, {tally.read} read, {tally.refused} refused,"
        f" {tally.broken} faults; slowest {tally.slowest:.2f} s, most memory {tally.memory / 1e6:.0f} MB"
    )


def tell_faults(reader: Reader, tally: Tally, seed: int, keep: Path | None) -> None:
    """Print each kind of fault with the inputs that show it."""
    for kind, numbers in sorted(tally.faults.items(), key=lambda each: -len(each[1])):
        some = ", ".join(map(str, sorted(numbers)[:SHOWN]))
        print(f"    {len(numbers)} x {kind}\n        seed {seed}, inputs {some}", flush=True)
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
            first = min(numbers)
            (keep / f"{reader.name}-{first}").write_bytes(input_of(reader, first, seed))


def input_of(reader: Reader, number: int, seed: int) -> bytes:
    """Return the input of a number."""
    return reader.make(Random(f"{seed} {reader.name} {number}"))


def fuzz(reader: Reader, numbers: range, seed: int) -> Tally:
    """Give a reader all inputs, in as many processes as there are processors."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    shares = [numbers[core::cores] for core in range(cores)]
    tally, fastest = Tally(), MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=fastest) as folder:
        for worker in [Worker(reader, share, seed, Path(folder)) for share in shares if share]:
            for found in worker.found():
                tally.add(found)
    return tally


class Worker:
    """A process that reads inputs; where it dies or hangs, another goes on without the input it died of."""

    def __init__(self, reader: Reader, numbers: Sequence[int], seed: int, folder: Path) -> None:
        self._reader, self._seed, self._folder = reader, seed, folder
        self._begin(numbers)

    def found(self) -> Iterator[Tally]:
        """Yield what was found, until all inputs were read."""
        while True:
            yield from self._told()
            self._process.join()
            if self._at.value >= len(self._numbers):
                return
            how = "the process took too long and was ended" if self._hung else "the process died"
            died_of = self._numbers[self._at.value]
            yield Tally(faults={f"{how} ({self._process.exitcode})": [died_of]})
            # What it had read since it told last is read again.
            self._begin([number for number in self._numbers[self._sent.value :] if number != died_of])

    def _begin(self, numbers: Sequence[int]) -> None:
        self._numbers, self._hung = numbers, False
        forked = multiprocessing.get_context("fork")
        self._pipe, theirs = forked.Pipe(duplex=False)
        self._at = forked.Value("l", 0, lock=False)  # the place of the input that is read
        self._sent = forked.Value("l", 0, lock=False)  # the place of the first that was not told of
        home = Path(tempfile.mkdtemp(dir=self._folder))
        told = (theirs, self._at, self._sent)
        what = (self._reader, numbers, self._seed, home, *told)
        self._process = forked.Process(target=work, args=what, daemon=True)
        self._process.start()
        theirs.close()

    def _told(self) -> Iterator[Tally]:
        """Yield what the process tells; end it where it stands still at one input."""
        before = -1
        while True:
            if self._pipe.poll(LONGEST_SECONDS * 15):
                try:
                    yield self._pipe.recv()
                except EOFError:
                    return
            elif self._at.value == before:
                self._hung = True
                self._process.kill()
                return
            else:
                before = self._at.value


def work(
    reader: Reader,
    numbers: Sequence[int],
    seed: int,
    home: Path,
    pipe: Connection,
    at: c_long,
    sent: c_long,
) -> None:
    """Read inputs one after the other, and tell now and then what became of them."""
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415 after journal_app.ui

    warnings.simplefilter("ignore")
    qInstallMessageHandler(lambda *_told: None)  # Qt tells of each value that it cannot read
    signal.signal(signal.SIGPROF, too_long)
    tally, base, inputs = Tally(), _memory_used(), home / "input"
    inputs.mkdir()
    for place, number in enumerate(numbers):
        at.value = place
        if place % TOLD_EACH == 0:
            pipe.send(tally)
            tally, sent.value = Tally(), place
            _allow_memory()
        judge(reader, number, seed, inputs, tally)
        tally.memory = max(tally.memory, _memory_used() - base)
    pipe.send(tally)
    at.value = len(numbers)


def judge(reader: Reader, number: int, seed: int, home: Path, tally: Tally) -> None:
    """Read one input and count what became of it."""
    content, began = input_of(reader, number, seed), time.process_time()
    told, fault = outcome(reader, content, home / reader.file)
    tally.slowest = max(tally.slowest, time.process_time() - began)
    left = sorted(each.name for each in home.iterdir() if not each.name.startswith(reader.file))
    if not fault and left and not reader.writes:
        fault = f"left behind: {', '.join(left)[:80]}"
    _remove_all(home)
    if fault:
        tally.faults.setdefault(fault, []).append(number)
    elif told:
        tally.refused += 1
    else:
        tally.read += 1


def outcome(reader: Reader, content: bytes, path: Path) -> tuple[str, str]:
    """Return the sentence it was refused with, and what was wrong; either may be empty."""
    path.write_bytes(content)
    told = fault = ""
    signal.setitimer(signal.ITIMER_PROF, LONGEST_SECONDS)
    try:
        reader.read(path)
    except (JournalError, KnowledgeError) as why:
        told = str(why)
        fault = wrong_sentence(told, reader.named)
    except TooLong as why:
        fault = f"over {LONGEST_SECONDS:g} s, {_place(why)}"
    except MemoryError as why:
        fault = f"over {MOST_MEMORY / 1e6:g} MB, {_place(why)}"
    except BrokenPromise as why:
        fault = str(why)
    except Exception as why:
        fault = f"{type(why).__name__}, {_place(why)}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    if not fault and not reader.writes and path.read_bytes() != content:
        fault = "the file was changed"
    return told, fault


def wrong_sentence(told: str, named: str) -> str:
    """Return what is wrong with the sentence of a refusal, nothing if it is right."""
    short = "".join(letter if letter.isalpha() or letter in " .,:" else "?" for letter in told[:60])
    if named not in told:
        return f"the file is not named: {short}"
    lines = told.split("\n")  # of several bad cells, each has a line
    if max(map(len, lines)) > LONGEST_SENTENCE or len(lines) > MOST_LINES:
        return f"too many letters: {short}"
    return "" if all(map(str.isprintable, lines)) else f"letters that cannot be read: {short}"


def _place(fault: BaseException) -> str:
    """Name the last place of our own code that a traceback goes through."""
    own = [each for each in traceback.extract_tb(fault.__traceback__) if "journal_app" in each.filename]
    return f"{Path(own[-1].filename).name}:{own[-1].lineno}" if own else "outside of our code"


def too_long(*_: object) -> None:
    """End what takes too long."""
    raise TooLong


def _allow_memory() -> None:
    """Let the process grow by so much, and by no more."""
    if sys.platform == "linux":
        held = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (held + MOST_MEMORY, resource.RLIM_INFINITY))


def _memory_used() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _remove_all(folder: Path) -> None:
    for each in folder.iterdir():
        if each.is_dir():
            rmtree(each)
        else:
            each.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
