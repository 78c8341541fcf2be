"""A filled report, spoiled; the pictures and letters of its pages are left out, so that many can be read."""

import re
from datetime import timedelta
from io import BytesIO
from random import Random
from zlib import compress

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from benchmarks.fuzz_inputs import BYTES, TEXT, spoiled
from benchmarks.fuzz_reader import LAST, Reader, cases_of
from journal_app.exchange.example import example_records
from journal_app.exchange.visit_pdf import read_visit
from journal_app.journal.period import last_nights
from journal_app.knowledge.loader import load_knowledge
from journal_app.language import Language
from journal_app.paths import bundled
from journal_app.report.choices import AnnexPart, ReportChoices
from journal_app.report.contents import report_contents
from journal_app.report.pdf import pdf_bytes
from journal_app.review import review

ON = LAST + timedelta(days=1)


def pdf_reader() -> Reader:
    """Return the reader of a filled report; the pictures and letters of its pages are left out."""
    report = filled_report()
    plain = _without_pages(report, compressed=False)
    seeds = [plain, plain, _without_pages(report, compressed=True), *cases_of("pdf")]

    def make(rng: Random) -> bytes:
        content = spoiled(rng, seeds, BYTES) if rng.random() < 0.7 else spoiled(rng, seeds, TEXT)
        return _references_changed(rng, content) if rng.random() < 0.3 else content

    return Reader("pdf", "filled.pdf", make, read_visit, "filled.pdf", (report, *seeds[1:3]))


def filled_report() -> bytes:
    """Return a report of the example, its last page filled in."""
    knowledge = load_knowledge(bundled("knowledge_base"))
    reviewed = review(example_records(LAST), knowledge, last_nights(90, LAST), ON)
    choices = ReportChoices("A4", False, frozenset({AnnexPart.REVIEW}), ("Is it the tablet?",), ON)
    writer = PdfWriter(BytesIO(pdf_bytes(report_contents(reviewed, knowledge, Language(), choices, ON))))
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(
                page, {"assessment": "idiopathic", "tests": "ferritin (TSH)"}
            )
    return _bytes_of(writer)


def _without_pages(report: bytes, compressed: bool) -> bytes:
    """Return only what is read back: the fields, and the mark of the report."""
    writer, reader = PdfWriter(), PdfReader(BytesIO(report))
    page = writer.add_blank_page(100, 100)
    form = reader.trailer["/Root"]["/AcroForm"].clone(
        writer, ignore_fields=["/DR", "/P", "/AP", "/StructParent", "/MK"]
    )
    writer.root_object[NameObject("/AcroForm")] = writer._add_object(form)
    page[NameObject("/Annots")] = form["/Fields"]
    writer.add_metadata({"/Keywords": str(reader.metadata["/Keywords"])})
    plain = _bytes_of(writer)
    return _with_streams(plain) if compressed else plain


def _with_streams(plain: bytes) -> bytes:
    """Return the same PDF with its objects in a compressed stream, as most programs save it."""
    objects = re.findall(rb"(?s)(\d+) 0 obj\s(.*?)\sendobj", plain)
    trailer = re.search(rb"(?s)trailer\s*<<(.*?)>>\s*startxref", plain)[1]
    trailer = re.sub(rb"/Size \d+", b"", trailer)
    bodies, heads, at = [], [], 0
    for number, body in objects:
        heads.append(b"%s %d" % (number, at))
        bodies.append(body)
        at += len(body) + 1
    head = b" ".join(heads) + b" "
    packed = compress(head + b"\n".join(bodies))
    highest = max(int(number) for number, _ in objects)
    start = b"%PDF-1.7\n"
    kind = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
    held = _packed(highest + 1, kind, packed)
    entries = [b"\0\0\0\0\xff"] * (highest + 3)
    for place, (number, _) in enumerate(objects):
        entries[int(number)] = b"\x02" + (highest + 1).to_bytes(3) + place.to_bytes(1)
    entries[highest + 1] = b"\x01" + len(start).to_bytes(3) + b"\0"
    table = compress(b"".join(entries))
    xref = _packed(highest + 2, b"/Type/XRef/W[1 3 1]/Size %d%s" % (highest + 3, trailer), table)
    return start + held + xref + b"startxref\n%d\n%%%%EOF\n" % (len(start) + len(held))


def _packed(number: int, kind: bytes, content: bytes) -> bytes:
    head = b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>stream\n" % (number, kind, len(content))
    return head + content + b"\nendstream\nendobj\n"


def _references_changed(rng: Random, content: bytes) -> bytes:
    """Let references, lengths and offsets point to where they should not."""
    numbers = list(re.finditer(rb"\d+", content))
    for found in sorted(rng.sample(numbers, min(len(numbers), rng.randint(1, 5))), key=lambda m: -m.start()):
        other = rng.choice(
            (b"0", b"1", b"2", b"3", b"-1", b"99999999999", b"9" * 400, rng.choice(numbers)[0])
        )
        content = content[: found.start()] + other + content[found.end() :]
    return content


def _bytes_of(writer: object) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
