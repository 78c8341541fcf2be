"""The window: thin pages that show a value and emit a value. Nothing here computes or keeps."""
