"""The names and order in which reports show the figures of a result."""

from __future__ import annotations

HEADLINE = ("span_f1", "core_f1", "rec_f1", "cmp_f1", "ece", "accept_at_99")

RATES = (
    ("span", "Span: figures found"),
    ("core", "Core: value and unit right"),
    ("rec", "Record: all fields right"),
    ("cmp", "Comparisons"),
)
"""Each has precision, recall and F1."""

ACCURACIES = (
    ("acc_value", "Value"),
    ("acc_bound", "Bound"),
    ("acc_unit", "Unit"),
    ("acc_indicator", "Indicator"),
    ("indicator_mean_f1", "Indicator, mean syllable F1"),
    ("acc_period", "Period"),
    ("acc_period_stated", "Period, where gold has one"),
    ("acc_period_null", "Period, where gold has none"),
    ("acc_comparisons", "Comparisons, all of a record"),
    ("acc_baselines", "Baselines, all of a record"),
    ("acc_status", "Status"),
    ("acc_scope", "Scope"),
    ("ece", "Expected calibration error"),
    ("accept_at_99", "Accepted at 99 % precision"),
)

TITLES = {
    "span_f1": "Span F1",
    "core_f1": "Core F1",
    "rec_f1": "Record F1",
    "cmp_f1": "Comparison F1",
    "ece": "Calibration error",
    "accept_at_99": "Accepted at 99 %",
}
