"""The pipeline: its steps, how it is built, and the doors that users come in by."""
