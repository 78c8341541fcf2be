"""Night Cramp Journal: a private journal of night leg cramps, and a page for the doctor."""

__version__ = "0.1.0"
