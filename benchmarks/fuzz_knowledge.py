"""A knowledge base of a few entries, one file of which is spoiled at a time."""

import re
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.fuzz_inputs import TEXT, made_up_toml, spoiled
from benchmarks.fuzz_reader import BrokenPromise, Reader, cases_of
from journal_app.knowledge.entries import KnowledgeError
from journal_app.knowledge.loader import load_knowledge
from journal_app.paths import bundled

ENTRIES = (
    "warnings/dvt.toml",
    "remedies/heating-pad.toml",
    "medicines/quinine.toml",
    "conditions/diabetes.toml",
)
FEW = {
    "habits.toml": ("water", "heat", "reliefs"),
    "factors.toml": ("water", "heat"),
    "muscles.toml": ("shin",),
}
LISTS = r"(?ms)^\w+ = \[$.*?^\]"


def knowledge_reader() -> Reader:
    """Return the reader of the knowledge base; the first line of an input names the file that it is."""
    few = few_files()
    cases = [case.partition(b"\n")[2] for case in cases_of("knowledge")]
    spoilt = few | {f"warnings/case-{k}.toml": case for k, case in enumerate(cases)}
    keys = sorted({key for text in few.values() for key in re.findall(r"(?m)^(\w+) = ", text.decode())})

    def make(rng: Random) -> bytes:
        name = rng.choice(list(spoilt))
        content = spoiled(rng, [spoilt[name]], TEXT) if rng.random() < 0.8 else made_up_toml(rng, keys)
        return name.encode() + b"\n" + content

    sound = tuple(name.encode() + b"\n" + text for name, text in few.items())
    return Reader("knowledge", "knowledge.toml", make, partial(_read, few=few), ".toml", sound)


def few_files() -> dict[str, bytes]:
    """Return the files of a knowledge base that is whole, though small."""
    base = bundled("knowledge_base")
    files = {name: (base / name).read_bytes() for name in ENTRIES}
    files |= {name: _tables(base / name, kept) for name, kept in FEW.items()}
    cited = {source for text in files.values() for source in re.findall(r'"([\w-]+)"', text.decode())}
    files["sources.toml"] = _tables(base / "sources.toml", tuple(cited))
    words = re.sub(LISTS, "", (base / "judgement.toml").read_text("utf-8"))
    asked = [Path(name).stem for name in ENTRIES if name.startswith("warnings")]
    files["judgement.toml"] = f"asked = {asked}\n{words}".encode()
    return files


def _tables(path: Path, names: tuple[str, ...]) -> bytes:
    """Return some of the tables of a file."""
    tables = re.split(r"(?m)^(?=\[)", path.read_text("utf-8"))
    return "".join(each for each in tables if each.startswith(tuple(f"[{name}]" for name in names))).encode()


def _read(path: Path, few: dict[str, bytes]) -> None:
    name, _, content = path.read_bytes().partition(b"\n")
    folder = path.parent.parent / "knowledge"  # stays, for it takes longer to make than to read
    if not folder.exists():
        for each, text in few.items():
            (folder / each).parent.mkdir(parents=True, exist_ok=True)
            (folder / each).write_bytes(text)
    spoilt = folder / name.decode()
    try:
        spoilt.write_bytes(content)
        load_knowledge(folder)
    except KnowledgeError as why:
        if str(folder) in str(why):
            raise BrokenPromise("a sentence that names a folder of this computer") from why
        raise
    finally:
        spoilt.unlink()
        if name.decode() in few:
            spoilt.write_bytes(few[name.decode()])
