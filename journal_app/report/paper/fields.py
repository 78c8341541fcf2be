"""Fields to fill in: a text field of several lines without a frame, so that ruled lines show through."""

from reportlab.lib.colors import transparent
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFObjectReference
from reportlab.pdfgen.canvas import Canvas

FIELD_SIZE = 11
LONGEST_ANSWER = 4000


def draw_field(
    canvas: Canvas, name: str, told: str, box: tuple[float, float, float, float]
) -> PDFObjectReference:
    """Lay a field over the page at (x, y, width, height); return the reference of its widget."""
    x, y, width, height = box
    form = canvas.acroForm
    # What is typed is set in Helvetica, which every reader has: nobody knows its letters beforehand.
    form.textfield(
        name=name,
        tooltip=told,
        # The types of reportlab say whole numbers; its own forms take any.
        x=x,  # pyright: ignore[reportArgumentType]
        y=y,  # pyright: ignore[reportArgumentType]
        width=width,  # pyright: ignore[reportArgumentType]
        height=height,  # pyright: ignore[reportArgumentType]
        fontName="Helvetica",
        fontSize=FIELD_SIZE,
        borderWidth=0,
        borderColor=transparent,
        fillColor=transparent,
        fieldFlags="multiline",
        maxlen=LONGEST_ANSWER,
    )
    reference: PDFObjectReference = form.fields[-1]
    # An empty field is drawn as set above, without a ground; a reader draws one that is filled in
    # anew, on white, so that no ruled line runs through what was typed.
    widget = canvas._doc.idToObject[reference.name]  # pyright: ignore[reportAttributeAccessIssue]
    widget.dict["MK"] = PDFDictionary({"BG": PDFArray([1])})
    return reference
