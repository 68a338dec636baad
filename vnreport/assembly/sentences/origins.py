"""Where a field of a draft was taken from when not from its own clause: what `Draft.inherited` holds."""

# What the text told before, and what it only tells behind, as the body of an article does for its headline.
FROM_BEFORE, FROM_BODY = "before", "body"
# The same figure told again, and the baseline of the draft's own change.
FROM_REPEATED, FROM_BASELINE = "repeated", "baseline"
# A time that is said but of no certain days, so that none is taken.
FROM_VAGUE = "vague"
# The present, for the sake of the verb; the plan that the figure is compared with.
FROM_PRESENT, FROM_PLAN = "present", "plan"
# The sum that it is a part of, its own part where nothing names the whole, and the other names of its list.
FROM_WHOLE, FROM_PART, FROM_LIST = "whole", "part", "list"
# What its topic is about, what the whole document counts, the caption or cells of its table, its unit.
FROM_CORE, FROM_DOCUMENT, FROM_TABLE, FROM_UNIT = "core", "document", "table", "unit"
# Baselines: held down a list, and said before or behind the change in its own sentence.
FROM_SENTENCE, FROM_SENTENCE_BEHIND = "sentence.before", "sentence.after"
