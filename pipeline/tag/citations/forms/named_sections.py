"""`See infra Part II.B`, `supra subpart IV(B)(1)`, `infra Appendix A`: words that lead to a section of the article.

American law reviews call their sections so (The Bluebook, 21st ed., rule 3.5): by the numbers of the heads that stand
over one another, in whatever words. A number that only names the last of them, `infra Section B`, is sought among the
sections around the note. What leads to no head, to several, or up where the words say down, is left as it is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.model import Block, BlockKind, Citation, CitationKind, Note

_ONE = r"(?:[A-Z]|\d{1,2}|[a-z]{1,4})"
_NUMBER = rf"(?:[IVXL]{{1,5}}|[A-Z]|\d{{1,2}})(?:\.{_ONE}(?!\w)|\({_ONE}\)|-[A-Z](?!\w))*(?!\w)"
_UNIT = r"(?:[Pp]arts?|[Ss]ubparts?|[Ss]ections?|[Ss]ubsections?|[Cc]hapters?)"
_WORD = r"(?P<word>(?:[Ii]ntroduction|[Cc]onclusion|[Aa]ppendix(?:\s(?:[A-Z]|\d{1,2}))?)(?!\w))"
_CALL = re.compile(
    rf"\b(?:[Ss]upra|(?P<down>[Ii]nfra)),?\s(?:at\s)?"
    rf"(?:{_UNIT}\s(?P<number>{_NUMBER})(?:\s?[–-]\s?(?:{_NUMBER}))?|{_WORD})"
)
_NEXT = re.compile(rf"(?:,\s|,?\s(?:and|&)\s)(?:{_UNIT}\s)?(?P<number>{_NUMBER})(?:\s?[–-]\s?{_NUMBER})?(?=[\s,;.)])")
"""Another number in the list: `infra Parts II, III.A and IV`. It must be of several parts, or Roman, to be none of
something else."""
_SEVERAL = re.compile(r"[IVXL]{2,}|.*\W")
_STEP = re.compile(r"\w+")
_HEADED = re.compile(
    r"(?:(?:Part|Section|Chapter)\s)?(?P<number>\d{1,2}(?:\.\d{1,2})+|[IVXL]{1,6}(?=[.):—–\s])|(?:[A-Za-z]|\d{1,2}|[ivx]{1,5})(?=[.)]))",
    re.IGNORECASE,
)


class _Head(NamedTuple):
    """A numbered heading, by its place among the blocks and the numbers of those it stands under."""

    block: Block
    place: int
    path: tuple[str, ...]


class _Call(NamedTuple):
    """A reference in ``text[start:end]``."""

    start: int
    end: int
    down: bool
    path: tuple[str, ...] = ()
    word: str = ""


def section_references(blocks: Sequence[Block], notes: Iterable[Note], cited: Iterable[Citation]) -> list[Citation]:
    """The references of the notes to the heads of sections, in the order of the notes.

    Args:
        blocks: those of the article.
        notes: those of the article; where one is called is where it stands.
        cited: what the notes cite; no reference overlaps it.
    """
    heads = _heads(blocks)
    places = {block.id: place for place, block in enumerate(blocks)}
    taken = defaultdict[str, list[Citation]](list)
    for citation in cited:
        taken[citation.target].append(citation)
    found: list[Citation] = []
    for note in notes if heads else ():
        place = places.get(note.anchor.target) if note.anchor else None
        calls = _calls(note.text) if place is not None else ()
        free = [
            each for each in calls if not any(one.start < each.end and each.start < one.end for one in taken[note.id])
        ]
        led = [(each, head) for each in free if place is not None and (head := _lead(each, place, heads))]
        found += [_citation(note, each, head, number) for number, (each, head) in enumerate(led, 1)]
    return found


def _citation(note: Note, call: _Call, head: _Head, number: int) -> Citation:
    return Citation(
        id=f"{note.id}.s{number}", target=note.id, start=call.start, end=call.end, kind=CitationKind.SECTION,
        antecedent=head.block.id, evidence="the section of that number",
    )  # fmt: skip


def _calls(text: str) -> Iterator[_Call]:
    for found in _CALL.finditer(text):
        down = found["down"] is not None
        word = (found["word"] or "").casefold()
        yield _Call(found.start(), found.end(), down, _steps(found["number"] or ""), word)
        end = found.end()
        while found["number"] and (more := _NEXT.match(text, end)) and _SEVERAL.match(more["number"]):
            yield _Call(more.start("number"), more.end(), down, _steps(more["number"]))
            end = more.end()


def _steps(number: str) -> tuple[str, ...]:
    return tuple(_STEP.findall(number))


def _heads(blocks: Sequence[Block]) -> list[_Head]:
    """The headings, each with its own number behind those of the numbered ones that it stands under."""
    found: list[_Head] = []
    over: list[tuple[int, tuple[str, ...]]] = []
    for place, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING:
            continue
        while over and over[-1][0] >= block.level:
            over.pop()
        number = _HEADED.match(block.text)
        own = _steps(number["number"]) if number else ()
        above = over[-1][1] if over else ()
        path = own if len(own) > 1 else (*above, *own)
        over.append((block.level, path))
        found.append(_Head(block, place, path if own else ()))
    return found


def _lead(call: _Call, place: int, heads: Sequence[_Head]) -> _Head | None:
    """The one head that a call at this place among the blocks can mean."""
    sought = [each for each in heads if (each.place > place) == call.down]
    if call.word:
        return _only([each for each in sought if _names(each.block.text, call.word)])
    fitting = [each for each in sought if each.path[-len(call.path) :] == call.path]
    whole = [each for each in fitting if each.path == call.path]
    here = next((each.path for each in reversed(heads) if each.place <= place and each.path), ())
    return _only(whole or _nearest(fitting, here))


def _only(heads: Sequence[_Head]) -> _Head | None:
    return heads[0] if len(heads) == 1 else None


def _names(head: str, word: str) -> bool:
    number = _HEADED.match(head)
    said = head[number.end() :].lstrip(" .):—–") if number else head
    return re.match(rf"{re.escape(word)}(?!\w)", said.casefold()) is not None


def _nearest(heads: Sequence[_Head], here: tuple[str, ...]) -> list[_Head]:
    """Those that share the most of the sections around the place."""
    shared = [sum(1 for _ in _common(each.path, here)) for each in heads]
    return [each for each, count in zip(heads, shared, strict=True) if count == max(shared)]


def _common(one: Sequence[str], other: Sequence[str]) -> Iterator[str]:
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            return
        yield mine
