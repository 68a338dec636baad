"""What speaks for a record: its evidence, its confidence, the arithmetic around it."""
