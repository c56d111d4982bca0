"""Dates: what is found, and what it is worth."""

from calendar import month_name
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tag.dates.reading import DateSpan, find_dates
from tests.tag.case_files import Case, read_cases

CASES = read_cases("dates.md")


def show(text: str, found: DateSpan) -> str:
    """A date as tests/cases/dates.md writes it."""
    value = found.value
    period = f"{value.first}..{value.last}"
    shown = value.when or (f"[{period}]" if value.vague else period)
    return f"{text[found.start : found.end]} = {shown}" + (f" ~{found.cert}" if found.cert < 1 else "")


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_case(case: Case) -> None:
    """Every case of tests/cases/dates.md holds."""
    text = " ".join(case.lines)
    assert list(case.expected) == [show(text, found) for found in find_dates(text)]


@given(st.text(alphabet="0123456789 -–/.,JulyMarch19BCfromto", max_size=60))
def test_dates_never_overlap(text: str) -> None:
    """Whatever the text, dates come in order, do not overlap, and slice to stripped words."""
    dates = find_dates(text)
    assert all(one.end <= other.start for one, other in pairwise(dates))
    assert [one for one in dates if not text[one.start : one.end].strip()] == []


@given(st.dates(date(1400, 1, 1), date(2099, 12, 31)))
def test_a_printed_day_gives_itself(day: date) -> None:
    """Every day printed as day, month, year has its own ISO date."""
    (found,) = find_dates(f"on {day.day} {month_name[day.month]} {day.year} he")
    assert day.isoformat() == found.value.when
