"""Names millimetres by the rain that a sentence tells of: "mưa lớn cả tuần, bình quân 400 mm, riêng Trà My 640 mm"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.phrases import add_scope, phrase_of
from vnreport.assembly.sentences.subjects import trim
from vnreport.assembly.sentences.topics import name_of, unit_code
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.rain"
# The unit of rainfall.
MILLIMETRES = "mm"


def name_rainfall(naming: Naming) -> None:
    """Names the draft by the "mưa" before it where its name tells of no rainfall; a place beside it is a scope."""
    draft, items, rain = naming.draft, naming.items, phrase_words().rain
    if unit_code(draft) != MILLIMETRES or _tells_rain(name_of(draft), rain):
        return
    told = next((n for n in range(draft.place - 1, -1, -1) if items[n].low == rain), None)
    if told is None or items[told].is_inner:
        return
    draft.indicator = phrase_of(draft, items, (told, told + 1), RULE)
    place = _place_behind(items, told, draft.place)
    if place is not None:
        add_scope(draft, items, place, "scope.place")


def _tells_rain(name: str, rain: str) -> bool:
    """Whether a name is of the rain or of how much of it there was: "mưa rào", "tổng lượng mưa"."""
    return name.startswith(rain) or any(f"{word} {rain}" in name for word in phrase_words().counter)


def _place_behind(items: list[Item], rain: int, stop: int) -> tuple[int, int] | None:
    """The words of the last clause before the figure that name a place: "có nơi như | Tam Đảo", "; | Phú Hộ"."""
    first = stop
    while first > rain + 1 and items[first - 1].kind == "word":
        first -= 1
    piece = trim(items, first, stop)
    return piece if piece is not None and items[piece[0]].is_name else None
