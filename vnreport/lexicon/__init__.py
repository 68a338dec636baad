"""The one door to the data files under `vnreport/lexicon/data`."""

from vnreport.lexicon.load import Row, read_rows

__all__ = ["Row", "read_rows"]
