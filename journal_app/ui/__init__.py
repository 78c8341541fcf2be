"""The window: thin pages that show a value and emit a value. Nothing here computes or keeps."""

from journal_app.ui.lasting_constants import keep_constants

keep_constants()
