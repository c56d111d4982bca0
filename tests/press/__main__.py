"""Command line of the press: ``python -m tests.press SPECIMEN --layout a --scan light --dpi 300 --out DIR``."""

import argparse
import sys
from pathlib import Path

from tests.press.layout import LAYOUTS
from tests.press.page_images import page_image_pdf
from tests.press.preparing import read_article
from tests.press.raw import write_raw
from tests.press.scanner import LEVELS, scan
from tests.press.typeset import Printed, typeset, typeset_opening


def main(arguments: list[str] | None = None) -> int:
    """Write what was asked for and name it on the standard output."""
    options = _parser().parse_args(arguments)
    if options.raw:
        written = write_raw(options.root)
    else:
        written = [path for specimen in options.specimen for path in press(specimen, options)]
    sys.stdout.writelines(f"{path}\n" for path in written)
    return 0 if written else 2


def press(specimen: Path, options: argparse.Namespace) -> list[Path]:
    """Typeset one article, scan it if asked to, and write the PDF, its truth and its furniture."""
    layout = LAYOUTS[options.layout]
    article = read_article(specimen)
    printed = typeset_opening(article, layout, options.pages) if options.pages else typeset(article, layout)
    name = options.name or _name(specimen, options)
    pdf = printed.pdf
    if options.scan:
        pdf = page_image_pdf(scan(pdf, LEVELS[options.scan], options.dpi, name), options.dpi)
    return write(printed, pdf, options.out, options.out, name)


def write(printed: Printed, pdf: bytes, pdf_folder: Path, truth_folder: Path, name: str) -> list[Path]:
    """Write the three files of one printing."""
    for folder in (pdf_folder, truth_folder):
        folder.mkdir(parents=True, exist_ok=True)
    paths = [
        pdf_folder / f"{name}.pdf",
        truth_folder / f"{name}.tei.xml",
        truth_folder / f"{name}.furniture.json",
    ]
    for path, data in zip(paths, (pdf, printed.truth, printed.furniture_json.encode()), strict=True):
        path.write_bytes(data)
    return paths


def _name(specimen: Path, options: argparse.Namespace) -> str:
    parts = [specimen.name.split(".")[0], options.layout, options.scan]
    parts += [str(options.dpi)] if options.scan and options.dpi != 300 else []
    return "-".join(part for part in parts if part)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.press", description=__doc__)
    parser.add_argument("specimen", nargs="*", type=Path, help="TEI articles to print")
    parser.add_argument("--layout", choices=sorted(LAYOUTS), default="a")
    parser.add_argument("--scan", choices=list(LEVELS), help="damage of the scan; without it the PDF keeps its text")
    parser.add_argument("--dpi", type=int, default=300)
    parser.add_argument("--pages", type=int, help="only as much as fits on so many pages, cut after a paragraph")
    parser.add_argument("--name", help="stem of the files written; default: specimen-layout-scan")
    parser.add_argument("--out", type=Path, default=Path())
    parser.add_argument("--raw", action="store_true", help="write raw/ and the truths of its files again")
    parser.add_argument("--root", type=Path, default=Path(), help="the checkout, for --raw")
    return parser


if __name__ == "__main__":
    sys.exit(main())
