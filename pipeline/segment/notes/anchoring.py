"""Notes set at their calls: the alignment's links carried out on the running text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from pipeline.config import MIN_CERT
from pipeline.model import Anchor, BlockKind, Note, NoteKind
from pipeline.raised_notation import first_figures, parted_figures, without_brackets
from pipeline.segment.assembling import Excision, Running, moved
from pipeline.segment.notes.announced_pages import NOWHERE, AnnouncedPages, of_other_chapters
from pipeline.segment.notes.call_alignment import Link, align
from pipeline.segment.notes.call_prices import Called
from pipeline.segment.notes.division import RawNote
from pipeline.segment.notes.float_calls import called_in_floats
from pipeline.segment.notes.glyphs import PLAIN, Hand
from pipeline.segment.notes.spots import Located, habit_of, spots_of
from pipeline.segment.series import SYMBOLS
from pipeline.segment.shared_words import TellingWords

GUESS = 0.4
"""Highest certainty of a call that left no trace: its place is a guess, however clear the sequence."""

NUMBER = 0.94
"""Share of the notes whose number is told by a sign that are what their number says: in dumps 175 of 189 links of .95
and more to such notes are right, 1,095 of 1,103 to others."""
PLACE = 0.75
"""Share of those whose number is told by their place alone: of 63 links of .5 and more in dumps, for which .86 was
promised with ``NUMBER``, 42 are right."""

_STOPPED = re.compile(r"[.,;:!?’”»\"'][)\]]?$")

MOST_MISSING = 6
"""Numbers that may be missing between two notes; more tell of a misread label."""

SURE = 0.9
"""Certainty from which a link tells where the article calls its notes."""
LIKELY = 0.5
"""Certainty from which a legible number tells of the form of the calls."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where every note is called, and what leaves the blocks' running texts for it."""

    anchors: dict[int, Anchor]
    """Index of the note -> its anchor; offsets are those of the text after the excisions."""
    excisions: dict[int, list[Excision]]
    """Index of the block -> what is cut from its running text."""
    again: dict[int, list[Anchor]]
    """Index of the note -> where it is called a second time."""
    unused: list[Located]
    """Raised ink that the readers took for a number and that calls no note."""


def anchor_notes(
    notes: Sequence[RawNote],
    texts: Sequence[Running],
    kinds: Sequence[BlockKind],
    block_ids: Sequence[str],
    announced: AnnouncedPages = NOWHERE,
) -> Anchored:
    """Aligns notes and spots and cuts the printed calls out.

    Args:
        notes: in reading order.
        texts: running text of every block, in reading order.
        kinds: their kinds.
        block_ids: their ids.
        announced: the pages that call the notes, as running heads say.
    """
    sequenced = any(note.label.isalnum() for note in notes)
    telling = TellingWords([running.text for running in texts])
    apart = _marks_apart(notes, texts)
    called = [
        _called(note, telling, announced, sequenced=sequenced and index not in apart)
        for index, note in enumerate(notes)
    ]
    absent = {index for index, note in enumerate(notes) if not announced.may_be_called(note)}
    located, links = _linked(called, {*apart, *absent}, texts, kinds, telling)
    absent |= (others := of_other_chapters(notes, links, located) | _begun_before(notes, links, texts))
    if others:
        located, links = _linked(called, {*apart, *absent}, texts, kinds, telling)
    links = [_of_number(link, notes[link.note]) for link in links]
    links, second = _second_calls(called, links, located, texts)
    links = called_in_floats(called, links, located, kinds, {link.spot for link in (*links, *second)})
    links += _linked_apart(called, apart, located, {link.spot for link in (*links, *second)})
    excisions: defaultdict[int, list[Excision]] = defaultdict(list)
    for link in (*links, *second):
        place = located[link.spot]
        if place.end > place.start:
            excisions[place.block].append(_excision(place, link, called[link.note].label, texts[place.block]))
    anchors = {link.note: _anchor(link, located[link.spot], excisions, block_ids) for link in links}
    again: defaultdict[int, list[Anchor]] = defaultdict(list)
    for link in second:
        again[link.note].append(_anchor(link, located[link.spot], excisions, block_ids))
    used = {link.spot for link in (*links, *second)}
    unused = [
        place
        for index, place in enumerate(located)
        if index not in used and _looks_like_call(place) and not _is_cut(place, excisions)
    ]
    return Anchored(anchors, dict(excisions), dict(again), unused)


def _is_cut(place: Located, excisions: Mapping[int, Sequence[Excision]]) -> bool:
    """Whether a place is one of the parted figures of another call."""
    return any(cut.start <= place.start and place.end <= cut.end for cut in excisions.get(place.block, ()))


def _begun_before(notes: Sequence[RawNote], links: Sequence[Link], texts: Sequence[Running]) -> set[int]:
    """The first note of an excerpt, if it is the rest of one that is called on a page before the first.

    No label begins it, nothing printed calls it, and the next label is the third of its series or a later one: an
    article that begins here would have lost more than one.
    """
    if any(link.note == 0 and link.printed for link in links):
        return set()
    opening = next((piece.page for running in texts for piece in running.pieces), 0)
    rest = [note for note in notes[:2] if note.label_row.page.number == opening]
    begun = len(rest) == len(notes[:2]) == 2 and not rest[0].label and rest[1].value > FIRST_TWO
    return {0} if begun and rest[0].kind is NoteKind.FOOT else set()


FIRST_TWO = 2
"""Behind a note whose label was lost stands note 2, or note 1 behind the author's."""


def _marks_apart(notes: Sequence[RawNote], texts: Sequence[Running]) -> list[int]:
    """Indices of the notes with reference marks at the feet of pages whose text calls others across them.

    Those are the lettered ones of an editor or a translator, over which the author's notes stand on each page; or the
    endnotes, and then the marks are an editor's, but for the author's own on the first page.
    """
    marked = [index for index, note in enumerate(notes) if note.label in SYMBOLS and note.kind is not NoteKind.END]
    first = next((note.label_row.page.number for note in notes if note.label.isalpha()), None)
    if first is not None:
        return [index for index in marked if notes[index].label_row.page.number >= first]
    at_end = any(note.kind is NoteKind.END and note.label.isdecimal() for note in notes)
    opening = next((piece.page for running in texts for piece in running.pieces), 0)
    return [index for index in marked if at_end and notes[index].label_row.page.number > opening]


def _linked_apart(
    called: Sequence[Called], apart: Sequence[int], located: Sequence[Located], used: Set[int]
) -> list[Link]:
    """The links of a second series of notes, with the spots that the first has left: no sequence bears them out."""
    spots = [index for index in range(len(located)) if index not in used]
    links = _aligned([called[index] for index in apart], [located[index] for index in spots])
    links = [link for link in links if link.certainty >= MIN_CERT]
    return [replace(link, note=apart[link.note], spot=spots[link.spot]) for link in links]


def _of_number(link: Link, note: RawNote) -> Link:
    """The link, as certain as the number of its note allows: in a dump, where no ink shows what a sign was."""
    if not note.doubt or note.label_row.line.box is not None:
        return link
    return replace(link, certainty=round(link.certainty * (NUMBER if note.printed else PLACE), 3))


def _linked(
    every: Sequence[Called],
    without: Set[int],
    texts: Sequence[Running],
    kinds: Sequence[BlockKind],
    telling: TellingWords,
) -> tuple[list[Located], list[Link]]:
    """The spots, and the links of the notes without some of them."""
    series = [index for index in range(len(every)) if index not in without]
    located, links = _linked_by_habit([every[index] for index in series], texts, kinds, telling)
    return located, [replace(link, note=series[link.note]) for link in links]


def _linked_by_habit(
    called: Sequence[Called], texts: Sequence[Running], kinds: Sequence[BlockKind], telling: TellingWords
) -> tuple[list[Located], list[Link]]:
    """The spots and the links: first by themselves, then knowing where the article is used to calling its notes."""
    located = spots_of(texts, kinds, telling)
    links = _aligned(called, located)
    certain = [located[link.spot] for link in links if link.printed and link.certainty >= SURE]
    legible = [located[link.spot] for link in links if _is_legible(link, called[link.note])]
    habit = habit_of(texts, certain, legible)
    if habit is None:
        return located, links
    read = ((link.printed, called[link.note].label, link.certainty) for link in links if link.reader == "pattern")
    hand = Hand(read) if habit.settings else PLAIN
    located = spots_of(texts, kinds, telling, habit)
    return located, _aligned(called, located, hand)


def _is_legible(link: Link, note: Called) -> bool:
    """Whether a call is read as the number of its note: that is hardly an accident, so that it tells of the form."""
    return link.certainty >= LIKELY and without_brackets(link.printed) == note.label


def _aligned(called: Sequence[Called], located: Sequence[Located], hand: Hand = PLAIN) -> list[Link]:
    """The links of the notes; numbers that the sequence lacks take part, so that their calls go to no other note."""
    every = list(with_missing(called))
    place = {index: number for number, index in enumerate(i for i, note in enumerate(every) if not note.until)}
    links = align(every, [each.spot for each in located], hand)
    return [replace(link, note=place[link.note]) for link in links if link.note in place]


def with_missing(called: Sequence[Called]) -> Iterator[Called]:
    """The notes, and between two of them those whose numbers are missing: the reader lost their labels."""
    for one, other in zip((None, *called), called, strict=False):
        if one and not one.free and not other.free and one.label.isdecimal() and other.label.isdecimal():
            numbers = range(int(one.label) + 1, int(other.label))
            if len(numbers) <= MOST_MISSING:
                yield from (Called(str(number), one.page, until=other.page) for number in numbers)
        yield other


def _second_calls(
    called: Sequence[Called], links: Sequence[Link], located: Sequence[Located], texts: Sequence[Running]
) -> tuple[list[Link], list[Link]]:
    """The links, each at the first call of its note, and the further calls of notes that are called for certain.

    A further call is the very label, printed on the note's page once more. Only what is printed counts, not what a
    second reader makes of some ink: a closing quotation mark is easily read as a 1, and there is a note 1. Calls of one
    note that lie between those of its neighbours share its certainty, so theirs is taken together.
    """
    printed = [without_brackets(texts[place.block].text[place.start : place.end]) for place in located]
    alike: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for spot, place in enumerate(located):
        if printed[spot]:
            alike[place.spot.page, printed[spot]].append(spot)
    used = {link.spot for link in links}
    first, further = [], []
    for index, link in enumerate(links):
        low = links[index - 1].spot if index else -1
        high = links[index + 1].spot if index + 1 < len(links) else len(located)
        same = [
            spot
            for spot in alike[called[link.note].page, called[link.note].label]
            if (spot == link.spot or spot not in used)
            and spot > low
            and _may_repeat(called[link.note], located[spot], texts)
            and located[spot].spot.in_title == located[link.spot].spot.in_title
        ]
        within = sum(spot < high for spot in same)
        certainty = min(1.0, round(link.certainty * within, 3))
        if link.spot not in same or len(same) == 1 or certainty < SURE:
            first.append(link)
            continue
        first.append(replace(link, spot=same[0], printed=printed[same[0]], certainty=certainty))
        further += [replace(link, spot=spot, printed=printed[spot], certainty=certainty) for spot in same[1:]]
    return first, further


def _may_repeat(note: Called, place: Located, texts: Sequence[Running]) -> bool:
    """Whether what is printed at a place may call a note that is called elsewhere.

    Where no ink shows what is raised, a number that is not behind a stop is one of the text, as ``(2)`` or ``section
    92(13)``: of ten such in 97 dumps none was a call. Raised ink in which a reader sees another number is an exponent.
    """
    if place.spot.raised is not None:
        others = (each.text for each in place.spot.readings if each.text.isdecimal() and each.text != note.label)
        return place.spot.raised and next(others, None) is None
    if not note.label.isdecimal():
        return True
    return bool(_STOPPED.search(texts[place.block].text[max(0, place.start - 2) : place.start]))


def _called(note: RawNote, telling: TellingWords, announced: AnnouncedPages, *, sequenced: bool) -> Called:
    return Called(
        note.label,
        note.label_row.page.number,
        only_on=announced.calling(note),
        free=note.kind is NoteKind.END,
        of_author=sequenced and not note.label.isalnum(),
        words=telling.of(row.text for row in note.rows),
    )


def _excision(place: Located, link: Link, label: str, running: Running) -> Excision:
    """The printed glyphs of the link's reading; a space that the reader put before them goes too."""
    start, printed = place.start, running.text[place.start : place.end]
    if printed and label.endswith(printed):  # of the ink of a call only its last figures were seen
        start -= first_figures(running.text[:start], label, len(printed))
    if not place.spot.raised and link.reader == "pattern":
        start = max(place.start, place.end - len(link.printed))
    start, end = parted_figures(running.text, start, place.end, label) if place.spot.raised else (start, place.end)
    before = running.text[:start]
    piece_starts = {piece.start for piece in running.pieces}
    if before.endswith(" ") and start not in piece_starts:
        start -= 1
    return Excision(start, end, "call")


def _anchor(link: Link, place: Located, excisions: dict[int, list[Excision]], block_ids: Sequence[str]) -> Anchor:
    cuts = excisions.get(place.block, [])
    own = next((cut for cut in cuts if cut.start <= place.start < place.end <= cut.end), None)
    own = own if place.end > place.start else None
    offset = moved(own.start if own else place.start, [cut for cut in cuts if cut is not own])
    lost = place.spot.is_silent
    certainty = min(link.certainty, GUESS) if lost else link.certainty
    return Anchor(
        target=block_ids[place.block], offset=offset, printed=link.printed, cert=certainty,
        evidence=_evidence(link, place),
    )  # fmt: skip


def _evidence(link: Link, place: Located) -> str:
    if place.spot.is_silent:
        return "the call left no trace; likeliest place by sequence and sentence"
    raised = "raised ink" if place.spot.raised else "glyphs"
    reading = f", read {link.printed!r} by {link.reader}" if link.printed else ", not read"
    return f"{raised}{reading}"


def _looks_like_call(place: Located) -> bool:
    readings = place.spot.readings
    return bool(place.spot.raised) and bool(readings) and readings[0].text.isdecimal() and readings[0].confidence >= 0.5


def is_low(note: Note) -> bool:
    """Whether a note's place needs eyes."""
    return note.anchor is not None and note.anchor.cert < MIN_CERT
