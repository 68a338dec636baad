"""Asks questions of the tables that a run leaves, with DuckDB (extra `tables`)."""
