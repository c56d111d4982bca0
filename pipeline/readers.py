"""The readers of page images by name, and whether the second one is installed."""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

TESSERACT = "tesseract"
RAPIDOCR = "rapidocr"
BOTH = f"{TESSERACT}+{RAPIDOCR}"
CHOICES = (BOTH, TESSERACT)


def uses_second(readers: str) -> bool:
    """Whether pages are to be read by the second reader too, and can be."""
    return RAPIDOCR in readers.split("+") and model_file() is not None


@lru_cache
def model_file() -> Path | None:
    """The model of the second reader; None where its package, or onnxruntime to run it, is not installed."""
    package = find_spec(RAPIDOCR)
    if find_spec("onnxruntime") is None or package is None or not package.submodule_search_locations:
        return None
    folder = Path(next(iter(package.submodule_search_locations))) / "models"
    return next(iter(sorted(folder.glob("*rec*.onnx"))), None)
