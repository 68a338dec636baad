"""Turns text in TCVN3, VNI or VISCII into Unicode, where the font or the syllables say that it is in one of them.

Such text reaches us as the characters that Windows-1252 gives its bytes: "Bé C«ng nghiÖp" is "Bộ Công nghiệp" in TCVN3.
Text that holds Vietnamese letters of Unicode outside Latin-1 is never touched. TCVN3 is the encoding VN3 of TCVN
5712:1993, VISCII that of RFC 1456; VNI is its maker's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vnreport.text.characters import LOWER, UPPER
from vnreport.text.legacy_tables import (
    ENCODINGS,
    Encoding,
    FontEncoding,
    load_fonts,
    load_lookalikes,
    load_table,
)
from vnreport.text.syllables import is_syllable

ENOUGH = 0.6
"""The share of accented words that must be syllables after conversion: in drafts 0.6 to 1.0 of TCVN3 text is, and
below 0.4 of Unicode text or of another encoding's."""

MARGIN = 2
"""So many more syllables than in the text as it stands: one French or English loan must not decide."""

MIXED = 0.1
"""With more Unicode than this among its accented paragraphs and cells, a document is a mixed one."""

SAMPLE = 4000
"""So many accented words decide on a document."""

_UNICODE = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_MARKED = re.compile("[A-Za-z\u00c2\u00ca\u00d4\u00e2\u00ea\u00f4][\u0300\u0301\u0303\u0309\u0323]")
_WORD = re.compile("[^\\s!-/:-@\\[-`{|}~0-9\u2013\u2014\u2026\u201c\u201d\u2018\u2019\u00a0]+")
_CAPITALS_NAME = r"h(?:[ ,-].*)?$"
_SIGNS = dict.fromkeys(map(ord, "¹²³°º±×÷‰µ"))
"""Signs of Unicode texts ("m²", "4‰") that are letters in a legacy encoding."""

_HYPHENED = re.compile("[A-Za-z\u00a1-\u00ff]*-[A-Za-z\u00a1-\u00ff]*")
_LETTER = "A-Za-z\u00a1-\u00ff"
_LOOKALIKE = re.compile(f"(?<=[{_LETTER}])[^\\x00-\xff]|[^\\x00-\xff](?=[{_LETTER}])")
_SMALL_MARKED = re.sub("[a-z]", "", LOWER.replace("a-z", ""))
_CAPITALS_FONT = re.compile(
    f"(?<![{LOWER}{UPPER}])(?=[^{UPPER}]*[{UPPER}])[{UPPER}{_SMALL_MARKED}]+(?![{LOWER}{UPPER}])"
)
_CAPITALS = re.compile(
    f"(?<![{LOWER}{UPPER}])(?=[{_SMALL_MARKED}]*[{UPPER}][{_SMALL_MARKED}]*[{UPPER}])"
    f"[{UPPER}{_SMALL_MARKED}]+(?![{LOWER}{UPPER}])"
)
_WRONG_CASE = re.compile(f"[{LOWER}][{UPPER}]")
_OUTSIDE = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many of the accented words of a text are Vietnamese syllables (`good`) and how many are not (`bad`)."""

    good: int
    bad: int

    @property
    def share(self) -> float:
        """The share of syllables; 0 where there is no accented word."""
        return self.good / (self.good + self.bad) if self.good else 0.0


@dataclass(frozen=True, slots=True)
class DocumentEncoding:
    """The legacy encoding of a document, None for none.

    `is_mixed` where some of its texts are Unicode; `fonts_deceive` where some in legacy fonts are, as when a text was
    converted and its font was not changed.
    """

    encoding: Encoding | None = None
    is_mixed: bool = False
    fonts_deceive: bool = False


def convert(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """`text` in NFC, its characters read as `encoding`; no evidence is asked for.

    TCVN3 has no capital vowels with tones: words that mix capitals with small accented letters ("THàNH LậP") are given
    in capitals; in a font of `capitals` so are those with a single capital ("Số" of "SỐ LIỆU"). Words without any
    capital stay as they are stored.
    """
    lookalikes = load_lookalikes()
    if any(char in text for char in lookalikes):
        text = _LOOKALIKE.sub(lambda found: lookalikes.get(found.group(), found.group()), text)
    converted = load_table(encoding).convert(text)
    if encoding == "tcvn3":
        return (_CAPITALS_FONT if capitals else _CAPITALS).sub(lambda found: found.group().upper(), converted)
    return converted


def restore_hyphens(text: str) -> str:
    """`text` of a TCVN3 font in a PDF, the hyphens of words that are syllables with "ư" in their place as U+00AD.

    The byte of "ư" is the soft hyphen of Windows-1252, whose glyph PDF files name as the hyphen's.
    """

    def restored(found: re.Match[str]) -> str:
        soft = found.group().replace("-", "\u00ad")
        return soft if len(soft) > 1 and is_syllable(convert(soft, "tcvn3")) else found.group()

    return _HYPHENED.sub(restored, text)


def is_unicode(text: str) -> bool:
    """Whether `text` holds letters or combining marks of Vietnamese that no legacy encoding shows as such."""
    return bool(_UNICODE.search(text) or _MARKED.search(text))


def font_encoding(font: str | None) -> FontEncoding | None:
    """What a font's name tells of its text; "other" where it is no legacy font's, None where there is no name."""
    if not font:
        return None
    name = font.split("+", 1)[-1].strip().lower()
    for prefix, encoding in load_fonts():
        if name.startswith(prefix):
            return "tcvn3-capitals" if encoding == "tcvn3" and re.search(_CAPITALS_NAME, name) else encoding
    return "other"


def weigh(text: str, encoding: Encoding | None) -> Evidence:
    """The evidence for `text` being in `encoding`; None weighs the text as it stands."""
    good = bad = 0
    for word in _words(text):
        if _reads(word, encoding):
            good += 1
        else:
            bad += 1
    return Evidence(good, bad)


def detect_legacy(text: str) -> Encoding | None:
    """The legacy encoding that turns most accented words of `text` into syllables; None where none clearly does.

    None too for text that is Unicode already, has no accented words, or reads at least as well as it stands.
    """
    if text.isascii() or is_unicode(text):
        return None
    best: Encoding | None = None
    least = weigh(text, None).good + MARGIN
    for encoding in ENCODINGS:
        found = weigh(text, encoding)
        if found.share >= ENOUGH and found.good >= least:
            best, least = encoding, found.good + 1
    return best


def detect_document(paragraphs: Iterable[Sequence[tuple[str, FontEncoding | None]]]) -> DocumentEncoding:
    """What a document's paragraphs and cells tell together, given as runs with what their fonts tell.

    Paragraphs that are Unicode have no say in the encoding, nor have runs in legacy fonts.
    """
    texts: list[str] = []
    told: list[str] = []
    for runs in paragraphs:
        texts.append("".join(text for text, encoding in runs if encoding in (None, "other")))
        told += (text for text, encoding in runs if encoding not in (None, "other", "symbol"))
    legacy = [text for text in texts if not text.isascii() and not is_unicode(text)]
    return DocumentEncoding(detect_legacy("\n".join(legacy)), is_mixed=_is_mixed(texts), fonts_deceive=_is_mixed(told))


def _is_mixed(texts: Sequence[str]) -> bool:
    """Whether more of the accented texts are Unicode than may be by mistake."""
    accented = [text for text in texts if not text.isascii()]
    return sum(map(is_unicode, accented)) > MIXED * len(accented)


def decode_runs(runs: Sequence[tuple[str, FontEncoding | None]], *, document: DocumentEncoding) -> list[str]:
    """The runs of one paragraph or cell as Unicode, one text a run.

    Each run comes with what its font tells, and a legacy font is believed unless the run reads better as it stands.
    In a run that holds Unicode already, only words are converted that are no syllables and then become some.
    Runs in other fonts are taken together: they are in the encoding of the `document` if they then read better. Where
    they read as well either way, runs without a font are converted, unless the document holds Unicode as well.
    """
    open_runs = [text for text, encoding in runs if encoding in (None, "other") and not is_unicode(text)]
    at_tie = not document.is_mixed and not any(encoding == "other" for _, encoding in runs)
    rest = "\n".join(open_runs)
    legacy = document.encoding
    if legacy is None or rest.isascii() or not _is_better(rest, legacy, at_tie=at_tie):
        legacy = None
    texts: list[str] = []
    for text, encoding in runs:
        if text.isascii() or encoding == "symbol":
            texts.append(text)
            continue
        capitals = encoding == "tcvn3-capitals"
        own: Encoding | None = document.encoding
        if encoding == "tcvn3" or encoding == "tcvn3-capitals":
            own = "tcvn3"
        elif encoding == "vni" or encoding == "viscii":
            own = encoding
        if is_unicode(text):
            texts.append(text if own is None else _convert_words(text, own))
        elif encoding is None or encoding == "other":
            texts.append(text if legacy is None else convert(text, legacy))
        elif own is not None and _is_better(text, own, at_tie=not document.fonts_deceive):
            texts.append(convert(text, own, capitals=capitals))
        else:
            texts.append(text)
    return texts


def _convert_words(text: str, encoding: Encoding) -> str:
    """`text` with those words converted that hold no Unicode and are syllables only then."""

    def changed(found: re.Match[str]) -> str:
        word = found.group()
        if word.translate(_SIGNS).isascii() or is_unicode(word) or _reads(word, None) or not _reads(word, encoding):
            return word
        return convert(word, encoding)

    return _WORD.sub(changed, text)


def _is_better(text: str, encoding: Encoding, *, at_tie: bool) -> bool:
    """Whether `text` converted from `encoding` has more syllables than as it stands; `at_tie` is said when as many."""
    plain, converted = weigh(text, None), weigh(text, encoding)
    return converted.good > plain.good or (at_tie and converted.good == plain.good)


def _words(text: str) -> list[str]:
    """The first words of `text` that are not ASCII."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return words[:SAMPLE]


@lru_cache(maxsize=1 << 14)
def _reads(word: str, encoding: Encoding | None) -> bool:
    """Whether the letters of `word`, read in `encoding`, make up Vietnamese syllables and nothing else.

    No word has a capital behind a small letter: "tÊn" is none as it stands, but "tấn" in TCVN3.
    """
    text = word if encoding is None else convert(word, encoding)
    if _WRONG_CASE.search(text):
        return False
    letters = _OUTSIDE.findall(text)
    accented = [part for part in letters if not part.isascii()]
    return "".join(letters) == text and bool(accented) and all(map(is_syllable, accented))
