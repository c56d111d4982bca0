"""What a note sets in italics: where the type says that a title begins, and where it ends.

Presses of all countries set the titles of books and periodicals so, and what stands behind may then be anything that
`title_ends` does not know. German lawyers set the names of authors so: there italics tell no title.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.model import Note
from pipeline.tag.citations.wording.enclosures import QUOTES, closing
from pipeline.tag.words.spans import Span

LONGEST = 300
"""Characters in italics that may be one title; more are a passage that is quoted."""
_LEAST = 4
_SLACK = 1
"""Characters by which readers see italics begin too early or too late."""
_JOINT = re.compile(r"\s*(?:[:–—]\s*|\s-\s)?(?:[?!]\s+)?")
"""What may stand upright within one title: the colon or dash before its second half."""
# What cannot stand right behind a title is the rest of one that the reader saw half in italics.
_BEHIND = re.compile(
    r"(?!,\s(?:vol|tome|Bd)\.\s\w+:)"
    r"[”»’]?\s?(?:[,.;()\[\]/]|$|:(?!\s[^\W\d_])|[–—]\s|[“«‘]|\d|citt?\b|eds?\b|[Hh]rsg|in\s[^\W\d_a-zß-ÿ]|(?:supra|above|infra)\b)"
)
_MARKS = " ,.;:|"
_NOT_OF_TITLE = re.compile(r"(?:\s\[[^\[\]]+\]?|[.,:]?\s(?:[Vv]ols?|Bde?|[Tt]ome)\.?|\s\((?:ivi|ibid\.?))$")
"""What may be set in italics behind a title: its translation, *vol.* before a number, a bracket with *ibid.*"""
# Words of reference and of Latin, which note writers set in italics too.
_NO_TITLE = re.compile(
    r"\(?(?:ibid(?:em)?|ivi|ebda?|ebenda|id(?:em)?|eadem|ders|dies|op|loc|art|opp|citt?|op\.?\scitt?|loc\.?\scit|art\.?\scit"
    r"|supra(?:\snote)?|infra|passim|et\sal(?:ii|ia)?|cf|cfr|see(?:,?\s(?:also|e\.g|generally))?|but\ssee|vgl|siehe|voir"
    r"|véase|apud|contra|sic|sub|in|dans|et|and|und|with|from|with|accord|compare|e\.g|i\.e|viz"
    r"|(?:as\s)?(?:quoted|cited|citing|quoting)(?:\sin)?|h(?:rs)?g|trans|eds?|n|nn|vols?|pp?)[.,:]?\)?",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?:(?:ibid|ivi|id|see|cf|vgl|but|also|accord|compare|e\.g|generally|in|cfr)\b[.,]*\s+)+", re.IGNORECASE
)
"""`Id. See also Merrow v. Selwyn`, all in italics: the title begins behind such words."""
_FIRST_WORD = re.compile(r"(?:In|But)\s(?![^\W\d_a-zß-ÿ][\w’.]*\sv\.)")
"""Words with which titles begin: `In Defence of Lamps`."""
_PERSON = re.compile(
    r"[^\W\d_a-zß-ÿ][\w’.-]+(?:[\s/–-]{1,3}(?:[^\W\d_a-zß-ÿ][\w’.-]*|v[ao]n|de|und))*(?:/[^\W\d_]+)*[,:]?"
)
_OF_PERSON = re.compile(r"[,:]?\s(?:in:?\s|\([FfnA]|[^\W\d_a-zß-ÿ„“»«])")


class Italics(NamedTuple):
    """The stretches of one note that are set in italics and may be titles, in order."""

    runs: tuple[Span, ...] = ()

    def begin(self, place: int) -> bool:
        """Whether italics begin here."""
        return self._run(place) is not None

    def end(self, place: int) -> bool:
        """Whether italics end here, but for marks."""
        return any(high == place for _, high in self.runs)

    def hold(self, place: int) -> bool:
        """Whether the place is within one title in italics."""
        return any(low + _SLACK < place < high for low, high in self.runs)

    def title_end(self, text: str, place: int, stop: int) -> int | None:
        """Where the title ends that begins in italics here; None where the type says nothing, or half of it."""
        run = self._run(place)
        if run is None or run[1] > stop or not _BEHIND.match(text, run[1]):
            return None
        quoted = closing(text, place) if text[place] in QUOTES else None
        return run[1] if quoted is None or quoted < run[1] - _SLACK else None

    def following(self, place: int, within: int) -> int | None:
        """Where the next italics begin, if not farther than so many characters."""
        return next((low for low, _ in self.runs if place < low <= place + within), None)

    def _run(self, place: int) -> Span | None:
        return next((run for run in self.runs if abs(run[0] - place) <= _SLACK), None)


NONE = Italics()


def italics_of(note: Note) -> Italics:
    """The italics of a note: pieces of one title joined, words of reference and quoted passages left out."""
    slanted = [(each.start, each.end) for each in note.styles if each.style.italic]
    pieces = (piece for run in _joined(note.text, slanted) for piece in _parted(note.text, *run))
    runs = [_trimmed(note.text, *piece) for piece in pieces]
    return Italics(tuple(run for run in runs if _may_be_title(note.text[slice(*run)])))


def _joined(text: str, slanted: Sequence[Span]) -> list[Span]:
    runs: list[Span] = []
    for low, high in slanted:
        if runs and _JOINT.fullmatch(text, runs[-1][1], low):
            runs[-1] = (runs[-1][0], high)
        else:
            runs.append((low, high))
    return runs


def _parted(text: str, start: int, end: int) -> Iterator[Span]:
    """A stretch in italics without what no title has: a semicolon, or a bracket whose other half stands elsewhere."""
    cuts, opened = [], list[int]()
    for place in range(start, end):
        if text[place] == "(":
            opened.append(place)
        elif text[place] == ")" and opened:
            opened.pop()
        elif text[place] in ");":
            cuts.append(place)
    for low, high in pairwise([start - 1, *sorted([*cuts, *opened]), end]):
        if low + 1 < high:
            yield low + 1, high


def _trimmed(text: str, start: int, end: int) -> Span:
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading and not _FIRST_WORD.match(text, start) else start
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    if text.startswith(".,", end):  # Seven Cnty., 145 S. Ct. at 1511: the stop is the word's
        end += 1
    while start < end and text[start] in _MARKS:
        start += 1
    other = _NOT_OF_TITLE.search(text[start:end])
    return start, start + other.start() if other else end


def _may_be_title(words: str) -> bool:
    return _LEAST <= len(words) <= LONGEST and not _NO_TITLE.fullmatch(words)


def authors_in_italics(notes: Sequence[Note]) -> bool:
    """Whether the notes set the names of authors in italics, as German lawyers do, and not the titles."""
    people = titles = 0
    for note in notes:
        for start, end in ((each.start, each.end) for each in note.styles if each.style.italic):
            behind_comma = note.text[max(0, start - 2) : start] == ", "
            person = not behind_comma and _is_person(note.text, start, end)
            people += person
            titles += behind_comma or (not person and note.text[max(0, start - 2) : start] == ": ")
    return people > titles


def _is_person(text: str, start: int, end: int) -> bool:
    start, end = _trimmed(text, start, end)
    return _PERSON.fullmatch(text, start, end) is not None and _OF_PERSON.match(text, end) is not None
