"""Numbers as the output writes them."""

from __future__ import annotations

from decimal import Decimal


def plain(number: Decimal) -> str:
    """A number as a plain decimal string: no exponent, no trailing zeros ("87370000", "0.28")."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
