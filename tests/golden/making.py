"""From recorded pages to the results of all later stages, as the store would write them."""

from pathlib import Path

from pipeline import store
from pipeline.config import Settings
from pipeline.model import Layer
from pipeline.stages import STAGES, function_of

HERE = Path(__file__).parent
DOCS = sorted(path.parent.name for path in HERE.glob("*/1-pages.json"))


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
