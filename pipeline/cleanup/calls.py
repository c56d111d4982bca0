"""Where note calls may stand: raised ink that the page shows, and glyphs at a word's end that make no sense as text.

Nothing is decided here. Each place becomes a ``CallCandidate``; the alignment of calls and notes in ``segment``
decides, and only what it links leaves the text. A pattern candidate carries one reading for every way to divide its
glyphs into text and call: ``’.'°`` is ``’.`` + ``'°``, or ``’.'`` + ``°`` where a quotation is open.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from pipeline.cleanup.draft import Draft
from pipeline.cleanup.quotation_marks import pairs
from pipeline.model import TEXT_LAYER, CallCandidate, Line, RaisedMark, Reading
from pipeline.raised_notation import PATTERN as NOTATION
from pipeline.vocabulary import KNOWN, Vocabulary

_RAISED = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_SIGNS = rf"*°†‡§®©™^~>|}}{{${_RAISED}"
"""Signs that end no word: each stands for something the reader could not read."""
_YEAR = r"(?:(?<=1[5-9]\d\d)|(?<=20\d\d))"
"""Behind a year: a sign there is no degree."""

_TORN = r"""(?<=[\d’'"”])\s\d(?:\d|\s\d)?['’"”]?(?=\s+[^\W\d_]|\s+[‘“"'(\[]|\s*$)"""
"""The rest of a raised number behind a space: some readers part its figures, which are set wide for their size."""

_WORD_END = re.compile(
    rf"""
    (?<=\S) (?! (?<=\d)\d )        # not in the middle of a number
    (?P<run>
        [\d{re.escape(_SIGNS)}.,;:!?’‘'\"”“)\]]{{1,7}}
        (?: (?<=[*°’'\"”])\+ | (?<=[{re.escape(_SIGNS)}])\s[{re.escape(_SIGNS)}]           # .*+ is 44
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
        [.,;:]?[\d’‘'\"”“!?]{{0,2}}[{re.escape(_SIGNS)}][\d’‘'\"”“!?{re.escape(_SIGNS)}]{{0,2}}   # holds a sign
      | (?<=[’”]\s)[.,;:]\d{{1,3}}                                               # ’ .79
      | ['*]\+                                                                    # '+
      | [’'\"”][’'\"”?!]{{0,2}}                                                 # ’ ””
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
_GLUED_LETTER = re.compile(r"(?<=[a-zà-ÿ\d’”)\]][.,;:?!)\]”]|[.,;:?!]’)(?P<run>[a-z])(?=\s|$)")
"""Behind punctuation: a note lettered ``a``, ``b``, ``c``. Not behind an apostrophe, and not in ``i.e.``."""
_LETTERS_FOR_DIGITS = re.compile(
    r"""
    (?<= [a-zà-ÿ]{2}[.,;:?!] | [a-zà-ÿ][.,;:?!][’”'")] | [a-zà-ÿ][’”'")][.,;:?!] )
    (?P<run> (?=\d*[A-Za-z]) [\dOoIlizZAasSbBtgqJe]{2,3} ) (?= \s | $ )
    """,
    re.VERBOSE,
)
"""``road.lz`` for a raised 12. A word that lost its space (``road.It``) is told by the vocabulary."""
_BRACKETED = re.compile(r"(?:^|(?<=[^\s(\[{‘“«—–-])\s?)(?P<run>\[\d{1,3}\]|\(\d{1,3}\))(?=[\s.,;:?!)’”»—–]|$)")
_HALF_BRACKETED = re.compile(
    rf"(?<=[^\W_]|[.,;:!?»)\]])(?P<run>[!?’‘'\"”“{re.escape(_SIGNS)}]{{1,3}}\d{{0,2}}\)|(?<=[^\W\d_])\d{{1,3}}\))"
    r"(?=[\s.,;:]|$)"
)
"""``Larache”)``: a raised number in brackets of which the reader took the first for a part of a sign."""
_BEFORE_STOP = re.compile(
    rf"(?P<run>(?<=[a-zà-ÿ’”»)])(?:\d{{1,3}}|\s?[{re.escape(_SIGNS)}]{{1,3}})|{_YEAR}[{re.escape(_SIGNS)}]{{1,3}})"
    r"(?=\s?[.,;:?!»](?:\s|$|[»’”]))"
)
"""Behind a word and before its punctuation, where French presses call their notes."""
_MARKS_BEFORE_STOP = re.compile(rf"(?:(?<=[a-zà-ÿ])|{_YEAR})(?P<run>[’”'\"‘“]{{1,3}})(?=[.,;:?!](?:\s|$))")
"""The same, where the reader made quotation marks of the number: they close nothing."""
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
"""Behind a stop and a space: ``road. 12 In``. Plausible only a little, for sentences begin with numbers too."""
APART = 0.3
"""How plausible a call is there."""
_BEHIND_SPACE = re.compile(r"[’'\"”]\s(?P<rest>\d{1,2})$")
"""A number behind a mark that may close a quotation."""
_PLAIN = (
    (_NOTED, 0.95), (_BRACKETED, 0.5), (_HALF_BRACKETED, 0.7), (_BEFORE_STOP, 0.6), (_AFTER_YEAR, 0.4),
    (_GLUED_LETTER, 0.5),
    *((pattern, APART) for pattern in _NUMBER_APART),
)  # fmt: skip
"""Patterns that leave no doubt what is text and what is call, and how plausible a call is there."""

_NORMAL_END = re.compile(r"^(?:\.{2,4}|\d+(?=[)\]]))?[’”“'\"\])]*[.,;:?!]?[’”“'\"\])]*[.,;:]?$")
"""``...`` and ``....`` are ellipses, ``1970)`` ends in brackets, ``“`` closes in German."""
_CALL = re.compile(
    rf"^(?:[\d’‘'\"”“!?{re.escape(_SIGNS)}]{{1,3}}|[*°’'\"”]\+|[{re.escape(_SIGNS)}]\s[{re.escape(_SIGNS)}]"
    r"|[\d’'\"”]{1,2}\s\d(?:\d|\s\d)?['’\"”]?)$"
)
_MARKS = frozenset("’‘'\"”“")
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

_LAST_WORD = re.compile(r"[^\W\d_]{2,}$")

SURE_SIGN = 0.7
"""Confidence of the second reader that takes for a dagger what the first took for an exclamation mark."""
SURE_LETTER = 0.9
"""Confidence of a raised letter, cut out, that was taken for the end of a question: ``organ?`` for organᵇ."""
READER = "pattern"
REACH = 200
"""Characters before a call that tell whether one stands there: a word, and what it belongs to."""
MEASURED = frozenset({"tesseract", "tesseract+rapidocr", TEXT_LAYER})
"""Readers of pages whose ink, or whose font, tells what is raised. Other sources tell it if they ever say so."""


def find_calls(drafts: Sequence[Draft], vocabulary: Vocabulary) -> None:
    """Gives every draft its candidates, in order, none overlapping another; raised ink first."""
    _, loose = pairs(drafts)
    closes_nothing = {(mark.draft, mark.offset) for mark in loose}
    # A text layer knows what it raised; patterns only help where a document's text layer raised no number or letter:
    # an author's star is raised also where calls stand in brackets on the line.
    raising = frozenset(draft.reader for draft in drafts if draft.line.marks)
    calling = frozenset(draft.reader for draft in drafts if any(map(_is_raised_call, draft.line.marks)))
    closed = sum(bool(_CLOSED_LABEL.match(draft.text)) for draft in drafts) >= FEWEST_CLOSED
    for index, draft in enumerate(drafts):
        marks = [mark for mark in draft.line.marks if not _is_of_the_text(draft.line, mark)]
        raised = _apart([_raised(draft, mark, index, closes_nothing) for mark in marks])
        above = " ".join(each.text for each in drafts[max(0, index - 2) : index])
        if closed:
            raised = [_with_bracket(f"{above} ", draft.text, call) for call in raised]
        known = draft.reader == TEXT_LAYER and draft.reader in calling
        told = draft.line.box is not None and draft.reader in MEASURED | raising
        patterned = _bracketed(draft) if known else _patterned(draft, index, closes_nothing, vocabulary, told=told)
        if index and _is_open(drafts[index - 1].text):
            patterned = [call for call in patterned if not _closes_a_tag(draft.text, call)]
        patterned = [call for call in patterned if not _closes_a_bracket(f"{above} ", draft.text, call)]
        free = [call for call in patterned if not any(_same_place(draft.text, call, other) for other in raised)]
        draft.calls = sorted([*raised, *free], key=lambda call: (call.start, call.end))


def _is_raised_call(mark: RaisedMark) -> bool:
    return any(reading.text.isalnum() for reading in mark.readings)


def _overlap(call: CallCandidate, other: CallCandidate) -> bool:
    return call.start <= other.end and other.start <= call.end


def _same_place(text: str, call: CallCandidate, other: CallCandidate) -> bool:
    """Whether no letter, digit or space parts two candidates: one printed call, seen twice."""
    between = text[min(call.end, other.end) : max(call.start, other.start)]
    return _overlap(call, other) or not re.search(r"[\w\s]", between)


def _is_of_the_text(line: Line, mark: RaisedMark) -> bool:
    """Whether a mark is a part of the text after all.

    A letter between letters, whatever the second reader makes of it (the h of ``What``, which stands higher than the W
    beside it); the first letters of a word that goes on with small ones, where both readers have the same (lines bend
    upwards where a page turns into the spine); an apostrophe between letters, unless a reader sees a number; a digit
    between digits; the ``?`` of a question, unless the second reader is sure of a reference mark, or the sign by itself
    is read as a letter for certain.
    """
    word = line.words[mark.word].text if mark.word >= 0 else ""
    before, after = word[: mark.start], word[mark.end :]
    inside = before[-1:].isalpha() and after[:1].isalpha()
    if inside and word[mark.start : mark.end].isalpha():
        return True
    if not before and after[:1].islower() and _is_read_alike(word[mark.start : mark.end], mark):
        return True
    if inside and "’" in word[mark.start : mark.end] and not any(each.text.isdecimal() for each in mark.readings):
        return True
    if any(reading.reader in {"digits", "shape"} for reading in mark.readings):
        return False
    if word[mark.start : mark.end] in {"?", "!"}:
        return before[-1:].isalnum() and not any(map(_is_sure_sign, mark.readings))
    return before[-1:].isdecimal() and after[:1].isdecimal()


def _is_read_alike(letters: str, mark: RaisedMark) -> bool:
    readings = [reading.text for reading in mark.readings if reading.reader == "rapidocr"]
    return letters.isalpha() and readings == [letters]


def _is_sure_sign(reading: Reading) -> bool:
    if reading.reader == "letters":
        return reading.confidence >= SURE_LETTER
    return reading.reader == "rapidocr" and reading.text in {"†", "‡", "§"} and reading.confidence >= SURE_SIGN


def _apart(calls: Sequence[CallCandidate]) -> list[CallCandidate]:
    """Candidates of which none touches another: two digits of one call that were seen as two marks are one."""
    apart: list[CallCandidate] = []
    for call in sorted(calls, key=lambda each: (each.start, each.end)):
        if apart and call.start <= apart[-1].end and call.end > call.start and apart[-1].end > apart[-1].start:
            apart[-1] = _united(apart[-1], call)
        else:
            apart.append(call)
    return apart


def _united(one: CallCandidate, other: CallCandidate) -> CallCandidate:
    numbers = [[reading for reading in call.readings if reading.text.isdecimal()][:1] for call in (one, other)]
    together: tuple[Reading, ...] = ()
    if all(numbers):
        first, second = numbers[0][0], numbers[1][0]
        confidence = round(min(first.confidence, second.confidence), 3)
        together = (Reading(text=first.text + second.text, confidence=confidence, reader=first.reader),)
    readings = (*together, *one.readings, *other.readings)
    return CallCandidate(start=one.start, end=max(one.end, other.end), raised=True, readings=readings)


def _raised(draft: Draft, mark: RaisedMark, index: int, closes_nothing: set[tuple[int, int]]) -> CallCandidate:
    word = draft.words[mark.word] if mark.word >= 0 else None
    start = word.start + mark.start if word else 0
    end = word.start + mark.end if word else 0
    if draft.reader != TEXT_LAYER and word:
        # The reader often makes two glyphs of a raised number and the ink accounts for one: the other goes with it.
        while end < word.end and _is_spare(draft.text, end, index, closes_nothing):
            end += 1
        while start > word.start and _is_spare(draft.text, start - 1, index, closes_nothing):
            start -= 1
        start += _is_closing(draft.text[start:end], mark) and (index, start) not in closes_nothing
        # No quotation opens before a call: a mark that makes up the word with it is its first figure.
        if word.start < start < end == word.end and set(draft.text[word.start : start]) <= _MARKS:
            start = word.start
    if word and _in_brackets(draft.text[word.start : word.end], start - word.start, end - word.start):
        # French, Italian and Spanish presses set the number in brackets, which are raised or not, but never text.
        start, end = (
            start - (draft.text[start : start + 1] not in _OPENING),
            end + (draft.text[end - 1] not in _CLOSING),
        )
    return CallCandidate(start=start, end=end, raised=True, readings=mark.readings)


def _is_closing(printed: str, mark: RaisedMark) -> bool:
    """Whether what was printed for raised ink begins with a quotation mark and has the number behind it, sign for sign.

    Large quotation marks are as tall as raised figures, and their ink is taken for a figure more: ``”24`` for ``”21``.
    """
    number = mark.readings[0].text if mark.readings else ""
    return printed[:1] in _CLOSING_QUOTES and number.isdecimal() and len(printed) == len(number) + 1


_CLOSING_QUOTES = frozenset('’"”')
_CLOSED_LABEL = re.compile(r"^[^\w\s]?(?:[*†‡]{1,3}|\d{1,3}|[^\w\s])\)\s?(?=[^\W\d_]|[„“‘«])")
FEWEST_CLOSED = 2
"""Lines that begin with ``*)`` or ``1)``, which show that the bracket belongs to the label and the call."""


def _with_bracket(above: str, text: str, call: CallCandidate) -> CallCandidate:
    """The call with the closing bracket behind it, as German presses set ``*)`` and ``1)``, if it closes nothing."""
    before = above + text[: call.start]
    if text[call.end : call.end + 1] != ")" or before.count("(") > before.count(")"):
        return call
    return replace(call, end=call.end + 1)


def _closes_a_bracket(above: str, text: str, call: CallCandidate) -> bool:
    """Whether the bracket with which a candidate ends was opened before it: ``(the ‘lamp’)``."""
    printed, before = text[call.start : call.end], above + text[: call.start]
    return printed.endswith(")") and "(" not in printed and before.rfind("(") > before.rfind(")")


_OPENING, _CLOSING = frozenset("(["), frozenset(")]")


def _in_brackets(word: str, start: int, end: int) -> bool:
    """Whether a call stands between brackets with nothing else in them; the mark may hold one of them."""
    opened = word[start - 1 : start] in _OPENING if start else False
    closed = word[end : end + 1] in _CLOSING
    return (opened or word[start:end][:1] in _OPENING) and (closed or word[start:end][-1:] in _CLOSING)


def _is_spare(text: str, offset: int, index: int, closes_nothing: set[tuple[int, int]]) -> bool:
    """Whether a character beside raised ink is no text.

    A sign that ends no word, a mark that closes nothing, or ``!`` and ``?`` behind a stop or a closing mark.
    """
    if text[offset] in "!?":
        return offset > 0 and text[offset - 1] in '.,;:’”")'
    return text[offset] in _SIGNS or (text[offset] in _MARKS and (index, offset) in closes_nothing)


def _bracketed(draft: Draft) -> list[CallCandidate]:
    """Numbers in brackets: the calls of a text layer that raises nothing but ordinals and exponents."""
    return [
        CallCandidate(
            start=match.start("run"), end=match.end("run"), raised=False, readings=(_reading(match["run"], 0.5),)
        )
        for match in _BRACKETED.finditer(draft.text)
    ]


def _patterned(
    draft: Draft, index: int, closes_nothing: set[tuple[int, int]], vocabulary: Vocabulary, *, told: bool
) -> list[CallCandidate]:
    """Candidates by their glyphs; ``told`` says that raised ink would be known, so that these are not raised."""
    found: list[CallCandidate] = []
    places = sorted(_places(draft.text, index, closes_nothing, vocabulary), key=lambda place: (place[0], -place[1]))
    for start, end, readings in places:
        if _is_open(draft.text, start) or _is_letter(draft.text, start, end, vocabulary):
            continue  # it closes a tag, or ends a word
        candidate = CallCandidate(start=start, end=end, raised=False if told else None, readings=readings)
        if readings and not (found and _overlap(candidate, found[-1])):  # they come in order
            found.append(candidate)
    return [call for call, other in zip_longest(found, found[1:]) if not _closes_before_a_call(draft.text, call, other)]


def _is_letter(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a 6 is the ``ó`` with which the word ends: readers without Spanish make ``asumi6`` of ``asumió``."""
    word = _LAST_WORD.search(text, max(0, start - REACH), start)
    if text[start:end] != "6" or word is None:
        return False
    return vocabulary.frequency(f"{word[0]}ó") >= max(KNOWN, vocabulary.frequency(word[0]))


def _is_open(text: str, end: int | None = None) -> bool:
    """Whether ``text[:end]`` ends within a tag: ``the <title``, as articles about markup have them."""
    return text.rfind("<", 0, end) > text.rfind(">", 0, end)


def _closes_a_tag(text: str, call: CallCandidate) -> bool:
    """Whether it closes a tag that begins on the line above."""
    return ">" in text[call.start : call.end] and not {"<", ">"} & set(text[: call.start])


def _closes_before_a_call(text: str, call: CallCandidate, other: CallCandidate | None) -> bool:
    """A mark right before what looks more like a call is a closing mark: ``socialism’ .'!``."""
    return (
        other is not None
        and set(text[call.start : call.end]) <= _MARKS
        and not text[call.end : other.start].strip(" .,;:")
    )


def _places(
    text: str, index: int, closes_nothing: set[tuple[int, int]], vocabulary: Vocabulary
) -> Iterator[tuple[int, int, tuple[Reading, ...]]]:
    for pattern, plausibility in _PLAIN:
        for match in pattern.finditer(text):
            if pattern not in _NUMBER_APART or not _PAGE_REFERENCE.search(_before(text, match.start("run") - 1)):
                yield (*match.span("run"), (_reading(match["run"].strip(), plausibility),))
    yield from _divided(text, index, closes_nothing)
    for match in _MARKS_BEFORE_STOP.finditer(text):
        if all((index, offset) in closes_nothing for offset in range(*match.span("run"))):
            yield (*match.span("run"), (_reading(match["run"], 0.3),))
    for match in _LETTERS_FOR_DIGITS.finditer(text):
        is_word = match["run"].isalpha() and vocabulary.frequency(match["run"].lower()) >= 4.5
        yield (*match.span("run"), (_reading(match["run"], 0.2 if is_word else 0.6),))
    for match in _FIGURES_AS_LETTERS.finditer(text):
        group = "run" if match["run"] else "capital"
        yield (*match.span(group), (_reading(match[group], 0.6),))
    for match in _LETTERS.finditer(text):
        if vocabulary.frequency(match["run"]) < 4.5:
            yield (*match.span("run"), (_reading(match["run"], 0.4),))


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
    for division in range(start, end):
        prefix, call = text[start:division], text[division:end]
        if not _NORMAL_END.match(prefix) or not _CALL.match(call):
            continue
        solid = call.replace(" ", "")
        plausibility = _sense(solid, text[division - 1]) * _host(_before(text, division), solid)
        for offset in range(start, end):
            if text[offset] in _MARKS and ((index, offset) in closes_nothing) == (offset < division):
                # A mark that closes something is text, one that closes nothing is not. No torn number begins with one
                # that closes: there the figure before the space is lost.
                plausibility *= 0.0 if solid != call and offset == division else 0.15
        if plausibility >= 0.1:
            yield _reading(call, plausibility)


def _sense(call: str, before: str) -> float:
    """How hard it is to take the glyphs for text, behind the character ``before``."""
    if any(glyph in _SIGNS for glyph in call):
        return 0.95
    if call.isdecimal():
        return 0.8
    if all(glyph in "!?" for glyph in call):
        if before in ".,;:":
            return 0.8  # no printer sets an exclamation mark behind a full stop
        return 0.3 if len(call) > 1 else 0.05
    return 0.6 if all(glyph in _MARKS for glyph in call) else 0.8


def _before(text: str, end: int) -> str:
    """What stands before a call, as far as it matters: a dump may have all its text in one line."""
    return text[max(0, end - REACH) : end]


def _host(before: str, call: str) -> float:
    """How likely a call follows this text: after a word or its punctuation, hardly inside a number or a reference."""
    if not before or before[-1] in "([{-–—/‘“§" or (before[-1].isdecimal() and call[0].isdecimal()):
        return 0.0
    if len(call) == 2 and call.isdecimal() and _HOUR.search(before):
        return 0.0
    if _PAGE_REFERENCE.search(before) or (call[0].isdecimal() and (_CODE.search(before) or _MIXED.search(before))):
        return 0.05
    if before[-1].isdecimal():
        return 1.0 if _YEAR_END.search(before) else 0.4  # no feet and inches behind a year
    if before[-1] in ".,:" and len(before) > 1 and before[-2].isdecimal() and call.isdecimal():
        return 0.3  # 10.5 and 3,500, or "in 1962." and a call
    return 1.0
