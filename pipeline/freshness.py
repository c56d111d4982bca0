"""What must run again: a stage is fresh while its inputs, its settings and its own code are what they were.

Content decides, not the clock. Times and sizes only spare reading a file again whose digest is already known, as git
does; a file whose time or size has changed is read, and is fresh if its content is the same.
"""

import hashlib
from functools import cache
from pathlib import Path

import msgspec

from pipeline import store
from pipeline.config import Settings
from pipeline.printable import encodable
from pipeline.stages import STAGES, Stage, stage_called

PACKAGE = Path(__file__).parent
SHARED_CODE = ("config.py", "model", "vocabulary.py")
"""What every stage is built on, so that a change there makes all of them stale."""
FURTHER_CODE = {
    "ocr": (
        "source_kinds.py",
        "raised_notation.py",
        "readers.py",
        "roman_numerals.py",
        "pinyin.py",
        "letters.py",
        "packed_lists.py",
    ),
    "cleanup": ("raised_notation.py", "readers.py", "roman_numerals.py", "letters.py"),
    "segment": ("raised_notation.py", "readers.py", "roman_numerals.py", "letters.py", "name_particles.py"),
    "tag": ("authority", "pinyin.py", "letters.py", "readers.py", "name_particles.py", "packed_lists.py"),
    "tei": ("schema",),
    "report": ("report.py",),
}
"""What else decides a result, beside the stage's package: an edition is checked again when the schema changes."""


class Seal(msgspec.Struct, frozen=True):
    """The content of one file when it was last read."""

    name: str
    size: int
    mtime_ns: int
    digest: str


class Mark(msgspec.Struct, frozen=True):
    """A result that was made: what it was made from, and what came out."""

    key: str
    seal: Seal
    also: tuple[str, ...] = ()
    """Files that belong to it and must be there too: the page images."""


class State(msgspec.Struct):
    """What is known about a document's results; kept in ``.work/state.json``."""

    path: str = ""
    """Where the source was, so that ``scan2tei ocr DOC`` finds it again."""
    source: tuple[Seal, ...] = ()
    marks: dict[str, Mark] = {}
    """By stage, and for the report."""


def digest(*parts: bytes | str) -> str:
    """A digest of all the parts together, 32 hexadecimal digits; the borders between the parts count."""
    total = hashlib.blake2b(digest_size=16)
    for part in parts:
        content = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        total.update(len(content).to_bytes(8, "big"))
        total.update(content)
    return total.hexdigest()


def load(folder: Path) -> State:
    """The state of a document; an empty one, which makes everything stale, where there is none."""
    return store.read_record(_state_path(folder), State) or State()


def save(folder: Path, state: State) -> None:
    """Keep the state of a document.

    Raises:
        OutputError: it cannot be written.
    """
    store.write(_state_path(folder), store.encode(state))


def _state_path(folder: Path) -> Path:
    return folder / store.WORK / store.STATE


# --- Sources and files ------------------------------------------------------------------------------------------------


def seal(path: Path, known: Seal | None = None, name: str = "") -> Seal:
    """The seal of a file, its content read only if its size or time is not that of the known seal.

    Raises:
        OSError: the file is missing or cannot be read.
    """
    found = path.stat()
    if known is not None and (known.size, known.mtime_ns, known.name) == (found.st_size, found.st_mtime_ns, name):
        return known
    with path.open("rb") as file:
        content = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
    return Seal(name, found.st_size, found.st_mtime_ns, content)


def seal_source(path: Path, known: tuple[Seal, ...] = ()) -> tuple[Seal, ...]:
    """The seals of a source: of one file, or of every file in a directory or of a pattern, by name.

    Raises:
        OSError: one of them is missing or cannot be read.
    """
    by_name = {old.name: old for old in known}
    return tuple(seal(file, by_name.get(name), name) for name, file in _files(path).items())


def _files(path: Path) -> dict[str, Path]:
    """Name -> file of a source; a source of one file has no name, so that it may be renamed."""
    if path.is_file():
        return {"": path}
    files = path.iterdir() if path.is_dir() else path.parent.glob(path.name)
    return {encodable(file.name): file for file in sorted(files) if file.is_file()}


# --- Keys -------------------------------------------------------------------------------------------------------------


@cache
def code_digest(name: str) -> str:
    """The digest of everything in a stage's package, and of the modules that all stages are built on."""
    files: list[Path] = []
    for part in (*SHARED_CODE, name, *FURTHER_CODE.get(name, ())):
        files += [file for file in sorted((PACKAGE / part, *(PACKAGE / part).rglob("*"))) if _is_code(file)]
    return digest(*(part for file in files for part in (str(file.relative_to(PACKAGE)), file.read_bytes())))


def _is_code(file: Path) -> bool:
    return file.is_file() and "__pycache__" not in file.parts


def source_key(settings: Settings, source: tuple[Seal, ...]) -> str:
    """The key of the first stage, whose input is the source."""
    return _key(STAGES[0], settings, [part for each in source for part in (each.name, each.digest)])


def look_key(settings: Settings, path: Path) -> str:
    """A key of the first stage that costs no reading: of a source's files it knows size and times only.

    It changes with every change of the source, and also when a file is touched, copied or given other permissions.

    Raises:
        OSError: there is no such file, or it cannot be looked at.
    """
    found = {name: file.stat() for name, file in _files(path).items()}
    if not found:
        raise FileNotFoundError(path)
    looks = [f"{name}/{look.st_size}/{look.st_mtime_ns}/{look.st_ctime_ns}" for name, look in found.items()]
    return _key(STAGES[0], settings, looks)


def stage_key(folder: Path, stage: Stage, settings: Settings, state: State) -> str:
    """The key of a later stage: what its result depends on, as one digest.

    Only those settings count that the stage names, and of its inputs only the content.

    Raises:
        OSError: one of its inputs is missing.
    """
    inputs = [stage_called(name) for name in stage.reads]
    return _key(stage, settings, [seal_result(folder, each, state).digest for each in inputs])


def _key(stage: Stage, settings: Settings, inputs: list[str]) -> str:
    told = [f"{name}={getattr(settings, name)!r}" for name in stage.settings]
    return digest(stage.name, code_digest(stage.name), *told, *inputs)


def report_key(folder: Path, stages: list[Stage], state: State, errors: tuple[str, ...] = ()) -> str:
    """The key of the report over the results of these stages, and over what kept an edition from being valid.

    Raises:
        OSError: one of the results is missing.
    """
    results = [seal_result(folder, stage, state).digest for stage in stages]
    return digest("report", code_digest("report"), *results, *errors)


# --- What is fresh ----------------------------------------------------------------------------------------------------


def seal_result(folder: Path, stage: Stage, state: State) -> Seal:
    """The seal of a stage's result as it now is.

    Raises:
        OSError: it is missing.
    """
    mark = state.marks.get(stage.name)
    path = store.layer_path(folder, stage)
    return seal(path, mark.seal if mark else None, path.name)


def is_fresh(folder: Path, path: Path, mark: Mark | None, key: str) -> bool:
    """Whether a result was made with this key, and is still what was made."""
    if mark is None or mark.key != key:
        return False
    try:
        found = seal(path, mark.seal, path.name)
    except OSError:
        return False
    return found.digest == mark.seal.digest and all((folder / name).is_file() for name in mark.also)


def fresh_stages(folder: Path, settings: Settings, state: State) -> list[Stage]:
    """The stages, from the first on, whose results need not be made again."""
    fresh: list[Stage] = []
    for stage in STAGES:
        key = stage_key(folder, stage, settings, state) if stage.reads else source_key(settings, state.source)
        if not is_fresh(folder, store.layer_path(folder, stage), state.marks.get(stage.name), key):
            break
        fresh.append(stage)
    return fresh
