"""Ink on paper: fonts, lines, figures and pages. Beside pdf.py the only place that knows reportlab."""
