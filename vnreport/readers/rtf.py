"""Reads RTF: text with its fonts, tables with merged cells; deleted revisions and field codes left out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from vnreport.readers.charsets import to_windows
from vnreport.readers.documents import Location
from vnreport.readers.grids import EdgedCell, RowCells, build_grid
from vnreport.readers.limits import Limits
from vnreport.readers.parts import Content, Paragraph, Part, Run
from vnreport.readers.refusals import TooLarge
from vnreport.readers.rtf_tokens import Token, read_tokens
from vnreport.text.legacy import font_encoding
from vnreport.text.legacy_tables import FontEncoding

_SKIPPED = frozenset(
    b"stylesheet colortbl info pict object fldinst datafield themedata header headerl headerr headerf footer footerl"
    b" footerr footerf ftnsep ftnsepc aftnsep aftnsepc listtable listoverridetable revtbl generator xmlnstbl bkmkstart"
    b" bkmkend pntext nonshppict annotation atnid atnauthor filetbl rsidtbl template pnseclvl upr latentstyles".split()
)
"""Groups whose text is not part of the document's; those that start with `\\*` are left out as well, save the next."""

_KEPT = frozenset({b"shpinst", b"shptxt", b"ud"})
_BREAKS = {b"par": "\n", b"sect": "\n", b"line": "\x0b", b"page": "\n", b"tab": "\t"}
_CHARACTERS = {
    b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"emspace": " ", b"enspace": " ",
}  # fmt: skip
_SYMBOLS = {b"~": " ", b"_": "-", b"-": "", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n", b"\t": "\t"}
_CODE_PAGES = {128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 163: "cp1258", 204: "cp1251"}
"""Code pages by `\\fcharset`; all others are read as Windows-1252, as the legacy fonts want it."""


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits: font, whether its text is left out, how many characters follow `\\u`."""

    font: int = 0
    is_skipped: bool = False
    is_deleted: bool = False
    is_hidden: bool = False
    in_fonts: bool = False
    fallback: int = 1


@dataclass(slots=True)
class _Fonts:
    """The font table while and after it is read."""

    names: dict[int, str] = field(default_factory=dict)
    code_pages: dict[int, str] = field(default_factory=dict)
    encodings: dict[int, FontEncoding | None] = field(default_factory=dict)

    def encoding(self, font: int) -> FontEncoding | None:
        """The legacy encoding that a font's name tells."""
        if font not in self.encodings:
            self.encodings[font] = font_encoding(self.names.get(font, "").rstrip("; "))
        return self.encodings[font]

    def decode(self, font: int, data: bytes) -> str:
        """The bytes as characters of the font."""
        page = self.code_pages.get(font)
        if page is None or self.encoding(font):
            return to_windows(data)
        return data.decode(page, errors="replace")


def read_rtf(source: str, data: bytes, limits: Limits) -> Content:
    """The paragraphs and tables of an RTF file, in order."""
    reader = _Reader(source, limits)
    for token in read_tokens(source, data):
        reader.take(token)
    return Content("rtf", reader.finish())


class _Reader:
    """Takes the tokens one by one and builds the parts."""

    def __init__(self, source: str, limits: Limits) -> None:
        self._source, self._limits = source, limits
        self._fonts = _Fonts()
        self._state = _State()
        self._stack: list[_State] = []
        self._default_font = 0
        self._starred = self._opened = False
        self._left_out = 0
        self._bytes = bytearray()
        self._runs: list[Run] = []
        self._parts: list[Part] = []
        self._paragraphs = self._tables = 0
        self._in_table = False
        self._rows: list[RowCells] = []
        self._cells: list[tuple[Run, ...]] = []
        self._shape: list[tuple[int, bool, bool]] = []
        self._merges = [False, False]
        self._is_header = False
        self._left = 0

    def take(self, token: Token) -> None:
        """Takes one token."""
        kind, value, number = token
        if kind == "hex":
            self._add_bytes(bytes.fromhex(value.decode()))
        elif kind == "text":
            self._add_bytes(value)
        elif kind == "word":
            self._take_word(value, number)
        elif kind == "symbol":
            self._take_symbol(value)
        elif kind == "open":
            self._flush()
            if len(self._stack) >= self._limits.max_depth:
                raise TooLarge(self._source, f"groups nested more than {self._limits.max_depth} deep")
            self._stack.append(self._state)
        else:
            self._flush()
            self._state = self._stack.pop() if self._stack else _State()
        self._opened = kind == "open"
        self._left_out = 0 if kind in ("open", "close") else self._left_out

    def finish(self) -> list[Part]:
        """All parts, with what stands behind the last paragraph mark."""
        self._end_paragraph()
        self._end_table()
        return self._parts

    def _take_symbol(self, value: bytes) -> None:
        if value == b"*":
            self._starred = True
            self._state = replace(self._state, is_skipped=True)
        elif value in (b"\n", b"\r"):
            self._take_word(b"par", None)
        else:
            self._add_text(_SYMBOLS.get(value, ""))

    def _take_word(self, word: bytes, number: int | None) -> None:
        self._flush()
        starred, self._starred = self._starred, False
        if starred and word in _KEPT:
            self._state = replace(self._state, is_skipped=self._stack[-1].is_skipped if self._stack else False)
        elif word in _SKIPPED:
            self._state = replace(self._state, is_skipped=True)
        elif word == b"fonttbl":
            self._state = replace(self._state, in_fonts=True)
        elif word == b"u" and number is not None:
            self._add_unicode(number)
        elif word in _CHARACTERS:
            self._add_text(_CHARACTERS[word])
        elif not self._state.is_skipped:
            self._take_state(word, number)
            self._take_layout(word, number)

    def _take_state(self, word: bytes, number: int | None) -> None:
        """Takes a word that changes how the text behind it is read."""
        state = self._state
        if word == b"f" and number is not None:
            self._state = replace(state, font=number)
        elif word == b"plain":
            self._state = replace(state, font=self._default_font, is_deleted=False, is_hidden=False)
        elif word == b"deleted":
            self._state = replace(state, is_deleted=number != 0)
        elif word == b"v":
            self._state = replace(state, is_hidden=number != 0)
        elif word == b"uc" and number is not None:
            self._state = replace(state, fallback=number)
        elif word == b"deff" and number is not None:
            self._default_font = number
            self._state = replace(state, font=number)
        elif word == b"fcharset" and number in _CODE_PAGES and state.in_fonts:
            self._fonts.code_pages[state.font] = _CODE_PAGES[number]

    def _take_layout(self, word: bytes, number: int | None) -> None:
        """Takes a word that ends a paragraph, cell or row, or shapes a table."""
        if word in (b"par", b"sect", b"page"):
            self._end_paragraph()
        elif word in _BREAKS:
            self._add_text(_BREAKS[word])
        elif word == b"intbl":
            self._in_table = True
        elif word == b"pard":
            self._in_table = False
        elif word == b"cell":
            self._cells.append(tuple(self._runs))
            self._runs = []
        elif word == b"row":
            self._end_row()
        elif word == b"trowd":
            self._shape, self._merges, self._left, self._is_header = [], [False, False], 0, False
        elif word == b"trleft":
            self._left = number or 0
        elif word == b"trhdr":
            self._is_header = True
        elif word in (b"clmrg", b"clvmrg"):
            self._merges[word == b"clvmrg"] = True
        elif word == b"cellx":
            self._shape.append((number or 0, self._merges[0], self._merges[1]))
            self._merges = [False, False]

    def _add_unicode(self, number: int) -> None:
        self._add_text(chr(number % 65536))
        self._left_out = self._state.fallback

    def _add_bytes(self, data: bytes) -> None:
        if self._left_out:
            dropped = min(self._left_out, len(data))
            self._left_out -= dropped
            data = data[dropped:]
        self._bytes += data

    def _flush(self) -> None:
        """Turns the bytes so far into text of the current font."""
        if self._bytes:
            data = bytes(self._bytes)
            self._bytes.clear()
            self._add_text(self._fonts.decode(self._state.font, data))

    def _add_text(self, text: str) -> None:
        self._flush()
        state = self._state
        if state.is_skipped or state.is_deleted or state.is_hidden or not text:
            return
        if state.in_fonts:
            self._fonts.names[state.font] = self._fonts.names.get(state.font, "") + text
            return
        encoding = self._fonts.encoding(state.font)
        if self._runs and self._runs[-1].encoding == encoding:
            text = self._runs.pop().text + text
        self._runs.append(Run(text, encoding))

    def _end_paragraph(self) -> None:
        self._flush()
        if self._in_table:
            self._add_text("\n")
            return
        self._end_table()
        if self._runs:
            self._paragraphs += 1
            self._parts.append(Paragraph(tuple(self._runs), Location(paragraph=self._paragraphs)))
            self._runs = []

    def _end_row(self) -> None:
        """Adds the row with the shape that `\\trowd` gave; a cell without an edge stands behind the others."""
        row, left = RowCells(is_header=self._is_header), self._left
        for index, runs in enumerate(self._cells):
            right, goes_left, goes_above = (
                self._shape[index] if index < len(self._shape) else (left + 1000, False, False)
            )
            row.cells.append(EdgedCell(runs, left, max(right, left + 1), goes_left, goes_above))
            left = max(right, left + 1)
        if row.cells:
            self._rows.append(row)
        self._cells = []

    def _end_table(self) -> None:
        if self._cells:
            self._end_row()
        if self._rows:
            self._tables += 1
            self._parts.append(build_grid(self._rows, Location(table=self._tables)))
            self._rows = []
