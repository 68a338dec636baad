"""The tagger's labels, the candidates for a name, and the choice among them."""
