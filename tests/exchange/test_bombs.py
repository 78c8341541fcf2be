"""Files made to break a reader: each is refused in a sentence, within 2 s and 200 MB."""

import io
import json
import tracemalloc
import zipfile
import zlib
from time import process_time

import pytest

from journal_app.exchange.journal_json import read_journal_json
from journal_app.exchange.mapped_table import ColumnMap, read_mapped_table
from journal_app.exchange.nights_csv import read_nights_csv
from journal_app.exchange.recipe import read_recipe
from journal_app.exchange.visit_pdf import read_visit
from journal_app.journal.errors import JournalError

MEGABYTE = 1_000_000


def mapped(path):
    return read_mapped_table(path, "Date", [ColumnMap("Steps", "steps")], ())


def zip_bomb():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("nights.csv", bytes(50 * MEGABYTE))
    return packed.getvalue()


def entity_bomb():
    entities = "".join(f'<!ENTITY e{k} "{f"&e{k - 1};" * 10}">' for k in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{entities}]><x>&e11;</x>'.encode()


def refused(tmp_path, name, content, read):
    """Return the sentence of a refusal that took under 2 s and under 200 MB."""
    path = tmp_path / name
    path.write_bytes(content)
    began = process_time()
    with pytest.raises(JournalError) as refusal:
        read(path)
    assert process_time() - began < 2
    tracemalloc.start()
    with pytest.raises(JournalError):
        read(path)
    assert tracemalloc.get_traced_memory()[1] < 200 * MEGABYTE
    tracemalloc.stop()
    assert path.read_bytes() == content
    return str(refusal.value)


@pytest.mark.parametrize("bomb", [zip_bomb, entity_bomb])
@pytest.mark.parametrize("read", [read_nights_csv, mapped, read_journal_json, read_recipe, read_visit])
def test_no_reader_opens_a_zip_or_an_entity(tmp_path, bomb, read):
    told = refused(tmp_path, "bomb.csv", bomb(), read)

    assert told.startswith("bomb.csv")
    assert told.isprintable()


@pytest.mark.parametrize(
    "content",
    [
        lambda: b"[" * 25 * MEGABYTE,
        lambda: b'{"format":"night-cramp-journal","version":1,"journal":[' + b"{}," * 3 * MEGABYTE,
        lambda: b'{"a":' * 400_000,
        lambda: b'{"version":' + b"9" * MEGABYTE + b"}",
        lambda: b'"' + "👣".encode() * 9 * MEGABYTE,
    ],
    ids=["brackets", "groups", "deep", "digits", "emoji"],
)
def test_a_bomb_in_json_is_refused(tmp_path, content):
    assert refused(tmp_path, "journal.json", content(), read_journal_json).startswith("journal.json")


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("note", "a\0b", "broken character"),
        ("note", "\ud800", "broken character"),
        ("note", "n" * MEGABYTE, "1000000 characters; at most 100000"),
        ("soreness", 10**30, "is not what is wanted there"),
        ("slept_hours", 10**400, "is not what is wanted there"),
        ("evening", "9999-12-31", "not between the years 1900 and 2199"),
        ("logged_at", "0001-01-01T00:00", "not between the years 1900 and 2199"),
        ("mo\nod\u202e", 1, r"'mo\\nod\\u202e' is not known"),
    ],
)
def test_what_no_journal_can_hold_is_told_with_its_place(tmp_path, field, value, why):
    night = {"evening": "2026-11-03"} | {field: value}
    content = {"format": "night-cramp-journal", "version": 1, "journal": {"nights": [night]}}
    told = refused(tmp_path, "journal.json", json.dumps(content).encode(), read_journal_json)

    assert told.startswith("journal.json: journal.nights[0]")
    assert why.replace("\\\\", "\\") in told
    assert told.isprintable()


def test_a_time_of_another_zone_is_the_time_on_the_wall(tmp_path):
    night = {"evening": "2026-11-03", "episodes": [{"began": "03:20:00+05:00"}]}
    path = tmp_path / "journal.json"
    path.write_text(
        json.dumps({"format": "night-cramp-journal", "version": 1, "journal": {"nights": [night]}})
    )

    assert f"{read_journal_json(path).nights[0].episodes[0].began}" == "03:20:00"


@pytest.mark.parametrize(
    "text", ["", "seed = ", "a = " + "[" * 5000, "seed = " + "9" * 5000, "seed = 1", "\0", "[person]\nname=1"]
)
def test_a_recipe_that_is_none_is_told(tmp_path, text):
    assert refused(tmp_path, "recipe.toml", text.encode(), read_recipe).startswith("recipe.toml")


def pdf_of(*objects):
    """Return a PDF of some objects, the first of them its root."""
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(places)
    trailer = b"trailer\n<</Size %d/Root 1 0 R/Info 2 0 R/Prev %d>>" % (len(objects) + 1, len(out))
    return out + table + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % len(out)


def packed_objects(content):
    """Return a PDF whose root lies in a compressed stream."""
    start, packed = b"%PDF-1.7\n", zlib.compress(content, 9)
    held = b"5 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    held += packed + b"\nendstream\nendobj\n"
    places = [
        bytes(7),
        b"\2\0\0\0\5\0\0",
        *[bytes(7)] * 3,
        b"\1" + len(start).to_bytes(4) + b"\0\0",
        bytes(7),
    ]
    table = b"6 0 obj\n<</Type/XRef/W[1 4 2]/Size 7/Root 1 0 R/Length 49>>stream\n" + b"".join(places)
    return start + held + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % (len(start) + len(held))


FORM = b"<</Type/Catalog/AcroForm<</Fields[%s]>>>>"


@pytest.mark.parametrize(
    "content",
    [
        lambda: packed_objects(b" " * 400 * MEGABYTE),
        lambda: pdf_of(
            b"<</Type/Catalog/Pages 3 0 R>>", b"<<>>", b"<</Type/Pages/Kids[3 0 R 3 0 R]/Count 9>>"
        ),
        lambda: pdf_of(
            FORM % b"3 0 R 3 0 R", b"<<>>", b"<</T(tests)/Kids[3 0 R 4 0 R]>>", b"<</Parent 3 0 R>>"
        ),
        lambda: pdf_of(b"2 0 R", b"3 0 R", b"2 0 R"),
        lambda: pdf_of(b"<</Type/Catalog/AcroForm " + b"[" * MEGABYTE + b">>"),
        lambda: pdf_of(FORM % (b"3 0 R " * 300_000), b"<<>>", b"<</T(tests)/V(x)>>"),
        lambda: pdf_of(b"<</Type/Catalog>>", b"<</Keywords(" + b"x" * 4_800_000 + b")>>"),
        lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 600_000,
        lambda: b"%PDF-1.7\n" + b"<<" * 2_400_000,
        lambda: b"%PDF-1.7\n" + b"%\n" * 20 * MEGABYTE,
    ],
    ids=["packed", "pages", "fields", "references", "deep", "many", "long", "objects", "open", "comments"],
)
def test_a_pdf_made_to_break_its_reader_is_refused(tmp_path, content):
    assert refused(tmp_path, "filled.pdf", content(), read_visit).startswith("filled.pdf")
