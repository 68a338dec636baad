"""Joins the lines of a sentence that a printed page broke."""

from __future__ import annotations

import re

from vnreport.lexicon.line_breaks import words_before_figures
from vnreport.text.characters import LOWER

FULL_LINE = 60
"""A shorter line was not broken by the page's width: a heading, a list item, a verse. Pages of A4 run to 75-95."""

_BREAK = re.compile(
    rf"(?<=[^\n.!?…:;|\t])\n[ ]*(?![{LOWER}]{{1,4}}[.)])(?!\d{{1,2}}(?:\.\d{{1,2}})*[.)][ ])(?=[{LOWER}\d])"
)
_CELLS = re.compile("[\t|]")


def join_broken_lines(text: str) -> str:
    """`text` with each line break inside a sentence turned into a space; offsets stay the same.

    A break goes when the line before is full, has no closing punctuation and no table cells, and the next one opens
    with a lower-case letter that is no list letter, or with a figure after a word that asks for one ("đạt", "năm").
    Lines are measured as joined so far. The same object when nothing changes. `text` has "\\n" as its only break.
    """
    if "\n" not in text:
        return text
    parts: list[str] = []
    done = start = 0
    for found in _BREAK.finditer(text):
        place = found.start()
        hard = text.rfind("\n", done, place) + 1
        if hard:
            start = hard
        if place - start < FULL_LINE or not _continues(text, max(start, done), place, found.end()):
            continue
        parts += (text[done:place], " ")
        done = place + 1
    if not parts:
        return text
    parts.append(text[done:])
    return "".join(parts)


def _continues(text: str, start: int, place: int, after: int) -> bool:
    """Whether the sentence of the printed line `text[start:place]` goes on with the letter at `after`."""
    line = text[start:place].rstrip(" ")
    if line.endswith((".", "!", "?", "…", ":", ";")) or _CELLS.search(line):
        return False
    end = text.find("\n", after)
    if "\t" in text[after : end if end >= 0 else len(text)]:
        return False
    return not text[after].isdigit() or line.lower().endswith(words_before_figures())
