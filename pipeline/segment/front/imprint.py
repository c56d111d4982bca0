"""The imprint of a first page: who owns it and how to cite it, printed over the text or under the notes."""

import re
from collections.abc import Sequence

from pipeline.segment.furniture.masthead_rows import is_masthead
from pipeline.segment.measure import Measures
from pipeline.segment.rows import Row, gap_before
from pipeline.segment.wording.masthead import reference_values

_OWNED = re.compile(r"©|\ball rights reserved\b|^\d{4}-\d{3}[\dX]/[\d$]", re.IGNORECASE)
_IMPRINT = re.compile(rf"\bissn\b|^\W*doi\s?:|{_OWNED.pattern}", re.IGNORECASE)
CLOSE = 0.3
"""Lines of white between the citation of the journal and the owner's line."""
CITED = 3
"""Values that a row over the owner's states of the journal; two may be a note's."""
AT_FOOT = 8
"""Rows at the foot of the first page in which the imprint stands."""
AT_HEAD = 4
"""Rows at the head of the first page in which it stands."""


def imprint(rows: Sequence[Row], measures: Measures) -> list[str]:
    """Rows at the edges of the first page that have an ISSN, a DOI or a copyright, and the citation over such a row.

    Over the owner's row it stands close and says much, for a note may end there with what it cites.

    Some journals set them under the notes, where they are taken for a part of the last note.
    """
    found: list[str] = []
    for index, row in enumerate(rows):
        if AT_HEAD <= index < len(rows) - AT_FOOT or not _IMPRINT.search(row.text):
            continue
        above = rows[index - 1] if index else row
        close = gap_before(row, above, measures.leading) < CLOSE and len(reference_values(above.text)) >= CITED
        cited = is_masthead(above) and reference_values(above.text) and (close or not _OWNED.search(row.text))
        found += [*([above.text] if cited else []), row.text]
    return list(dict.fromkeys(found))
