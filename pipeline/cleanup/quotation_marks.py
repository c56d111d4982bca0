"""Quotation marks: what each one does (opens, closes, apostrophe), told by its neighbours, and pairs that disagree."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from pipeline.cleanup.draft import Draft, Edit
from pipeline.model import TEXT_LAYER

SINGLE, DOUBLE = "‘’", "“”"
_COMMAS = frozenset({",", ",,"})
"""What a reader that knows no German makes of ‚ and „: no comma begins a word."""
_MARKS = re.compile(r"[“”„‟\"‘’‚‛']|(?<!\S),{1,2}(?=[^\W\d_])")
_DOUBLES = frozenset('“”„‟"') | _COMMAS
_STAR = re.compile(r"(?<=[\w,;:(\[]\s)\*(?=[^\W\d_]{2})")
_DROPPED = ("s", "in")
"""What an apostrophe may end before a closing mark: ``the workers’”``, ``goin’”``."""
_OMITTED = re.compile(r"\s?\.\s?\.\s?\.\s?[^\W_]")
"""A quotation may begin with an ellipsis: ``“. . . in the lamp``."""
_ENDED = re.compile(r"[.,;:)\]]|\s?[(\[]|\s|$")
STAR_REACH = 3
"""Lines over which a title in a note runs."""
_NOT_QUOTED = dict.fromkeys("'\"", ".,;:!?)]—–+") | dict.fromkeys("’”", ".,;:!?)]—–’”")
"""What follows no opening mark of these forms: ``1932''—and``, ``the queue’ ””’ He``."""
REACH = 14
"""Lines after which an open quotation is given up: longer ones are set as block quotations, without marks."""
TOP = 4
"""Lines from the top of a page in which a quotation of the page before may end: the running head is one."""


LABELS = 2
"""Lines of a page that begin with one mark, which nothing closes: the labels of its notes, not quotations."""


class Role(Enum):
    """What a quotation mark does."""

    OPENING = "opening"
    CLOSING = "closing"
    APOSTROPHE = "apostrophe"
    EITHER = "closing or apostrophe"  # the plural possessive: workers’ movement
    POSSESSIVE = "closing, or apostrophe where only a quotation in double marks is open"  # Prisoners’ Union


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark of the document."""

    draft: int
    offset: int
    character: str
    role: Role

    @property
    def is_double(self) -> bool:
        return self.character in _DOUBLES


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening mark, the mark that closes it, and how deep it is nested (0: not at all)."""

    opening: Mark
    closing: Mark
    depth: int


def role_of(text: str, offset: int, following: str = "") -> Role:
    """The role of the mark at ``text[offset]``, by its neighbours alone; ``following`` is the next line.

    ``don’t`` apostrophe; ``‘take`` opening; ``lesson’ after`` closing; ``workers’ movement`` either.
    """
    if text[offset] == ",":
        return Role.OPENING
    before = text[offset - 1] if offset else " "
    after = text[offset + 1] if offset + 1 < len(text) else " "
    if before.isalnum() and after.isalpha():
        return Role.APOSTROPHE if text[offset] not in _DOUBLES else Role.CLOSING
    quoted = not after.isspace() and after not in _NOT_QUOTED.get(text[offset], ".,;:!?)]")
    if before in " ([{—–“‘\"'" and (quoted or _OMITTED.match(text, offset + 1)):
        return Role.OPENING
    if before == "s" and text[offset] not in _DOUBLES and re.match(r"\s[a-z]", f"{text[offset + 1 :]} {following}"):
        return Role.EITHER
    if before == "s" and text[offset] not in _DOUBLES and re.match(r"\s[A-Z]", text[offset + 1 :]):
        return Role.POSSESSIVE
    return Role.CLOSING


def marks_of(draft: Draft, index: int, following: str) -> list[Mark]:
    """The quotation marks of a line; what may be a note call after them keeps its say (see ``calls``)."""
    return [
        Mark(index, found.start(), found.group(), role_of(draft.text, found.start(), following))
        for found in _MARKS.finditer(draft.text)
    ]


def flows(drafts: Sequence[Draft]) -> list[list[int]]:
    """Line numbers of text that runs on: the lines of one type size, pages and columns after one another.

    Body and notes of a page are different flows, so that a quotation which runs over the page is not paired inside a
    note. Without geometry all lines are one flow.
    """
    sizes = Counter(round(draft.line.size) for draft in drafts)
    body = sizes.most_common(1)[0][0] if sizes else 0
    runs: dict[bool, list[int]] = {True: [], False: []}
    for index, draft in enumerate(drafts):
        runs[round(draft.line.size) >= body * 0.95].append(index)
    return [run for run in runs.values() if run]


def pairs(drafts: Sequence[Draft]) -> tuple[list[Pair], list[Mark]]:
    """Pairs by nesting, and the closing marks that close nothing: those may be note calls.

    An EITHER mark closes only if its kind of mark is open. An opening mark is forgotten after ``REACH`` lines.
    """
    paired: list[Pair] = []
    loose: list[Mark] = []
    open_still: list[Mark] = []
    for flow in flows(drafts):
        stack: list[Mark] = []
        for place, index in enumerate(flow):
            if drafts[index].line.blank_before >= 2:
                open_still += stack
                stack.clear()  # in a dump, another zone begins
            elif place and drafts[index].line.box is None and drafts[index].page != drafts[flow[place - 1]].page:
                open_still += [opening for opening in stack if not opening.offset]
                stack = [opening for opening in stack if opening.offset]  # a label, or closed at the top of the page
            following = drafts[flow[place + 1]].text if place + 1 < len(flow) else ""
            for mark in marks_of(drafts[index], index, following):
                open_still += [opening for opening in stack if place - bisect_left(flow, opening.draft) > REACH]
                stack = [opening for opening in stack if place - bisect_left(flow, opening.draft) <= REACH]
                _step(mark, stack, paired, loose)
        open_still += stack
    turned = list(_over_the_turn(drafts, open_still, loose))
    paired += turned
    loose = [mark for mark in loose if all(mark is not pair.closing for pair in turned)]
    against = _against_habit(drafts, paired)
    return [pair for pair in paired if pair not in against], [*loose, *(pair.closing for pair in against)]


def _over_the_turn(drafts: Sequence[Draft], open_still: Sequence[Mark], loose: Sequence[Mark]) -> Iterator[Pair]:
    """Quotations of a dump that run over the page: between their ends lie the notes of the page.

    The first mark of a page that closes nothing closes what the page before has left open; where it is of the other
    kind, only before a stop, behind which a call would stand.
    """
    tops = {draft.page: index for index, draft in reversed(list(enumerate(drafts))) if draft.line.box is None}
    first: dict[int, Mark] = {}
    for mark in sorted(loose, key=lambda each: (each.draft, each.offset)):
        first.setdefault(drafts[mark.draft].page, mark)
    starts = Counter((drafts[mark.draft].page, mark.character) for mark in open_still if not mark.offset)
    left = {
        (drafts[mark.draft].page, mark.is_double): mark
        for mark in sorted(open_still, key=lambda each: each.draft)
        if mark.offset or starts[drafts[mark.draft].page, mark.character] < LABELS
    }
    for page, mark in first.items():
        opening = left.get((page - 1, mark.is_double))
        if opening is None and drafts[mark.draft].text[mark.offset + 1 : mark.offset + 2] in {".", ","}:
            opening = left.get((page - 1, not mark.is_double))
        if opening and mark.role is Role.CLOSING and page in tops and mark.draft - tops[page] <= TOP:
            yield Pair(opening, mark, 0)


def _against_habit(drafts: Sequence[Draft], paired: Sequence[Pair]) -> list[Pair]:
    """Pairs closed on the wrong side of the full stop, by the document's own habit.

    English presses close a quotation before the stop (``years’.``), American ones after it (``years.’``); a mark on the
    other side is what a reader made of a note call. Nothing is said unless nine in ten pairs agree.
    """
    after_stop = [pair for pair in paired if _next_to(drafts, pair, -1)]
    before_stop = [pair for pair in paired if _next_to(drafts, pair, 1)]
    if len(before_stop) >= 8 and len(before_stop) >= 9 * len(after_stop):
        return after_stop
    return []


def _next_to(drafts: Sequence[Draft], pair: Pair, step: int) -> bool:
    text, offset = drafts[pair.closing.draft].text, pair.closing.offset + step
    return 0 <= offset < len(text) and text[offset] in ".,"


def _step(mark: Mark, stack: list[Mark], paired: list[Pair], loose: list[Mark]) -> None:
    if mark.role is Role.OPENING:
        stack.append(mark)
    elif mark.role is Role.POSSESSIVE and stack and all(opening.is_double for opening in stack):
        return
    elif mark.role in {Role.CLOSING, Role.POSSESSIVE}:
        if stack and (stack[-1].draft, stack[-1].offset) == (mark.draft, mark.offset - 1):
            loose.extend((stack.pop(), mark))  # nothing is quoted: the glyphs of a note call
        elif stack:
            paired.append(Pair(stack.pop(), mark, len(stack)))
        else:
            loose.append(mark)
    elif mark.role is Role.EITHER and stack and not stack[-1].is_double and len(stack) > 1:
        paired.append(Pair(stack.pop(), mark, len(stack)))


def apostrophes(draft: Draft) -> Iterator[Edit]:
    """An opening or a straight mark between two letters is an apostrophe: ``dang‘an`` -> ``dang’an``."""
    for found in reversed(list(re.finditer(r"(?<=[^\W\d_])[‘'](?=[^\W\d_])", draft.text))):
        yield Edit(found.start(), found.end(), "’", 0.95, "between letters")


def guillemets(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """``<`` and ``>`` that stand by themselves are guillemets, where the document has these.

    ``dit-il : < Je vois`` -> ``dit-il : « Je vois``. Not ``a < b`` or ``4 > 2``, and not the tags of markup.
    """
    count = sum(draft.text.count("«") + draft.text.count("»") for draft in drafts)
    found = [(index, match) for index, draft in enumerate(drafts) for match in _ANGLE.finditer(draft.text)]
    if count < max(FEWEST_GUILLEMETS, len(found)):
        return
    for index, match in reversed(found):
        sign = "«" if "<" in match[0] or "‹" in match[0] else "»"
        yield index, Edit(match.start(), match.end(), sign, 0.9, f"the document has {count} guillemets")


FEWEST_GUILLEMETS = 4
_ANGLE = re.compile(
    r"(?:(?<![^\s(\[—–-])|(?<=[.!?…;:)]))(?<!\d\s)(?:<{1,2}|‹{2}|>{1,2}|›{2})(?![^\s.,;:!?)\]—–])(?!\s[\db-xzB-XZ](?!\w))"
)
"""Between spaces, or behind a stop and before one; no word touches it, no figure or lone consonant stands beside it."""


def two_for_one(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """Two single marks side by side are a double one, as some presses set it: ``‘‘Lamps’’`` -> ``“Lamps”``.

    Of three in a row the inner is a single mark. In a dump or a scan two closing marks may be what is left of a call:
    there the document must have as many of both, and no double marks. Evidence: 12 of 140 born-digital articles have
    2 to 207 such pairs each, and not one double mark.
    """
    found = [(index, match) for index, draft in enumerate(drafts) for match in _TWO.finditer(draft.text)]
    opening = sum(match[0].startswith("‘") for _, match in found)
    doubles = sum(draft.text.count(mark) for draft in drafts for mark in DOUBLE)
    if not opening or doubles > opening:
        return
    as_many = not doubles and opening >= FEWEST_TWOS and abs(len(found) - 2 * opening) <= opening * 0.2
    for index, match in reversed(found):
        if drafts[index].reader == TEXT_LAYER or as_many:
            after = _AS_ONE[match[0]]
            yield index, Edit(match.start(), match.end(), after, 0.95, "two single marks are set for a double one")


FEWEST_TWOS = 4
_AS_ONE = {"‘‘": "“", "’’": "”", "‘‘‘": "“‘", "’’’": "’”"}
_TWO = re.compile(r"(?<!‘)‘{2,3}(?!‘)|(?<!’)’{2,3}(?!’)")


def low_marks(draft: Draft) -> Iterator[Edit]:
    """Two commas before a word are the mark that opens a quotation in German: ``,,Hafen“`` -> ``„Hafen“``."""
    for found in reversed(list(re.finditer(r"(?<![^\s(\[]),,(?=[^\W\d_])", draft.text))):
        yield Edit(found.start(), found.end(), "„", 0.95, "no comma begins a word")


def quotation_marks(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """Pairs whose ends disagree (``“the Soviet Union’``) take the kind that the document uses at that depth."""
    paired, _ = pairs(drafts)
    habit = _habit(paired)
    edits = []
    for pair in paired:
        if pair.opening.is_double == pair.closing.is_double or pair.opening.character in _COMMAS:
            continue
        double = habit.get(pair.depth)
        if double is None:
            continue
        wrong = pair.opening if pair.opening.is_double != double else pair.closing
        after = (DOUBLE if double else SINGLE)[wrong is pair.closing]
        evidence = f"the document's pairs are {'double' if double else 'single'} at this depth"
        end = wrong.offset + 1
        end += double and wrong is pair.closing and _is_read_on(drafts[wrong.draft], end)
        edits.append((wrong.draft, Edit(wrong.offset, end, after, 0.85, evidence)))
    yield from sorted(edits, key=lambda item: (item[0], -item[1].start))


def _is_read_on(draft: Draft, offset: int) -> bool:
    """Whether the mark there is what a reader of ink saw besides of a double one: ``“tape’’,`` where no call may be."""
    may_call = any(call.start <= offset < call.end for call in draft.calls)
    return draft.line.box is not None and draft.text[offset : offset + 1] in _STROKES and not may_call


_STROKES = frozenset('’”"')


def stars(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """``Fennick, *The Lamps’ (London)``: a star before a word opens a quotation that is closed and was never opened.

    Labels stand at a line's start, and calls behind their word: neither stands before a word within the line.
    """
    paired, loose = pairs(drafts)
    habit = _habit(paired)
    if 0 not in habit:
        return
    closing = sorted((mark.draft, mark.offset) for mark in loose if mark.is_double == habit[0])
    for index, draft in enumerate(drafts):
        for star in reversed(list(_STAR.finditer(draft.text))):
            place = next((each for each in closing if each > (index, star.start())), None)
            near = place is not None and place[0] - index < STAR_REACH
            if place and near and _ENDED.match(drafts[place[0]].text, place[1] + 1):
                opening = (DOUBLE if habit[0] else SINGLE)[0]
                yield index, Edit(star.start(), star.end(), opening, 0.85, "closed further on, and opened nowhere")


def doubled(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """A double mark within single ones that was read as two: ``‘““Lamps”``, ``“the Lamps’”’``."""
    edits: list[tuple[int, Edit]] = []
    for flow in flows(drafts):
        stack: list[Mark] = []
        for place, index in enumerate(flow):
            text = drafts[index].text
            following = drafts[flow[place + 1]].text if place + 1 < len(flow) else ""
            stack = [opening for opening in stack if place - bisect_left(flow, opening.draft) <= STAR_REACH]
            for mark in marks_of(drafts[index], index, following):
                nested = len(stack) > 1 and stack[-1].is_double and not stack[-2].is_double
                again = mark.offset >= 2 and text.startswith("‘““", mark.offset - 2)
                split = nested and text.startswith("’”", mark.offset) and not text.endswith(_DROPPED, 0, mark.offset)
                if again or split:
                    edits.append((index, Edit(mark.offset, mark.offset + 1, "", 0.85, "one mark, read twice")))
                else:
                    _step(mark, stack, [], [])
    yield from sorted(edits, key=lambda item: (item[0], -item[1].start))


def _habit(paired: Sequence[Pair]) -> dict[int, bool]:
    """Depth -> whether the document's agreeing pairs are double there; only where four in five are of one kind."""
    votes: dict[int, Counter[bool]] = {}
    for pair in paired:
        if pair.opening.is_double == pair.closing.is_double:
            votes.setdefault(pair.depth, Counter())[pair.opening.is_double] += 1
    habit = {}
    for depth, counter in votes.items():
        kind, count = counter.most_common(1)[0]
        if count >= 4 and count >= 0.8 * counter.total():
            habit[depth] = kind
    return habit
