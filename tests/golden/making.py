"""From recorded pages to the results of all later stages, as the store would write them."""

from pathlib import Path

from pipeline import store
from pipeline.config import Settings
from pipeline.model import Layer
from pipeline.stages import STAGES, function_of

HERE = Path(__file__).parent
RAW = HERE / "raw"
"""The goldens of what is in raw/, which ``make diff`` compares with processed/."""


def documents() -> list[str]:
    """Every document with recorded pages, as a path under this folder."""
    return sorted(path.parent.relative_to(HERE).as_posix() for path in HERE.rglob("1-pages.json"))


def make(doc: str) -> dict[str, bytes]:
    """File name -> content, for every stage after ``ocr``."""
    first, *later = STAGES
    layers: dict[str, Layer] = {first.name: store.read_layer(HERE / doc, first)}
    made: dict[str, bytes] = {}
    for stage in later:
        result = function_of(stage)(*(layers[name] for name in stage.reads), Settings())
        if isinstance(result, Layer):
            layers[stage.name] = result
        content = result if isinstance(result, bytes) else store.encode(result)
        made[store.layer_path(HERE / doc, stage).name] = content
    return made


def record(processed: Path) -> list[Path]:
    """Take over the pages of every document in ``processed`` as they were read there; returns the files.

    Engines differ, so this is done on purpose only, and never by ``make golden`` alone.
    """
    recorded = []
    for source in sorted(processed.glob("*/1-pages.json")):
        path = RAW / source.parent.name / source.name
        store.write(path, source.read_bytes())
        recorded.append(path)
    return recorded
