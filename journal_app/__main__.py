"""Lets `python -m journal_app` do what the command `cramp-journal` does."""

import sys

from journal_app.cli import main

sys.exit(main())
