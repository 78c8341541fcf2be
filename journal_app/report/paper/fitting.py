"""Fits sections into a height: lists give up rows, then texts give up lines, the lightest first."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from journal_app.report.items import Beside, Item, Listing, Pair, Paragraph, Section
from journal_app.report.paper.blocks import SECTION_GAP, Block, stacked
from journal_app.report.paper.sections import section_block
from journal_app.report.paper.typeface import Typeface

Sections = tuple[Section, ...]


def fitted(sections: Sections, width: float, room: float, face: Typeface) -> Block:
    """Return a column of sections no higher than its room, shortened as little as that needs."""
    blocks = [section_block(section, width, face) for section in sections]
    while stacked(blocks, SECTION_GAP).height > room:
        place = _shorten(sections, blocks, lambda section: section_block(section, width, face))
        if place is None:
            break
        number, shorter = place
        sections = (*sections[:number], shorter, *sections[number + 1 :])
        blocks[number] = section_block(shorter, width, face)
    return stacked(blocks, SECTION_GAP)


def _shorten(
    sections: Sections, blocks: list[Block], lay: Callable[[Section], Block]
) -> tuple[int, Section] | None:
    """Return which section becomes what: the highest for its weight that can be made lower."""
    by_height = sorted(range(len(sections)), key=lambda k: -blocks[k].height / sections[k].weight)
    for ways in (_with_fewer_rows, _with_fewer_lines):
        for number in by_height:
            for shorter in ways(sections[number]):
                if lay(shorter).height < blocks[number].height:
                    return number, shorter
    return None


def _with_fewer_rows(section: Section) -> Iterator[Section]:
    """Yield the section with its lists one row shorter, then two, and so on."""
    while True:
        shorter = replace(section, items=tuple(_one_row_less(item) for item in section.items))
        if shorter == section:
            return
        yield shorter
        section = shorter


def _one_row_less(item: Item) -> Item:
    if isinstance(item, Beside):
        return replace(item, rows=item.rows.shorter())
    return item.shorter() if isinstance(item, Listing) else item


def _with_fewer_lines(section: Section) -> Iterator[Section]:
    """Yield the section with its texts cut to one line less, then two, and so on."""
    while True:
        shorter = replace(section, items=tuple(_one_line_less(item) for item in section.items))
        if shorter == section:
            return
        yield shorter
        section = shorter


def _one_line_less(item: Item) -> Item:
    match item:
        case Listing():
            return replace(item, rows=tuple(_lower(row) for row in item.rows))
        case Paragraph():
            return _lower(item)
        case _:
            return item


def _lower(row: Paragraph | Pair) -> Paragraph | Pair:
    return replace(row, most_lines=max(row.least_lines, row.most_lines - 1))
