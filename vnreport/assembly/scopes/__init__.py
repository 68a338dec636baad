"""For whom and where a figure holds."""
