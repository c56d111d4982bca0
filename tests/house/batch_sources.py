"""A folder for a batch to edit: cheap documents of every kind, each with notes, and ten that are broken in ten ways."""

import random
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from tests.conftest import ROOT
from tests.house.broken_sources import WRITERS
from tests.house.hostile_sources import bomb, loop
from tests.press.layout import LAYOUTS
from tests.press.page_images import page_image_pdf
from tests.press.preparing import read_article
from tests.press.scanner import LEVELS, scan
from tests.press.typeset import typeset_opening

SPECIMENS = sorted((ROOT / "tests" / "specimens").glob("*[!g].tei.xml"))
"""The four articles; not the openings that are made of them."""
SCANS, LAYERS = 0.04, 0.12
"""Shares of page-image scans and of PDFs with a text layer; the rest are text dumps."""

PEOPLE = ("Ada Fellgate", "Hester Tansy", "Foma Averin", "Ruth Ambry", "Elias Storr", "Irena Valk", "Tom Pellow")
TOWNS = ("Oxmere", "Harbour Perrin", "Lower Stane", "Wexcombe", "Tarrow", "Saltby")
DEEDS = (
    "wrote to the county about the lantern",
    "sent two barrels of oil and a bill",
    "counted the poles along the river",
    "asked the wardens for a second ferry",
    "kept the register of tolls for eleven years",
    "sold the bell that nobody had rung",
)
MONTHS = ("January", "March", "May", "August", "October", "December")


def dump(chance: random.Random) -> str:
    """A short article as somebody's OCR wrote it down: title, author, paragraphs with calls, notes at the foot."""
    town, notes, body = chance.choice(TOWNS), [], []
    for number in range(1, chance.randint(4, 9)):
        who, deed, year = chance.choice(PEOPLE), chance.choice(DEEDS), chance.randint(1810, 1899)
        body.append(f"     In {chance.choice(MONTHS)} {year} {who} {deed}.{number} The answer of {town} came late,\n")
        body.append(
            "and the road along the river was dark until it came. Nobody had asked for more,\nand nobody got it.\n\n"
        )
        notes.append(f"{number}. {who} to the county, {chance.randint(1, 28)} {chance.choice(MONTHS)} {year}, {town} ")
        notes.append(f"Papers, fol. {chance.randint(2, 90)}.\n")
    return f"THE PAPERS OF {town.upper()}\n\nBy {chance.choice(PEOPLE)}\n\n{''.join(body)}\n{''.join(notes)}"


def write_forbidden(path: Path) -> None:
    """A text that nobody may read."""
    path.write_text("Not for you.\n", encoding="utf-8")
    path.chmod(0)


BROKEN: dict[str, Callable[[Path], object]] = {
    "truncated.pdf": WRITERS["truncated.pdf"],
    "encrypted.pdf": WRITERS["encrypted.pdf"],
    "zero-pages.pdf": WRITERS["zero-pages.pdf"],
    "wrong-suffix.txt": lambda path: path.write_bytes(b"PK\3\4\24\0\6\0 a letter of a word processor"),
    "not-a-pdf.pdf": WRITERS["not-a-pdf.pdf"],
    "no-permission.txt": write_forbidden,
    "bomb.pdf": lambda path: path.write_bytes(bomb()),
    "looping-page-tree.pdf": lambda path: path.write_bytes(loop()),
    "empty-file.pdf": WRITERS["empty-file.pdf"],
    "undecodable.png": WRITERS["not-an-image.png"],
}
"""Ten ways in which a source can be broken."""


def write_batch(folder: Path, count: int) -> tuple[int, int]:
    """Write ``count`` documents into a folder, ten of them broken; returns how many are whole, and how many not.

    The kinds take turns in the order of the names, so that memory which grows with the batch can be told from that
    which a kind takes.
    """
    folder.mkdir(parents=True)
    for name, write in BROKEN.items():
        write(folder / name)
    whole = count - len(BROKEN)
    scans, layers = round(whole * SCANS), round(whole * LAYERS)
    kinds = {"scan": scans, "layer": layers, "dump": whole - scans - layers}
    places = sorted(((number + 0.5) / kinds[kind], kind, number) for kind in kinds for number in range(kinds[kind]))
    printings = list(islice(cycle(zip(SPECIMENS, "acda", strict=False)), scans + layers))
    for place, (_, kind, number) in enumerate(places):
        name = f"{place:03d}-{kind}"
        if kind == "dump":
            (folder / f"{name}.txt").write_text(dump(random.Random(number)), encoding="utf-8")
            continue
        article, layout = printings[number if kind == "scan" else scans + number]
        is_scan = kind == "scan"
        printed = typeset_opening(read_article(article), LAYOUTS[layout if is_scan else "d"], 1 + number % 2)
        pdf = page_image_pdf(scan(printed.pdf, LEVELS["light"], 300, name), 300) if is_scan else printed.pdf
        (folder / f"{name}.pdf").write_bytes(pdf)
    return whole, len(BROKEN)
