"""Changes and levels: the role of each figure, what belongs together, what it is compared with."""
