"""Letters lost or doubled on the way from a PDF to its edition: ``python -m tests.bench.conservation DOC...``.

The arguments are folders of documents that a run has made of PDFs with text layers. The letters and figures of each
page are counted, wherever they stand: in the text layer as PDFium gives it, and on the page that was read; then those
of the article and of its edition. What segment set aside is told with its reason. Type that is drawn twice and letters
beside the paper are rightly lost; a cluster of anything else is a fault.
"""

import argparse
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import cast

import pypdfium2 as pdfium
from lxml import etree

from pipeline import store
from pipeline.cli.intake import source_of
from pipeline.model import TEXT_LAYER, Article, FurnitureKind, Pages
from pipeline.ocr.pdf_fonts.glyphs import LINE_END_HYPHENS
from pipeline.stages import stage_called

Letters = Counter[str]
TEI = "{http://www.tei-c.org/ns/1.0}"
FEW = 6
"""Letters of a page, and of an edition, that are told only in the sum."""


def letters(texts: Iterable[str]) -> Letters:
    """Letters and figures by their kind; ligatures and italics of formulas count as plain letters."""
    text = "".join(texts).translate(dict.fromkeys(map(ord, (*LINE_END_HYPHENS, "\u00ad"))))
    return Counter(character for character in unicodedata.normalize("NFKC", text) if character.isalnum())


def of_layers(source: Path, pages: Pages) -> Iterator[tuple[int, Letters, Letters]]:
    """Of each page that was read from its text layer: its number, the letters that were lost, and the new ones."""
    document = pdfium.PdfDocument(source)
    if len(document) != len(pages.pages):
        return  # facing pages were parted
    for page in pages.pages:
        if page.reader != TEXT_LAYER:
            continue
        printed = letters([document[page.number - 1].get_textpage().get_text_range()])
        read = letters(word.text for line in page.lines for word in line.words)
        yield page.number, printed - read, read - printed


def of_edition(article: Article, edition: Path) -> tuple[Letters, Letters]:
    """Letters of an article that its edition lacks, and those that it has too many; notes with their numbers."""
    text = next(etree.parse(edition).iter(f"{TEI}text"))
    notes = (note.get("n", "") for note in text.iter(f"{TEI}note"))
    written = letters([*map(str, text.itertext()), *notes])
    kept = [each.text for each in article.furniture if each.kind is not FurnitureKind.FOLIO]
    labelled = [f"{note.label}{note.text}" for note in article.notes]
    held = letters([*(block.text for block in article.blocks), *labelled, *kept])
    return held - written, written - held


def report(folder: Path) -> Iterator[str]:
    """A line for every page and edition with more than a few letters lost or new, and for what was set aside."""
    pages = cast("Pages", store.read_layer(folder, stage_called("ocr")))
    article = cast("Article", store.read_layer(folder, stage_called("segment")))
    for number, lost, new in of_layers(source_of(folder), pages):
        if max(lost.total(), new.total()) > FEW:
            yield f"{folder.name}, page {number}: {_told('lost', lost)}, {_told('new', new)}"
    lost, new = of_edition(article, store.layer_path(folder, stage_called("tei")))
    if max(lost.total(), new.total()) > FEW:
        yield f"{folder.name}, edition: {_told('lost', lost)}, {_told('new', new)}"
    aside = Counter[str]()
    for each in article.discarded:
        aside[each.reason] += letters([each.text]).total()
    yield from (f"{folder.name}, set aside as {reason}: {count}" for reason, count in aside.items() if count > FEW)


def _told(what: str, found: Letters) -> str:
    return f"{found.total()} {what} ({' '.join(letter for letter, _ in found.most_common(12))})"


def main(arguments: Sequence[str]) -> int:
    """Print what the folders of documents have lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.conservation", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="DOC")
    for folder in parser.parse_args(arguments).folders:
        for line in report(folder):
            sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
