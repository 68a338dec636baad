"""Gold, scores and their gate: what vnreport is measured by."""
