"""Spans that overlap: which of them stay."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import EntityKind
from pipeline.tag.register.linking import without_overlaps
from pipeline.tag.vote.occurrences import Found

SPANS = st.lists(
    st.builds(
        lambda passage, start, length, kind, cert: Found(
            passage=passage, start=start, end=start + length, kind=kind, name="x" * length, cert=cert
        ),
        st.integers(0, 1), st.integers(0, 30), st.integers(1, 9), st.sampled_from(list(EntityKind)),
        st.sampled_from([0.5, 0.9]),
    ),
    max_size=12,
)  # fmt: skip


@given(SPANS)
def test_the_longest_stay_and_none_overlaps(spans: list[Found]) -> None:
    """No two that stay overlap, and whatever goes overlaps one that stays and is as long or longer."""
    kept = without_overlaps(spans)
    assert kept == sorted(kept, key=lambda span: (span.passage, span.start))
    for one in spans:
        over = [
            other for other in kept if other.passage == one.passage and one.start < other.end and other.start < one.end
        ]
        assert [one] == over if one in kept else any(len(other.name) >= len(one.name) for other in over)
