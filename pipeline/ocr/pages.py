"""One page of a source: choose the reader, and let a bad page be bad alone."""

import logging
from collections.abc import Callable
from pathlib import Path

from pipeline.config import Settings
from pipeline.errors import ScanError, SourceError
from pipeline.model import Page
from pipeline.ocr.pdf_pages import read_pdf_page
from pipeline.ocr.sources import Source
from pipeline.source_kinds import Kind

log = logging.getLogger(__name__)


def read_page(source: Source, number: int, settings: Settings, folder: Path) -> Page:
    """One page of the source, its image written to ``folder/images``.

    A page that cannot be read comes back with reader ``failed`` and the reason, so that the others go on.

    Args:
        source: what ``open_source`` returned.
        number: the page, counted from 1.
        settings: of the run.
        folder: the document's folder.

    Raises:
        ToolError: Tesseract or one of its languages is missing, so that no page could be read.
        OutputError: the page image cannot be written.
    """
    try:
        return _reader(source.kind)(source, number, settings, folder)
    except SourceError as error:
        return _failed(number, error.sentence)
    except ScanError:
        raise
    except FileNotFoundError:
        return _failed(number, "its file has gone since the document was opened")
    except MemoryError:
        return _failed(number, "there is not enough memory for the page image")
    except Exception as error:  # noqa: BLE001  a malformed page can make any decoder raise anything: one page fails
        log.warning("page %d of %s: %r", number, source.path.name, error)
        return _failed(number, f"the page is damaged ({type(error).__name__})")


def _reader(kind: str) -> Callable[[Source, int, Settings, Path], Page]:
    """What reads the pages of a kind; it is imported only now, since a text layer is read before OpenCV is loaded."""
    if kind == Kind.IMAGE:
        from pipeline.ocr.scanned_pages import read_image_page

        return read_image_page
    if kind == Kind.TRANSCRIPT:
        from pipeline.ocr.transcribed_pages import read_transcript_page

        return read_transcript_page
    return _read_dump_page if kind == Kind.DUMP else read_pdf_page


def _read_dump_page(source: Source, number: int, _settings: Settings, _folder: Path) -> Page:
    from pipeline.ocr.dumps.reading import read_dump

    return read_dump(source.path)[number - 1]


def _failed(number: int, reason: str) -> Page:
    return Page(number=number, reader="failed", failure=reason)
