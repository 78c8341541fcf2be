"""Fits sections into a height: lists give up rows, then texts give up lines, the lightest first."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from journal_app.report.items import Beside, Item, Listing, Pair, Paragraph, Section, Series
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
    for less in (_fewer, _lower, _fewest):
        for number in by_height:
            for shorter in _shorter_sections(sections[number], less):
                if lay(shorter).height < blocks[number].height:
                    return number, shorter
    return None


def _shorter_sections(section: Section, less: Callable[[Item], Item]) -> Iterator[Section]:
    """Yield the section with its last item less by one step, then two ..., then with the item before."""
    for number in reversed(range(len(section.items))):
        item = section.items[number]
        while (shorter := less(item)) != item:
            item = shorter
            yield replace(section, items=(*section.items[:number], item, *section.items[number + 1 :]))


def _fewer(item: Item) -> Item:
    """Leave one more row of a list out, down to the least that should stand."""
    match item:
        case Beside():
            return replace(item, rows=item.rows.shorter())
        case Listing() | Series():
            return item.shorter()
        case _:
            return item


def _lower(item: Item) -> Item:
    """Allow the texts one line less, down to the least that should stand."""
    match item:
        case Listing():
            return replace(item, rows=tuple(_one_line_less(row, row.least_lines) for row in item.rows))
        case Paragraph():
            return _one_line_less(item, item.least_lines)
        case _:
            return item


def _fewest(item: Item) -> Item:
    """Leave out what should stand, where there is no other way."""
    match item:
        case Listing():
            return replace(item.shorter(0), rows=tuple(_one_line_less(row, 1) for row in item.rows))
        case Series():
            return item.shorter(0)
        case Paragraph():
            return _one_line_less(item, 1)
        case _:
            return item


def _one_line_less(row: Paragraph | Pair, least: int) -> Paragraph | Pair:
    return replace(row, most_lines=max(least, row.most_lines - 1)) if row.most_lines > least else row
