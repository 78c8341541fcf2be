"""The journal's file on disk: the only place with SQL. Records in, records out."""
