"""What a sentence holds: items, clauses, noun phrases, subjects, and the drafts that figures become."""
