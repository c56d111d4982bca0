"""From a source to its pages: what is still to be read, and the reading of one page."""

import glob
import pickle
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline import freshness, store
from pipeline.errors import SourceError
from pipeline.freshness import Seal, State
from pipeline.model import Page, Pages
from pipeline.printable import encodable
from pipeline.runner.jobs import Job, Opened, PageRead
from pipeline.runner.logs import heard
from pipeline.stages import STAGES

OCR = STAGES[0]


def open_document(job: Job) -> Opened:
    """Open a source, and find which of its pages have still to be read.

    Raises:
        ScanError: the source cannot be read, or the document's folder cannot be written.
    """
    store.claim(job.folder)
    store.sweep(job.folder)
    old = freshness.load(job.folder)
    seals = _seal_source(job, old)
    key = freshness.source_key(job.settings, seals)
    if not job.force and freshness.is_fresh(job.folder, store.layer_path(job.folder, OCR), old.marks.get("ocr"), key):
        return Opened(key)
    # Imported here since it loads OpenCV, which a document with fresh pages does not need.
    from pipeline.ocr import open_source

    with heard(job.doc) as warnings:
        source = open_source(job.source, job.settings)
    # Only now: a source that cannot be opened leaves no folder behind.
    freshness.save(job.folder, State(path=encodable(job.source.absolute()), source=seals, marks=old.marks))
    unread = (number for number in range(1, source.page_count + 1) if job.force or not _is_kept(job, key, number))
    return Opened(key, pickle.dumps(source), source.page_count, tuple(unread), tuple(warnings))


def look_at_source(job: Job) -> None:
    """See that a source is there and may be read, which takes no worker.

    Raises:
        SourceError: it is not, or may not.
    """
    if job.source.is_symlink() and not job.source.exists():
        raise SourceError(f"{job.source} is a link to nothing", "mend the link, or remove it")
    with _told(job):
        if glob.has_magic(job.source.name) and not job.source.exists():
            return
        mode = job.source.stat().st_mode
        if stat.S_ISREG(mode):
            job.source.open("rb").close()
        elif stat.S_ISDIR(mode):
            next(job.source.iterdir(), None)


def _seal_source(job: Job, state: State) -> tuple[Seal, ...]:
    with _told(job):
        return freshness.seal_source(job.source, state.source)


@contextmanager
def _told(job: Job) -> Iterator[None]:
    """Tell what the system says of a source in a sentence."""
    try:
        yield
    except FileNotFoundError as error:
        raise SourceError(f"{job.source} does not exist", "check the path") from error
    except OSError as error:
        raise SourceError(f"{job.source} cannot be read ({error.strerror})", "check its permissions") from error


def _is_kept(job: Job, key: str, number: int) -> bool:
    """Whether a page was read well. One that failed is read again: what ailed it may have passed."""
    page = store.read_page(job.folder, key, number)
    return page is not None and not page.failure


def read_page(job: Job, source: bytes, key: str, number: int) -> PageRead:
    """Read one page of an opened source and keep the result.

    Raises:
        ScanError: no page can be read (a program is missing), or the result cannot be written.
    """
    from pipeline import ocr

    start = time.perf_counter()
    with heard(job.doc, number) as warnings:
        page = ocr.read_page(pickle.loads(source), number, job.settings, job.folder)
    store.write_page(job.folder, key, page)
    # Of a page that failed, the failure says enough.
    return PageRead(number, time.perf_counter() - start, page.failure, () if page.failure else tuple(warnings))


def give_up_page(job: Job, key: str, number: int, reason: str) -> PageRead:
    """Keep a failed page in place of one whose worker died.

    Raises:
        OutputError: it cannot be written.
    """
    store.write_page(job.folder, key, Page(number=number, reader="failed", failure=reason))
    return PageRead(number, failure=reason)


def gather(job: Job, opened: Opened) -> Pages:
    """All the pages of a document, from the results that were kept.

    Raises:
        SourceError: too many pages failed, or no page has any text.
    """
    numbers = range(1, opened.page_count + 1)
    pages = tuple(store.read_page(job.folder, opened.key, number) or _gone(number) for number in numbers)
    failed = [page for page in pages if page.failure]
    if len(failed) > job.settings.max_failed_pages * len(pages):
        first = f"page {failed[0].number}: {failed[0].failure}"
        raise SourceError(
            f"{len(failed)} of {len(pages)} pages of {job.source.name} failed ({first})", "mend it or scan it again"
        )
    if not any(page.lines for page in pages):
        raise SourceError(f"{job.source.name} has no text on any page", "look whether there is text in it")
    return Pages(doc=job.doc, pages=pages)


def _gone(number: int) -> Page:
    return Page(number=number, reader="failed", failure="its result was removed during the run")
