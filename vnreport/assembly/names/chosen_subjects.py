"""Which of the words left of a figure name it: the last piece with a head, a label, or what stands behind one."""

from __future__ import annotations

from vnreport.assembly.names.around_figures import around_coverage, around_size, around_terms
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.names.siblings import leader
from vnreport.assembly.sentences.actors import part_actor
from vnreport.assembly.sentences.asides import before_dashes
from vnreport.assembly.sentences.clauses import TIME_ROW
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.links import is_percent
from vnreport.assembly.sentences.phrase_ends import LABEL_END, before_told
from vnreport.assembly.sentences.phrases import add_scope, main_piece
from vnreport.assembly.sentences.scope_words import deed_at, has_capital, phrase_size
from vnreport.assembly.sentences.subjects import subject_pieces, trim
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.lexicon.phrase_words import phrase_words

# The lexicon rows of "con số này", "giá này": the indicator is the one before.
ANAPHOR_ROWS = frozenset({"plain.anaphor", "plain.back"})
# Cues before a comma which show that a clause of its own ends there.
CLAUSE_ROLES = frozenset({"tense", "have", "level", "up", "down", "report"})
# Items at the start of a label among which "theo" stands.
LONGEST_SORTING = 2
# Items of "mỗi tỉnh", "mỗi hộ dân".
LONGEST_EACH = 3
# Items of the shortest subject that tells who wants what is told, beside that, and of the shortest deed in it.
SHORTEST_ORDER = 12
SHORTEST_DEED = 2
# Items of the shortest clause that tells what goes on before a name.
SHORTEST_SCENE = 4
# The sign that opens a bracket.
BRACKET = "("


def choose_subject(naming: Naming) -> tuple[int, int] | None:
    """The piece of the draft's subject that names it: one that a head is in before one without; None for none.

    "Con số này" names nothing; words before it ("có nơi tỷ lệ này lên đến …") are a scope.
    """
    draft, items = naming.draft, naming.items
    pieces = subject_pieces(items, *(before_dashes(items, draft.subject) or draft.subject))
    subject = main_piece(items, pieces)
    own = subject is not None and naming.lexicon.heads.starts(items, subject[0])
    if subject is not None and not own and (wider := around_coverage(naming, passing=frozenset())) is not None:
        return wider
    if subject is not None and subject != pieces[-1]:
        add_scope(draft, items, pieces[-1], "scope.subject")
    if subject is not None and unit_kind(draft) == "money":
        subject = _without_each(naming, subject)
    if subject is not None and (
        _is_vague(items, subject)
        or _is_somewhere(naming, subject)
        or _only_sorts(naming, subject)
        or _is_class(items, subject)
    ):
        return None
    if subject is None:
        return around_coverage(naming) or around_terms(naming) or around_size(naming)
    for index in range(*subject):
        if items[index].row in ANAPHOR_ROWS:
            add_scope(draft, items, (subject[0], index), "scope.subject")
            return None
    if naming.lexicon.heads.narrow(items, subject) is None:
        general = None if draft.quantity is None else _before_examples(items, subject)
        if general is not None:
            return general
        subject = before_told(items, _after_comma(items, _after_label(naming, subject)), level=True)
        subject = _had_in_bracket(naming, _after_source(items, subject))
        subject = _after_order(naming, subject)
        named = [piece for piece in pieces if naming.lexicon.heads.narrow(items, piece) is not None]
        subject = named[-1] if named else around_coverage(naming) or around_size(naming) or leader(naming, subject)
        if not named and subject is not None and _is_subordinate(naming, subject):
            return None
    return subject


def _is_class(items: list[Item], subject: tuple[int, int]) -> bool:
    """Whether but a class of a rule stands before the figure: "từ | 500-1.000 km | là 300 nghìn đồng"."""
    first, last = subject
    opened = first > 0 and items[first - 1].low.startswith(phrase_words().class_opener)
    words = [item for item in items[first:last] if item.low[:1].isalpha()]
    return opened and items[first].low[:1].isdigit() and len(words) == 1


def _before_examples(items: list[Item], piece: tuple[int, int]) -> tuple[int, int] | None:
    """What the examples in a row are of: "| mảng dịch vụ | như bốc xếp, lưu kho mang về 5 tỷ"; None for no such row.

    What grew may be the examples alone: "các ngành khác như tài chính, bảo hiểm tăng 7%".
    """
    first, last = piece
    like = next((index for index in range(first + 1, last) if items[index].low == phrase_words().example), None)
    if like is None or items[last - 1].low in phrase_words().any_name:
        return None
    told = any(item.kind not in {"word", "punct"} for item in items[first:like])
    row = any(item.low == "," for item in items[like + 1 : last])
    return trim(items, first, like) if row and not told else None


def _after_source(items: list[Item], piece: tuple[int, int]) -> tuple[int, int]:
    """What a source is cited about, where nothing else is told: "Theo báo cáo của bộ về | sức mua | tăng 15%"."""
    first, last = piece
    if not first or items[first - 1].role != "source" or items[first].low != phrase_words().of:
        return piece
    about = next((index for index in range(first + 1, last - 1) if items[index].low == phrase_words().about), None)
    return piece if about is None else (about + 1, last)


def _had_in_bracket(naming: Naming, piece: tuple[int, int]) -> tuple[int, int]:
    """What a place has whose measure stands in the bracket behind: "xã Hòa có | gió giật mạnh | (17 m/s)"; the place is
    a scope."""
    items, (first, last) = naming.items, piece
    if unit_kind(naming.draft) not in {"measure", "rate"} or items[last].low != BRACKET:
        return piece
    have = next((n for n in range(last - 2, first, -1) if items[n].low == phrase_words().have), None)
    if have is None:
        return piece
    add_scope(naming.draft, items, (first, have), "scope.actor")
    return have + 1, last


def _without_each(naming: Naming, subject: tuple[int, int]) -> tuple[int, int] | None:
    """The subject without the "mỗi tỉnh" that it ends in, for whom each of several sums is: "Nam Định, Sơn La | mỗi
    tỉnh 10 tỷ đồng"."""
    items, (first, last) = naming.items, subject
    for index in range(max(first, last - LONGEST_EACH), last - 1):
        if items[index].low != phrase_words().each:
            continue
        plain = all(
            item.kind == "word" and item.row != TIME_ROW and not deed_at(items, place, last)
            for place, item in enumerate(items[index + 1 : last], index + 1)
        )
        averaged = index > 0 and items[index - 1].low in phrase_words().average
        if plain and not averaged and naming.lexicon.heads.narrow(items, (index + 1, last)) is None:
            return trim(items, first, index) if index > first else None
    return subject


def _only_sorts(naming: Naming, subject: tuple[int, int]) -> bool:
    """Whether the subject is a label that says what figures are told apart by: "Chia theo quý: | quý I 5%, quý II 7%".

    Only times and signs stand between it and the figure.
    """
    items, (first, last) = naming.items, subject
    if items[last].low != LABEL_END or any(item.kind == "word" for item in items[last : naming.draft.place]):
        return False
    return any(item.low == phrase_words().sorting for item in items[max(first - 1, 0) : first + LONGEST_SORTING])


def points_back(naming: Naming) -> bool:
    """Whether the words right before the figure say that it is of what was told: "con số này là | 18 hộ"."""
    items = naming.items
    pieces = subject_pieces(items, *naming.draft.subject)
    return bool(pieces) and any(items[index].row in ANAPHOR_ROWS for index in range(*pieces[-1]))


def points_past(naming: Naming) -> bool:
    """Whether those counted right before the figure only tell of whom that is which was told: "con số này với 5 quản lý
    là | 21 triệu đồng"."""
    before, items = naming.before, naming.items
    if before is None or unit_kind(before) != "count" or unit_kind(naming.draft) == "count":
        return False
    pointed = any(items[index].row in ANAPHOR_ROWS for index in range(before.subject[0], before.place))
    return pointed and not any(item.kind == "punct" for item in items[before.place : naming.draft.place])


def told_to_be(naming: Naming) -> tuple[int, int] | None:
    """What a name is told to be whose share stands in brackets behind: "Huế là | nơi được ưa thích nhất | (47%)"; None
    for no such."""
    items, subject, place = naming.items, naming.subject, naming.draft.place
    if subject is None or not is_percent(items[place]) or place < 1 or items[place - 1].low != "(":
        return None
    copula = next((n for n in range(subject[0] + 1, subject[1] - 1) if items[n].low == phrase_words().copula), None)
    if copula is None or items[copula - 1].kind != "word" or not items[copula - 1].is_name or items[copula + 1].is_name:
        return None
    return copula + 1, subject[1]


def is_part_in_row(naming: Naming) -> bool:
    """Whether the subject is one word that heads names elsewhere, in a row of parts: "tư nhân 5 tỷ, | FDI | 2 tỷ"."""
    before, subject = naming.before, naming.subject
    if subject is None or before is None or subject[1] - subject[0] > 1 or not before.scope:
        return False
    said = "" if before.indicator is None else before.indicator.text.lower()
    if naming.items[subject[0]].low in said.split():
        # "CPI nhóm giáo dục tăng 0,6%, làm | CPI | tăng 0,03%"
        return False
    alike = naming.topics.kind_of(before) == naming.topics.kind_of(naming.draft)
    return alike and "indicator" in before.inherited


def _after_label(naming: Naming, piece: tuple[int, int]) -> tuple[int, int]:
    """What stands behind the colon in a subject without a head ("Đà Nẵng: | phạt"), or the label of a place or body
    ("thời tiết | : Hà Nội"); the other is a scope."""
    items, parts, text = naming.items, naming.lexicon.parts, naming.draft.sentence.text
    colon = next((index for index in range(piece[1] - 1, piece[0], -1) if items[index].low == LABEL_END), None)
    own = None if colon is None else trim(items, colon + 1, piece[1])
    if colon is None or own is None or items[colon].depth > items[piece[0]].depth or unit_kind(naming.draft) == "count":
        return piece
    label = trim(items, piece[0], colon) or piece
    sorts = piece[0] > 0 and items[piece[0] - 1].low == phrase_words().sorting
    if not sorts and parts.is_part(text, items, own) and not parts.is_part(text, items, label):
        label, own = own, label
    add_scope(naming.draft, items, label, "scope.label")
    return own


def _after_comma(items: list[Item], piece: tuple[int, int]) -> tuple[int, int]:
    """The last clause of a subject without a head: "Mùa đông không lạnh, | nền nhiệt"."""
    comma = next((index for index in range(piece[1] - 1, piece[0], -1) if items[index].low == ","), None)
    if comma is None:
        return piece
    words = phrase_words()
    told = any(item.role in CLAUSE_ROLES or item.low == words.negation for item in items[piece[0] : comma])
    # "Ngân hàng nâng dự báo, | kinh tế Lào | tăng 6%"
    verbs = range(piece[0] + 1, comma)
    foretold = any(phrase_size(items, index, comma, words.foretelling) == comma - index for index in verbs)
    if not told and not foretold and not _tells_scene(items, piece, comma):
        return piece
    return trim(items, comma + 1, piece[1]) or piece


def _tells_scene(items: list[Item], piece: tuple[int, int], comma: int) -> bool:
    """Whether a clause without names stands before the one name of a subject: "Thị trường đỏ lửa, | Litecoin | …"."""
    before = items[piece[0] : comma]
    named = piece[1] - comma == 2 and has_capital(items[comma + 1])
    plain = len(before) >= SHORTEST_SCENE and all(item.kind == "word" and not has_capital(item) for item in before[1:])
    return named and plain and before[0].low not in phrase_words().preposition


def _after_order(naming: Naming, piece: tuple[int, int]) -> tuple[int, int]:
    """What is to be done, or what was found, in a subject that tells who says so first.

    "Thủ tướng yêu cầu Bộ Tài chính | mua dự trữ | 80 nghìn tấn lúa".
    """
    items, parts, last = naming.items, naming.lexicon.parts, piece[1]
    orders = phrase_words().ordering
    if last - piece[0] < SHORTEST_ORDER:
        return piece
    for index in range(last - 2, piece[0], -1):
        size = phrase_size(items, index, last, orders)
        if not size or items[index - 1].low in phrase_words().telling:
            continue
        own = trim(items, index + size, last)
        if own is None:
            return piece
        own = (index + size, own[1]) if items[index + size].role == "have" else own
        who, done = part_actor(naming.draft.sentence.text, items, own, parts)
        return own if who is None or done is None or done[1] - done[0] < SHORTEST_DEED else done
    return piece


def _is_vague(items: list[Item], piece: tuple[int, int]) -> bool:
    """Whether a subject names nothing: "có nơi", "sau đó được phê duyệt điều chỉnh"."""
    vague = phrase_words().vague
    place, end = piece
    opened = False
    while place < end:
        words = [item.low for item in items[place : min(end, place + 3)]]
        longest = next((size for size in (3, 2, 1) if " ".join(words[:size]) in vague), 0)
        if not longest:
            return opened and items[place].role in {"aux", "tense"}
        place, opened = place + longest, True
    return True


def _is_subordinate(naming: Naming, piece: tuple[int, int]) -> bool:
    """Whether a subject only says when or on what terms its level was reached: "giá lên 9 USD, | sau đó quay đầu |
    xuống mức 8 USD", "giá 9 USD, | rồi | 8 USD"."""
    if unit_kind(naming.draft) == "count":
        return False
    size = phrase_size(naming.items, *piece, phrase_words().subordinate)
    return size > 0 and (naming.draft.cue is not None or size == piece[1] - piece[0])


def _is_somewhere(naming: Naming, piece: tuple[int, int]) -> bool:
    """Whether a measure is only told of some places: "lượng mưa 20 mm, cục bộ có nơi mưa rất to | 90 mm"."""
    said = " ".join(item.low for item in naming.items[piece[0] : piece[1]])
    opens = any(f"{word} " in f"{said} " for word in phrase_words().somewhere)
    return opens and unit_kind(naming.draft) == "measure" and naming.lexicon.heads.narrow(naming.items, piece) is None
