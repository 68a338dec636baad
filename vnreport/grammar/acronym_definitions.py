"""Finds the acronyms a document defines itself: "chuyển đổi số (CĐS)", "CĐS (chuyển đổi số)", "CĐS: Chuyển đổi số"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from vnreport.lexicon.acronyms import key_of
from vnreport.values import value

_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.;:()\[\]\"“”\n\t…!?0-9]")
"""Signs that a long form does not reach across; commas and hyphens it does ("an toàn, an ninh mạng")."""
_SHORT = r"(?P<short>[A-ZĐƯ][A-ZĐƯ0-9]{1,15}(?: ?[&-] ?[A-ZĐƯ][A-ZĐƯ0-9]{0,12}){0,4})"
_STRETCH = 200
"""Characters looked at for a long form; the longest in the corpus has 96."""
_SKIP, _FUNCTION, _TAIL = 4, 1, 5
"""Costs of leaving out a word, a function word, and a word after the last letter's; only their order matters."""
_FAR = 10**6


@value(frozen=True, slots=True)
class Definition:
    """A definition in the text: where its short form starts, and the long form as printed, spaces collapsed."""

    start: int
    short: str
    long: str


class DefinitionFinder:
    """Finds definitions; made once from the rows of `acronym_forms.toml`."""

    def __init__(self, forms: Mapping[str, tuple[str, ...]]) -> None:
        self._skipped = frozenset(forms["form.skipped"])
        intro = "|".join(re.escape(words) for words in sorted(forms["form.introduction"], key=len, reverse=True))
        copula = "|".join(map(re.escape, forms["form.copula"]))
        opening = rf"(?i:(?:{intro})(?: (?:{copula}))?:? ?)?"
        self._after_long = re.compile(rf"[(\[]\s?{opening}[\"“']?{_SHORT}[\"”']?\s?[)\],;–-]")
        self._before_bracket = re.compile(rf"(?<![\w/-]){_SHORT}[\"”]?\s?\((?P<long>[^()\n]{{4,160}})\)")
        self._in_list = re.compile(
            rf"^[ \t+•-]*{_SHORT}[ \t]*[:–—=\t-][ \t]*(?P<long>[^\n.;:()]{{4,160}})[.;]?$", re.MULTILINE
        )

    def find(self, text: str) -> Iterator[Definition]:
        """The definitions of `text`; their order is not that of the text."""
        if "(" in text or "[" in text:
            for match in self._after_long.finditer(text):
                start = match.start("short")
                long = self.long_before(text, match.start(), key_of(match["short"]))
                if long:
                    yield Definition(start, match["short"], long)
        for pattern in (self._before_bracket, self._in_list):
            for match in pattern.finditer(text):
                long = self.long_after(match["long"], key_of(match["short"]))
                if long:
                    yield Definition(match.start("short"), match["short"], long)

    def long_before(self, text: str, end: int, letters: str) -> str:
        """The words before `end` whose initials give `letters`, or ""."""
        stretch = text[max(0, end - _STRETCH) : end]
        begin = max((stop.end() for stop in _STOP.finditer(stretch)), default=0)
        words = list(_WORD.finditer(stretch, begin))[-(2 * len(letters) + 4) :]
        found = self._align([word[0] for word in words], letters)
        if found is None:
            return ""
        return " ".join(stretch[words[found[0]].start() : words[found[1]].end()].split())

    def long_after(self, inner: str, letters: str) -> str:
        """The start of `inner`, up to its end or a comma, when its initials give `letters`, or ""."""
        stop = _STOP.search(inner)
        part = inner[: stop.start()] if stop else inner
        for candidate in (part, part.split(",")[0]):
            words = [word[0] for word in _WORD.finditer(candidate)]
            found = self._align(words, letters) if len(words) <= 2 * len(letters) + 4 else None
            if found == (0, len(words) - 1):
                return " ".join(candidate.split())
        return ""

    def _align(self, words: list[str], letters: str) -> tuple[int, int] | None:
        """First and last word of the cheapest reading of `letters` as initials in order, near the end; None if none."""
        initials = [_initials(word) for word in words]
        size = len(letters)
        # cost[i]: cheapest way to read letters[k:] from words[i:] with letters[k] on word i, and the last word used
        cost = [
            ((len(words) - 1 - i) * _TAIL, i) if letters[-1] in initials[i] and i >= len(words) - 3 else (_FAR, i)
            for i in range(len(words))
        ]
        for letter in reversed(letters[:-1]):
            best = (_FAR, 0)
            following = [best] * len(words)
            for i in range(len(words) - 1, -1, -1):
                if letter in initials[i]:
                    following[i] = best
                step = _FUNCTION if words[i].lower() in self._skipped else _SKIP
                best = min((best[0] + step, best[1]), cost[i])
            cost = following
        allowed = 2 * _FUNCTION if size < 3 else max(_TAIL, size // 2 * _SKIP) + 2 * _FUNCTION
        total, first = min(((pair[0], -i) for i, pair in enumerate(cost)), default=(_FAR, 0))
        return (-first, cost[-first][1]) if total <= allowed else None


def _initials(word: str) -> str:
    """The letters that may stand for `word`: its first in upper case, with and without its marks."""
    first = word[0].upper()
    return first + unicodedata.normalize("NFD", first)[0]
