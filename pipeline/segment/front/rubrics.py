"""A rubric in larger type than the title under it: the section of the journal, or the name of a series of papers."""

import re
from collections.abc import Sequence

from pipeline.segment.measure import LARGE, Measures
from pipeline.segment.row_letters import run_of_letters
from pipeline.segment.rows import Row, ends_sentence, gap_before
from pipeline.segment.wording.name_lines import names_only, names_people

RUBRIC_WORDS = 4
"""Words of a rubric at most; the title has more."""
APART = 2.0
"""Lines of the text in the white between a rubric and the title at least."""


def groups_of_rubric(groups: Sequence[Sequence[Row]], measures: Measures) -> int:
    """How many groups stand over the title, the largest on the page first among them; 0 where that is the title.

    A title is nearer to its subtitle than that is to the names; a rubric is farther from the title.
    """
    if _is_over_names(groups, measures):
        return 2
    if cited := _citation_over_title(groups):
        return cited
    words = len(groups[0][0].text.split())
    if len(groups[0]) > 1 or words > RUBRIC_WORDS or groups[0][0].text.endswith(":"):
        return 0
    for index in range(1, len(groups)):
        end = _end_of_run(groups, index, measures)
        title = [row for group in groups[index:end] for row in group]
        text = " ".join(row.text for row in title)
        longer = len(text.split()) > max(words, RUBRIC_WORDS - 1) and not ends_sentence(text)
        large = min(map(measures.relative_size, title)) >= LARGE and not names_people(text, measures)
        if longer and large and end < len(groups) and names_only(groups[end], measures):
            over, under = (
                gap_before(groups[place][0], groups[place - 1][-1], measures.leading) for place in (index, end)
            )
            return index if over >= max(APART, under) else 0
    return 0


def _end_of_run(groups: Sequence[Sequence[Row]], start: int, measures: Measures) -> int:
    """Index behind the groups of one size from ``start`` on: the lines of a title with white between them."""
    end = start + 1
    while end < len(groups) and measures.same_size(groups[start][0], groups[end][0]):
        end += 1
    return end


def _citation_over_title(groups: Sequence[Sequence[Row]]) -> int:
    """How many groups at the head of a manuscript cite it, the title under them among their words; 0 if they do not."""
    runs = [run_of_letters("".join(row.text for row in group)) for group in groups]
    for index in range(1, min(CITING, len(groups))):
        dated = any(_YEAR.search(row.text) for group in groups[:index] for row in group)
        if dated and len(runs[index]) >= TITLE_LETTERS and "".join(runs[:index]).find(runs[index]) > 0:
            return index  # names stand before the title that is cited
    return 0


_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
CITING = 4
"""Groups within which the title is repeated: its citation is of a few lines, in more than one type."""
TITLE_LETTERS = 15
"""Letters of a title that is cited over itself."""


def _is_over_names(groups: Sequence[Sequence[Row]], measures: Measures) -> bool:
    """Whether a word or two are over the authors, and under them follows a longer large title."""
    if len(groups) < 3:
        return False
    rubric, names, title = (" ".join(row.text for row in group) for group in groups[:3])
    longer = len(rubric.split()) <= 2 and len(title.split()) >= 4 and not ends_sentence(title)
    longer = longer and not names_only(groups[2], measures)  # a title in one word, its subtitle and the author
    large = min(measures.relative_size(row) for row in groups[2]) >= LARGE
    return longer and large and names_people(names, measures)
