"""What the bench measures: specimens as journals of different kinds print them and libraries scan them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SPECIMENS = ROOT / "tests" / "specimens"
JTEI = ROOT.parent / "shared" / "data" / "jtei"
"""Articles of the Journal of the TEI, measured where they are there; they are not part of the project."""


@dataclass(frozen=True, slots=True)
class Case:
    """One document to measure: either an article to print, or a PDF that has its truth beside it."""

    name: str
    article: Path | None = None
    layout: str = ""
    scan: str = ""
    """Damage of the scan; empty for a PDF with its text layer."""
    ready: Path | None = None
    """The PDF, where there is nothing to print."""


PRINTINGS = (
    ("lantern-dues", "a", "light"),
    ("lantern-dues", "d", ""),
    ("winter-ferry", "b", "light"),
    ("winter-ferry", "a", "heavy"),
    ("seed-road", "c", "light"),
    ("seed-road", "a", "medium"),
    ("clock-court", "e", "light"),
    ("clock-court", "f", "medium"),
    ("lantern-dues", "g", "light"),
    ("winter-ferry", "h", "light"),
    ("seed-road", "i", "medium"),
    ("clock-court", "j", "light"),
    ("clock-court", "k", "light"),
    ("lantern-dues", "l", ""),
    ("winter-ferry", "l", "light"),
)
"""Specimen, layout, damage: every layout once, every level of damage, layout ``a`` through all of them."""

JTEI_PRINTINGS = (("a", "light"), ("d", ""))


def specimens() -> Iterator[Case]:
    """The project's own articles."""
    for stem, layout, damage in PRINTINGS:
        yield printed(SPECIMENS / f"{stem}.tei.xml", layout, damage)


def jtei(count: int) -> Iterator[Case]:
    """The first articles, by name, of at most 90 kB that have notes; none where the folder is not there."""
    if not JTEI.is_dir():
        return
    fit = (
        path for path in sorted(JTEI.glob("*.xml")) if path.stat().st_size <= 90_000 and b"<note" in path.read_bytes()
    )
    for path, _ in zip(fit, range(count), strict=False):
        for layout, damage in JTEI_PRINTINGS:
            yield printed(path, layout, damage)


def extra(folder: Path) -> Iterator[Case]:
    """Every PDF of a folder that has its truth beside it (``x.pdf`` and ``x.tei.xml``)."""
    for path in sorted(folder.glob("*.pdf")):
        if path.with_suffix(".tei.xml").exists():
            yield Case(path.stem, ready=path)


def printed(article: Path, layout: str, damage: str) -> Case:
    """The case of an article in a layout; without a damage, as a PDF with its text layer."""
    parts = (article.name.split(".")[0].removesuffix("-source"), layout, damage)
    return Case("-".join(part for part in parts if part), article, layout, damage)
