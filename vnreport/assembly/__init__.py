"""Figures in, records out.

`sentences` holds what all others stand on; `changes` tells each figure's role and joins values with what they are
compared with; `names`, `scopes` and `timing` fill what was measured, for whom and when; `tables` reads grids;
`arbitration` and `trust` weigh it. `assemble` calls them in their order, `reports` freezes what came out.
"""
