"""What the user names on the command line: sources and documents, and the folder each goes to."""

import logging
import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from pipeline import authority, freshness, store
from pipeline.config import Authority
from pipeline.errors import SourceError, UsageError
from pipeline.printable import printable
from pipeline.runner.jobs import Job
from pipeline.source_kinds import BY_SUFFIX, MARKDOWN_SUFFIXES, PAGE_KINDS, TEXT_SUFFIXES, Kind, kind_of

log = logging.getLogger(__name__)

COLLECTION = "raw"
"""The folder whose entries are sources each, whatever they are."""
IGNORED = authority.AUTHORITY_FILES
ABOUT_THE_FOLDER = ("readme", "license", "licence", "copying", "changelog", "contributing", "citation")
"""Names, without suffix, of texts that people and services put beside sources; in no folder is one an article."""
SHOWN = 3
"""Names of files passed over that are told; the others are counted."""
DIGEST = 8
"""Hexadecimal digits that tell names apart."""
MAX_NAME = 200
"""Bytes; file systems stop at 255, and names grow by suffixes such as ``.tei.invalid.xml.part``."""


def sources(named: Iterable[Path]) -> list[Path]:
    """The sources that the arguments stand for, each once, in order of their paths.

    A folder of pages (images, or hOCR, ALTO and PAGE files) is one source. Any other folder, and ``raw`` in any case,
    stands for every source in it; what is none (editions, layers, truths beside their scans) is passed over in one
    line of the log. A file that is named is a source, whatever is in it: the reading will say what is wrong with it.

    Raises:
        SourceError: a folder cannot be read.
    """
    found = {path.absolute(): path for each in named for path in _expand(each)}
    return [found[place] for place in sorted(found)]


def _expand(path: Path) -> Iterator[Path]:
    is_source = not path.is_dir() or not _may_be_read(path)
    if is_source or (path.absolute().name != COLLECTION and _is_page_folder(path)):
        yield path
        return
    passed = []
    for entry in _entries(path):
        if _is_wanted(entry):
            yield entry
        else:
            passed.append(f"{entry.name}/" if entry.is_dir() else entry.name)
    if passed:
        more = f" and {len(passed) - SHOWN} more" if len(passed) > SHOWN else ""
        log.info("%s: passed over as no source: %s%s", path, ", ".join(passed[:SHOWN]), more)


def _is_wanted(entry: Path) -> bool:
    """Whether what lies in a folder is a source, or may be one and cannot be looked into."""
    if entry.is_dir():
        return not _may_be_read(entry) or _is_page_folder(entry)
    return _kind(entry) is not Kind.UNKNOWN


def _may_be_read(folder: Path) -> bool:
    """Whether one can look into a folder; one that is closed is a source that fails, and stops no other."""
    return os.access(folder, os.R_OK | os.X_OK)


def _entries(folder: Path) -> list[Path]:
    try:
        return [entry for entry in sorted(folder.iterdir()) if not _is_ignored(entry)]
    except OSError as error:
        raise SourceError(f"{folder} cannot be read ({error.strerror})", "check its permissions") from error


def _is_ignored(path: Path) -> bool:
    name, stem, suffix = path.name.lower(), path.stem.lower(), path.suffix.lower()
    is_about_folder = stem in ABOUT_THE_FOLDER and suffix in TEXT_SUFFIXES
    return name.startswith(".") or name in IGNORED or is_about_folder


def _kind(path: Path) -> Kind:
    """What a file in a folder is; what cannot be read, and a link to nothing, is kept, so that its failure is told."""
    if path.is_symlink() and not path.exists():
        return BY_SUFFIX.get(path.suffix.lower(), Kind.UNKNOWN)
    try:
        return kind_of(path) if path.is_file() else Kind.UNKNOWN
    except OSError:
        return Kind.DUMP


def _is_page_folder(folder: Path) -> bool:
    # Markdown beside pages is a note about them, or a reading of them: they are pages nevertheless.
    kinds = {_kind(entry) for entry in _entries(folder) if entry.suffix.lower() not in MARKDOWN_SUFFIXES}
    return bool(kinds - {Kind.UNKNOWN}) and kinds - {Kind.UNKNOWN} <= PAGE_KINDS


# --- Authority files --------------------------------------------------------------------------------------------------


def with_authorities(jobs: Iterable[Job], given: Path | None) -> list[Job]:
    """The jobs, each with the entries of the authority file that is given, or of the one beside its source.

    Raises:
        UsageError: two lie beside a source, or the given one is of no format that is read.
        SourceError: it cannot be read, is malformed or contradicts itself.
    """
    read = cache(_read_authority)
    return [_with_authority(job, given or _authority_beside(job.source), read) for job in jobs]


def _with_authority(job: Job, file: Path | None, read: Callable[[Path], tuple[Authority, ...]]) -> Job:
    return job if file is None else job._replace(settings=replace(job.settings, authority=read(file)))


def _read_authority(file: Path) -> tuple[Authority, ...]:
    return authority.read(printable(file), store.read_file(file))


def _authority_beside(source: Path) -> Path | None:
    """The file of the user's own names in the folder of a source; None where none is, or the source is not known."""
    folder = source.absolute().parent
    found = [folder / name for name in authority.AUTHORITY_FILES if (folder / name).is_file()] if source.name else []
    if len(found) > 1:
        raise UsageError(f"{folder} has two authority files", "keep one, or name one with --authority")
    return found[0] if found else None


# --- Names ------------------------------------------------------------------------------------------------------------


def names(paths: Sequence[Path]) -> dict[Path, str]:
    """The document's name of every source: its stem, made safe as a folder's name.

    Where stems clash the kind goes behind (``smith.pdf`` and ``smith.txt`` -> ``smith-pdf`` and ``smith-txt``), where
    that is not enough the folder, then a digest of the name (``Smith.pdf`` and ``smith.pdf``), and at last one of the
    path as it was given. The names do not depend on the order of the sources.
    """
    chosen: dict[Path, str] = {}
    for behind in (_nothing, _kind_of, _folder, _spelling, _place):
        left = [path for path in paths if path not in chosen]
        proposed = {path: safe(_stem(path), safe(behind(path)) if behind(path) else "") for path in left}
        # File systems that ignore case are common among those who will receive the results.
        taken = Counter(name.casefold() for name in (*chosen.values(), *proposed.values()))
        chosen.update({path: name for path, name in proposed.items() if taken[name.casefold()] == 1})
    return chosen


def _stem(path: Path) -> str:
    return path.absolute().name if path.is_dir() else path.absolute().stem


def _nothing(_path: Path) -> str:
    return ""


def _kind_of(path: Path) -> str:
    return path.suffix.lower().lstrip(".") or "pages"


def _folder(path: Path) -> str:
    return f"{_kind_of(path)}-{path.absolute().parent.name}"


def _spelling(path: Path) -> str:
    """Capitals, and what is not safe in a name, do not tell folders apart: a digest of the name does."""
    return f"{_kind_of(path)}-{freshness.digest(path.absolute().name)[:DIGEST]}"


def _place(path: Path) -> str:
    return f"{_kind_of(path)}-{freshness.digest(str(path))[:DIGEST]}"


def safe(name: str, behind: str = "") -> str:
    """A name that any file system takes: NFC, no control characters, no slashes, no dot in front, not too long.

    What goes ``behind`` it, after a hyphen, is safe already, and stays whole where the name is cut.
    """
    kept = "".join("-" if _is_unsafe(char) else char for char in unicodedata.normalize("NFC", name))
    end = f"-{behind}" if behind else ""
    short = kept.strip().lstrip(".").encode()[: MAX_NAME - len(end.encode())].decode(errors="ignore")
    return (short.strip() or "document") + end


def _is_unsafe(char: str) -> bool:
    # Cc: control characters, newlines too; Cf: invisible ones; Cs: bytes of a file name that are not UTF-8; Zl, Zp:
    # other ends of lines.
    return char in '/\\:*?"<>|' or unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")


# --- Documents --------------------------------------------------------------------------------------------------------


def document(named: str, out: Path) -> Path:
    """The folder of a document that has been run before, given as a path or as a name.

    Raises:
        UsageError: there is none.
    """
    for folder in (Path(named), out / named):
        placed = folder if folder.name else folder.absolute()  # the name of "." is that of the folder it stands for
        if placed.name and placed.is_dir() and store.is_document(placed):
            return placed
    raise UsageError(f"{named} is no document in {out}", "run: scan2tei run SOURCE")


def source_of(folder: Path) -> Path:
    """Where the source of a document was when it was last read.

    Raises:
        UsageError: that was never noted.
    """
    path = freshness.load(folder).path
    if not path:
        raise UsageError(f"{folder.name} does not say where its source is", "run: scan2tei ocr SOURCE")
    return Path(path)
