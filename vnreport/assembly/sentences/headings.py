"""What the headings of reports, and the lines under their pictures, look like."""

from __future__ import annotations

import re
from collections import Counter

from vnreport.assembly.sentences.drafts import SentenceItems
from vnreport.lexicon.phrase_words import phrase_words

# The kind of block of lines under pictures and tables, and the longest such line: an article in one line that ends
# with a picture's author is none.
CAPTION, LONGEST_CAPTION = "caption", 400
# The title of an article and the line under it.
OPENING_LINES = 2
# The parts of an article with pictures at the least: its title, its lines and those under the pictures.
ARTICLE_PARTS = 3
# What opens a heading of a report: "III.", "2.1.", "b)", and a word with a number ("Mục 4").
_NUMBER = re.compile(r"\W*(?:[^\W\d_]+ )?(?:[IVX]+|\d+(?:\.\d+)*|[a-z])[.):/]", re.I)


def is_report_heading(sentence: SentenceItems) -> bool:
    """Whether a heading is one of a report: in capitals, or with a number of its own."""
    line = sentence.text[sentence.text.rfind("\n", 0, sentence.start) + 1 : sentence.end]
    return line.isupper() or _NUMBER.match(line) is not None


def is_subtitle(sentence: SentenceItems) -> bool:
    """Whether the line under the title only tells of when a report is: "(số liệu đến ngày 9/10)", "Ngày 26/02/2023"."""
    items = sentence.items
    if sentence.block_index != 1 or sentence.text[sentence.end : sentence.end + 1] not in {"", "\n"}:
        return False
    return items[0].low == "(" or all(item.kind in {"period", "punct"} or item.depth for item in items)


def is_under_picture(sentence: SentenceItems, closing: frozenset[str]) -> bool:
    """Whether the line tells what a picture shows: "Nông dân gặt lúa, tháng 6/2024. Ảnh: Minh An".

    So does one of the lines that an article is `closing` with again, word for word; the title and the line under it may
    be told again anywhere.
    """
    text = sentence.text
    end = text.find("\n", sentence.end)
    line = text[text.rfind("\n", 0, sentence.start) + 1 : len(text) if end < 0 else end]
    if sentence.block != CAPTION:
        return line in closing and sentence.block_index >= OPENING_LINES and sentence.block != "heading"
    said = line.lower()
    return len(line) <= LONGEST_CAPTION and any(f"{word}:" in said for word in phrase_words().caption)


def closing_repeats(text: str) -> frozenset[str]:
    """The lines at the end of the text that all stand before their place in it too."""
    lines = [line for line in text.split("\n") if line.strip()]
    times = Counter(lines)
    repeats: set[str] = set()
    while lines and times[lines[-1]] > 1:
        line = lines.pop()
        times[line] -= 1
        repeats.add(line)
    return frozenset(repeats)


def captions_start(text: str) -> int | None:
    """Where the lines under an article's pictures begin: those that an empty line sets off behind its own, which are
    more and longer; None for none.

    Its title and the line under it stand before with an empty line each.
    """
    parts = [part for part in text.split("\n\n") if part.strip()]
    if len(parts) < ARTICLE_PARTS or len(parts[-1]) >= len(parts[-2]) or "\n" not in parts[-2].strip():
        return None
    return text.rindex(parts[-1])
