"""Measuring zones: ``python -m tests.bench.segmentation DIR [--only NAME] [--edited] [--wrong]``.

``DIR`` has PDFs and beside each ``x.segmentation.tei.xml``, the zone of every line in the training format of GROBID
(``zone_truth.py``), as the footnote flavour of the Max Planck Institute for Legal History publishes it. Every line of
the truth is looked up by its letters in the lines of its page, and each letter counts for the zone of the truth and for
that of the edition. What is found nowhere is not counted: the two programs read a line differently.

Some differences are of convention and no fault: a note on the author and what the journal prints of itself are front
there, a running foot is a note. ``agreed`` counts with them, ``strict`` without.
"""

import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from pipeline.compare.scores import score
from pipeline.compare.table import decimal
from pipeline.model import Article, Block, BlockKind, FurnitureKind, Lines, NoteKind, Piece
from pipeline.tei.parts import divide
from tests.bench.ink import ink
from tests.bench.journals import edition_of, parser_of
from tests.bench.zone_truth import ZONES, ZonedLine, letters_of, zoned_lines

SUFFIX = ".segmentation.tei.xml"
CONVENTIONS = frozenset({
    ("front", "author"), ("front", "foot"), ("front", "head"), ("front", "folio"), ("front", "summary"),
    ("cover", "head"), ("cover", "foot"), ("cover", "front"), ("folio", "head"), ("head", "folio"), ("note", "author"),
})  # fmt: skip
"""Zones of the truth and of the edition that are one by another name."""
_STRICT = {"author": "note", "foot": "head", "summary": "body"}
SHORT = 4
"""Letters of a line that is found wherever they stand; of fewer, words have to begin and end with it."""
LONG = 12
"""Letters of a line that tell its page."""
TAKEN = "\N{SPACE}"
"""Stands for a letter that is found: no two lines are one."""

Confusion = Counter[tuple[str, str]]
"""(zone of the truth, zone of the edition) -> letters."""


class _Page(NamedTuple):
    """The letters of a page in the order of its lines, the zone of each, and where words begin and end."""

    letters: list[str]
    zones: list[str]
    borders: list[int]


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; 1 if a document could not be edited, 2 if there was none."""
    options = parser_of("segmentation", __doc__, "PDFs with their truth beside them", "segmentation").parse_args(
        arguments
    )
    sources = [path for path in sorted(options.journals.glob("*.pdf")) if options.only in path.stem]
    sources = [path for path in sources if path.with_suffix(SUFFIX).exists()]
    if not sources:
        sys.stderr.write(f"no PDF with its {SUFFIX} beside it in {options.journals}\n")
        return 2
    together: Confusion = Counter()
    failed = 0
    for source in sources:
        edition, _, complaint = edition_of(source, options.folder, edited=options.edited)
        if edition is None:
            failed += 1
            sys.stderr.write(f"{source.stem}: {complaint}\n")
            continue
        confusion, wrong = judge(zoned_lines(source.with_suffix(SUFFIX).read_text("utf-8")), *_layers(edition.parent))
        sys.stdout.write(f"{source.stem}: strict {_share(confusion, ())}, agreed {_share(confusion, CONVENTIONS)}\n")
        sys.stdout.writelines(f"    {line}\n" for line in (wrong if options.wrong else ()))
        together += confusion
    sys.stdout.write(table(together, ()) + table(together, CONVENTIONS))
    return int(bool(failed))


def _layers(folder: Path) -> tuple[Lines, Article]:
    return (
        msgspec.json.decode((folder / "2-lines.json").read_bytes(), type=Lines),
        msgspec.json.decode((folder / "3-article.json").read_bytes(), type=Article),
    )


def judge(truth: Sequence[ZonedLine], lines: Lines, article: Article) -> tuple[Confusion, list[str]]:
    """The letters of a document by zones, and a text for each line of the truth that the edition has in another."""
    pages = list(_pages(lines, article))
    confusion: Confusion = Counter()
    wrong: dict[int, str] = {}
    near = _near_pages([letters_of(line) for line in truth], pages)
    # Long lines are looked up first, for the letters of short ones may stand within them.
    for index in sorted(range(len(truth)), key=lambda index: -len(letters_of(truth[index]))):
        zone, text = truth[index]
        tries = ((number, _taken(letters_of(truth[index]), pages[number])) for number in near[index])
        number, found = next(((number, own) for number, own in tries if own), (0, []))
        zones = Counter(found)
        confusion.update({(zone, own): count for own, count in zones.items()})
        own = zones.most_common(1)[0][0] if zones else zone
        if _agreed(zone, own, CONVENTIONS) != zone:
            wrong[index] = f"{zone} -> {own}, page {number + 1}: {text[:80]}"
    return confusion, [wrong[index] for index in sorted(wrong)]


def _pages(lines: Lines, article: Article) -> Iterator[_Page]:
    zones = dict[tuple[int, int], list[tuple[Piece, str]]]()
    for zone, pieces in _zoned_pieces(article):
        for piece in pieces:
            zones.setdefault((piece.page, piece.line), []).append((piece, zone))
    for page in lines.pages:
        made = _Page([], [], [])
        for number, line in enumerate(page.lines):
            _add(made, line.text, zones.get((page.number, number), []))
        yield made


def _add(page: _Page, text: str, zones: Sequence[tuple[Piece, str]]) -> None:
    """Adds the letters of a line; a word never stands over the border of a zone."""
    zone = zones[0][1] if zones else "lost"
    page.borders.append(len(page.letters))
    for place, character in enumerate(text):
        own = next((name for piece, name in zones if piece.line_start <= place < piece.line_end), zone)
        if not character.isalnum() or own != zone:
            page.borders.append(len(page.letters))
        zone = own
        page.letters.extend(ink(character))
        page.zones.extend(zone for _ in ink(character))
    page.borders.append(len(page.letters))


def _zoned_pieces(article: Article) -> Iterator[tuple[str, Sequence[Piece]]]:
    before = {block.id for block in divide(article).front}
    for block in article.blocks:
        yield _zone_of(block, article, in_front=block.id in before), block.pieces
    for note in article.notes:
        yield "author" if note.kind is NoteKind.AUTHOR else "note", note.pieces
    for each in article.furniture:
        yield _FURNITURE.get(each.kind, "foot"), each.pieces
    for discard in article.discarded:
        yield "cover", discard.pieces


_FURNITURE = {FurnitureKind.HEAD: "head", FurnitureKind.FOLIO: "folio"}


def _zone_of(block: Block, article: Article, *, in_front: bool) -> str:
    if block.kind is BlockKind.BIBLIOGRAPHY:
        return "bibliography"
    summed_up = len(article.front.abstract) > 0 and ink(article.front.abstract) in ink(block.text)
    return "front" if in_front else "summary" if summed_up else "body"


def _near_pages(keys: Sequence[str], pages: Sequence[_Page]) -> list[list[int]]:
    """For every line the page of the next line that stands on one page alone, and that of the last such line."""
    texts = ["".join(page.letters) for page in pages]
    alone: list[int | None] = []
    for key in keys:
        holding = [number for number, text in enumerate(texts) if len(key) >= LONG and key in text]
        alone.append(holding[0] if len(holding) == 1 else None)
    before = _filled(alone)
    behind = _filled(alone[::-1])[::-1]
    return [list(dict.fromkeys(pair)) for pair in zip(behind, before, strict=True)]


def _filled(numbers: Sequence[int | None]) -> list[int]:
    """The numbers, for each that lacks the one before; at the beginning the first there is."""
    last = next((number for number in numbers if number is not None), 0)
    filled = []
    for number in numbers:
        last = last if number is None else number
        filled.append(last)
    return filled


def _taken(key: str, page: _Page) -> list[str]:
    """The zones of the letters of a line where they stand on a page, which are taken off it; none where they do not."""
    text, start = "".join(page.letters), -1
    while key and (start := text.find(key, start + 1)) >= 0:
        end = start + len(key)
        if len(key) >= SHORT or {start, end} <= set(page.borders):
            page.letters[start:end] = TAKEN * len(key)
            return page.zones[start:end]
    return []


def _agreed(zone: str, own: str, conventions: Collection[tuple[str, str]]) -> str:
    """The zone of the edition, as the truth calls it."""
    return zone if (zone, own) in conventions else _STRICT.get(own, own)


def _share(confusion: Confusion, conventions: Collection[tuple[str, str]]) -> str:
    right = sum(count for (zone, own), count in confusion.items() if _agreed(zone, own, conventions) == zone)
    return decimal(right / confusion.total()) if confusion else "-"


def table(confusion: Confusion, conventions: Collection[tuple[str, str]]) -> str:
    """Markdown: letters of every zone of the truth by those of the edition, with precision, recall and F1."""
    counts: Confusion = Counter()
    for (zone, own), count in confusion.items():
        counts[zone, _agreed(zone, own, conventions)] += count
    heads = ["agreed" if conventions else "strict", *ZONES, "lost", "P", "R", "F1"]
    rows = [_row(zone, counts) for zone in ZONES]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (heads, ["---", *["---:"] * (len(heads) - 1)], *rows))


def _row(zone: str, counts: Confusion) -> list[str]:
    wanted = sum(counts[zone, own] for own in (*ZONES, "lost"))
    found = score(counts[zone, zone], sum(counts[each, zone] for each in ZONES), wanted)
    figures = map(decimal, (found.precision, found.recall, found.f1))
    return [zone, *(str(counts[zone, own]) for own in (*ZONES, "lost")), *figures]


if __name__ == "__main__":
    sys.exit(main())
