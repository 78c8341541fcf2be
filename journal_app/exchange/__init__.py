"""Files in and out: one module a format, each a pure reader or writer of records."""
