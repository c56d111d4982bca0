"""What is compared: two files, or two folders document by document."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from pipeline.compare.diff.changes import BY_NAME, KINDS, WEIGHTS, Change
from pipeline.compare.diff.comparison import Comparison
from pipeline.compare.diff.entries import entry_changes
from pipeline.compare.diff.header import header_changes
from pipeline.compare.diff.markup import markup_changes
from pipeline.compare.diff.names import name_changes
from pipeline.compare.diff.notes import note_changes
from pipeline.compare.diff.pages import page_changes
from pipeline.compare.diff.passages import block_changes, word_changes
from pipeline.compare.diff.reading import read_edition
from pipeline.errors import SourceError, UsageError

COMPARERS = (
    block_changes,
    note_changes,
    word_changes,
    page_changes,
    name_changes,
    entry_changes,
    header_changes,
    markup_changes,
)
SUFFIX = ".tei.xml"
ORDER = {kind.name: (WEIGHTS.index(kind.weight), number) for number, kind in enumerate(KINDS)}


class DocumentDiff(msgspec.Struct, frozen=True, kw_only=True):
    """What is different in one document."""

    doc: str
    changes: tuple[Change, ...] = ()
    trouble: str = ""
    """Why the two could not be compared; empty where they could."""


class Diff(msgspec.Struct, frozen=True, kw_only=True):
    """What is different in all documents, in the order of their names."""

    documents: tuple[DocumentDiff, ...]

    @property
    def count(self) -> int:
        return sum(len(document.changes) for document in self.documents)

    @property
    def troubles(self) -> tuple[str, ...]:
        return tuple(document.trouble for document in self.documents if document.trouble)

    def by_weight(self) -> dict[str, int]:
        """How many changes there are of each weight, the gravest first."""
        counts = Counter(change.weight for document in self.documents for change in document.changes)
        return {weight.value: counts[weight] for weight in WEIGHTS}


def check_kinds(names: Iterable[str]) -> frozenset[str]:
    """The kinds of change of these names; the name of a weight stands for all of its kinds.

    Raises:
        UsageError: there is no such kind.
    """
    chosen: set[str] = set()
    for name in names:
        of_weight = {kind.name for kind in KINDS if kind.weight == name}
        if name not in BY_NAME and not of_weight:
            raise UsageError(f"there is no kind of change {name!r}", f"give some of {', '.join(BY_NAME)}")
        chosen |= of_weight or {name}
    return frozenset(chosen)


def compare(old: Path, new: Path, ignore: frozenset[str] = frozenset()) -> Diff:
    """Compare two editions, or all the editions in two folders.

    Args:
        old: a TEI file or a folder.
        new: the same.
        ignore: kinds of change that do not count.

    Raises:
        SourceError: one of them is missing, or there is no edition in either.
        UsageError: one is a file and the other a folder.
    """
    for path in (old, new):
        if not path.exists():
            raise SourceError(f"{path} does not exist", "check the path")
    if old.is_dir() != new.is_dir():
        raise UsageError(f"one of {old} and {new} is a folder, the other is not", "give two files or two folders")
    if not old.is_dir():
        return Diff(documents=(_compare_files(_doc(new), old, new, ignore),))
    return _compare_folders(old, new, ignore)


def _compare_folders(old: Path, new: Path, ignore: frozenset[str]) -> Diff:
    before, after = _editions(old), _editions(new)
    if not before and not after:
        raise SourceError(f"there is no edition in {old} or {new}", f"the names of editions end in {SUFFIX}")
    return Diff(
        documents=tuple(_one(doc, before.get(doc), after.get(doc), ignore) for doc in sorted({*before, *after}))
    )


def _one(doc: str, old: Path | None, new: Path | None, ignore: frozenset[str]) -> DocumentDiff:
    if old and new:
        return _compare_files(doc, old, new, ignore)
    change = Change(kind="document", sentence=f"{doc} {'is gone' if old else 'was added'}")
    return DocumentDiff(doc=doc, changes=() if "document" in ignore else (change,))


def _editions(folder: Path) -> dict[str, Path]:
    """Document -> its edition. Two of one name, in different folders, are told apart by the folder."""
    paths = sorted(path for path in folder.rglob(f"*{SUFFIX}") if not _is_hidden(path, folder))
    names = Counter(_doc(path) for path in paths)
    return {
        _doc(path) if names[_doc(path)] == 1 else path.relative_to(folder).as_posix().removesuffix(SUFFIX): path
        for path in paths
    }


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _doc(path: Path) -> str:
    return path.name.removesuffix(SUFFIX).removesuffix(".xml")


def _compare_files(doc: str, old: Path, new: Path, ignore: frozenset[str]) -> DocumentDiff:
    try:
        if old.read_bytes() == new.read_bytes():
            read_edition(new, doc)  # two files that are equally broken are trouble, not the same edition
            return DocumentDiff(doc=doc)
        return DocumentDiff(doc=doc, changes=compare_editions(old, new, doc, ignore))
    except SourceError as error:
        return DocumentDiff(doc=doc, trouble=str(error))
    except OSError as error:
        return DocumentDiff(doc=doc, trouble=f"{doc} cannot be read ({error.strerror})")


def compare_editions(old: Path, new: Path, doc: str, ignore: frozenset[str] = frozenset()) -> tuple[Change, ...]:
    """The changes between two editions of a document, the gravest first.

    Raises:
        SourceError: one of the files cannot be read as TEI.
    """
    before, after = read_edition(old, doc), read_edition(new, doc)
    if before.canonical == after.canonical:
        return ()
    changes = _changes(Comparison(before, after))
    return tuple(sorted((c for c in changes if c.kind not in ignore), key=lambda change: ORDER[change.kind]))


def _changes(comparison: Comparison) -> Sequence[Change]:
    found = [change for comparer in COMPARERS for change in comparer(comparison)]
    if found:
        return found
    return [Change(kind="markup", sentence="the files differ in white space, ids or markup that has no name here")]
