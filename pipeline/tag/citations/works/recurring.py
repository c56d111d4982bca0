"""Sources that the notes never cite in full: `Alemo-Herron, para. 24`, `Tabaqāt, iii, 227`, from the first time on.

The text has introduced them, or everybody knows them. What three notes cite by the same words, each with a place that
only a source has (a paragraph, a section, a column, a volume and a page), is a source that has this name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pipeline.model import Citation, Note
from pipeline.tag.citations.wording.beginnings import likely_starts
from pipeline.tag.citations.wording.likeness import fold_title
from pipeline.tag.citations.wording.shelfmarks import PROSE

FEWEST = 3
"""Notes that cite a source by one name."""
_PLACE = (
    r"(?:at\s)?(?:paras?\.?|§§?|recitals?|R[nz]\.|Rdnr\.|cols?\.|Sp\.|¶¶?)\s?\d"
    r"|(?:[ivx]{1,5}|[IVX]{1,5})(?:,\s|:\s?)\d{1,4}\b"
)
_NAMED = re.compile(rf"(?P<name>[^\W\d_a-zß-ÿ][^\d,;:()\[\]“”‘«»]{{2,60}}?)(?:,\s|\s)(?:{_PLACE})")
_LONGEST = 6
"""Words of such a name."""
_NO_NAME = re.compile(
    r"(?:[Ii]b[ií]d|[Ii]dem|[Ii]d|[Ee]bd|[Ii]vi|[Oo]p|[Ss]upra|[Ll]oc|[Dd]ers|[Dd]ies)\b"
    r"|.*\b(?:[Aa]rts?|[Tt]it|[Cc]h|[Cc]ap|[Aa]mends?|[Ss]ecs?|[Nn]os?|[Pp]t|[Vv]ols?)\.?(?:\s|$)"
)
"""Words that refer back, and places within a source: `Art. XII, § 3`."""


def recurring(notes: Sequence[Note], done: Iterable[Citation]) -> frozenset[str]:
    """The names, folded, of the sources that the notes cite by nothing else.

    Args:
        notes: those of the article.
        done: what was read in them; a name that stands in a citation which leads to a work needs no other.
    """
    read: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for each in done:
        if each.work:
            read[each.target].append((each.start, each.end))
    citing: defaultdict[str, set[str]] = defaultdict(set)
    for note in notes:
        for name in _names(note.text, read[note.id]):
            citing[name].add(note.id)
    return frozenset(name for name, there in citing.items() if len(there) >= FEWEST)


def _names(text: str, read: Sequence[tuple[int, int]]) -> Iterator[str]:
    for place in likely_starts(text):
        found = _NAMED.match(text, place)
        if found is None or any(start <= place < end for start, end in read):
            continue
        name = found["name"]
        if len(name.split()) <= _LONGEST and not (PROSE.search(name) or _NO_NAME.match(name)):
            yield fold_title(name)
