"""Photograph every place of the window in every look, and the report's pages.

Run by `make screenshots`; without a display too. All pictures go to build/screenshots, with an
index.html to look through them; those of the README go to docs/pictures. The window shows the
example journal on a fixed morning, after a night with a cramp.
"""

import argparse
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["CRAMP_JOURNAL_HOME"] = tempfile.mkdtemp()

import journal_app.ui  # noqa: F401 before anything of Qt: decision 0009
from benchmarks.gallery_index import write_index
from benchmarks.gallery_looks import LOOKS, LOOKS_OF_PLACES, new_application, new_journal
from benchmarks.gallery_pages import photograph_pages
from benchmarks.gallery_paper import photograph_paper
from benchmarks.gallery_places import photograph_places
from journal_app.paths import journal_home

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

PICTURES = Path("build/screenshots")
README_PICTURES = Path("docs/pictures")
IN_README = {"last-night": "night-light-100", "report": "report-en-A4-page-01"}
PARTS = ("pages", "places")


def main() -> None:
    """Take all pictures, or those of the looks and parts that are named."""
    asked = _asked()
    PICTURES.mkdir(parents=True, exist_ok=True)
    application = new_application()
    if "pages" in asked.parts:
        _photograph_pages(application, asked.looks)
    if "places" in asked.parts:
        for look in LOOKS_OF_PLACES:
            if look.name in asked.looks:
                photograph_places(application, look, PICTURES)
    if asked.readme:
        for name, picture in IN_README.items():
            shutil.copy(PICTURES / f"{picture}.png", README_PICTURES / f"{name}.png")
    print(f"Pictures of every place: {write_index(PICTURES, [look.name for look in LOOKS])}")
    shutil.rmtree(journal_home())


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="python -m benchmarks.screenshots")
    names = [look.name for look in LOOKS]
    asked.add_argument("--looks", nargs="+", choices=names, default=names)
    asked.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    asked.add_argument("--readme", action="store_true", help="renew the pictures of the README")
    return asked.parse_args()


def _photograph_pages(application: "QApplication", looks: list[str]) -> None:
    """Take the pages in each look, and the report's paper once in each language."""
    printed = set[str]()
    for look in LOOKS:
        if look.name in looks:
            review = photograph_pages(application, new_journal(look.language), look, PICTURES)
            if look.language not in printed:
                photograph_paper(review, look.language, PICTURES)
            printed.add(look.language)


if __name__ == "__main__":
    main()
