"""Varies annotated documents so that what is annotated stays: figures, units, times, names, order, case and spelling.

Each kind of variation is a function from a document and a drawer of random numbers to edits, stretches of the text with
what is put in their place. Spans move with the edits; indicators and scopes get the same words put in.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from vnreport.evaluate.documents import Document, Record, Span
from vnreport.lexicon.cues import CueRow
from vnreport.lexicon.load import read_rows
from vnreport.lexicon.provinces import read_provinces


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:end]` becomes `new`; `named` tells of a name, to be put into indicators and scopes too."""

    start: int
    end: int
    new: str
    named: bool = False


Variation = Callable[[Document, random.Random], Iterable[Edit]]

_YEAR = re.compile(r"(?<!\d)20[12]\d(?!\d)")
_LINE = re.compile(r"(?m)^[^\n]{10,120}[^\n.:;]$")
_TONED = re.compile(r"([òóỏõọ])([ae])(?!\w)|([ùúủũụ])(y)(?!\w)")
_MARKED = {"a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}
_PLAIN = {"o": "òóỏõọ", "u": "ùúủũụ"}


class Varier:
    """Makes variants of documents; the same seed gives the same variants."""

    def __init__(self, *, seed: int = 0) -> None:
        self._seed = seed
        provinces = {name for row in read_provinces() for name in (row.name,) if " " in name}
        self._provinces = sorted(provinces)
        rows = read_rows("variation", CueRow)
        self._bodies = next(row.surfaces for row in rows if row.role == "body")
        self._units = [row.surfaces for row in rows if row.role == "unit"]
        self._month = _behind(next(row.surfaces for row in rows if row.role == "month"))
        self._opening = _opening(next(row.surfaces for row in rows if row.role == "opening"))
        (self._within,) = next(row.surfaces for row in rows if row.role == "within")
        self._acronyms = next([surface.split("|") for surface in row.surfaces] for row in rows if row.role == "acronym")

    def variants(self, document: Document, count: int) -> list[Document]:
        """So many variants of a document, each varied in several ways at once."""
        found = []
        for number in range(count):
            drawer = random.Random(f"{self._seed}/{document.id}/{number}")
            varied = document
            for vary in self._variations(drawer):
                varied = apply(varied, list(vary(varied, drawer)))
            if drawer.random() < 0.1:
                varied = decomposed(varied)
            found.append(replace(varied, id=f"{document.id}+{number + 1}"))
        return found

    def _variations(self, drawer: random.Random) -> list[Variation]:
        """Figures and names always, each other kind half of the time."""
        others: list[Variation] = [self._unit, self.times, self.order, headlines, tones, self._short]
        return [figures, self._place, self._body, *(vary for vary in others if drawer.random() < 0.5)]

    def _place(self, document: Document, drawer: random.Random) -> Iterator[Edit]:
        yield from _swap_names(document.text, self._provinces, drawer)

    def _body(self, document: Document, drawer: random.Random) -> Iterator[Edit]:
        yield from _swap_names(document.text, self._bodies, drawer)

    def _unit(self, document: Document, drawer: random.Random) -> Iterator[Edit]:
        """One unit for another of its kind, the same throughout the document."""
        for surfaces in self._units:
            old, new = drawer.sample(surfaces, 2)
            for match in re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", document.text):
                if not _touches(document, match.span()):
                    yield Edit(*match.span(), new)

    def times(self, document: Document, drawer: random.Random) -> Iterator[Edit]:
        """All years moved alike, and other months."""
        move = drawer.randint(-3, 3)
        for match in _YEAR.finditer(document.text):
            yield Edit(*match.span(), str(int(match[0]) + move))
        for match in self._month.finditer(document.text):
            yield Edit(*match.span(), drawer.choice("123456789"))

    def order(self, document: Document, drawer: random.Random) -> Iterator[Edit]:
        """ "Năm 2023, thu ngân sách đạt …." as "Thu ngân sách đạt … trong năm 2023."."""
        for match in self._opening.finditer(document.text):
            time, rest = match["time"], match["rest"]
            if drawer.random() < 0.5:
                continue
            start = match.start("rest")
            yield Edit(match.start(), start + 1, rest[0].upper())
            time = time[0].lower() + time[1:]
            moved = time if time.startswith(self._within) else f"{self._within} {time}"
            yield Edit(match.end() - 1, match.end(), f" {moved}.")

    def _short(self, document: Document, drawer: random.Random) -> Iterator[Edit]:
        """Long forms as acronyms, or the other way round."""
        back = drawer.random() < 0.5
        for short, long in self._acronyms:
            old, new = (short, long) if back else (long, short)
            for match in re.finditer(rf"(?<![\w(]){re.escape(old)}(?![\w)])", document.text):
                yield Edit(*match.span(), new, named=True)


def _behind(words: Sequence[str]) -> re.Pattern[str]:
    """A single digit behind one of the words."""
    before = "|".join(rf"(?<={re.escape(word)} )" for word in words)
    return re.compile(rf"(?:{before})[1-9](?![\d./])")


def _opening(times: Sequence[str]) -> re.Pattern[str]:
    """A sentence that opens with one of the times, a year and a comma; # in them is for digits, @ for a Roman one."""
    said = "|".join(re.escape(time).replace(r"\#", r"\d+").replace("@", "[IV]+") for time in times)
    time = rf"(?P<time>(?:{said})[ /]?\d{{4}})"
    return re.compile(rf"(?m)(?:^|(?<=\. )){time}, (?P<rest>(?:[^\n.;:]|\.(?=\d)){{20,160}})\.(?=\s|$)")


def figures(document: Document, drawer: random.Random) -> Iterator[Edit]:
    """Other digits in every figure of a record, as many as before."""
    for span in _spans(document):
        old = document.text[span[0] : span[1]]
        new = "".join(drawer.choice("123456789") if sign in "123456789" else sign for sign in old)
        yield Edit(*span, new)


def headlines(document: Document, drawer: random.Random) -> Iterator[Edit]:
    """Lines without a full stop in capitals."""
    for match in _LINE.finditer(document.text):
        upper = match[0].upper()
        if len(upper) == len(match[0]) and drawer.random() < 0.5:
            yield Edit(*match.span(), upper)


def tones(document: Document, drawer: random.Random) -> Iterator[Edit]:
    """ "hòa" as "hoà"."""
    for match in _TONED.finditer(document.text):
        marked, plain = match[1] or match[3], match[2] or match[4]
        base = next(letter for letter, forms in _PLAIN.items() if marked in forms)
        yield Edit(*match.span(), base + _MARKED[plain][_PLAIN[base].index(marked)])


def decomposed(document: Document) -> Document:
    """The document in decomposed Unicode."""

    def place(span: Span) -> Span:
        start = len(unicodedata.normalize("NFD", document.text[: span[0]]))
        return start, start + len(unicodedata.normalize("NFD", document.text[span[0] : span[1]]))

    moved = tuple(_moved(record, place, lambda text: text) for record in document.records)
    return replace(document, text=unicodedata.normalize("NFD", document.text), records=moved, form="NFD")


def apply(document: Document, edits: Sequence[Edit]) -> Document:
    """The document with the edits made; of two that overlap, the one that starts first."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda item: (item.start, item.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    parts, place = [], 0
    for edit in kept:
        parts += [document.text[place : edit.start], edit.new]
        place = edit.end
    parts.append(document.text[place:])

    def at(offset: int) -> int:
        return offset + sum(len(edit.new) - (edit.end - edit.start) for edit in kept if edit.end <= offset)

    names = {document.text[edit.start : edit.end]: edit.new for edit in kept if edit.named}

    def words(text: str) -> str:
        for old, new in names.items():
            text = text.replace(old, new)
        return text

    moved = tuple(_moved(record, lambda span: (at(span[0]), at(span[1])), words) for record in document.records)
    return replace(document, text="".join(parts), records=moved)


def _moved(record: Record, place: Callable[[Span], Span], words: Callable[[str], str]) -> Record:
    comparisons = tuple(
        replace(item, span=place(item.span) if item.span is not None else None) for item in record.comparisons
    )
    return replace(
        record,
        span=place(record.span) if record.span is not None else None,
        comparisons=comparisons,
        indicator=words(record.indicator),
        scopes=tuple(map(words, record.scopes)),
    )


def _spans(document: Document) -> Iterator[Span]:
    for record in document.records:
        if record.span is not None:
            yield record.span
        yield from (item.span for item in record.comparisons if item.span is not None)


def _touches(document: Document, span: Span) -> bool:
    return any(start < span[1] and span[0] < end for start, end in _spans(document))


def _swap_names(text: str, names: Sequence[str], drawer: random.Random) -> Iterator[Edit]:
    """Each name that stands in the text as another one, the same throughout."""
    for name in names:
        if name in text:
            other = drawer.choice(names)
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                yield Edit(*match.span(), other, named=True)
