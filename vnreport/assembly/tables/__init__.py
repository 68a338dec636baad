"""Records from tables: grids in, drafts out."""
