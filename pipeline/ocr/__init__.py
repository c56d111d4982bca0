"""Stage ``ocr``: from a source file to pages of lines of words, the only stage that looks at ink."""

from pipeline.ocr.pages import read_page
from pipeline.ocr.sources import Source, open_source

__all__ = ["Source", "open_source", "read_page"]
