"""Names lengths: by two places, by what is under water, or by the thing that is so long."""

from __future__ import annotations

from vnreport.assembly.names.dimensions import name_dimension
from vnreport.assembly.names.distances import name_distance
from vnreport.assembly.names.flood_depths import name_flood_depth
from vnreport.assembly.names.naming import Naming

# What may name a length, asked in turn; areas and weights are of what has them as well.
LENGTH_NAMES = (name_distance, name_flood_depth, name_dimension)


def name_length(naming: Naming) -> bool:
    """Whether the draft is a length, or another size, with what has it right before; names it by that then."""
    return any(name(naming) for name in LENGTH_NAMES)
