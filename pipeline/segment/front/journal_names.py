"""What running heads and the lines over its numbers call the journal, and what heads say of its numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from pipeline.segment.row_letters import run_of_letters
from pipeline.segment.wording.masthead import name_of_journal, reference_values
from pipeline.segment.wording.name_lines import is_rubric

_VOLUME_IN_HEAD = re.compile(
    r"\[?\bvol\.?\s*(?P<volume>\d{1,4})\s*:\s*(?P<first>1[3-9]|[2-9]\d|\d{3,5})\b", re.IGNORECASE
)
"""``[Vol. 115:1079`` of an American review leads to a page; a number up to twelve is that of an issue."""
_YEAR_IN_HEAD = re.compile(r"^(?:\[)?(?P<year>(?:1[89]|20)\d\d)\]?(?!\d)|\[(?P<other>(?:1[89]|20)\d\d)\]?$")
JOURNAL_WORD = re.compile(
    r"\bl\.\s?(?:rev|j)\.|"
    r"\b(?:journal|review|quarterly|annals|bulletin|studies|proceedings|transactions|archives?|yearbook|law forum|"
    r"zeitschrift|jahrbuch|revue|cahiers|annales|rivista|quaderni|annali|bollettino|revista|cuadernos|anales|bolet[ií]n|"
    r"tijdschrift|tidss?krift)\b",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset({
    "of", "and", "the", "in", "for", "on", "to", "&", "de", "do", "da", "dos", "das", "e", "em", "del", "della", "di",
    "dei", "la", "le", "les", "des", "du", "et", "y", "und", "der", "die", "für", "van", "voor", "en",
})  # fmt: skip
SHARED = 15
"""Letters in sequence that a running head shares with the title: it is no journal's, though it sounds like one's."""
MOSTLY = 0.6
"""Share of the head's letters at least: ``Journal of Lamp History`` has three words of ``Our Lamp History``."""
AGREED = 2
"""Pages whose running heads must agree on a value."""
_CITED_BY_WORDS = re.compile(r"[^\W\d][^\d]{4,60}?\W+vol(?:ume)?\b\.?\s\w{1,8}\W+(?:no|number|issue)\b", re.IGNORECASE)
"""A head that needs no other to agree, for it cites the journal by name, volume and issue: of two pages of a review one
has it. By figures alone, ``Lamps 8(4)``, it may be a reference at the top of a page."""


def running_head_values(heads: Sequence[str], title: str) -> dict[str, str]:
    """Journal, volume, year and first page out of running heads: ``1080 SALTMOUTH LAW REVIEW [Vol. 115:1079``.

    Args:
        heads: the running heads of the pages, a row each.
        title: of the article, which heads repeat and no journal is called.
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for head in heads:
        volume = _VOLUME_IN_HEAD.search(head)
        year = None if volume else _YEAR_IN_HEAD.search(head.strip())  # 2038 before ``[Vol. 173:2037`` is a folio
        if volume:
            votes["volume"][volume["volume"]] += 1
            votes["first_page"][volume["first"]] += 1
        else:
            cited = reference_values(head) or _named_small(head)
            if not _share_words(cited.get("journal", ""), title):  # else its numbers are the title's
                for name, value in cited.items():
                    said = capitalised(value) if name == "journal" else value
                    votes[name][said] += AGREED if _CITED_BY_WORDS.match(head) else 1
        if year:
            votes["year"][year["year"] or year["other"]] += 1
        name = re.sub(r"\[.*|\bvol\b.*|[\d\]]+", " ", head, flags=re.IGNORECASE).strip()
        name = name_of_journal(name[:1].upper() + name[1:])  # small capitals may be read as small letters
        if JOURNAL_WORD.search(name) and not _share_words(name, title):
            votes["journal"][capitalised(name)] += 1
    found = {name: counts.most_common(1)[0] for name, counts in votes.items() if counts}
    return {name: value for name, (value, count) in found.items() if value and count >= AGREED}


def _named_small(head: str) -> dict[str, str]:
    """What a head says whose journal is a word in small letters: ``lamps 8/2 (2007), 159-177``."""
    values = reference_values(head[:1].upper() + head[1:])
    name = values.get("journal", "")
    return values | {"journal": name.lower()} if name and head.startswith(name.lower()) else {}


def _share_words(name: str, title: str) -> bool:
    own, other = run_of_letters(name), run_of_letters(title)
    longest = SequenceMatcher(None, own, other, autojunk=False).find_longest_match().size
    return bool(own) and longest >= max(min(SHARED, len(own)), MOSTLY * len(own))


def capitalised(name: str) -> str:
    """``JOURNAL OF LAMPS`` -> ``Journal of Lamps``; what is not in capitals stays."""
    if not name.isupper() or (name.isalpha() and not re.search("[AEIOUYÄÖÜ]", name)):
        return name  # FQS can be spoken letter by letter only
    words = [word.lower() if index and word.lower() in _SMALL_WORDS else word.capitalize()
             for index, word in enumerate(name.split())]  # fmt: skip
    return " ".join(words)


def name_over_numbers(masthead: Sequence[str], heads: Sequence[str], others: Sequence[str]) -> str:
    """The journal's name on a line of its own over that of its numbers: ``Lamps and Oil``, ``Vol. 12 No. 3, May 1963``.

    Where no number is known yet, its first line is the name, and its second the DOI.

    Args:
        masthead: lines of the first page's furniture.
        heads: running heads, which may have the name in full.
        others: what else may stand there, of the article itself.
    """
    for index, (above, line) in enumerate(pairwise(masthead)):
        numbers = {"volume": ""} if not index and _DOI_LINE.match(line) else reference_values(line)
        named = "" if re.search(r"\d", above) or is_rubric(above) else name_of_journal(above)
        alone = "volume" in numbers and "journal" not in numbers and not _COUNTS.match(line)
        if alone and named and not any(_share_words(named, other) for other in others):
            full = (name_of_journal(head[:1].upper() + head[1:]) for head in heads)
            longer = [name for name in full if name.casefold().startswith(named.casefold())]
            return max([named, *longer], key=len)  # a logo may part it into lines
    return ""


_COUNTS = re.compile(r"\W*(?!(?:1[6-9]|20)\d\d,)\d")
"""A line that begins with a number of its own, but for the year: ``2063, VOL. 12, NO. 5``."""
_DOI_LINE = re.compile(r"(?:https?://(?:dx\.)?)?doi\b", re.IGNORECASE)
