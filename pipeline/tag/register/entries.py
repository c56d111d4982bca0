"""Registers: one entry for each person, place, organisation and event, with a stable id that is an XML name."""

from collections import Counter
from collections.abc import Sequence

from pipeline.model import EntityKind, Entry
from pipeline.tag.people.name_order import parse
from pipeline.tag.words.slugs import slug

PREFIX = {
    EntityKind.PERSON: "pers",
    EntityKind.PLACE: "place",
    EntityKind.ORG: "org",
    EntityKind.EVENT: "event",
}


class IdGiver:
    """Hands out ids: ``pers.wang``, then ``pers.wang.2``, in the order in which it is asked."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def new(self, kind: EntityKind, name: str) -> str:
        """The id of a new entry; a person's is made from the family name."""
        stem = f"{PREFIX[kind]}.{slug(parse(name).family if kind is EntityKind.PERSON else name)}"
        self._given[stem] += 1
        return stem if self._given[stem] == 1 else f"{stem}.{self._given[stem]}"


def best_name(kind: EntityKind, forms: Sequence[str], defined: str = "") -> str:
    """The form for the head of the entry.

    The name for which the document defines the others as abbreviations; else, of a person, a whole name in
    preference; then the commonest form, then the longest.
    """
    if defined:
        return defined
    counts = Counter(forms)

    def rank(form: str) -> tuple[int, int, int, str]:
        family = any(other.endswith(f" {form}") and parse(other).family == form for other in counts)
        given = parse(form).given if kind is EntityKind.PERSON and not family else ()  # Van Ham of Maarten Van Ham
        # A given name counts more than initials, initials more than the family name alone.
        wholeness = max((min(len(part), 2) for part in given), default=0)
        return (wholeness + int(not form.isupper()), counts[form], len(form), form)

    return max(counts, key=rank)


def make_entry(entry_id: str, kind: EntityKind, name: str, forms: Sequence[str], idnos: dict[str, str]) -> Entry:
    """The entry for all forms under which one thing occurs (one form per mention)."""
    variants = tuple(sorted(set(forms) - {name}))
    return Entry(id=entry_id, kind=kind, name=name, variants=variants, mentions=len(forms), idnos=idnos)
