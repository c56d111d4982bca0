"""Truth about page furniture: running heads and folios, from a list beside the truth or from the truth itself."""

from pathlib import Path

import msgspec

from pipeline.compare.reading import Reading
from pipeline.compare.scores import Figure, Score, score, total
from pipeline.compare.zones import zone_score
from pipeline.errors import SourceError


class PageFurniture(msgspec.Struct, frozen=True):
    """What is printed around the text of one page: ``{"page": 1, "folio": "101", "head": "..."}``."""

    page: int
    folio: str = ""
    head: str = ""


class FurnitureTruth(Figure, frozen=True, kw_only=True):
    """Folios and running heads by page; None for what the truth does not say."""

    folios: dict[int, str] | None
    heads: dict[int, str] | None
    counted: bool
    """Whether its pages are counted as the page images are; if not, covers are left out of the count."""


def read_furniture(path: Path) -> FurnitureTruth:
    """Read the list beside a specimen.

    Raises:
        SourceError: the file is missing or is no such list.
    """
    try:
        pages = msgspec.json.decode(path.read_bytes(), type=list[PageFurniture])
    except OSError as error:
        raise SourceError(f"{path.name} cannot be read: {error.strerror}", "check the path") from error
    except msgspec.MsgspecError as error:
        raise SourceError(
            f"{path.name} is not a list of page furniture: {error}", "see docs/architecture.md"
        ) from error
    return FurnitureTruth(
        folios={page.page: page.folio for page in pages if page.folio},
        heads={page.page: page.head for page in pages if page.head},
        counted=True,
    )


def own_furniture(truth: Reading) -> FurnitureTruth:
    """What the truth itself says: its page breaks and ``fw``, if it has any."""
    return FurnitureTruth(
        folios=_folios(truth, counted=False) or None, heads=_heads(truth, counted=False) or None, counted=False
    )


def folio_score(truth: FurnitureTruth, output: Reading) -> Score | None:
    """Right: pages whose folio is the truth's. None where the truth has no folios."""
    if truth.folios is None:
        return None
    given = _folios(output, counted=truth.counted)
    right = sum(given.get(page) == folio for page, folio in truth.folios.items())
    return score(right, len(given), len(truth.folios))


def head_score(truth: FurnitureTruth, output: Reading) -> Score | None:
    """Words of the running heads, page by page, case folded. None where the truth has none.

    Small capitals are read as capitals, which is no fault of the zone. What is printed over the title on the first
    page is the journal's masthead and no running head, so a page without one is not counted if it comes first.
    """
    if truth.heads is None:
        return None
    given = _heads(output, counted=truth.counted)
    first = min({*truth.heads, *(truth.folios or {})})
    pages = sorted({*truth.heads, *given} - ({first} - {*truth.heads}))
    return total([zone_score(truth.heads.get(p, "").casefold(), given.get(p, "").casefold()) for p in pages])


def _folios(reading: Reading, *, counted: bool) -> dict[int, str]:
    numbers = _numbers(reading, counted=counted)
    return {numbers[page.number]: page.folio for page in reading.pages if page.number in numbers and page.folio}


def _heads(reading: Reading, *, counted: bool) -> dict[int, str]:
    numbers = _numbers(reading, counted=counted)
    heads: dict[int, str] = {}
    for piece in reading.furniture:
        if piece.kind == "header" and piece.page in numbers:
            page = numbers[piece.page]
            heads[page] = f"{heads.get(page, '')} {piece.text}".strip()
    return heads


def _numbers(reading: Reading, *, counted: bool) -> dict[int, int]:
    """Number of a page in the reading -> number to compare it by: of its image, or of its turn in the article."""
    pages = [page.number for page in reading.pages if not page.cover]
    return {number: number if counted else turn for turn, number in enumerate(pages, 1)}
