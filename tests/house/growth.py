"""``python -m tests.house.growth [PAGES ...]``: what a long document costs, in memory and in time for each page.

Documents are made of the pages of raw/ again and again: every twentieth is a page image that Tesseract reads, the
others have a text layer and cost a fortieth of that, so that a thousand pages are read in minutes. The memory is the
largest sum of the PSS of all processes of the run, sampled four times a second. Time is processor time, which other
work on the machine disturbs less; only the last figure is by the clock: one worker against two, on 20 page images.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from tests.conftest import ROOT
from tests.house.measuring import MIB, Cost, scan2tei

SCAN = ROOT / "raw" / "lantern-dues-opening.pdf"
LAYER = ROOT / "raw" / "winter-ferry-opening.pdf"
EVERY = 20
"""Every so many pages a page image."""
LIMIT = 1200 * MIB
"""What two workers may take for a document of any length."""


class Growth(NamedTuple):
    """One document and its run."""

    pages: int
    cost: Cost
    image: float
    """Seconds to read a page image, on average."""
    layer: float
    """Seconds to read a page with a text layer, on average."""
    later: float
    """Seconds that the later stages took for each page."""


def repeat(path: Path, pages: int, every: int = EVERY) -> None:
    """Write a PDF of so many pages, of which every so manieth is a page image."""
    document = pypdfium2.PdfDocument.new()
    scan, layer = pypdfium2.PdfDocument(SCAN), pypdfium2.PdfDocument(LAYER)
    for number in range(pages):
        source = scan if number % every == every - 1 else layer
        document.import_pages(source, [number % len(source)])
    document.save(path)


def grow(folder: Path, pages: int, jobs: int) -> Growth:
    """Edit a document of so many pages, and say what it cost."""
    repeat(folder / f"{pages}.pdf", pages)
    out = folder / f"out-{pages}-{jobs}"
    cost = scan2tei("run", folder / f"{pages}.pdf", "--out", out, "--jobs", str(jobs), memory=True)
    if cost.code:
        raise SystemExit(cost.err)
    times = json.loads((out / str(pages) / ".work" / "timings.json").read_bytes())
    by_page = [times["pages"][f"{number:04d}"] for number in range(1, pages + 1)]
    images, layers = by_page[EVERY - 1 :: EVERY], [t for n, t in enumerate(by_page, 1) if n % EVERY]
    later = sum(seconds for stage, seconds in times["stages"].items() if stage != "ocr")
    return Growth(pages, cost, _mean(images), _mean(layers), later / pages)


def _mean(seconds: Sequence[float]) -> float:
    return sum(seconds) / len(seconds)


def one_and_two(folder: Path, pages: int = 20) -> tuple[Cost, Cost]:
    """What one worker costs, and what two do, on page images only: of few pages both read one at the same time."""
    images = folder / "images.pdf"
    repeat(images, pages, every=1)
    one, two = (scan2tei("run", images, "--out", folder / f"w{n}", "--jobs", n, memory=True) for n in ("1", "2"))
    return one, two


def main(counts: Iterable[int] = (20, 200, 1000)) -> int:
    """Print the table; 1 if a document took more memory than it may."""
    worst = 0
    sys.stdout.write("| pages | workers | peak PSS, MiB | processor s/page | image s | layer s | later s/page |\n")
    sys.stdout.write("|---|---|---|---|---|---|---|\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for pages in counts:
            growth = grow(folder, pages, 2)
            worst = max(worst, growth.cost.peak)
            figures = f"{growth.cost.cpu / pages:.3f} | {growth.image:.2f} | {growth.layer:.3f} | {growth.later:.3f}"
            sys.stdout.write(f"| {pages} | 2 | {growth.cost.peak // MIB} | {figures} |\n")
            sys.stdout.flush()
        one, two = one_and_two(folder)
    load, ratio = os.getloadavg()[0], one.seconds / two.seconds
    sys.stdout.write(f"\n20 page images: peak PSS {one.peak // MIB} MiB with one worker, {two.peak // MIB} with two\n")
    sys.stdout.write(f"two workers against one: {ratio:.2f} (load of the machine at the end: {load:.1f})\n")
    worst = max(worst, two.peak)
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main([int(word) for word in sys.argv[1:]] or (20, 200, 1000)))
