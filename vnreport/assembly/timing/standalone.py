"""Which figures take no period from the text before them."""

from __future__ import annotations

from vnreport.assembly.names.dimensions import DIMENSION_RULE
from vnreport.assembly.names.distances import LENGTHS
from vnreport.assembly.sentences.drafts import TO_COME, Draft
from vnreport.assembly.sentences.items import PROPOSAL_ROW, Item, holds_phrase
from vnreport.assembly.sentences.scope_words import has_capital, phrase_at, phrase_size
from vnreport.assembly.sentences.topics import GROWTH, name_of, unit_code, unit_kind
from vnreport.assembly.timing.period_lengths import is_day, length_of
from vnreport.assembly.timing.period_roles import is_blocked, refers_back
from vnreport.assembly.timing.quoted_times import is_own_story, is_said_apart
from vnreport.assembly.timing.regular_times import clause_before, is_of_longer, is_regular, is_yearly
from vnreport.assembly.timing.standings import Standing
from vnreport.assembly.timing.time_frames import LONGEST_YEAR, TimeFrame
from vnreport.assembly.timing.times_of_others import is_to_come_behind
from vnreport.grammar.values import PERCENTS
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.text.quotations import quotation_around

# Items before a figure among which a survey is named, and among which stands the word that makes the figure its sample.
SURVEY_REACH, SAMPLE_REACH = 6, 3
# Units of figures of all kinds, which say nothing of what is measured.
CURRENCY = "VND"
ANY_UNIT = frozenset({"%", "VND", "USD"})
# Items right before a figure among which stands that it is a size.
SIZE_REACH = 4
# Items right before a figure among which stands that it was reached.
REACHED = 2
# Items right before a rank among which stands what it is ranked by.
RANK_REACH = 2
# Items before a length among which "cách" makes it a distance.
DISTANT_REACH = 10


def stands_alone(draft: Draft, frame: TimeFrame) -> bool:
    """Whether the draft takes no period of the text before it.

    So do what stands far behind it, what a thing has as long as it is there, what is of every year, proposals, what a
    vague time tells, the sample of a survey and own stories.
    """
    items, place = draft.sentence.items, draft.place
    if frame.lasting is None and (frame.standing or frame.is_behind):
        return True
    if _may_be_size(draft) and not frame.is_numbered and (_is_of_thing(items, place) or _is_named_size(draft)):
        return True
    first = frame.is_told_first() and not _passes(draft, frame)
    if not first and _is_always(draft, frame) and not _is_part(draft, frame):
        return True
    if _is_fixed(draft, frame.lasting):
        return True
    if is_of_longer(draft, frame):
        return True
    if _breaks_off(items, frame):
        return True
    if frame.alone is not None and frame.block - frame.alone <= 1 and refers_back(items):
        return True
    if draft.role != GROWTH and _is_by_rule(items, place) and not frame.is_told_first():
        return True
    if is_blocked(items, place, dated=frame.reference is not None) or draft.status_rule == PROPOSAL_ROW:
        return True
    if is_to_come_behind(draft, frame):
        return True
    if _is_sample(items, place) or _is_standing_rank(draft):
        return True
    text, start = draft.sentence.text, items[place].start
    around = quotation_around(text, start)
    if around is None:
        return False
    if is_own_story(text, start, around, frame.mention):
        return True
    return is_said_apart(around, frame.mention) and not _goes_on(draft, frame)


def _breaks_off(items: list[Item], frame: TimeFrame) -> bool:
    """Whether a sentence turns from the standing time to one that it does not name: "Trước đây, …", "Mới đây, …".

    Not from the time that the document is about, nor from the news of a day, what came before which is of that day; but
    what was so in days gone by ("Trước đây, …") is of neither.
    """
    if is_of_old(items):
        return True
    if frame.lasting is None or frame.is_told_first() or is_day(frame.lasting.period):
        return False
    return phrase_size(items, 0, len(items), phrase_words().before_that) > 0


def is_of_old(items: list[Item]) -> bool:
    """Whether a sentence opens with days gone by, no certain one: "Trước đây, …"."""
    return phrase_size(items, 0, len(items), phrase_words().formerly) > 0


def lasts(draft: Draft) -> bool:
    """Whether what the draft tells is of no certain time: a size, a distance, what a rule sets, or of every day."""
    if _has_lasting_name(draft) or is_yearly(draft) or is_regular(draft):
        return True
    is_share = draft.quantity is not None and draft.quantity.kind in PERCENTS
    items, place = draft.sentence.items, draft.place
    sized = _may_be_size(draft) and (_is_of_thing(items, place) or _is_named_size(draft))
    return sized or (not is_share and _is_fixed(draft, None))


def _is_part(draft: Draft, frame: TimeFrame) -> bool:
    """Whether the draft's sentence breaks down the figures right before it, up to the day that stands; no rate does:
    "Cuối năm 2015, phải thu là 6.000 tỷ đồng. | Trong đó chi phí xây dựng | 1.600 tỷ đồng"."""
    standing = frame.lasting
    if standing is None or standing.used < frame.block - 1 or standing.period.first is not None:
        return False
    if draft.quantity is None or draft.quantity.kind in PERCENTS:
        return False
    return draft.sentence.items[0].low in phrase_words().breaking_down


def _passes(draft: Draft, frame: TimeFrame) -> bool:
    """Whether the standing period is a day of news, or the present, or for a measure a day up to which all is counted:
    no thing is as large as it is only then, but for what was harmed."""
    standing = frame.lasting
    if standing is None:
        return False
    if standing.is_now or is_day(standing.period):
        return True
    before = {word for item in draft.sentence.items[: draft.place] for word in item.low.split()}
    measured = unit_kind(draft) == "measure" and not phrase_words().harmed & before
    return measured and standing.period.first is None


def _is_always(draft: Draft, frame: TimeFrame) -> bool:
    """Whether the draft holds beyond the standing year: "chiều dài", what a rule sets, or "mỗi năm" outside a plan."""
    if _has_lasting_name(draft) and not _is_price_set(draft, frame):
        return True
    if _is_of_thing_on_day(draft, frame):
        return True
    if draft.status != "actual" or draft.sentence.section or frame.lasting is None:
        return False
    return length_of(frame.lasting.period) <= LONGEST_YEAR and is_yearly(draft)


def _is_price_set(draft: Draft, frame: TimeFrame) -> bool:
    """Whether the draft is the price of a unit of goods, told behind the day on which prices were set."""
    standing, quantity = frame.lasting, draft.quantity
    priced = quantity is not None and quantity.kind == "rate" and quantity.code.startswith(CURRENCY)
    return priced and standing is not None and is_day(standing.period)


def _has_lasting_name(draft: Draft) -> bool:
    """Whether the draft is a length, an area or a weight, or named by what a thing or a rule has: "chiều dài"."""
    name = _level_name(draft)
    measured = draft.indicator is not None and draft.indicator.rule == DIMENSION_RULE
    return measured or name.startswith(phrase_words().lasting) or name in phrase_words().lasting_whole


def _level_name(draft: Draft) -> str:
    """The name of a draft that tells a level; empty where it tells a change."""
    return name_of(draft) if not draft.changes else ""


def _is_of_thing_on_day(draft: Draft, frame: TimeFrame) -> bool:
    """Whether the size of something is told behind the news of a day, no harm done then: "diện tích đất | thu hồi"."""
    standing, words = frame.lasting, phrase_words()
    if standing is None or not is_day(standing.period) or draft.status not in {"actual", *TO_COME}:
        return False
    name = _level_name(draft)
    return name.startswith(words.sized_name) and not words.harmed & set(name.split())


def _is_fixed(draft: Draft, standing: Standing | None) -> bool:
    """Whether the draft is of no time at all: the length of what is built, a distance, what part of a firm is held, a
    duty, or what each is granted. A duty is of the time from a day on that the text told of, and what is held of the
    day as of which it tells what there is: "đến 31/12/2017, tổng tài sản là 2.000 tỷ đồng".

    "tuyến số 2 dài 11 km", "xã cách thị trấn 20 km", "quỹ này nắm 10% vốn", "hỗ trợ 3 triệu đồng cho mỗi nhà sập".
    """
    quantity, words = draft.quantity, phrase_words()
    if quantity is None or draft.changes or draft.status != "actual":
        return False
    items, place = draft.sentence.items, draft.place
    near = clause_before(items[max(0, place - SIZE_REACH) : place])
    if quantity.kind == "percent":
        held = holds_phrase(near, words.ownership) and any(word in words.owned for word in name_of(draft).split())
        held = held and not (standing is not None and standing.period.as_of and not standing.is_now)
        is_open = standing is not None and standing.period.last is None
        return held or (not is_open and name_of(draft).startswith(words.duty))
    if quantity.kind == "money":
        return name_of(draft).startswith(words.granting) and f" {words.each} " in name_of(draft)
    if quantity.code not in LENGTHS:
        return False
    if draft.indicator is not None and draft.indicator.rule == DIMENSION_RULE:
        return _tells_of_built(clause_before(items[:place]))
    return holds_phrase(items[max(0, place - DISTANT_REACH) : place], words.distant)


def _may_be_size(draft: Draft) -> bool:
    """Whether the draft is a level that is no rate, told as a fact."""
    if draft.quantity is None or draft.quantity.kind in PERCENTS or draft.changes:
        return False
    return draft.status == "actual"


def _is_of_thing(items: list[Item], place: int) -> bool:
    """Whether the figure at `place` is the size of one built thing: "nhà máy có công suất 40 MW".

    So is the next size of what has one: "mỏ có diện tích khoảng 8,5 ha, trữ lượng 2,8 triệu m3".
    """
    words, clause = phrase_words(), clause_before(items[:place])
    if not holds_phrase(clause[-SIZE_REACH:], words.size):
        return False
    if _tells_of_built(clause[:-1]):
        return True
    before = next((index for index in range(place - 1, -1, -1) if items[index].kind == "quantity"), None)
    return before is not None and _is_of_thing(items, before)


def _is_named_size(draft: Draft) -> bool:
    """Whether the draft is named by the size of one built thing: "tổng vốn đầu tư của dự án là 40 tỷ đồng".

    What it fell or rose to is of its time: "diện tích khu bãi giảm còn 3 ha".
    """
    words, clause = phrase_words(), clause_before(draft.sentence.items[: draft.place])
    if not name_of(draft).startswith(tuple(words.size)) or any(item.role == "to" for item in clause):
        return False
    return _tells_of_built(clause)


def _tells_of_built(clause: list[Item]) -> bool:
    """Whether the words tell of a built thing; the last one of a name is none: "phòng", but not "Hải | Phòng"."""
    places = range(len(clause))
    return holds_phrase([clause[index] for index in places if not _ends_proper(clause, index)], phrase_words().built)


def _ends_proper(clause: list[Item], index: int) -> bool:
    """Whether the item is the last of several with capitals, no small word behind it: "Hải | Phòng"."""
    if not index or not has_capital(clause[index]) or not has_capital(clause[index - 1]):
        return False
    return index + 1 == len(clause) or clause[index + 1].kind != "word"


def _goes_on(draft: Draft, frame: TimeFrame) -> bool:
    """Whether the draft is a change, or like a figure that took the standing period: in its unit, or named alike."""
    told = frame.lasting.told if frame.lasting is not None else frozenset()
    unit = unit_code(draft)
    if draft.changes or (unit in told and unit not in ANY_UNIT):
        return True
    return any(word in told and word not in phrase_words().any_name for word in name_of(draft).split())


def _is_by_rule(items: list[Item], place: int) -> bool:
    """Whether a rule or a design says the figure: "theo quy định hiện hành, mức đóng là 32,5%".

    One right behind a figure sets that only: "vượt ngưỡng 3% | theo quy định, lên 6,4%"; what was reached by the
    measure of a rule is of its time: "hệ số an toàn vốn theo quy định đạt 13%", no "phải đạt 9%".
    """
    words, start = phrase_words(), 0
    for index, item in enumerate(items[:place]):
        if item.kind == "quantity" and phrase_at(items, index + 1, place, words.by_rule):
            start = index + 2
    if not holds_phrase(items[start:place], words.by_rule):
        return False
    clause = clause_before(items[:place])
    return not holds_phrase(clause[-REACHED:], words.reach) or holds_phrase(clause, words.must)


def _is_standing_rank(draft: Draft) -> bool:
    """Whether the figure is the rank of something by its size: "thành phố lớn thứ | 7 |", no "đứng thứ 7"."""
    ranked = draft.quantity is not None and draft.quantity.kind == "rank" and not draft.changes
    before = draft.sentence.items[max(0, draft.place - RANK_REACH) : draft.place]
    return ranked and holds_phrase(before, phrase_words().rank_quality)


def _is_sample(items: list[Item], place: int) -> bool:
    """Whether the figure counts whom a survey asked ("khảo sát trên 3.400 người"), or is of one not told of before."""
    words, before = phrase_words(), items[max(0, place - SURVEY_REACH) : place]
    if holds_phrase(items[:place], words.some_survey):
        return True
    return holds_phrase(before[-SAMPLE_REACH:], words.sampled) and holds_phrase(before, words.survey)
