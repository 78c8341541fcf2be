"""The structure a screen reader follows: headings, paragraphs, figures and fields in reading order.

reportlab writes none of it, so the marked content and its tree are put in beside what it draws
(PDF 1.7, section 14.7).
"""

from collections import defaultdict
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

_TREE = "JournalStructure"
_DOCUMENT = "JournalStructureDocument"


@dataclass(frozen=True, slots=True)
class _Element:
    kind: str
    page: int
    number: int
    told: str
    field: PDFObjectReference | None = None  # the widget, where the element is a field to fill in

    @property
    def name(self) -> str:
        return f"JournalStructure{self.page}{'f' if self.field else 'x'}{self.number}"


class StructureTree:
    """Collects the marked pieces of every page and writes the tree when the document is closed."""

    def __init__(self) -> None:
        self._pages: dict[int, list[_Element]] = defaultdict(list)

    def add(self, kind: str, page: int, told: str = "") -> int:
        """Return the number under which a piece of a page is marked; `told` stands for a figure."""
        number = len(self._marked(page))
        self._pages[page].append(_Element(kind, page, number, told))
        return number

    def add_field(self, page: int, told: str, field: PDFObjectReference) -> None:
        """Add a field to fill in, in its place in the reading order."""
        number = sum(element.field is not None for element in self._pages[page])
        self._pages[page].append(_Element("Form", page, number, told, field))

    def write(self, canvas: Canvas) -> None:
        """Put the tree into the document, after its last page was drawn."""
        document = canvas._doc  # pyright: ignore[reportAttributeAccessIssue]  # the only way to it
        elements = [element for page in sorted(self._pages) for element in self._pages[page]]
        for element in elements:
            document.Reference(_as_dictionary(element), element.name)
        kids = PDFArray([PDFObjectReference(element.name) for element in elements])
        root = {"Type": PDFName("StructElem"), "S": PDFName("Document"), "P": _reference(_TREE), "K": kids}
        document.Reference(PDFDictionary(root), _DOCUMENT)
        document.Reference(PDFDictionary(self._tree()), _TREE)
        canvas.setCatalogEntry("StructTreeRoot", _reference(_TREE))
        canvas.setCatalogEntry("MarkInfo", {"Marked": "true"})
        for number in sorted(self._pages):
            _mark_page(document.idToObject[f"Page{number}"], number)
        for key, element in self._fields():
            widget = document.idToObject[element.field.name]  # pyright: ignore[reportOptionalMemberAccess]
            widget.dict["StructParent"] = key

    def _marked(self, page: int) -> list[_Element]:
        return [element for element in self._pages[page] if element.field is None]

    def _fields(self) -> list[tuple[int, _Element]]:
        """Return the fields, each with its key in the tree of parents, after those of the pages."""
        fields = [e for page in sorted(self._pages) for e in self._pages[page] if e.field is not None]
        return list(enumerate(fields, max(self._pages, default=0) + 1))

    def _tree(self) -> dict[str, object]:
        numbers: list[object] = []
        for page in sorted(self._pages):
            numbers += [page, PDFArray([_reference(element.name) for element in self._marked(page)])]
        fields = self._fields()
        for key, element in fields:
            numbers += [key, _reference(element.name)]
        parents = PDFDictionary({"Nums": PDFArray(numbers)})
        return {
            "Type": PDFName("StructTreeRoot"),
            "K": _reference(_DOCUMENT),
            "ParentTree": parents,
            "ParentTreeNextKey": max(self._pages, default=0) + 1 + len(fields),
        }


def _as_dictionary(element: _Element) -> PDFDictionary:
    entries: dict[str, object] = {
        "Type": PDFName("StructElem"),
        "S": PDFName(element.kind),
        "P": _reference(_DOCUMENT),
        "Pg": _reference(f"Page{element.page}"),
        "K": _as_object(element.field) if element.field else element.number,
    }
    if element.told:
        entries["Alt"] = PDFString(element.told)
    return PDFDictionary(entries)


def _as_object(field: PDFObjectReference) -> PDFDictionary:
    return PDFDictionary({"Type": PDFName("OBJR"), "Obj": field})


def _mark_page(page: object, number: int) -> None:
    # reportlab writes only the keys a page object lists, so these two are added to its list.
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]  # pyright: ignore[reportAttributeAccessIssue]
    page.StructParents = number  # pyright: ignore[reportAttributeAccessIssue]
    page.Tabs = PDFName("S")  # pyright: ignore[reportAttributeAccessIssue]


def _reference(name: str) -> PDFObjectReference:
    return PDFObjectReference(name)
