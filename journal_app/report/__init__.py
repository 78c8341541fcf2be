"""The page for the doctor: what it says as plain data, and the PDF made of it."""
