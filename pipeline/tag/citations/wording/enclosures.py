"""Quotation marks and brackets in a note: where what is opened is closed, and where a text may be cut."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from pipeline.letters import MINUS
from pipeline.tag.citations.wording.legal_forms import CASE_RUN, CODE_RUN, CONGRESS, REPORT, REPORT_RUN
from pipeline.tag.citations.wording.subtitles import with_subtitles
from pipeline.tag.citations.wording.title_ends import NO_SUBTITLE, YEAR
from pipeline.tag.words.tokens import sentence_starts

CLOSING = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»", "„": "“", '"': '"', "*": "’"}
"""Opening mark -> closing mark; OCR often reads the opening single mark as an asterisk."""

QUOTES = '“‘«„"*'
LONGEST = 400
"""Characters after which an opened mark counts as never closed: the closing one was lost."""

# A closing single mark is no apostrophe: no letter follows it, nor, after an s, a word in lower case (countries’ aid)
# but what leads to the book or to who translated it (‘Lamps and Harbours’ in Merrow).
_SINGLE = re.compile(r"’(?!\w)(?!(?<=s’)\s(?!(?:in:?|trans\.|eds?\.)\s[^\W\d_a-zß-ÿ])[a-z])")
_SQUARE = re.compile(r"\]{1,2}")
# Behind a translation whose bracket was lost: a comma, and another bracket that opens before one closes.
_GOES_ON = re.compile(r",\s[^\[\]]*\[[^\[\]]*\]")


_OPENED, _CLOSED = "([{", ")]}"
# A vertical bar that stands where a bracket closes: before a comma, a stop, another bracket.
_BAR = re.compile(r"\|(?=[,.;)\]}]|\s\(|\s?$)")


# `B: T. Kulik` where a citation begins: a speck over the stop of the first initial.
_INITIAL_STOP = re.compile(r"(?:(?<=^[A-Z])|(?<=[.;]\s[A-Z]))[:;](?=\s(?:[A-Z]\.\s?){1,2}[A-Z][a-z])")
# `(Shanghai; Huadong Press, 2004)` behind a title: place, publisher of two words, year, and no colon.
_IMPRINT_COLON = re.compile(
    r"(?<=[\w\]]\s\()(?P<place>[A-Z][\w ]{2,24})(?P<mark>;)(?=\s[A-Z][\w’'.]*\s[^();:]{3,80},\s\d{4}\))"
)


@lru_cache(maxsize=1024)
def levelled(text: str) -> str:
    """The text, as long as before, with brackets that agree: OCR writes `{` for `[`, and opens `(` what `]` closes.

    A pair of two kinds is square around a quotation or words alone, round around a year. The stop of an initial and the
    colon of an imprint are put right, too, and a minus between pages is a dash.
    Example: ``{‘On Mao’], (1990)`` -> ``[‘On Mao’], (1990)``.
    """
    text = _IMPRINT_COLON.sub(r"\g<place>:", _INITIAL_STOP.sub(".", text.replace(MINUS, "–")))
    letters, opened = _curled(text), list[int]()
    for place, letter in enumerate(text):
        if letter in _OPENED:
            opened.append(place)
        elif opened and (letter in _CLOSED or _BAR.match(text, place)):
            start = opened.pop()
            letters[start], letters[place] = tuple(_pair(text, start, place))
    return "".join(letters)


# A straight mark opens where a word follows and none stands before it; else it closes, or is an apostrophe.
_STRAIGHT = re.compile(r"(?P<opens>(?<![\w’'\".,])['\"](?=[\w‘“'\"]))|['\"]")


def _curled(text: str) -> list[str]:
    letters = list(text)
    for found in _STRAIGHT.finditer(text):
        single = text[found.start()] == "'"
        letters[found.start()] = ("‘" if single else "“") if found["opens"] else ("’" if single else "”")
    return letters


def _pair(text: str, start: int, end: int) -> str:
    if text[start] == "(" and text[end] == ")":
        quoted = text[start + 1] in "‘“" and text[end - 1] in "’”"
        return "[]" if quoted else "()"
    if text[start] == "[" and text[end] == "]":
        return "[]"
    years = re.search(rf"(?<!\d){YEAR}", text[start:end])
    return "()" if text[start] == "(" and years and text[start + 1] not in "‘“" else "[]"


@lru_cache(maxsize=16384)
def closing(text: str, start: int) -> int | None:
    """The offset behind the mark that closes the one at ``start``; None if none closes it."""
    stop = min(len(text), start + LONGEST)
    mark = CLOSING[text[start]]
    if mark == "’":
        return _closing_single(text, start, stop)
    if mark == "]":
        return _closing_square(text, start, stop)
    return _closing_nested(text, start, stop)


def _closing_square(text: str, start: int, stop: int) -> int | None:
    """A bracket around a quotation ends with it, whatever OCR has made of the bracket."""
    quoted = closing(text, start + 1) if text[start + 1 : start + 2] in ("‘", "“") else None
    behind = re.compile(r"\s?\]").match(text, quoted) if quoted is not None else None
    if behind is not None:
        return behind.end()
    if quoted is not None and _GOES_ON.match(text, quoted, stop):
        return quoted
    found = _SQUARE.search(text, start + 1, stop)
    return found.end() if found else None


def _closing_single(text: str, start: int, stop: int) -> int | None:
    depth, place = 1, start + 1
    while place < stop:
        if text[place] == "‘" and not text[place - 1].isalnum():
            depth += 1
        elif _SINGLE.match(text, place):
            depth -= 1
            if depth == 0:
                return place + 1
        place += 1
    # Two single marks opened and one closed: OCR lost one; the last closing mark before a comma or bracket ends it.
    lost = [found.end() for found in _SINGLE.finditer(text, start + 1, stop)]
    return lost[-1] if lost else None


def _closing_nested(text: str, start: int, stop: int) -> int | None:
    opened, closed, depth = text[start], CLOSING[text[start]], 1
    for place in range(start + 1, stop):
        if text[place] == closed:
            depth -= 1
        elif text[place] == opened:
            depth += 1
        if depth == 0:
            return place + 1
    return None


@lru_cache(maxsize=1024)
def enclosed(text: str) -> tuple[tuple[int, int], ...]:
    """Outermost stretches in brackets or quotation marks, in order."""
    spans: list[tuple[int, int]] = []
    place = 0
    while place < len(text):
        end = closing(text, place) if _opens(text, place) else None
        if end is not None:
            spans.append((place, end))
        place = end if end is not None else place + 1
    return tuple(spans)


def _opens(text: str, place: int) -> bool:
    if text[place] == "*":
        return text[place + 1 : place + 2].isalpha()
    return text[place] in CLOSING and (text[place] in "([" or place == 0 or not text[place - 1].isalnum())


@lru_cache(maxsize=1024)
def _rounds(text: str) -> tuple[tuple[int, int], ...]:
    """All round brackets that are closed, nested ones too."""
    opened = (place for place, letter in enumerate(text) if letter == "(")
    found = ((start, closing(text, start)) for start in opened)
    return tuple((start, end) for start, end in found if end is not None)


def closing_round(text: str, place: int) -> int:
    """The offset of the round bracket that closes around ``place``; the length of the text when none does."""
    return min((end - 1 for start, end in _rounds(text) if start < place < end), default=len(text))


def is_enclosed(text: str, place: int) -> bool:
    """Whether the offset lies within brackets or quotation marks."""
    return any(start < place < end for start, end in enclosed(text))


@lru_cache(maxsize=1024)
def statements(text: str, whole: tuple[tuple[int, int], ...] = ()) -> tuple[tuple[int, int], ...]:
    """The text cut at semicolons and at the ends of sentences, outside brackets and quotations.

    ``whole``: titles in italics, which a full stop does not end.
    """
    starts = [*sentence_starts(text), *(found.end() for found in _REPORT_ALONE.finditer(text))]
    cuts = [start for start in starts if start and not is_enclosed(text, start)]
    cuts = [place for place in cuts if not any(start < place < end for start, end in whole)]
    series = [
        found.span() for pattern in (REPORT_RUN, CODE_RUN, CASE_RUN, CONGRESS) for found in pattern.finditer(text)
    ]
    cuts = [place for place in cuts if not any(start < place < end for start, end in series)]
    cuts = [place for place in cuts if not (_COUNTED.match(text, place) and _ORDINAL.search(_before(text, place)))]
    cuts = [place for place in cuts if not _BELONGS.match(text, place) and not _halves(text, place)]
    cuts += [place for place in _semicolons(text) if not is_enclosed(text, place)]
    cuts = [place for place in cuts if not _ABBREVIATED.search(_before(text, place))]
    edges = [0, *sorted(set(cuts)), len(text)]
    return tuple(with_subtitles(text, [pair for pair in pairwise(edges) if pair[0] < pair[1]]))


def _halves(text: str, place: int) -> bool:
    """Whether the stop before this place is within the name of a journal."""
    return (
        _SECOND_HALF.match(text, place) is not None and _FIRST_HALF.search(text, max(0, place - 70), place) is not None
    )


def _before(text: str, place: int) -> str:
    """As much of the text before a cut as the longest abbreviation or number there."""
    return text[max(0, place - 12) : place]


# Stops after which a capital begins no sentence, beyond those that prose has.
_ABBREVIATED = re.compile(
    r"\b(?:Pub|Exec|Add|Mss?|vols|nos|Univ|Dept|Ph\.?D|D\.Phil|Hist|Harv|Yale|Colum|Stan|Mich|Phil|Rev|Proc|Trans|Soc|J|Q|Am|Eng|Camb|Ser|ser|Mass|Conn|Calif|Pa|"
    r"bks?|pts?|chs?|secs?|paras?|arts?|amends?|tit|cls?|figs?|repr|Bde?|Nr|Abt|Hrsg|Hg|hg|Diss|phil|ebd|Ebd|vgl|Vgl|[Cc]fr?|[Vv]d|Th|Ch|Chr|Ph|Fr|Wm|Jos|Joh|Anm|bzw|éd|trad|"
    r"s\.a|coll|fasc|Lib|Cod|lat|gr|comp|rev|suppl|Cong|Sess|Sen|Doc|Misc|Corr|Parl|Deb|Cmnd?|Inst|Acad|Coll|Dipl|F\.|U\.S)\.\s+$"
)
# `A Programme for Europe. COM(2013) 918 final`, `Why Lamps? (London, 1990)`, `ders. (Hg.)`, `Quell & Co. KG`: the
# number of a paper, the imprint, the role and the form of a firm belong to what stands before them.
_BELONGS = re.compile(rf"(?:COM|SWD|SEC|JOIN)\s?\(\d{{4}}\)|\([^()\d]{{0,60}}{YEAR}\)|\((?:Hr?s?gg?|[Ee]ds?)\.?\)|KG\b")
# Nobody asked Ada Merrow. 629 S.W.3d 509, 511 (Tex. App. 1931): a case that the sentence names, by its report alone.
_REPORT_ALONE = re.compile(rf"[a-z]{{3}}[.?!][”’)\]]*\s+(?={REPORT.pattern})")
# “Lamps,” Vingtième Siècle. Revue d’histoire 82: names of journals that have a stop within them.
_FIRST_HALF = re.compile(r"[”»’],?\s(?:in:?\s|dans\s)?[^\W\d_a-zß-ÿ][\w’'-]*(?:\s[\w’'-]+){0,3}\.\s+$")
_SECOND_HALF = re.compile(
    r"(?:Revue|Rivista|Revista|Zeitschrift|Tijdschrift|Journal|Cahiers|Histoire|Sciences|Studi|Studies|Jahrbuch|Annali)\b"
)
# 7. Aufl., 19. Jahrhundert, 3. März: in German the stop makes the number an ordinal.
_ORDINAL = re.compile(r"\b\d{1,3}\.\s+$")
_COUNTED = re.compile(
    r"(?:Auf?l|Jahrhundert|Jh|Jg|Jahrgang|Bd|Band|Bde|Heft|Teil|Kap|Buch|Abschnitt|Sitzung|Deutsche|Internationale"
    r"|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
)


def _semicolons(text: str) -> Iterator[int]:
    for found in re.finditer(rf";{NO_SUBTITLE}\s+", text):
        yield found.end()


def stretches(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """``text[start:end]`` cut at commas outside brackets and quotation marks, white space and the commas left out."""
    places = [place for place in range(start, end) if text[place] == "," and not _within(text, start, place)]
    edges = [start - 1, *places, end]
    found = [_stripped(text, low + 1, high) for low, high in pairwise(edges)]
    return [(low, high) for low, high in found if low < high]


def _within(text: str, start: int, place: int) -> bool:
    """In brackets or quotation marks that are opened at or after ``start``."""
    return any(start <= low < place < high for low, high in enclosed(text))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1] in " \t\n\u00a0.;" and not text.endswith("ob.", start, end):
        end -= 1
    return start, end
