"""One page that shows all pictures in rows, to be looked through quickly; it needs no network."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

HEAD = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Pictures of every place</title>
<style>
body { font: 16px/1.4 sans-serif; margin: 24px; background: #ecebe6; color: #1b2333 }
.row { display: flex; gap: 16px; overflow-x: auto; padding-bottom: 12px }
figure { margin: 0; flex: none }
img { height: 430px; display: block; border: 1px solid #bbb; background: white }
figcaption { font-size: 13px; color: #545d70 }
h2 { margin: 24px 0 6px }
</style>
<h1>Pictures of every place</h1>
"""


def write_index(pictures: Path, looks: Sequence[str]) -> Path:
    """Write the page for what lies in a folder: a row for each place, a picture for each look."""
    rows: dict[str, list[str]] = {}
    for file in sorted(pictures.glob("*.png"), key=lambda file: _rank(file.stem, looks)):
        place, look = _place_and_look(file.stem, looks)
        rows.setdefault(place, []).append(_figure(file.name, look))
    shown = "".join(
        f'<h2>{escape(place)}</h2><div class="row">{"".join(row)}</div>' for place, row in rows.items()
    )
    index = pictures / "index.html"
    index.write_text(f"{HEAD}{shown}</html>\n", encoding="utf-8")
    return index


def _place_and_look(name: str, looks: Sequence[str]) -> tuple[str, str]:
    for look in looks:
        if name.endswith(f"-{look}"):
            return name.removesuffix(f"-{look}"), look
    place, _, page = name.partition("-page-")
    return place, page


def _rank(name: str, looks: Sequence[str]) -> tuple[str, int, str]:
    place, look = _place_and_look(name, looks)
    return place, looks.index(look) if look in looks else 0, look


def _figure(file: str, look: str) -> str:
    link = escape(file)
    picture = f'<a href="{link}"><img src="{link}" alt="" loading="lazy"></a>'
    return f"<figure>{picture}<figcaption>{escape(look)}</figcaption></figure>"
