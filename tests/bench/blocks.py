"""The blocks of a body as printed, against the edition's: ``python -m tests.bench.blocks TRUTHS LAYERS [--each]``.

TRUTHS has ``x.txt`` for the articles, LAYERS what the program made of them, ``x/3-article.json``. A truth lists all
that some pages print, in order; it is written by eye from the page images::

    @3
    =44 LAMPS OF THE HARBOUR
    >whole coast in his
    h2|Whose oil?
    p|The dues of the|on the breakwater:
    q|I send my boy|coast in his head.”
    r|So far the keeper.|

``@3`` is a page, by its number in the source, ``=`` a running head or folio, ``>`` how a page begins in the midst of a
block that goes on over the turn. A block has its kind, first words and last words; the last may be left out. The kinds
are `KINDS`, a heading's with its level. Front matter and notes are left out of truth and account.

Told are: blocks that begin where the print has one begin (whatever their kind), and by kind; whether their ends, the
levels of headings and the joins over page turns are right; paragraphs that were told to resume, or not; furniture
that stands in the body, and beginnings that the body has nowhere.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from rapidfuzz import fuzz

from pipeline.compare.scores import Score, score, total
from pipeline.model import Article, Block, BlockKind
from tests.bench.ink import ink

KINDS = {
    "p": BlockKind.PARAGRAPH,
    "r": BlockKind.PARAGRAPH,  # one that resumes after displayed matter
    "h": BlockKind.HEADING,
    "q": BlockKind.QUOTATION,
    "v": BlockKind.QUOTATION,  # verse
    "e": BlockKind.QUOTATION,  # epigraph
    "i": BlockKind.ITEM,
    "c": BlockKind.CAPTION,
    "tab": BlockKind.TABLE,
    "fig": BlockKind.DIAGRAM,
    "b": BlockKind.BIBLIOGRAPHY,
    "toc": BlockKind.CONTENTS,
}
FRONT = frozenset(
    {
        BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.BYLINE, BlockKind.AFFILIATION, BlockKind.ABSTRACT,
        BlockKind.KEYWORDS,
    }
)  # fmt: skip
WHOLE = frozenset({BlockKind.TABLE, BlockKind.DIAGRAM, BlockKind.CONTENTS})
"""Kinds whose further blocks on a page are not counted: what of a drawing is one block is a matter of taste."""
ALIKE = 85.0
"""Likeness, in per cent, from which words are the same: a scan may be misread, a hyphen joined otherwise."""
REACH = 24
"""Letters and digits of a beginning or an end that are compared."""
TOLD = 6
"""Letters and digits that tell a running head from words of the text; a folio is told by standing alone."""


class Expected(NamedTuple):
    """A block of the print."""

    page: int
    kind: str
    level: int
    first: str
    last: str


class Truth(NamedTuple):
    """Some pages of an article; what begins them midway and what stands around them is (page, words)."""

    pages: frozenset[int]
    blocks: tuple[Expected, ...]
    turns: tuple[tuple[int, str], ...]
    furniture: tuple[tuple[int, str], ...]


class Judgement(NamedTuple):
    """What came of one article, or of several: scores by what is measured, and all faults, a line for each."""

    scores: dict[str, Score]
    faults: tuple[str, ...]


def read_truth(text: str) -> Truth:
    """The truth that a file's text gives; raises ValueError where a line has no page, KeyError where it has no kind."""
    page = 0
    pages: set[int] = set()
    blocks: list[Expected] = []
    turns: list[tuple[int, str]] = []
    furniture: list[tuple[int, str]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("@"):
            pages.add(page := int(line[1:]))
        elif not page:
            raise ValueError(f"{line!r} stands before the first page")
        elif line.startswith((">", "=")):
            (turns if line[0] == ">" else furniture).append((page, line[1:]))
        else:
            blocks.append(_expected(page, *line.split("|")))
    return Truth(frozenset(pages), tuple(blocks), tuple(turns), tuple(furniture))


def _expected(page: int, name: str, first: str, last: str = "") -> Expected:
    kind = name.rstrip("0123456789")
    KINDS[kind]
    return Expected(page, kind, int(name[len(kind) :] or 0), first, last)


def judge(truth: Truth, article: Article) -> Judgement:
    """Compare the pages of a truth with the blocks that begin on them."""
    given = [block for block in article.blocks if block.kind not in FRONT and _page(block) in truth.pages]
    found = _found(truth.blocks, given)
    tallies = _Tallies()
    _judge_blocks(truth, given, found, tallies)
    for expected, block in found:
        _judge_found(expected, block, tallies)
    for page, words in truth.turns:
        joined = not any(_page(block) == page and _begins(block.text, words) for block in given)
        tallies.add("joins over a turn", joined, f"p. {page} cut at the turn: {words}")
    for page, words in truth.furniture:
        leaked = not _is_set_aside(words, page, article) and any(
            _shows(block, words) for block in given if page in {piece.page for piece in block.pieces}
        )
        tallies.add("furniture kept out", not leaked, f"p. {page} furniture in the body: {words}")
    return tallies.judgement()


def _judge_blocks(
    truth: Truth, given: Sequence[Block], found: Sequence[tuple[Expected, Block]], tallies: "_Tallies"
) -> None:
    """Beginnings, of whatever kind and of each."""
    kept = {block.id for _, block in found}
    whole = {(_page(block), block.kind) for _, block in found if block.kind in WHOLE}
    counted = [block for block in given if block.id in kept or (_page(block), block.kind) not in whole]
    tallies.scores["beginnings"] = score(len(found), len(counted), len(truth.blocks))
    for kind in dict.fromkeys(KINDS.values()):
        right = sum(block.kind is kind is KINDS[expected.kind] for expected, block in found)
        wanted = sum(KINDS[expected.kind] is kind for expected in truth.blocks)
        tallies.scores[kind.value] = score(right, sum(block.kind is kind for block in counted), wanted)
    body = "".join(ink(block.text) for block in given)
    matched = {expected for expected, _ in found}
    for expected in truth.blocks:
        if expected not in matched:
            where = "not in the body" if not _within(body, expected.first) else "no block begins"
            tallies.faults.append(f"p. {expected.page} {where}: {expected.kind} {expected.first}")
    tallies.scores["beginnings in the body"] = _within_score(truth.blocks, body)
    for block in counted:
        if block.id not in kept:
            tallies.faults.append(f"p. {_page(block)} spurious {block.kind}: {block.text[:60]} ({block.reason})")


def _judge_found(expected: Expected, block: Block, tallies: "_Tallies") -> None:
    """Kind, level, end and resuming of a block that begins where it should."""
    words = f"p. {expected.page} {expected.first}"
    if block.kind is not KINDS[expected.kind]:
        tallies.faults.append(f"{words}: {block.kind} for {KINDS[expected.kind]} ({block.reason})")
        return
    if block.kind is BlockKind.HEADING:
        tallies.add("levels", block.level == expected.level, f"{words}: level {block.level} for {expected.level}")
    if block.kind is BlockKind.PARAGRAPH:
        resumes = expected.kind == "r"
        if resumes or block.resumes:
            tallies.add("resuming", resumes is block.resumes, f"{words}: resumes {block.resumes} for {resumes}")
    if expected.last:
        right = _begins(ink(block.text)[::-1], ink(expected.last)[::-1])
        tallies.add("ends", right, f"{words}: ends …{block.text[-50:]!r}")


def _found(expected: Sequence[Expected], given: Sequence[Block]) -> list[tuple[Expected, Block]]:
    """Each block of the print with the first one of its page, after that of the one before, that begins like it."""
    found = []
    start = 0
    for each in expected:
        index = next(
            (
                n
                for n in range(start, len(given))
                if _page(given[n]) == each.page and _begins(given[n].text, each.first)
            ),
            None,
        )
        if index is not None:
            found.append((each, given[index]))
            start = index + 1
    return found


def _page(block: Block) -> int:
    return block.pieces[0].page


def _begins(text: str, words: str) -> bool:
    wanted = ink(words)[:REACH]
    return fuzz.ratio(ink(text)[: len(wanted)], wanted) >= ALIKE


def _within(body: str, words: str) -> bool:
    return fuzz.partial_ratio(ink(words)[:REACH], body) >= ALIKE


def _within_score(blocks: Sequence[Expected], body: str) -> Score:
    right = sum(_within(body, expected.first) for expected in blocks)
    return score(right, len(blocks), len(blocks))


def _is_set_aside(words: str, page: int, article: Article) -> bool:
    """Whether a page's furniture has the words, with a folio or other words beside them or without."""
    furniture = "".join(ink(each.text) for each in article.furniture if each.page == page)
    return fuzz.partial_ratio(ink(words), furniture) >= ALIKE and len(furniture) >= len(ink(words))


def _shows(block: Block, words: str) -> bool:
    wanted, text = ink(words), ink(block.text)
    return text == wanted or (len(wanted) >= TOLD and wanted in text)


class _Tallies:
    """Scores and faults as they come in."""

    def __init__(self) -> None:
        self.scores: dict[str, Score] = {}
        self.faults: list[str] = []
        self._answers: dict[str, list[bool]] = defaultdict(list)

    def add(self, name: str, right: bool, fault: str) -> None:
        self._answers[name].append(right)
        if not right:
            self.faults.append(fault)

    def judgement(self) -> Judgement:
        answered = {name: score(sum(each), len(each), len(each)) for name, each in self._answers.items()}
        return Judgement(self.scores | answered, tuple(self.faults))


def together(judgements: Sequence[Judgement]) -> dict[str, Score]:
    """The scores of several articles, counted together."""
    names = dict.fromkeys(name for judgement in judgements for name in judgement.scores)
    return {
        name: total([judgement.scores[name] for judgement in judgements if name in judgement.scores]) for name in names
    }


def table(scores: dict[str, Score]) -> str:
    """A line for each thing that the print has or the edition gives."""
    return "".join(f"{line}\n" for line in _lines(scores))


def _lines(scores: dict[str, Score]) -> Iterator[str]:
    yield f"{'':24}{'wanted':>7}{'given':>7}{'right':>7}{'F1':>7}"
    for name, each in scores.items():
        if each.f1 is not None:
            yield f"{name:24}{each.wanted:7}{each.given:7}{each.right:7}{each.f1:7.3f}"


def main(arguments: list[str] | None = None) -> int:
    """Print the scores of the articles that have truth and layer, with ``--each`` their faults; 2 if there is none."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("truths", type=Path)
    parser.add_argument("layers", type=Path)
    parser.add_argument("--each", action="store_true", help="print the faults of each article")
    options = parser.parse_args(arguments)
    judgements = []
    for path in sorted(options.truths.glob("*.txt")):
        layer = options.layers / path.stem / "3-article.json"
        if not layer.exists():
            sys.stderr.write(f"{layer} is missing\n")
            continue
        article = msgspec.json.decode(layer.read_bytes(), type=Article)
        judgements.append(judge(read_truth(path.read_text(encoding="utf-8")), article))
        if options.each:
            sys.stdout.write("".join(f"{path.stem}: {fault}\n" for fault in judgements[-1].faults))
    sys.stdout.write(table(together(judgements)))
    return 0 if judgements else 2


if __name__ == "__main__":
    sys.exit(main())
