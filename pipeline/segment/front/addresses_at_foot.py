"""The authors' addresses at the foot of the first page, under the notes, without a call: as several presses set them.

``Hester Tansy: Harbour University, Saltmouth, E-Mail: …``, or the name on a line of its own over the institution:
``H. Tansy (✉)``. Else they would go on in the last note of the page, or in its last paragraph.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest

from pipeline.segment.measure import Measures
from pipeline.segment.rows import Row, gap_before
from pipeline.segment.wording.front_labels import is_labelled
from pipeline.segment.wording.identifiers import MAIL
from pipeline.segment.wording.name_lines import INSTITUTION, REVIEWED, names_people

MOST_ROWS = 14
"""Rows at the foot in which the addresses stand."""
APART = 0.25
"""Lines of white over them, in the leading of their type: three presses leave 0.5 to 0.9."""
LONGEST_NAME = 40
"""Characters of a name on a line of its own."""
_ENVELOPE = re.compile(r"\s*\(\W\)\s*$")
"""The envelope behind the author who answers letters, or what a font has in its place: ``(&)``, ``(*)``."""


def addresses_at_foot(rows: Sequence[Row], measures: Measures) -> list[list[Row]]:
    """The rows of each author's address, up to the foot; empty where there are none.

    They begin with an author's name, white stands over them, and an institution and an electronic address are in them.
    A number alone under them is the publisher's device. No abstract and no keywords stand there, but they do
    under the names of a first page that has nothing else; nor does a book, which the next review begins with.

    Args:
        rows: of the article's first page, its furniture taken off.
        measures: of the article.
    """
    rows = rows[: len(rows) - bool(rows and rows[-1].text.isdecimal())]
    for index in range(max(1, len(rows) - MOST_ROWS), len(rows)):
        here, found = rows[index], rows[index:]
        leading = measures.leading * measures.relative_size(here)
        apart = here.line.box is not None and gap_before(here, rows[index - 1], leading) >= APART
        others = any(is_labelled(row.text) or REVIEWED.search(row.text) for row in found)
        if apart and is_address(found) and not others:
            return _by_author(found)
    return []


def is_address(rows: Sequence[Row]) -> bool:
    """Whether rows begin with a name and its institution, and have an electronic address."""
    text = " ".join(row.text for row in rows)
    return _opens(rows[0], rows[1:2]) and bool(MAIL.search(text) and INSTITUTION.search(MAIL.sub(" ", text)))


def _by_author(rows: Sequence[Row]) -> list[list[Row]]:
    parted: list[list[Row]] = []
    for row, following in zip_longest(rows, rows[1:]):
        if not parted or _opens(row, [following] if following else []):
            parted.append([])
        parted[-1].append(row)
    return parted


def _opens(row: Row, following: Sequence[Row]) -> bool:
    """Whether a row begins with a name that its institution follows: behind a colon, a comma, or in the next row."""
    if any(call.raised and call.start == row.start for call in row.line.calls):
        return False  # the label of a note
    for sign in ":,":
        name, parted, institution = row.text.partition(sign)
        if parted and names_people(name) and INSTITUTION.search(institution):
            return True
    name = _ENVELOPE.sub("", row.text)
    return len(name) <= LONGEST_NAME and names_people(name) and any(INSTITUTION.search(each.text) for each in following)
