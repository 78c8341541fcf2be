"""The lists of reviewed entries with their hashes, so that no reviewed entry changes unannounced.

`python -m journal_app.knowledge.reviewed FOLDER` renews the list after a clinician's sign-off;
`python -m journal_app.knowledge.reviewed FOLDER de` that of a language, kept beside its texts.
"""

import hashlib
import sys
from collections.abc import Iterator, Mapping
from gettext import NullTranslations
from pathlib import Path

from journal_app.knowledge.entries import Knowledge
from journal_app.knowledge.loader import load_knowledge
from journal_app.knowledge.references import file_of
from journal_app.knowledge.tables import Fault
from journal_app.knowledge.texts import texts_of
from journal_app.knowledge.translated import own_names
from journal_app.language import catalogues, known_texts

REVIEWED = "reviewed.sha256"


def changed_since_review(folder: Path) -> Iterator[Fault]:
    """Yield a fault for each file that is new, changed or gone since the list was renewed."""
    path = folder / REVIEWED
    if not path.is_file():
        yield Fault(REVIEWED, "", "the list of reviewed files is missing")
        return
    listed, present = _listed(path), hashes(folder)
    for file in sorted(listed.keys() | present.keys()):
        if file not in listed:
            yield Fault(file, "", f"is new since the review; it is not in {REVIEWED}")
        elif file not in present:
            yield Fault(file, "", f"is listed in {REVIEWED} and gone")
        elif listed[file] != present[file]:
            yield Fault(
                file, "", f"was changed since the review; renew {REVIEWED} when it was looked at again"
            )


def renew(folder: Path) -> int:
    """Write the list for all files as they are now; return how many there are."""
    return _write(folder / REVIEWED, hashes(folder))


def hashes(folder: Path) -> dict[str, str]:
    """Return the hash of each TOML file; line ends of a checkout make no difference."""
    files = sorted(folder.rglob("*.toml"))
    return {path.relative_to(folder).as_posix(): _digest(path) for path in files}


def changed_translations(code: str, knowledge: Knowledge, catalog: NullTranslations) -> Iterator[Fault]:
    """Yield a fault for each entry that reads otherwise in a language than when it was reviewed.

    An entry that is in English in part, because its English was changed, is looked at when it is whole.
    """
    path = catalogues() / code / REVIEWED
    listed = _listed(path) if path.is_file() else {}
    for file, digest in translated_hashes(knowledge, catalog).items():
        if listed.get(file) != digest:
            reason = f"was changed since the review; renew {code}/{REVIEWED} when it was looked at again"
            yield Fault(f"{code}: {file}", "", reason)


def renew_language(code: str, knowledge: Knowledge) -> int:
    """Write a language's list for all entries as they are now; return how many there are."""
    return _write(catalogues() / code / REVIEWED, translated_hashes(knowledge, known_texts(code)))


def translated_hashes(knowledge: Knowledge, catalog: NullTranslations) -> dict[str, str]:
    """Return the hash of what each entry says in a language, of those that say all of it."""
    found: dict[str, str] = {}
    for entry in knowledge.entries.values():
        said = [catalog.gettext(text) for _, text in texts_of(entry)]
        if all(said):
            told = "\n".join((*said, *own_names(entry, catalog)))
            found[file_of(entry.kind, entry.id)] = hashlib.sha256(told.encode()).hexdigest()
    return found


def _write(path: Path, present: Mapping[str, str]) -> int:
    text = "".join(f"{digest}  {file}\n" for file, digest in present.items())
    path.write_text(text, encoding="utf-8", newline="\n")
    return len(present)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _listed(path: Path) -> dict[str, str]:
    lines = (line.split(maxsplit=1) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {parts[-1].strip(): parts[0] for parts in lines}


if __name__ == "__main__":
    base, languages = Path(sys.argv[1]), sys.argv[2:]
    count = renew(base) if not languages else 0
    for language in languages:
        count += renew_language(language, load_knowledge(base))
    sys.stdout.write(f"{count} files listed in {REVIEWED}\n")
