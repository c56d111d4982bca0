"""Glyphs at a word's end that make no sense as text: the note calls of sources that do not tell what is raised.

A candidate carries one reading for every way to divide its glyphs into text and call: ``’.'°`` is ``’.`` + ``'°``, or
``’.'`` + ``°`` where a quotation is open.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from pipeline.cleanup.draft import Draft
from pipeline.letters import CAPITALS
from pipeline.model import CallCandidate, Reading
from pipeline.raised_notation import PATTERN as NOTATION
from pipeline.vocabulary import KNOWN, Vocabulary

_RAISED = "¹²³⁰⁴⁵⁶⁷⁸⁹"
SIGNS = rf"*°†‡§®©™^~>|}}{{${_RAISED}"
"""Signs that end no word: each stands for something the reader could not read."""
_YEAR = r"(?:(?<=1[5-9]\d\d)|(?<=20\d\d))"
"""Behind a year: a sign there is no degree."""

_TORN = r"""(?<=[\d’'"”])\s\d(?:\d|\s\d)?['’"”]?(?=\s+[^\W\d_]|\s+[‘“"'(\[]|\s*$)"""
"""The rest of a raised number behind a space: some readers part its figures, which are set wide for their size."""

_WORD_END = re.compile(
    rf"""
    (?<=\S) (?! (?<=\d)\d )        # not in the middle of a number
    (?P<run>
        (?: (?<=\d),\d{{3}}(?!\d) )? [\d{re.escape(SIGNS)}.,;:!?’‘'\"”“)\]]{{1,7}}           # 4,000.'°
        (?: (?<=[*°’'\"”])\+ | (?<=[{re.escape(SIGNS)}])\s[{re.escape(SIGNS)}]           # .*+ is 44
          | {_TORN} )?                                                                     # ."1 44 and ,' 25
    )
    (?= \s | $ | — | – )
    """,
    re.VERBOSE,
)
_APART = re.compile(
    rf"""
    (?<=[.,;:?!’”“»'\")\]°*])
    \s
    (?P<run>
        [.,;:]?[\d’‘'\"”“!?]{{0,2}}[{re.escape(SIGNS)}][\d’‘'\"”“!?{re.escape(SIGNS)}]{{0,2}}   # holds a sign
      | (?<=[’”]\s)[.,;:]\d{{1,3}}                                               # ’ .79
      | ['*]\+                                                                    # '+
      | [’'\"”][’'\"”?!]{{0,2}}                                                 # ’ ””
      | (?: (?<=[^.][.,;:]\s) | (?<=[.,;:][’”\"]\s) ) [!?]{{1,2}}                   # found. !?
    )
    (?= \s | $ )
    """,
    re.VERBOSE,
)
_LETTERS = re.compile(r"(?<=[’”.,;]\s)(?P<run>[a-z]{1,2})(?=\s+[A-Z‘“]|\s*$)")
_FIGURES_AS_LETTERS = re.compile(
    r"""(?<=[^\W\d_][.?!])(?<!\b[A-Z]\.)['"’”]?\s(?P<run>[IlS\d][OlSZ]|[Il]\d)(?=\s+[A-Z‘“"]|\s*$)"""
    r"|(?<=[a-zà-ÿ]{2})(?P<capital>[SOZB])(?=\s)"
)
"""``parts. IO What`` for 10, ``the TreatyS which`` for 5: no word is written so."""
_GLUED_LETTER = re.compile(
    r"(?<=[a-zà-ÿ\d’”»)\]][.,;:?!)\]”»]|[.,;:?!]’|\s»)(?P<run>[a-z+&¥¢]|(?<=[a-zà-ÿ]{2}.)S)(?=\s|$)"
)
"""Behind punctuation: a note lettered ``a``, ``b``, ``c``. Not behind an apostrophe, and not in ``i.e.``.

Or a reference mark that is set on the line as tall as a letter: ``plat ».f``, ``vaille. »+``, ``peu.S`` for † ‡ §."""
_CURRENCY = re.compile(
    r"(?<=[^\W\d_]{2}[.,;:?!]|[^\W\d_][.,;:?!][’”'\"]|[^\W\d_][’”\"][.,;:?!])(?P<run>[\d*°®>’”'\"]?[%¢£¥€])(?=\s|$)"
)
"""``EC.*%`` for 43, ``market.4¢`` for 46: no such sign stands behind a stop."""
_LETTERS_FOR_DIGITS = re.compile(
    r"""
    (?<= [a-zà-ÿ]{2}[.,;:?!] | [a-zà-ÿ][.,;:?!][’”'")] | [a-zà-ÿ][’”'")][.,;:?!] )
    (?P<run> (?=\d*[A-Za-z]) [\dOoIlizZAasSbBtgqJe]{2,3} ) (?= \s | $ )
    """,
    re.VERBOSE,
)
"""``road.lz`` for a raised 12. A word that lost its space (``road.It``) is told by the vocabulary."""
_BRACKETED = re.compile(r"(?:^|(?<=[^\s(\[{‘“«—–-])\s?)(?P<run>\[\d{1,3}\]|\(\d{1,3}\))(?=[\s.,;:?!)’”»—–]|$)")
_STROKE_IN_BRACKETS = re.compile(
    r"(?<=[^\s(\[{‘“«—–-])\s?(?P<run>\((?:[lI|]|(?=[lIO|]*\d)(?=\d*[lIO|])[\dlIO|]{2,3})\))(?=[\s.,;:?!)’”»—–]|$)"
)
"""``vie (l)``: the stroke of a 1 on the line, in faces where it has no flag."""
_LETTER_IN_BRACKETS = re.compile(
    r"(?:(?<=[^\s(\[{‘“«—–-])\s?(?=\()|(?<=[^\s(\[{«—–-])\s|(?<=[.,;:?!’”»]))"
    r"(?P<run>\([a-km-z]\)|\[[a-z]\])(?=[\s.,;:?!)’”»—–]|$)"
)
"""``la vie (b).``, ``Hand. [c]``: a note that is lettered, called on the line; no letter that an editor supplies."""
_AS_FIGURES = str.maketrans("lI|O", "1110")
_HALF_BRACKETED = re.compile(
    rf"(?<=[^\W_]|[.,;:!?»)\]])(?P<run>[!?’‘'\"”“{re.escape(SIGNS)}]{{1,3}}\d{{0,2}}\)|(?<=[^\W\d_])\d{{1,3}}\))"
    r"(?=[\s.,;:]|$)"
)
"""``Larache”)``: a raised number in brackets of which the reader took the first for a part of a sign."""
_MARK_IN_BRACKETS = re.compile(
    r"(?:(?<=\S)\s|(?<=[^\W\d_])(?=[*†‡]{1,4}\)[?!]))(?P<run>\(?[*†‡]{1,4}\))(?=[\s.,;:?!—–]|$)"
)
"""``Siegel *) und``, ``in den (**) Druck``: how German presses set a call by a reference mark, off its word; and before
the sign of an exclamation, ``ein Firn**)!``."""
_GLYPHS_IN_BRACKETS = re.compile(
    r"(?:(?<=[^\s(\[{‘“«—–-])\s?(?=\()|(?<=[^\s(\[{«—–-])(?=[!)}]))"
    r"(?P<run>(?!\(\d{4}\))(?:\([^\s()\[\]]{1,4}|[!)}]\d{1,3})\))(?=[\s.,;:?!)’”»—–]|$)"
)
"""``(2S)``, ``(°3)``, ``(uo)``, ``!104)``: what is left of a number in brackets, where the article's calls stand so."""
_BEFORE_STOP = re.compile(
    rf"(?P<run>(?<=[a-zà-ÿ’”»)])(?:\d{{1,3}}|\s?[{re.escape(SIGNS)}]{{1,3}})|{_YEAR}[{re.escape(SIGNS)}]{{1,3}})"
    r"(?=\s?[.,;:?!»](?:\s|$|[»’”]))"
)
"""Behind a word and before its punctuation, where French presses call their notes."""
_MARKS_BEFORE_STOP = re.compile(rf"(?:(?<=[a-zà-ÿ])|{_YEAR})(?P<run>[’”'\"‘“]{{1,3}})(?=[.,;:!?](?:\s|$))")
"""The same, where the reader made quotation marks of the number: they close nothing."""
_GLYPHS_BEFORE_STOP = re.compile(
    rf"(?:(?<=[a-zà-ÿ»)])|{_YEAR})(?P<run>[’”'\"‘“!?\d{re.escape(SIGNS)}]{{1,4}})(?=(?P<stop>[.,;:])(?:\s|$))"
)
"""The same in a dump, where no ink tells of a number amid other marks: what closes a quotation is text, and what is
behind it closes nothing; nor does a stop follow ``?`` or ``!``."""
_AFTER_YEAR = re.compile(r"(?<![\d.,/-])(?:1[5-9]|20)\d\d(?P<run>\d{1,3})(?=[\s.,;:)—–]|$)")
"""``187211``: a year and a call. Numbers of six digits have a comma or a space in them, years have not."""
_NOTED = re.compile(rf"(?P<run>{NOTATION})", re.VERBOSE)
_NUMBER_APART = (
    re.compile(
        r"""
        (?<= [^\W_]{2}[.?!] | [^\W_][.?!][’”'"»)\]] | [^\W_][’”'"»)\]][.?!] )    # a sentence ends,
        \s (?P<run>[1-9]\d{0,2}) (?= \s+[A-Z‘“«"(\[] | \s*$ )                    # and another begins
        """,
        re.VERBOSE,
    ),
    re.compile(
        r"""
        (?<= [^\W\d_]{2}[,;:] | [^\W\d_][,;:][’”'"»)\]] | [^\W\d_][’”'"»)\]][,;:] )
        \s (?P<run>[1-9]\d{0,2}) (?= \s+[a-z]{2} )                              # a clause, and the sentence goes on
        """,
        re.VERBOSE,
    ),
)
"""Behind a stop and a space: ``road. 12 In``. Sentences begin with numbers too, but seldom: of 155 such numbers in
dumps 129 were calls."""
APART = 0.6
"""How plausible a call is there."""
_NUMBER_BEFORE_STOP = re.compile(
    r"(?<=[^\W\d_]{3}|[^\W\d_]{2}[»”’)])\s(?P<run>[1-9]\d{0,2})(?=[.;:](?:\s|$|[»’”])|,\s[a-zß-ÿ]|\s?[•·](?:\s|$))"
)
"""``resources 4.``: before the stop, where some presses call their notes, behind a thin space that was read as one."""
BEFORE_STOP = 0.3
"""How plausible a call is there."""
_COUNTED = re.compile(
    rf"(?:^|[^\w])(?:[{CAPITALS}][^\W\d_]+|pages?|notes?|figures?|tables?|chapters?|sections?|parts?|articles?|n[úu]meros?|"
    r"volumes?|books?|lines?|items?|paragraphs?|boxe?s?|files?|folders?|leaf|leaves|"
    r"p[áa]ginas?|nota|figuras?|cuadros?|tablas?|cap[íi]tulos?|cap[íi]tolo|parte|art[íi]culos?|art[íi]colo|chapitres?|"
    r"articles?|tableaux?|de|del|di|du|des|the|of|to|and|or|than|from|y|e|et|und)$"
)
"""A word that counts, or before a number that is one: ``chapter 4.``, ``Figure 2.``, ``more than 12.``"""
_BEHIND_SPACE = re.compile(r"[’'\"”]\s(?P<rest>\d{1,2})$")
"""A number behind a mark that may close a quotation."""
_PLAIN = (
    (_NOTED, 0.95), (_BRACKETED, 0.5), (_STROKE_IN_BRACKETS, 0.5), (_LETTER_IN_BRACKETS, 0.5), (_HALF_BRACKETED, 0.7),
    (_MARK_IN_BRACKETS, 0.7),
    (_BEFORE_STOP, 0.6),
    (_AFTER_YEAR, 0.4), (_CURRENCY, 0.9), (_GLUED_LETTER, 0.5),
    *((pattern, APART) for pattern in _NUMBER_APART),
)  # fmt: skip
"""Patterns that leave no doubt what is text and what is call, and how plausible a call is there."""

_NORMAL_END = re.compile(r"^(?:\.{2,4}|\d+(?=[)\]])|,\d{3})?[’”“'\"\])]*[.,;:?!]?[’”“'\"\])]*[.,;:]?$")
"""``...`` and ``....`` are ellipses, ``1970)`` ends in brackets, ``“`` closes in German."""
_CALL = re.compile(
    rf"^(?:[\d’‘'\"”“!?{re.escape(SIGNS)}]{{1,3}}|[*°’'\"”]\+|[{re.escape(SIGNS)}]\s[{re.escape(SIGNS)}]"
    r"|[\d’'\"”]{1,2}\s\d(?:\d|\s\d)?['’\"”]?)$"
)
MARKS = frozenset("’‘'\"”“")
_PAGE_REFERENCE = re.compile(
    r"(?:^|[\s(\[])(?:pp?|vols?|nos?|fols?|fo?|op|d|ll?|ch|cf|arts?|ibid|St|Abs|Nr|Rn|Rz|Bd|Anm|Kap|Ziff|Fn|[A-Z])\.$",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?:^|[^A-Za-z])[A-Z]$")
"""``P`` before ``4``, ``D1G`` before ``1``: a digit behind a single capital belongs to a code."""
_MIXED = re.compile(r"(?<!\w)(?!\d+(?:s|st|nd|rd|th|er|e)\W*$)(?=\w*\d)(?=\w*[A-Za-z])\w+$")
"""A word of digits and letters, ``c2s`` before ``1``: a code, or dots of a contents list that the reader misread."""
_HOUR = re.compile(r"(?<!\d)\d{1,2}:$")
"""``9:`` before ``45``."""
_YEAR_END = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d$")
_SECTION = re.compile(r"[§¶]\s?[\d(]")
"""``§ 922`` is a section of a law."""

_ORDINAL = re.compile(r"\b(?:[Nn]{1,2}°|X[VIX]{1,5}°|x[vixlmur]{1,5}[°®*'’‘\"”])$")
"""``N° 12``, ``au xvii° siècle``: what the reader made of a raised o or e, also where ``iii`` became ``m``."""

_MANY = re.compile(r"[^\W\d_]{4}s$")
"""Before an apostrophe that nothing else tells: ``the Peasants’ Revolt``. Of 24 in dumps none was a call."""

_GOES_ON = re.compile(r"\s+(?:[a-zß-ÿ(]|[—–]\s)")
"""The sentence goes on: ``institutions? and``. Of 43 such signs in 60 dumps 16 stood for a call."""

_LAST_WORD = re.compile(r"[^\W\d_]{2,}$")

READER = "pattern"
REACH = 200
"""Characters before a call that tell whether one stands there: a word, and what it belongs to."""


def bracketed(draft: Draft) -> list[CallCandidate]:
    """Numbers in brackets: the calls of a text layer that raises nothing but ordinals and exponents."""
    return [
        CallCandidate(
            start=match.start("run"), end=match.end("run"), raised=False, readings=(_reading(match["run"], 0.5),)
        )
        for match in _BRACKETED.finditer(draft.text)
    ]


def noted(draft: Draft) -> list[CallCandidate]:
    """The numbers and reference marks that a dump itself raises, as it shows where it tells its notes."""
    return [
        CallCandidate(start=match.start("run"), end=match.end("run"), readings=(_reading(match["run"].strip(), 0.95),))
        for match in _NOTED_OR_MARK.finditer(draft.text)
    ]


_NOTED_OR_MARK = re.compile(
    rf"(?P<run>{NOTATION}|(?<=\S)\s?(?:[*†‡‖¶#]{{1,3}}|§{{1,2}}(?!\s?\d))(?=[\s.,;:?!)\]’”\"'—–]|$))", re.VERBOSE
)
"""A mark also behind a space, as old presses set it: ``in every mouth *.``"""


def calls_in_brackets(texts: Iterable[str]) -> bool:
    """Whether so many numbers stand in brackets that what is illegible in brackets may be a number, too."""
    return len({match["run"] for text in texts for match in _BRACKETED.finditer(text)}) >= FEWEST_BRACKETED


FEWEST_BRACKETED = 8
"""Different numbers: an enumeration has fewer."""


def in_brackets(draft: Draft, vocabulary: Vocabulary) -> list[CallCandidate]:
    """Glyphs in brackets that are no number and may be what is left of one; hardly a word that is known."""
    return [
        CallCandidate(start=match.start("run"), end=match.end("run"), readings=(_reading(match["run"], plausibility),))
        for match in _GLYPHS_IN_BRACKETS.finditer(draft.text)
        if not _BRACKETED.match(draft.text, match.start("run"))
        for plausibility in (WORD_IN_BRACKETS if _is_word(match["run"], vocabulary) else GLYPHS_IN_BRACKETS,)
    ]


GLYPHS_IN_BRACKETS, WORD_IN_BRACKETS = 0.5, 0.1
"""How plausible a call is there."""


def _is_word(printed: str, vocabulary: Vocabulary) -> bool:
    inner = printed.strip("()!}")
    return inner.isalpha() and vocabulary.is_known(inner.lower())


def patterned(
    draft: Draft, index: int, closes_nothing: set[tuple[int, int]], vocabulary: Vocabulary, *, told: bool
) -> list[CallCandidate]:
    """Candidates by their glyphs; ``told`` says that raised ink would be known, so that these are not raised."""
    found: list[CallCandidate] = []
    every = _places(draft.text, index, closes_nothing, vocabulary, of_dump=draft.line.box is None)
    places = sorted(every, key=lambda place: (place[0], -place[1]))
    for start, end, readings in places:
        if is_open(draft.text, start) or _is_letter(draft.text, start, end, vocabulary):
            continue  # it closes a tag, or ends a word
        candidate = CallCandidate(start=start, end=end, raised=False if told else None, readings=readings)
        if readings and not (found and overlap(candidate, found[-1])):  # they come in order
            found.append(candidate)
    return [call for call, other in zip_longest(found, found[1:]) if not _closes_before_a_call(draft.text, call, other)]


def _is_letter(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a 6 is the ``ó`` with which the word ends: readers without Spanish make ``asumi6`` of ``asumió``."""
    word = _LAST_WORD.search(text, max(0, start - REACH), start)
    if text[start:end] != "6" or word is None:
        return False
    return vocabulary.frequency(f"{word[0]}ó") >= max(KNOWN, vocabulary.frequency(word[0]))


def is_open(text: str, end: int | None = None) -> bool:
    """Whether ``text[:end]`` ends within a tag: ``the <title``, as articles about markup have them."""
    return text.rfind("<", 0, end) > text.rfind(">", 0, end)


def _closes_before_a_call(text: str, call: CallCandidate, other: CallCandidate | None) -> bool:
    """A mark right before what looks more like a call is a closing mark: ``socialism’ .'!``."""
    return (
        other is not None
        and set(text[call.start : call.end]) <= MARKS
        and not text[call.end : other.start].strip(" .,;:")
    )


def _places(
    text: str, index: int, closes_nothing: set[tuple[int, int]], vocabulary: Vocabulary, *, of_dump: bool
) -> Iterator[tuple[int, int, tuple[Reading, ...]]]:
    for pattern, plausibility in _PLAIN:
        for match in pattern.finditer(text):
            if pattern not in _NUMBER_APART or not _PAGE_REFERENCE.search(_before(text, match.start("run") - 1)):
                figures = match["run"].translate(_AS_FIGURES) if pattern is _STROKE_IN_BRACKETS else match["run"]
                yield (*match.span("run"), (_reading(figures.strip(), plausibility),))
    yield from _divided(text, index, closes_nothing)
    yield from _before_stops(text, index, closes_nothing, of_dump=of_dump)
    for match in _LETTERS_FOR_DIGITS.finditer(text):
        is_word = match["run"].isalpha() and vocabulary.frequency(match["run"].lower()) >= 4.5
        yield (*match.span("run"), (_reading(match["run"], 0.2 if is_word else 0.6),))
    for match in _FIGURES_AS_LETTERS.finditer(text):
        group = "run" if match["run"] else "capital"
        yield (*match.span(group), (_reading(match[group], 0.6),))
    for match in _LETTERS.finditer(text):
        if vocabulary.frequency(match["run"]) < 4.5:
            yield (*match.span("run"), (_reading(match["run"], 0.4),))


def _before_stops(
    text: str, index: int, closes_nothing: set[tuple[int, int]], *, of_dump: bool
) -> Iterator[tuple[int, int, tuple[Reading, ...]]]:
    """Marks, and in a dump other glyphs too, that stand for a call before a stop."""
    for match in _MARKS_BEFORE_STOP.finditer(text):
        if all((index, offset) in closes_nothing for offset in range(*match.span("run"))):
            yield (*match.span("run"), (_reading(match["run"], 0.3),))
    if not of_dump:
        return
    for match in _GLYPHS_BEFORE_STOP.finditer(text):
        yield from _glyphs_before_stop(match, index, closes_nothing)
    for match in _NUMBER_BEFORE_STOP.finditer(text):
        before = _before(text, match.start("run") - 1)
        if not _COUNTED.search(before) and not _PAGE_REFERENCE.search(before):
            yield (*match.span("run"), (_reading(match["run"], BEFORE_STOP),))


def _glyphs_before_stop(
    match: re.Match[str], index: int, closes_nothing: set[tuple[int, int]]
) -> Iterator[tuple[int, int, tuple[Reading, ...]]]:
    """The marks that stand for a call before a stop, behind those that close a quotation."""
    start, end = match.span("run")
    closing = [p for p in range(start, end) if match.string[p] in MARKS and (index, p) not in closes_nothing]
    start = max(closing, default=start - 1) + 1
    run = match.string[start:end]
    if not run or run.isdecimal():
        return
    plausibility = 0.5 if closing else 0.3  # an apostrophe may end a word, and hardly what is quoted
    if any(glyph in SIGNS or glyph.isdecimal() for glyph in run):
        plausibility = 0.6
    elif any(glyph in "!?" for glyph in run):
        plausibility = 0.5 if match["stop"] == "." else 0.2
    yield start, end, (_reading(run, plausibility),)


def _divided(
    text: str, index: int, closes_nothing: set[tuple[int, int]]
) -> Iterator[tuple[int, int, tuple[Reading, ...]]]:
    """Glyphs at a word's end or behind it that make no sense as text."""
    for match in (match for pattern in (_WORD_END, _APART) for match in pattern.finditer(text)):
        if not _SECTION.match(text, match.end("run") - 1):
            readings = tuple(_divisions(text, *match.span("run"), index, closes_nothing))
            if torn := _BEHIND_SPACE.search(match["run"]):  # or its first figures are lost: ``said.” 3 The`` for 23
                readings = (*readings, _reading(torn["rest"], APART))
            longest = max((len(reading.text) for reading in readings), default=0)
            yield match.end("run") - longest, match.end("run"), readings


def _reading(text: str, confidence: float) -> Reading:
    return Reading(text=text, confidence=round(confidence, 2), reader=READER)


def _divisions(text: str, start: int, end: int, index: int, closes_nothing: set[tuple[int, int]]) -> Iterator[Reading]:
    """Every way to divide the run into an end of text and a call, with its plausibility."""
    goes_on = bool(_GOES_ON.match(text, end))
    for division in range(start, end):
        prefix, call = text[start:division], text[division:end]
        if not _NORMAL_END.match(prefix) or not _CALL.match(call):
            continue
        if call.isdecimal() and _is_decimal(text, division, end):
            continue
        solid = call.replace(" ", "")
        before = text[:division].rstrip(" ’”'\"") or text[:division]
        plausibility = _sense(solid, before[-1], goes_on=goes_on) * _host(_before(text, division), solid)
        for offset in range(start, end):
            if text[offset] in MARKS and ((index, offset) in closes_nothing) == (offset < division):
                # A mark that closes something is text, one that closes nothing is not. No torn number begins with one
                # that closes: there the figure before the space is lost.
                plausibility *= 0.0 if solid != call and offset == division else 0.15
        if plausibility >= 0.1:
            yield _reading(call, plausibility)


_STROKES = frozenset("~^|}{")
DIRT = 0.3
"""How plausible a call is where a sign is only a stroke: of 63 in dumps six were calls, of 390 other signs 341."""


def _sense(call: str, before: str, *, goes_on: bool) -> float:
    """How hard it is to take the glyphs for text, behind the character ``before``, where a sentence may go on."""
    if any(glyph in SIGNS for glyph in call):
        return DIRT if set(call) <= _STROKES else 0.95
    if call.isdecimal():
        return 0.8
    if all(glyph in "!?" for glyph in call):
        if before in ".,;:":
            return 0.8  # no printer sets an exclamation mark behind a full stop
        if before == ")" and call == "!":
            return 0.3  # nor do scholars exclaim in brackets: ``(1985, p. 5)!``
        return 0.3 if len(call) > 1 or goes_on else 0.05
    return 0.6 if all(glyph in MARKS for glyph in call) else 0.8


def _before(text: str, end: int) -> str:
    """What stands before a call, as far as it matters: a dump may have all its text in one line."""
    return text[max(0, end - REACH) : end]


_MONEY, _FIGURES = "$£€", "0123456789"
"""Behind which a figure goes on with a number."""


def _host(before: str, call: str) -> float:
    """How likely a call follows this text: after a word or its punctuation, hardly inside a number or a reference."""
    if not before or before[-1] in "([{-–—/‘“§" or (before[-1] in _MONEY + _FIGURES and call[0].isdecimal()):
        return 0.0
    if len(call) == 2 and call.isdecimal() and _HOUR.search(before):
        return 0.0
    if _ORDINAL.search(before + call[0]):
        return 0.0
    if call in {"’", "'"} and _MANY.search(before):
        return 0.2
    if _PAGE_REFERENCE.search(before) or (call[0].isdecimal() and (_CODE.search(before) or _MIXED.search(before))):
        return 0.05
    if before[-1].isdecimal():
        return 1.0 if _YEAR_END.search(before) else 0.4  # no feet and inches behind a year
    if before[-1] in ".,:" and len(before) > 1 and before[-2].isdecimal() and call.isdecimal():
        return 0.3  # 10.5 and 3,500, or "in 1962." and a call
    return 1.0


def _is_decimal(text: str, start: int, end: int) -> bool:
    """Whether a number behind a stop is the rest of another: ``0.7 per cent``, ``£2.14``, ``10.5 gallons``.

    Behind ``1962.`` or ``to 101.`` a sentence may have ended, if another begins. Of 55 such numbers in seven dumps one
    was a call, before a capital. Three figures behind a comma are thousands: of ``50,000`` the noughts were once a 16.
    """
    whole = _WHOLE.search(text, max(0, start - REACH), start)
    if whole is None:
        return False
    counted = bool(_MEASURE.match(text, end)) or (whole["stop"] == "." and bool(_GOES_ON.match(text, end)))
    thousands = whole["stop"] == "," and len(whole["whole"]) < 4 and end - start == 3
    return counted or thousands or whole["whole"] == "0" or bool(whole["money"])


_WHOLE = re.compile(r"(?P<money>[$£€]\s?)?(?<![\d.,])(?!(?:1[5-9]|20)\d\d\D)(?P<whole>\d{1,4})(?P<stop>[.,])$")
"""The figures before a decimal point or comma, which are no year."""
_MEASURE = re.compile(
    r"\s?(?:%|per\s?cent|[mb]illi?on|mill?i?ard|Mio\b|Mrd\b|por ciento|pour cent|Prozent)", re.IGNORECASE
)


def overlap(call: CallCandidate, other: CallCandidate) -> bool:
    """Whether two candidates share a character, or touch."""
    return call.start <= other.end and other.start <= call.end
