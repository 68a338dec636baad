"""Numerals, measures, periods and changes: lexicon and text in, typed values out. No spaCy here."""
