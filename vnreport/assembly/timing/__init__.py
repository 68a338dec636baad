"""The period of every draft, and those of its baselines."""
