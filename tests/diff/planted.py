"""``python -m tests.diff.planted [COUNT]``: what the diff says of every planted change, of none, and how fast it is.

The changes are those of ``planted_changes``, in an edition that the program made; the tests hold what is expected, this
prints what is said. The time is that of ``scan2tei diff`` on two folders of COUNT editions (300), in which a change of
the table is planted in each second edition.
"""

import sys
import tempfile
from itertools import cycle
from pathlib import Path

from pipeline.compare.diff import compare_editions
from pipeline.errors import ExitCode
from tests.diff.planted_changes import PLANTED
from tests.diff.planting import EDITION, planted
from tests.house.measuring import Cost, scan2tei

MINUTE = 60.0


def said(plant: str, folder: Path) -> tuple[set[str], list[str]]:
    """The kinds of change that were told of a planted change, and the sentences."""
    new = folder / "new.tei.xml"
    new.write_bytes(planted(*PLANTED[plant][0]))
    changes = compare_editions(EDITION, new, "ferry")
    return {change.kind for change in changes}, [change.sentence for change in changes]


def write_folders(folder: Path, count: int) -> tuple[Path, Path]:
    """Two folders of editions, of which each second one has a planted change."""
    old, new = folder / "old", folder / "new"
    for side in (old, new):
        side.mkdir()
    plants = cycle(PLANTED.values())
    for number in range(count):
        name = f"ferry-{number:03d}.tei.xml"
        (old / name).write_bytes(EDITION.read_bytes())
        changed = planted(*next(plants)[0]) if number % 2 else EDITION.read_bytes()
        (new / name).write_bytes(changed)
    return old, new


def diff(old: Path, new: Path) -> Cost:
    """What the command costs, and what it says."""
    return scan2tei("diff", old, new)


def main(count: int = 300) -> int:
    """Print the table; 1 if a change is told as something else, a copy is not silent, or a minute is not enough."""
    wrong = 0
    sys.stdout.write(f"{len(PLANTED)} planted changes\n\n| planted | told as | said |\n|---|---|---|\n")
    with tempfile.TemporaryDirectory() as name:
        for plant, (_, expected, _) in PLANTED.items():
            kinds, sentences = said(plant, Path(name))
            wrong += kinds != expected
            more = f" (and {len(sentences) - 1} more)" if len(sentences) > 1 else ""
            sys.stdout.write(f"| {plant} | {', '.join(sorted(kinds))} | {(sentences or ['nothing'])[0]}{more} |\n")
        old, new = write_folders(Path(name), count)
        itself, other = diff(old, old), diff(old, new)
    wrong += (itself.code, itself.out) != (ExitCode.OK, "") or other.code != ExitCode.DIFFERENT
    wrong += other.cpu > MINUTE
    sys.stdout.write(f"\nagainst itself: exit {itself.code}, {len(itself.out)} characters said\n")
    sys.stdout.write(f"{count} editions against {count}: {other.cpu:.1f} s of processor time, exit {other.code}\n")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
