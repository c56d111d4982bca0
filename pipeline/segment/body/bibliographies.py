"""How the entries of a bibliography are set, and where each of them begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.letters import CAPITALS
from pipeline.name_particles import NAME_PARTICLE
from pipeline.segment.body.entry_heads import EntryHeads, begins_inverted
from pipeline.segment.body.heading_reasons import SET_OFF, SHORT_AND_SET_OFF
from pipeline.segment.body.situations import INDENT, SHORT, SMALL, Situation
from pipeline.segment.body_size import TOLERANCE
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import Row, starts_lower
from pipeline.segment.wording.heading_words import BIBLIOGRAPHY, names_other_matter

JUDGED, SEEN, FEW = 40, 60, 8
"""Rows of a bibliography by which its indents are judged, those by which its white is, and the fewest that tell it."""
TIGHT, PARTED = 0.04, 0.08
"""Gaps above a line, in lines: those within an entry, and from which on it begins another, where white parts entries.
In five journals that are set so the first are 0.00 and the others 0.10 to 0.17."""
FINISHED, MORE = 0.7, 0.25
"""Share of the indented lines that stand behind a finished line where first lines are indented, and by how much it is
more than that of the flush ones, behind which also stand ``pp.`` and ``eds.``. Where entries hang it is less."""
ENTRIES = 3
"""Lines of either kind that show it."""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """How the entries of a bibliography are set."""

    hanging: bool
    """The first line stands out, the others are indented: then the indent alone tells where an entry begins."""
    indented: bool = False
    """The first line is indented, as a paragraph's is: then again the indent alone tells it."""
    parted: bool = False
    """A little white stands between the entries, and none within them."""
    size: float = 1.0
    """Relative size of its first row."""
    heads: EntryHeads | None = None
    """What its entries begin with, where that is told."""

    @classmethod
    def under(cls, rows: Sequence[Situation], measures: Measures) -> "Bibliography":
        """Judged by the rows of the first page or so."""
        indented = [here.indent >= INDENT for here in rows[:JUDGED] if here.geometric]
        first_lines = _indents_first_lines(rows[:JUDGED])
        hanging = bool(indented) and 0.2 <= sum(indented) / len(indented) <= 0.9 and not first_lines
        gaps = [here.gap for here in rows[1:SEEN] if here.geometric and not here.page_top]
        white = sum(gap >= PARTED for gap in gaps)
        clear = white + sum(gap < TIGHT for gap in gaps) >= 0.9 * len(gaps)
        parted = len(gaps) >= FEW and clear and 0.15 <= white / len(gaps) <= 0.85
        size = measures.relative_size(rows[0].row) if rows else 1.0
        by_indent = hanging or first_lines
        heads = EntryHeads.of([here.row.text for here in rows[:SEEN]])
        return cls(hanging=hanging, indented=first_lines, parted=parted and not by_indent, size=size, heads=heads)

    def goes_on(self, heading: RawBlock, rows: Sequence[Situation], measures: Measures) -> bool:
        """Whether a heading within it only parts the entries (``Books``, ``Laws``): what follows is set like them."""
        if not rows or names_other_matter(heading) or not rows[0].geometric:
            return False
        first, second = rows[0], rows[1] if len(rows) > 1 else None
        alike = abs(measures.relative_size(first.row) - self.size) < TOLERANCE
        entry = first.indent < INDENT and (first.shortfall > SHORT or (second is not None and second.indent >= INDENT))
        return alike and (self.size < SMALL or (self.hanging and entry))

    def goes_on_in(self, here: Situation, entry: RawBlock) -> bool:
        """Whether a row goes on in the entry that the rows above it make."""
        if _is_name_over_year(entry.rows, here.row):
            return True
        if self.indented and here.geometric:
            return here.indent < INDENT
        if self.parted and here.geometric and not here.page_top:
            return here.gap < PARTED
        if entry.rows[-1].closes and _has_drawn_dash(here.row):
            return False
        headed = self.heads is not None and self.heads.begin(here.row.text, behind=entry.rows[-1].prose)
        if headed and entry.rows[-1].closes:  # a column whose margin is not that of the others
            return False
        if here.indent >= INDENT:
            return True
        if self.heads is not None and not self.hanging:
            return not headed
        if starts_lower(here.row.text):
            return not (self.hanging and entry.rows[-1].closes and _PARTICLES.match(here.row.text))
        return not (self.hanging or entry.rows[-1].closes)


_PARTICLES = re.compile(rf"(?:{NAME_PARTICLE}\s+){{1,3}}(?:[{CAPITALS}][\w’'-]*\s?){{1,3}},")
"""The surname of a work's author, in small letters where it is spelled so: ``de la Lampe, H.``, ``von Reed, John``."""


def _indents_first_lines(rows: Sequence[Situation]) -> bool:
    """Whether indented rows stand behind finished lines, and flush ones not."""
    behind: dict[bool, list[bool]] = {True: [], False: []}
    for above, here in pairwise(rows):
        if here.geometric:
            behind[here.indent >= INDENT].append(above.row.closes or above.shortfall > SHORT)
    if min(map(len, behind.values())) < ENTRIES:
        return False
    indented, flush = (sum(behind[kind]) / len(behind[kind]) for kind in (True, False))
    return indented >= max(FINISHED, flush + MORE)


def _has_drawn_dash(row: Row) -> bool:
    """Whether a dash is drawn before a row, for the people of the entry before: a rule ends where its text begins."""
    box = row.line.box
    if box is None or not row.text.startswith((",", ".", "(", ":")):
        return False
    beside = (rule for rule in row.page.rules if box.top <= rule.top <= box.bottom)
    return any(abs(box.left - rule.right) <= DRAWN * row.line.size for rule in beside)


DRAWN = 0.3
"""Ems between a drawn dash and what stands behind it."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_YEAR_FIRST = re.compile(r"^\W?(?:1[5-9]|20)\d\d[a-z]?\b")


def heads_entries(seen: Sequence[Situation], index: int) -> bool:
    """Whether a row alone in its line names a bibliography, and entries follow: it needs no white around it."""
    here = seen[index]
    if (
        not BIBLIOGRAPHY.match(here.row.text)
        or starts_lower(here.row.text)
        or (here.geometric and here.shortfall <= SHORT)
    ):
        return False
    below = [each.row.text for each in seen[index + 1 : index + 1 + JUDGED]]
    heads = EntryHeads.of(below)
    return heads is not None and any(map(heads.begin, below[:1]))


def is_entry(heading: RawBlock, following: Situation | None) -> bool:
    """Whether what seems a heading in a bibliography is an entry, which may be set off as well: it has a year.

    So is the name of an author over a year with which the next row begins, and so are names, set in bold, under which
    the rest of the entry hangs.
    """
    if following is not None and _is_name_over_year(heading.rows, following.row):
        return True
    if following is not None and following.geometric and following.indent >= INDENT and begins_inverted(heading.text):
        return True
    return heading.reason == SET_OFF or (heading.reason == SHORT_AND_SET_OFF and bool(_YEAR.search(heading.text)))


def _is_name_over_year(name: Sequence[Row], here: Row) -> bool:
    """Whether a row begins with the year of a work whose author has a line of his own: ``GRAÑA, Francisco``."""
    return len(name) == 1 and not _YEAR.search(name[0].text) and bool(_YEAR_FIRST.match(here.text))
