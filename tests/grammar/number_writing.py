"""Writes numbers as Vietnamese reports do, for tests that read them back."""

from __future__ import annotations

from decimal import Decimal

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
LAST = {1: "mốt", 4: "tư", 5: "lăm"}
SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))


def in_digits(value: Decimal, *, thousands: str = ".") -> str:
    """`value` with a decimal comma and `thousands` between groups of three."""
    whole, _, fraction = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", thousands)
    return f"{grouped},{fraction}" if fraction else grouped


def in_words(number: int) -> str:
    """`number`, from one to below a million million, in words."""
    for scale, word in SCALES:
        if number >= scale:
            rest = number % scale
            return f"{in_words(number // scale)} {word}" + (f" {in_words(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        odd = f" linh {DIGITS[rest]}" if 0 < rest < 10 else f" {in_words(rest)}" if rest else ""
        return f"{DIGITS[number // 100]} trăm{odd}"
    if number < 20:
        tail = "" if number % 10 == 0 else f" {'lăm' if number == 15 else DIGITS[number % 10]}"
        return DIGITS[number] if number < 10 else f"mười{tail}"
    tail = "" if number % 10 == 0 else f" {LAST.get(number % 10, DIGITS[number % 10])}"
    return f"{DIGITS[number // 10]} mươi{tail}"
