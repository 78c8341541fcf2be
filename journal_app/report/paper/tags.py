"""The structure a screen reader follows: headings, paragraphs and figures in reading order.

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

    @property
    def name(self) -> str:
        return f"JournalStructure{self.page}x{self.number}"


class StructureTree:
    """Collects the marked pieces of every page and writes the tree when the document is closed."""

    def __init__(self) -> None:
        self._pages: dict[int, list[_Element]] = defaultdict(list)

    def add(self, kind: str, page: int, told: str = "") -> int:
        """Return the number under which a piece of a page is marked; `told` stands for a figure."""
        elements = self._pages[page]
        elements.append(_Element(kind, page, len(elements), told))
        return len(elements) - 1

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

    def _tree(self) -> dict[str, object]:
        numbers: list[object] = []
        for page in sorted(self._pages):
            numbers += [page, PDFArray([_reference(element.name) for element in self._pages[page]])]
        parents = PDFDictionary({"Nums": PDFArray(numbers)})
        return {
            "Type": PDFName("StructTreeRoot"),
            "K": _reference(_DOCUMENT),
            "ParentTree": parents,
            "ParentTreeNextKey": max(self._pages, default=0) + 1,
        }


def _as_dictionary(element: _Element) -> PDFDictionary:
    entries: dict[str, object] = {
        "Type": PDFName("StructElem"),
        "S": PDFName(element.kind),
        "P": _reference(_DOCUMENT),
        "Pg": _reference(f"Page{element.page}"),
        "K": element.number,
    }
    if element.told:
        entries["Alt"] = PDFString(element.told)
    return PDFDictionary(entries)


def _mark_page(page: object, number: int) -> None:
    # reportlab writes only the keys a page object lists, so these two are added to its list.
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]  # pyright: ignore[reportAttributeAccessIssue]
    page.StructParents = number  # pyright: ignore[reportAttributeAccessIssue]
    page.Tabs = PDFName("S")  # pyright: ignore[reportAttributeAccessIssue]


def _reference(name: str) -> PDFObjectReference:
    return PDFObjectReference(name)
