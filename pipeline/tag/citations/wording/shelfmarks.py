"""Shelf marks and repositories: which stretches of a citation say where a document lies."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from pipeline.model import CitedField, FieldKind

# Shelf marks: a series of marks in the Russian manner, numbers with slashes, record groups and classes, MSS.
_PART = re.compile(
    r"(?:f|fond|op|opis’?|d{1,2}|delo|dela|p|papka|papki|k|kor|por|per|spr|ed\.\skhr)[.:;]?\s(?:[A-ZR]-?)?\d(?:[\w./–-]*\w)?"
    r"(?=$|[\s);:])"
)
FOND = re.compile(r"(?:f|fond|F)[.:;]?\s(?:[A-ZR]{1,2}-?\s?)?\d[\w-]*(?=$|[\s);:])")
# Presses set en dashes in shelf marks too: 1/1–14/72.
_SLASHES = re.compile(r"(?:[A-Z]{0,4}\s?\d[\d.]*(?:[-–—]\d+)?/\d[\d./–—-]*(?:/\d[\d–—-]*)*)(?=$|\s\()")
_CLASS = re.compile(
    r"(?:RG|FO|CO|CAB|PREM|HO|WO|SP|HP|BT|T|C|E|KB|ADM|MAF|AIR|DO|INF|PRO|F|AN|BA|NL|R|Rep|GStA|MS|MSS|Ms|Add|Cod|Fonds?|"
    r"Lansdowne|Harley|Cotton|Egerton|Sloane|Vat|Clm|Cgm|Fasz|Box|Carton|[A-Z]{2,5}(?=\s\d+/\d))"
    r"(?:\.?\sMSS?\.?|\.|\slat\.|\sfr\.)?\s[A-Z]{0,3}\s?\d[\w./:-]*(?:\s\d[\w/]*)?$"
)
# What is a mark only behind an archive's name: F7 4567, IOR/H/91.
_OF_KNOWN = re.compile(r"(?:[A-Z]{1,4}\d{0,3}\s\d[\w./-]*|[A-Z]{1,4}(?:/[A-Z\d]+)+)(?=$|\s\()")
_NUMBERED = re.compile(
    r"(?:(?:Bde?|[Vv]ols?|[Bb]ox|Fasz|[Nn]os?|Nr|[CcKk]arton|Kart|Konv|Mappe|[Ff]ile|reg|busta|b|filza|liasse|[Cc]ajas?|[Ll]egajo|[Ll]eg"
    r"|[Ee]xpediente|[Tt]omo|[Ss]erie|[Vv]olume|[Dd]ossier|[Ff]older|[Ll]iasse)\.?\s(?:n[º°o]\.?\s?)?(?:\d[\w/–-]*|[IVXLC]+\b)(?:\s[A-Z][\w–-]{0,4})?"
    r"|(?:1[4-9]|20)\d\d)$"
)
REPOSITORY = re.compile(
    r"\b(?:Archiv(?:es?|o|io|um)?|Public\sRecord\sOffice|Record\sOffice|[Aa]rkhiv\w*|[Dd]ang[’‘']?an[’‘']?guan|Library|Bibliothek|Bibliothèque|"
    r"Biblioteca|Staatsarchiv|\w+archiv|[Pp]ersonal\s[Cc]ollection|[Pp]rivate\s[Cc]ollection|Papers|TsKhSD|AVPRF|RGANI|RGASPI|GARF|"
    r"TNA|NARA|Service\s[Hh]istorique|PRO|P\.R\.O|BL|Museum)(?:\b|’)"
)
PROSE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|that|which|who|whose|said|says|did|does|do|it|he|she|they|we|I|gives?|gave|"
    r"would|could|should|may|might|can|when|where|if|not|but|because|although|while|makes?|made|shows?|found|see|also)\b"
)

_UNIT = re.compile(
    r"(?:[Ss]erie|[Cc]ajas?|[Ll]eg(?:ajo)?|busta|b|filza|[Ll]iasse|[Cc]arton|[Dd]ossier|[Bb]ox|[Ff]older|reg)\b"
)
"""What stands right behind the archive; a volume there may be one of a book that it has edited."""
_COLLECTION = re.compile(r"(?:[Cc]olección|[Cc]ollections?|[Ff]onds?|[Ff]ondo|[Bb]estand|[Nn]achlass)\s")
# Box 109, Series 5, RG 38: American citations go from the small unit to the large one.
_SMALL = re.compile(r"(?:Box|Folder|Carton|File|Reel)\s")
_LARGE = re.compile(r"(?:RG|Record\sGroup|Series|Subseries|Entry)\s[A-Z]?\d")
_UPWARDS = 5
"""Stretches behind a box within which the group that it belongs to is named."""
_LETTER = re.compile(r"\bto\s[^\W\d_a-zß-ÿ]")
LONG_HEAD = 14
"""Stretches before the mark of a letter, whose writers and readers have commas between them."""
_DOTTED = re.compile(r"[A-Z](?:\.\s?[A-Z])+")

ALIKE = 84.0
"""Similarity (0 to 100) of two names of a repository from which they are one."""


class Anchor(NamedTuple):
    """Indexes of the stretches: the repository (None where it is not named) and the first and last of the mark."""

    repository: int | None
    first: int | None
    last: int | None


def find_anchor(text: str, parts: Sequence[tuple[int, int]], repositories: Mapping[str, str]) -> Anchor | None:
    """The stretches that hold the repository and the mark; None where neither is to be seen."""
    words = [text[low:high] for low, high in parts]
    repository = next((i for i, part in enumerate(words[:7]) if repository_named(_bare(part), repositories)), None)
    after = 0 if repository is None else repository + 1
    marks = [
        i
        for i, part in enumerate(words[: after + (LONG_HEAD if is_letter(words) else 6)])
        if i != repository and is_mark(part, known=repository is not None)
    ]
    if repository is None:
        marks = [i for i in marks if FOND.match(words[i]) or _CLASS.match(words[i])]
        repository = _glossed(words[: marks[0]]) if marks else None
    if not marks:
        return _named_mark(words, repository)
    first = last = marks[0]
    more = _PART if FOND.match(words[first]) else _SLASHES if words[first].startswith("RG") else None
    while more is not None and last + 1 < len(words) and more.match(words[last + 1]):
        last += 1
    return Anchor(repository, first, _group(words, last) if _SMALL.match(words[first]) else last)


def is_letter(words: Sequence[str]) -> bool:
    """Whether the first stretches name who wrote to whom: `Merrow, Quell, and Roe to Garth, “Lamps,” …`."""
    return any(_LETTER.search(word) for word in words[:8])


def _group(words: list[str], last: int) -> int:
    """The stretch with the largest unit that a box belongs to; the box's own where none is named."""
    above = range(last + 1, min(last + 1 + _UPWARDS, len(words)))
    large = [i for i in above if _LARGE.match(words[i]) and all(word[:1].isupper() for word in words[last:i])]
    return large[-1] if large else last


def _glossed(words: list[str]) -> int | None:
    """A name that nobody knows, with its translation behind it, just before the mark: an archive."""
    near = [index for index in range(max(0, len(words) - 2), len(words)) if re.match(r"\w+\s\[", words[index])]
    return near[-1] if near else None


def _named_mark(words: list[str], repository: int | None) -> Anchor | None:
    """`AUK, Uhrgericht, Bd. 1`: the series by its name; a personal collection or a library may have no mark at all."""
    if repository is None:
        return None
    at = repository + 1
    for last in range(at, min(at + 4, len(words))):
        named = all(word[:1].isupper() or _COLLECTION.match(word) for word in words[at:last])
        if _NUMBERED.match(words[last]) and named and (last > at or _UNIT.match(words[last])):
            while last + 1 < len(words) and _NUMBERED.match(words[last + 1]) and _UNIT.match(words[last + 1]):
                last += 1
            return Anchor(repository, at, last)
    return Anchor(repository, None, None) if repository > 0 else None


def is_mark(part: str, *, known: bool) -> bool:
    """Whether the stretch is a shelf mark; ``known`` says that a repository stands before it."""
    part = re.sub(r"\s\(.*", "", part)
    sure = FOND.match(part) or _CLASS.match(part)
    return bool(sure or (known and (_SLASHES.match(part) or _OF_KNOWN.match(part))))


def _bare(part: str) -> str:
    """A repository's name without what stands in brackets behind it."""
    return re.split(r"\s[(\[]", part, maxsplit=1)[0]


def repository_named(name: str, repositories: Mapping[str, str]) -> str:
    """The full name of the repository; empty when this is none."""
    name = _bare(name).removeprefix("the ").strip()
    if name in repositories:
        return repositories[name]
    if not name[:1].isupper() or len(name) > 90 or PROSE.search(name):
        return ""
    near = [full for known, full in repositories.items() if _alike(name, known)]
    if len(set(near)) == 1:
        return near[0]
    return name if REPOSITORY.search(name) and not re.search(r"\d", name) else ""


def _alike(name: str, known: str) -> bool:
    """Word by word, as archives of one country differ by one word only (Fujian, Jilin)."""
    pairs = list(zip(name.split(), known.split(), strict=False))
    same_length = len(name.split()) == len(known.split())
    return len(name) > 4 and same_length and all(fuzz.ratio(one, other) >= ALIKE for one, other in pairs)


def repository_field(text: str, part: tuple[int, int], repositories: Mapping[str, str]) -> CitedField:
    """The repository in this stretch, under its full name."""
    low, high = part
    name = _bare(text[low:high]).rstrip(" .")
    full = repository_named(name, repositories) or name
    if _DOTTED.fullmatch(name) and text.startswith(".", low + len(name)):
        name += "."  # the stop belongs to P.R.O., not to the sentence
    return CitedField(kind=FieldKind.REPOSITORY, start=low, end=low + len(name), value=full)


def mark_field(text: str, first: tuple[int, int], last: tuple[int, int]) -> CitedField:
    """The mark from the first of its stretches to the last, without what stands in brackets behind it."""
    part = _PART.match(text[slice(*last)]) or FOND.match(text[slice(*last)])
    end = last[0] + (part.end() if part else len(_bare(text[slice(*last)])))
    return CitedField(kind=FieldKind.SHELFMARK, start=first[0], end=end, value=text[first[0] : end])
