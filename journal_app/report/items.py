"""What a page is made of, as plain data: words, lists and figures. No size, no font, no PDF."""

from dataclasses import dataclass, replace
from datetime import date

from journal_app.wording.segments import Sentence, paragraph, unmarked


def told(*parts: str) -> Sentence:
    """Return sentences one after the other, empty ones left out."""
    return paragraph(*(unmarked(part) for part in parts))


def strong(text: str) -> Sentence:
    """Return an emphasised text, however it is marked itself."""
    return ((text, True),)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text over the whole width; what is longer than `most_lines` ends with an ellipsis.

    Where page one is full, `most_lines` may be lowered as far as `least_lines`.
    """

    text: Sentence
    most_lines: int = 12
    least_lines: int = 1


@dataclass(frozen=True, slots=True)
class Pair:
    """A name on the left and what is told about it on the right."""

    name: Sentence
    about: Sentence
    most_lines: int = 4
    least_lines: int = 1


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows that may be left out from the end where a page is full, down to `least` of them.

    `more[n - 1]` is the sentence that stands for `n` rows left out: "and 4 more, see the annex".
    """

    rows: tuple[Paragraph | Pair, ...]
    more: tuple[str, ...]
    least: int = 1
    left_out: int = 0

    @property
    def shown(self) -> tuple[Paragraph | Pair, ...]:
        """Return the rows that stand on the page, and the sentence for those left out."""
        if not self.left_out:
            return self.rows
        return (*self.rows[: -self.left_out], Paragraph(told(self.more[self.left_out - 1]), 2))

    def shorter(self, least: int | None = None) -> "Listing":
        """Return the list with one row less, or the same where no more can be left out."""
        if len(self.rows) - self.left_out <= (self.least if least is None else least):
            return self
        return replace(self, left_out=self.left_out + 1)


@dataclass(frozen=True, slots=True)
class Series:
    """Short things in one paragraph after a lead; as in a listing, some may be left out from the end."""

    lead: Sentence
    parts: tuple[str, ...]
    more: tuple[str, ...]
    least: int = 1
    left_out: int = 0

    @property
    def text(self) -> Sentence:
        """Return the paragraph as it stands on the page."""
        shown = self.parts[: len(self.parts) - self.left_out]
        ending = (self.more[self.left_out - 1],) if self.left_out else ()
        return paragraph(self.lead, unmarked("; ".join((*shown, *ending)) + "."))

    def shorter(self, least: int | None = None) -> "Series":
        """Return the series with one part less, or the same where no more can be left out."""
        if len(self.parts) - self.left_out <= (self.least if least is None else least):
            return self
        return replace(self, left_out=self.left_out + 1)


@dataclass(frozen=True, slots=True)
class Lines:
    """Ruled lines to write on, each with its number."""

    count: int


@dataclass(frozen=True, slots=True)
class FormField:
    """A field to fill in, over ruled lines; `told` is its name for a screen reader."""

    name: str
    label: str
    told: str
    lines: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on a time axis, from 0 (first night) to 1 (after the last)."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One night, or a group of weeks, in the strip; `at` is its middle, `state` what it was.

    `height` is 0 to 1; `None` for a cramp means that no pain was given.
    """

    state: str  # cramp, quiet or missing
    at: float
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a lane, from 0 to 1 of the period. `strong` ones are drawn darker."""

    first: float
    last: float
    label: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One medicine or remedy under the strip."""

    label: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class StripFigure:
    """The nights in a row, what was taken beneath them, and the sentence that tells the same."""

    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: where its middle is, its height, and its label below.

    `None` is a height that is not known; `partly` marks one that rests on half of its nights or less.
    """

    at: float
    height: float | None
    label: str = ""
    partly: bool = False


@dataclass(frozen=True, slots=True)
class BarsFigure:
    """Bars over a scale, with a smoothed line and a dashed level to compare with, where given."""

    bars: tuple[Bar, ...]
    top: float
    scale: tuple[tuple[float, str], ...]
    told: str
    ticks: tuple[Tick, ...] = ()
    line: tuple[tuple[float, float], ...] = ()
    level: float | None = None


@dataclass(frozen=True, slots=True)
class LegsFigure:
    """Both legs, darker where more cramps were: (leg, muscle, share of the most)."""

    places: tuple[tuple[str, str, float], ...]
    from_behind: str
    from_the_front: str
    left: str
    right: str
    told: str


Figure = StripFigure | BarsFigure | LegsFigure


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure with rows and a text to the right of it."""

    figure: LegsFigure
    rows: Listing
    text: Paragraph


Item = (
    Paragraph | Pair | Listing | Series | Lines | FormField | Beside | StripFigure | BarsFigure | LegsFigure
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; `legend` says how to read it.

    Where page one is full, sections with little `weight` are shortened before the others.
    """

    title: str
    items: tuple[Item, ...]
    legend: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A large figure and what it rests on."""

    figure: str
    rests_on: str


@dataclass(frozen=True, slots=True)
class PageOne:
    """The page that is read in a minute: it is always one page."""

    title: str
    who: str
    about: str
    notice: str
    key_figures: tuple[KeyFigure, ...]
    strip: Section | None
    left: tuple[Section, ...]
    right: tuple[Section, ...]
    wide: tuple[Section, ...]
    foot: tuple[Section, ...]
    small_print: str


@dataclass(frozen=True, slots=True)
class Table:
    """A part of the annex with one row a thing: heads, relative widths, rows of cells."""

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    most_lines: int = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the annex; one with `own_page` shares no page with the part before it."""

    title: str
    lead: str
    body: tuple[Section | Table, ...]
    own_page: bool = False


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words that only the paper can place: page numbers, and letters without a font."""

    page_of: str  # "Page {page} of {pages}", its values still to be filled in
    unshowable: str


@dataclass(frozen=True, slots=True)
class ReportContents:
    """Everything the report says. The same contents make the same bytes."""

    title: str
    language: str
    paper: str
    printed_on: date
    page_one: PageOne
    annex: tuple[Part, ...]
    running_head: str
    phrases: Phrases
    mark: str = ""  # by which a filled page is known again
