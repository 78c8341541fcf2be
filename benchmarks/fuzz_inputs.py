"""Inputs that no program would write: sound files spoiled in small ways, and files made up from scratch.

Each input follows from a `Random` alone, so that the number of one is enough to see it again.
"""

import json
from collections.abc import Callable, Sequence
from random import Random

Change = Callable[[Random, bytes, Sequence[bytes]], bytes]

MOST_CHANGES = 6
LONG = 20_000  # letters, cells or brackets: enough to be too many, little enough for a hundred thousand files
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "cp1252", "utf-8-sig", "utf-7", "latin-1", "cp037")
NUMBERS = (
    "0", "-0", "-1", "1.5", "1,5", "11", "1e999", "-1e999", "1e-999", "nan", "inf", "Infinity", "0x1F",
    "1_000", "٣", "9" * 25, "9" * 400, "9" * 5000, "1e308", "9223372036854775808", "true", "null", "",
)  # fmt: skip
MOMENTS = (
    "0001-01-01", "9999-12-31", "2026-02-30", "2026-W45-2", "20261103", "2026-11-03T24:00", "25:00", "07:00",
    "2026-11-03T23:30:00+99:00", "07:00:00+01:00", "0000-00-00", "1899-12-31", "2026-11-03", "24:00:00",
)  # fmt: skip
TEXTS = (
    "=1+1", "+cmd|' /C calc'!A0", "@sum(A1)", "-2", "\t=1", "\r", "<b>x</b>", "<img src=file:///etc/hosts>",
    "&amp;", "&#0;", "%s%n", "{file}", "{0.__class__}", "../../../etc/passwd", "C:\\con\\nul", "a/b\\c", "👣",
    "\u202eevil", "\u2066x", "\ufeff", "\u0301" * 50, "\x1b[31m", "\x7f", "'; DROP TABLE night;--", "\\ud800",
    "\\u0000", "__class__", "é" * 300, "\n", "\r\n", '"', "'", '""', "\\", ",", ";", "\t", "[", "]", "{", "}",
    ":", "#",
)  # fmt: skip
RAW = (
    b"\0", b"\0" * 8, b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\x80", b"\xff",
    b"\x80", b"\x1a", b"\xf4\x90\x80\x80", b"PK\x03\x04", b"<!DOCTYPE x [<!ENTITY a '&a;'>]>&a;",
    b"%PDF-1.7\n",
    b"SQLite format 3\0", b"\x1f\x8b",
)  # fmt: skip
ODD = (*(text.encode() for text in (*NUMBERS, *MOMENTS, *TEXTS)), *RAW)


def spoiled(rng: Random, seeds: Sequence[bytes], changes: Sequence[Change]) -> bytes:
    """Return one of some sound files with a few changes, mostly one or two."""
    content = rng.choice(seeds)
    for _ in range(1 + int(rng.random() ** 3 * MOST_CHANGES)):
        content = rng.choice(changes)(rng, content, seeds)
    return content


def flipped(rng: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Flip one bit in each of a few bytes."""
    changed = bytearray(content or b"\0")
    for _each in range(rng.randint(1, 4)):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def overwritten(rng: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Put random bytes in the place of a few."""
    at, filling = rng.randrange(len(content) + 1), rng.randbytes(rng.randint(1, 8))
    return content[:at] + filling + content[at + len(filling) :]


def blanked(rng: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Set a stretch to zero, or to ones, as a worn-out disk does."""
    begin, end = _stretch(rng, content, 512)
    return content[:begin] + rng.choice([b"\0", b"\xff"]) * (end - begin) + content[end:]


def put_in(rng: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Put something odd somewhere."""
    at = rng.randrange(len(content) + 1)
    return content[:at] + rng.choice(ODD) + content[at:]


def cut_out(rng: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Leave a stretch out."""
    begin, end = _stretch(rng, content, len(content))
    return content[:begin] + content[end:]


def cut_off(rng: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Cut the end off."""
    return content[: rng.randrange(len(content) + 1)]


def doubled(rng: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Let a stretch stand there twice."""
    begin, end = _stretch(rng, content, 200)
    return content[:end] + content[begin:]


def spliced(rng: Random, content: bytes, seeds: Sequence[bytes]) -> bytes:
    """Let another file begin in the middle of this one."""
    other = rng.choice(seeds)
    return content[: rng.randrange(len(content) + 1)] + other[rng.randrange(len(other) + 1) :]


def stretched(rng: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Let one odd thing stand there very often: a long line, deep brackets, many cells."""
    at, odd = rng.randrange(len(content) + 1), rng.choice(ODD)
    return content[:at] + odd * (rng.randint(2, LONG) // max(1, len(odd))) + content[at:]


def lines_changed(rng: Random, content: bytes, seeds: Sequence[bytes]) -> bytes:
    """Drop, double, swap or borrow a line."""
    lines = content.splitlines(keepends=True) or [b""]
    at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    what = rng.randrange(4)
    if what == 0:
        del lines[at]
    elif what == 1:
        lines.insert(other, lines[at])
    elif what == 2:
        lines[at], lines[other] = lines[other], lines[at]
    else:
        lines.insert(at, rng.choice(rng.choice(seeds).splitlines(keepends=True) or [b""]))
    return b"".join(lines)


def cells_changed(rng: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Drop, double or replace a cell of a line, or what stands on one side of an equals sign or colon."""
    lines = content.split(b"\n")
    at = rng.randrange(len(lines))
    separator = max((b",", b";", b"\t", b"=", b":"), key=lines[at].count)
    cells = lines[at].split(separator)
    cell = rng.randrange(len(cells))
    what = rng.randrange(4)
    if what == 0:
        del cells[cell]
    elif what == 1:
        cells.insert(cell, cells[cell])
    else:
        cells[cell] = rng.choice(ODD)
    lines[at] = separator.join(cells)
    return b"\n".join(lines)


def recoded(rng: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Write the text in another encoding."""
    return content.decode("utf-8", "replace").encode(rng.choice(ENCODINGS), "replace")


BYTES: tuple[Change, ...] = (flipped, overwritten, blanked, put_in, cut_out, cut_off, doubled, spliced)
TEXT: tuple[Change, ...] = (
    flipped,
    put_in,
    cut_out,
    cut_off,
    doubled,
    spliced,
    *[cells_changed] * 6,
    *[lines_changed] * 3,
    stretched,
    recoded,
)


def odd_text(rng: Random) -> str:
    """Return something that a cell or a field might hold."""
    return rng.choice(rng.choice((NUMBERS, MOMENTS, TEXTS)))


def made_up_table(rng: Random, columns: Sequence[str]) -> bytes:
    """Return a table with some known columns, whose cells hold anything."""
    separator = rng.choice(",;\t")
    names = rng.sample(columns, rng.randint(1, len(columns)))
    names += [odd_text(rng) for _ in range(rng.randrange(3))]
    lines = [separator.join(names)]
    for number in range(rng.randrange(12)):
        cells = [f"2026-11-{number + 1:02}" if name in ("night", "Date") else _cell(rng) for name in names]
        lines.append(separator.join(cells))
    return rng.choice(("\n", "\r\n", "\r")).join(lines).encode("utf-8", "surrogatepass")


def made_up_json(rng: Random, depth: int = 0) -> object:
    """Return a value of any shape."""
    what = rng.randrange(8 if depth < 5 else 5)
    if what < 2:
        return odd_text(rng)
    if what == 2:
        return rng.choice((None, True, False))
    if what in (3, 4):
        return rng.choice((0, -1, 1.5, 10**30, -(10**400), 1e308, 2**63, 11, 1441))
    if what == 5:
        return {odd_text(rng): made_up_json(rng, depth + 1) for _ in range(rng.randrange(4))}
    return [made_up_json(rng, depth + 1) for _ in range(rng.randrange(4))]


def changed_json(rng: Random, sound: str) -> bytes:
    """Return a sound JSON with a value replaced, dropped, doubled or moved, and its texts as they were."""
    content = json.loads(sound)
    for _ in range(1 + int(rng.random() ** 3 * MOST_CHANGES)):
        _change_inside(rng, content)
    return json.dumps(content, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")


def made_up_toml(rng: Random, keys: Sequence[str]) -> bytes:
    """Return lines of TOML with known keys, whose values are of any kind."""
    lines: list[str] = []
    for _ in range(rng.randrange(12)):
        key = rng.choice(keys) if rng.random() < 0.8 else odd_text(rng)
        shape = rng.choice(("{k} = {v}", "{k} = {v}", "[{k}]", "[[{k}]]", "{k}.{k} = {v}", '"{k}" = {v}'))
        lines.append(shape.format(k=key, v=_toml_value(rng)))
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _toml_value(rng: Random, depth: int = 0) -> str:
    what = rng.randrange(6 if depth < 4 else 4)
    if what == 0:
        return rng.choice((*NUMBERS, *MOMENTS))
    if what in (1, 2):
        return json.dumps(odd_text(rng))
    if what == 3:
        return rng.choice(("true", "[]", "{}", "[" * 300, "'x'", '"""\n"""', "-inf", "0b1", "0o8"))
    values = [_toml_value(rng, depth + 1) for _ in range(rng.randrange(3))]
    return (
        f"[{', '.join(values)}]"
        if what == 4
        else "{" + ", ".join(f"k{k} = {v}" for k, v in enumerate(values)) + "}"
    )


def _cell(rng: Random) -> str:
    return odd_text(rng) if rng.random() < 0.4 else rng.choice(("", "0", "1", "2", "3", "5", "0.5"))


def _change_inside(rng: Random, content: object) -> None:
    """Walk down to a place that chance chooses and change what stands there."""
    while isinstance(content, dict | list) and content:
        place = rng.choice(list(content) if isinstance(content, dict) else range(len(content)))
        inner = content[place]
        if not inner or not isinstance(inner, dict | list) or rng.random() < 0.15:
            _change_at(rng, content, place)
            return
        content = inner


def _change_at(rng: Random, content: dict | list, place: object) -> None:
    what = rng.randrange(5)
    if what == 0:
        del content[place]
    elif what == 1 and isinstance(content, list):
        content.insert(place, content[place])
    elif what == 1:
        content[odd_text(rng)] = content[place]
    elif what == 2:
        content[place] = content[
            rng.choice(list(content) if isinstance(content, dict) else range(len(content)))
        ]
    else:
        content[place] = made_up_json(rng)


def _stretch(rng: Random, content: bytes, longest: int) -> tuple[int, int]:
    begin = rng.randrange(len(content) + 1)
    return begin, min(len(content), begin + rng.randint(0, max(1, longest)))
