"""Layers on disk: the only module that reads or writes ``processed/``.

Everything is written beside its place and then renamed, so a file is there whole or not at all. A document's folder
holds its results; what only a later run needs (page results, freshness, timings) is in ``.work`` inside it, and what it
needs of the whole output folder in ``.work`` there. Nothing outside of these differs from one run to the next.
"""

import errno
import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, TypeVar

import msgspec
from msgspec.structs import replace

from pipeline.errors import LayerError, OutputError, SourceError
from pipeline.model import Layer, Lines, Page, Pages
from pipeline.stages import STAGES, Stage

Record = TypeVar("Record", bound=msgspec.Struct)

WORK = ".work"
STATE = "state.json"
"""What is known about a document's results; a folder with it in ``.work`` is a document."""
REPORT = "report.json"
INDENT = 1
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""A full disk, a used-up quota, a file larger than is allowed."""


# --- Files ------------------------------------------------------------------------------------------------------------


def write(path: Path, content: bytes) -> None:
    """Write a file beside its place, then rename it there.

    Raises:
        OutputError: the folder cannot be made or the file cannot be written.
    """
    _write(path, [content])


def _write(path: Path, parts: Iterable[bytes]) -> None:
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            file.writelines(parts)
            file.flush()
            # Without it a machine that loses power can keep the name and lose the content; what is in ``.work`` is then
            # made again, and is written too often to wait for the disk, 10 ms each time where it is busy.
            if WORK not in path.parts:
                os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        _refuse_output(path, error)


def remove(path: Path) -> None:
    """Remove a file if it is there.

    Raises:
        OutputError: it is there and cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        _refuse_output(path, error)


def _refuse_output(path: Path, error: OSError) -> NoReturn:
    remedy = (
        "free some space" if error.errno in NO_ROOM else "check the folder's permissions, or give another with --out"
    )
    raise OutputError(f"{path} cannot be written ({error.strerror})", remedy) from error


def read_file(path: Path) -> bytes:
    """The content of a file that the user names.

    Raises:
        SourceError: it is missing or cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path} cannot be read ({error.strerror})", "check the path") from error


def claim(folder: Path) -> None:
    """See that a document's folder is a run's to write to: it is not there, it is empty, or a run has made it.

    Results that are replaced are deleted, which must never happen to anything else: with ``--out .`` the results of a
    folder of scans would go into it.

    Raises:
        OutputError: it holds something else, or cannot be looked into.
    """
    try:
        held = sorted(entry.name for entry in folder.iterdir() if entry.name != WORK) if folder.is_dir() else []
    except OSError as error:
        _refuse_output(folder, error)
    if held and not is_document(folder):
        raise OutputError(f"{folder} holds {held[0]}, which no run has put there", "give another folder with --out")


def sweep(folder: Path) -> None:
    """Remove the unfinished files that a killed run left in a document's folder."""
    for leftover in sorted(folder.rglob("*.part")):
        remove(leftover)


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold the output folder: two runs at once would write each other's files.

    The operating system lets go of the lock when the process ends, however it ends.

    Raises:
        OutputError: another run holds it, or the folder cannot be written.
    """
    lock = out / ".lock"
    try:
        out.mkdir(parents=True, exist_ok=True)
        handle = lock.open("ab")
    except OSError as error:
        _refuse_output(lock, error)
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise OutputError(f"another run is writing to {out}", "wait for it, or give another with --out") from error
        yield


# --- Records and layers -----------------------------------------------------------------------------------------------


def encode(record: msgspec.Struct) -> bytes:
    """JSON with sorted keys, one space of indent and a final newline: the same record is the same bytes."""
    return msgspec.json.format(msgspec.json.encode(record, order="sorted"), indent=INDENT) + b"\n"


def encoded(layer: Layer) -> Iterator[bytes]:
    """What ``encode`` gives, in parts: a layer of pages comes page by page, for all of it is as large as the layer."""
    if not isinstance(layer, Pages | Lines) or not layer.pages:
        yield encode(layer)
        return
    head, _, tail = encode(replace(layer, pages=())).rpartition(b"[]")
    yield head
    for number, page in enumerate(layer.pages):
        yield b"," if number else b"["
        yield (b"\n" + encode(page).rstrip()).replace(b"\n", b"\n" + b" " * 2 * INDENT)
    yield b"\n" + b" " * INDENT + b"]" + tail


def read_record(path: Path, kind: type[Record]) -> Record | None:
    """A record of the store's own; None where it is missing or of another version, since it can be made again."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError, RecursionError):
        return None


def layer_path(folder: Path, stage: Stage) -> Path:
    """Where a stage's result stands in a document's folder."""
    return folder / stage.file.format(doc=folder.name)


def invalid_path(folder: Path) -> Path:
    """Where an edition that is not valid is kept for inspection."""
    return folder / f"{folder.name}.tei.invalid.xml"


def write_layer(folder: Path, stage: Stage, result: Layer | bytes) -> Path:
    """Write a stage's result; returns where.

    Raises:
        OutputError: it cannot be written.
    """
    path = layer_path(folder, stage)
    _write(path, [result] if isinstance(result, bytes) else encoded(result))
    return path


def read_layer(folder: Path, stage: Stage) -> Layer:
    """The layer that a stage wrote.

    Raises:
        LayerError: the file is missing, malformed, or holds another layer.
    """
    path = layer_path(folder, stage)
    remedy = f"run: scan2tei {stage.name} {folder.name}"
    try:
        content = path.read_bytes()
    except OSError as error:
        raise LayerError(f"{path} {_absence(error)}", remedy) from error
    if stage.layer is None:
        raise LayerError(f"{path} is the edition, and no stage reads it", remedy)
    try:
        return msgspec.json.decode(content, type=stage.layer)
    except msgspec.ValidationError as error:
        raise LayerError(f"{path} is not a layer of {stage.layer.__name__} ({error})", remedy) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LayerError(f"{path} is malformed ({error})", remedy) from error


def _absence(error: OSError) -> str:
    return "is missing" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"


# --- Page results -----------------------------------------------------------------------------------------------------


def page_path(folder: Path, key: str, number: int) -> Path:
    """Where the result of one page is kept; ``key`` stands for the source, the settings and the code that made it."""
    return folder / WORK / "pages" / key / f"{number:04d}.json"


def write_page(folder: Path, key: str, page: Page) -> None:
    """Keep the result of one page, so that a run that is killed does not read it again.

    Raises:
        OutputError: it cannot be written.
    """
    write(page_path(folder, key, page.number), encode(page))


def read_page(folder: Path, key: str, number: int) -> Page | None:
    """The kept result of a page; None if there is none, or its image has gone."""
    page = read_record(page_path(folder, key, number), Page)
    if page is None or (page.image and not (folder / page.image).is_file()):
        return None
    return page


def drop_other_pages(folder: Path, key: str, images: frozenset[str]) -> None:
    """Remove page results of other keys, and page images that no page of this one names.

    Raises:
        OutputError: one of them cannot be removed.
    """
    for kept in sorted((folder / WORK / "pages").glob("*/*.json")):
        if kept.parent.name != key:
            remove(kept)
    for image in sorted((folder / "images").glob("*")):
        if f"images/{image.name}" not in images:
            remove(image)


def is_document(folder: Path) -> bool:
    """Whether a folder is one that a run has made: it holds a layer."""
    return (folder / WORK / STATE).is_file() or any(layer_path(folder, stage).exists() for stage in STAGES)
