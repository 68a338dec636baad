from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vnreport.text.spans import Span, contains, merge, overlaps, trim, within

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 6)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(SPANS, SPANS)
def test_overlap_and_containment_are_those_of_sets(one: Span, other: Span) -> None:
    first, second = set(range(*one)), set(range(*other))
    assert overlaps(one, other) == bool(first & second)
    if second:
        assert contains(one, other) == (second <= first)


@given(st.lists(SPANS))
def test_merged_spans_cover_the_same_and_keep_apart(spans: list[Span]) -> None:
    merged = merge(spans)
    assert set().union(*(range(*span) for span in merged)) == set().union(*(range(*span) for span in spans))
    assert all(left.end < right.start for left, right in zip(merged, merged[1:], strict=False))


@given(st.lists(SPANS.filter(lambda span: span.start < span.end)), st.integers(0, 36), st.integers(0, 36))
def test_within_finds_the_inner_ones(spans: list[Span], start: int, end: int) -> None:
    items = merge(spans)
    assert list(within(items, start, end)) == [span for span in items if start <= span.start and span.end <= end]


def test_merge_over_a_gap() -> None:
    assert merge([Span(5, 8), Span(0, 3)], gap=2) == [Span(0, 8)]


def test_trim() -> None:
    assert trim("  số hộ \n", 0, 9) == Span(2, 7)
    assert trim(" \n ", 1, 3) == Span(1, 1)
