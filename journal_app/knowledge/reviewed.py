"""The list of reviewed entries with their hashes, so that no reviewed entry changes unannounced.

`python -m journal_app.knowledge.reviewed FOLDER` renews the list after a clinician's sign-off.
"""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from journal_app.knowledge.tables import Fault

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
    present = hashes(folder)
    text = "".join(f"{digest}  {file}\n" for file, digest in present.items())
    (folder / REVIEWED).write_text(text, encoding="utf-8", newline="\n")
    return len(present)


def hashes(folder: Path) -> dict[str, str]:
    """Return the hash of each TOML file; line ends of a checkout make no difference."""
    files = sorted(folder.rglob("*.toml"))
    return {path.relative_to(folder).as_posix(): _digest(path) for path in files}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _listed(path: Path) -> dict[str, str]:
    lines = (line.split(maxsplit=1) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {parts[-1].strip(): parts[0] for parts in lines}


if __name__ == "__main__":
    count = renew(Path(sys.argv[1]))
    sys.stdout.write(f"{count} files listed in {REVIEWED}\n")
