"""Thin spaCy components, one a step; each reads and writes `doc._.layers` and holds no regex and no word list."""
