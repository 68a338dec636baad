"""Writes a folder of reports in every format, some of them broken in every way, each with sentences of its own."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "readers"))

from pdf_files import shown, unicode_pdf
from samples import archive, docx, paragraph, pdf, rtf, xlsx

PLACES = (
    "An Giang",
    "Bình Dương",
    "Cà Mau",
    "Đắk Lắk",
    "Gia Lai",
    "Hà Nam",
    "Kiên Giang",
    "Lào Cai",
    "Nghệ An",
    "Phú Yên",
)
GOODS = ("thủy sản", "dệt may", "cà phê", "gỗ", "hạt tiêu", "cao su", "chè", "gạo", "giày dép")


SENTENCES = (
    "Xuất khẩu {goods} tháng {month}/{year} đạt {hundreds},{digit} triệu USD, tăng {percent},5% so với tháng trước.",
    "Toàn tỉnh {place} có {hundreds} doanh nghiệp thành lập mới, giảm {percent}% so với cùng kỳ năm trước.",
    "Sản lượng {goods} ước đạt {tens}.{hundreds} tấn, bằng {tens}% kế hoạch năm {year}.",
    "Tỷ lệ hộ dùng nước sạch trên địa bàn là {tens},{digit}%.",
)


def report(number: int, *, lines: int = 8) -> list[str]:
    """The lines of a report: a headline and sentences whose figures go with the number."""
    place, month, year = PLACES[number % len(PLACES)], number % 12 + 1, 2015 + number % 10
    made = [f"Tình hình kinh tế tỉnh {place} tháng {month} năm {year}"]
    for index in range(lines):
        base = number * 37 + index * 101
        made.append(
            SENTENCES[index % len(SENTENCES)].format(
                place=place,
                month=month,
                year=year,
                goods=GOODS[(number + index) % len(GOODS)],
                hundreds=base % 890 + 107,
                tens=base % 80 + 13,
                percent=base % 17 + 2,
                digit=base % 9 + 1,
            )
        )
    return made


def _html(lines: list[str]) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in lines[1:])
    page = (
        f"<html><head><title>{lines[0]}</title></head><body><article><h1>{lines[0]}</h1>{body}</article></body></html>"
    )
    return f"<!doctype html>{page}".encode()


def _rtf(lines: list[str]) -> bytes:
    """An RTF file with letters beyond ASCII as code points."""
    body = "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in "\\par\n".join(lines))
    return rtf(body + "\\par\n")


def _pdf(lines: list[str]) -> bytes:
    """A PDF whose font has two bytes a letter, and a table that says that they are Unicode."""
    return unicode_pdf(b"BT /F1 9 Tf 20 800 Td " + b" 0 -20 Td ".join(map(shown, lines)) + b" ET")


def _xlsx(lines: list[str]) -> bytes:
    rows: list[list[str | float | None]] = [[line, None] for line in lines]
    return xlsx([*rows, ["Mặt hàng", "Lượng (tấn)"], ["Gạo", 745.0], ["Chè", 31.5]])


def _jsonl(lines: list[str]) -> bytes:
    return (json.dumps({"date": "2024-12-31", "text": "\n".join(lines)}, ensure_ascii=False) + "\n").encode()


def _mail(lines: list[str]) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = lines[0], "Văn phòng <vp@tinh.example>", "bao@chi.example"
    message.set_content("\n".join(lines))
    return message.as_bytes()


WRITERS: dict[str, Callable[[list[str]], bytes]] = {
    "html": _html,
    "docx": lambda lines: docx("".join(map(paragraph, lines))),
    "rtf": _rtf,
    "pdf": _pdf,
    "xlsx": _xlsx,
    "txt": lambda lines: "\n".join(lines).encode("utf-8"),
    "jsonl": _jsonl,
    "eml": _mail,
}
_GOOD = {form: write(report(0)) for form, write in WRITERS.items()}
_ENCRYPT = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a)(a)]" % (b"o" * 32, b"u" * 32)
_ENTITY = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
BROKEN: dict[str, tuple[bytes, str]] = {
    "empty.pdf": (b"", "no_text"),
    "blank.txt": (b" \n\n\t", "no_text"),
    "scan.pdf": (pdf([]), "no_text"),
    "locked.pdf": (pdf([b"x"], extra=_ENCRYPT), "encrypted"),
    "cut.pdf": (_GOOD["pdf"][:200], "damaged"),
    "bomb.docx": (docx("", word__media__a_dot_bin=b"a" * 30_000_000), "zip_bomb"),
    "entity.docx": (docx("", word__styles_dot_xml=_ENTITY), "external_entities"),
    "macro.docm": (docx(paragraph("a"), word__vbaProject_dot_bin=b"x"), "macros"),
    "cut.docx": (_GOOD["docx"][:-100], "damaged"),
    "cut.xlsx": (_GOOD["xlsx"][:300], "damaged"),
    "cut.rtf": (_GOOD["rtf"][:-50], "damaged"),
    "cut.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged"),
    "words.pdf": (b"just words", "unknown_format"),
    "picture.docx": (b"\x89PNG\r\n\x1a\n" + bytes(50), "unknown_format"),
    "noise.txt": (bytes(range(1, 32)) * 90, "unknown_format"),
    "packed.txt.gz": (gzip.compress(_GOOD["txt"], mtime=0), "unknown_format"),
    "archive.zip": (archive({"a.txt": "a"}), "unknown_format"),
    "feed.xml": (b'<?xml version="1.0"?><rss><channel/></rss>', "unknown_format"),
    "cut.jsonl": (b'{"text": "a', "damaged"),
    "table.parquet": (b"PAR1 and no more", "damaged"),
}
"""Twenty files that cannot be read, each with the code of its reason."""


def write_mixed(folder: Path, count: int) -> None:
    """Writes the broken files and as many good ones, in turn of each format, as make up `count`, over some folders."""
    for number in range(count - len(BROKEN)):
        form = list(WRITERS)[number % len(WRITERS)]
        path = folder / f"{2015 + number % 10}" / f"bc-{number:03}.{form}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(WRITERS[form](report(number)))
    for number, (name, (data, _)) in enumerate(BROKEN.items()):
        path = folder / f"{2015 + number % 10}" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
