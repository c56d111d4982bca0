"""The files of raw/: which specimen, set how, scanned how. ``python -m tests.press --raw`` writes them again."""

from dataclasses import dataclass
from pathlib import Path

from tests.press.layout import LAYOUTS
from tests.press.page_images import page_image_pdf
from tests.press.preparing import read_article
from tests.press.scanner import LEVELS, scan
from tests.press.typeset import Printed, typeset_opening


@dataclass(frozen=True, slots=True)
class Recipe:
    """One file of raw/: the opening of a specimen, cut after a paragraph."""

    name: str
    """Stem of the PDF and of its truth."""
    specimen: str
    layout: str
    pages: int
    level: str = ""
    """Level of damage; empty for a born-digital file."""
    dpi: int = 300
    quality: int = 50
    """JPEG quality, low enough for a small repository."""


RECIPES = (
    Recipe("lantern-dues-opening", "lantern-dues", layout="a", pages=5, level="light", quality=28),
    Recipe("winter-ferry-opening", "winter-ferry", layout="d", pages=4),
    Recipe("seed-road-opening", "seed-road", layout="c", pages=3, level="medium", quality=35),
)


def print_recipe(recipe: Recipe, specimens: Path) -> Printed:
    """The opening as it comes off the press."""
    article = read_article(specimens / f"{recipe.specimen}.tei.xml")
    return typeset_opening(article, LAYOUTS[recipe.layout], recipe.pages)


def scan_recipe(recipe: Recipe, printed: Printed) -> bytes:
    """The PDF as it lies in raw/."""
    if not recipe.level:
        return printed.pdf
    images = scan(printed.pdf, LEVELS[recipe.level], recipe.dpi, recipe.name, recipe.quality)
    return page_image_pdf(images, recipe.dpi)


def write_raw(root: Path) -> list[Path]:
    """Write raw/NAME.pdf and tests/specimens/NAME.tei.xml and .furniture.json for every recipe."""
    specimens = root / "tests" / "specimens"
    written: list[Path] = []
    for recipe in RECIPES:
        printed = print_recipe(recipe, specimens)
        outputs = {
            root / "raw" / f"{recipe.name}.pdf": scan_recipe(recipe, printed),
            specimens / f"{recipe.name}.tei.xml": printed.truth,
            specimens / f"{recipe.name}.furniture.json": printed.furniture_json.encode(),
        }
        for path, data in outputs.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        written.extend(outputs)
    return written
