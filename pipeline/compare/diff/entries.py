"""The registers: entries that came, went, were joined, cut or renamed, judged by the mentions that point to them."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from pipeline.compare.diff.changes import Change, Place, counted, quoted
from pipeline.compare.diff.comparison import Comparison
from pipeline.compare.diff.edition import Entry
from pipeline.compare.diff.names import name_pairs

PLURALS = {
    "person": ("person", "people"),
    "place": ("place", "places"),
    "org": ("organisation", "organisations"),
    "work": ("work", "works"),
    "event": ("event", "events"),
}
REGISTER = Place(where="register")
LEAST = 0.2
"""Share of an entry's mentions that must have gone to another for the two to belong together."""


def entry_changes(comparison: Comparison) -> Iterator[Change]:
    """What has become of the entries of the registers."""
    old = {entry.id: entry for entry in comparison.old.entries}
    new = {entry.id: entry for entry in comparison.new.entries}
    groups = _groups(comparison, old, new)
    for olds, news in groups:
        yield from _group([old[each] for each in olds], [new[each] for each in news])


def _group(olds: list[Entry], news: list[Entry]) -> Iterator[Change]:
    if not news:
        yield from (_change("entity-lost", f"{_one(each)} is gone: {each.name}", each, None) for each in olds)
    elif not olds:
        yield from (_change("entity-added", f"{_one(each)} was added: {each.name}", None, each) for each in news)
    elif len(olds) == len(news) == 1:
        yield from _renamed(olds[0], news[0])
    else:
        yield _regrouped(olds, news)


def _regrouped(olds: list[Entry], news: list[Entry]) -> Change:
    before, after = ", ".join(each.name for each in olds), ", ".join(each.name for each in news)
    if len(news) <= len(olds):
        became = "one" if len(news) == 1 else str(len(news))
        return _change("entity-merged", f"{_many(olds)} merged into {became}: {before} → {after}", olds[0], news[0])
    return _change("entity-split", f"{_many(olds)} became {len(news)}: {before} → {after}", olds[0], news[0])


def _renamed(old: Entry, new: Entry) -> Iterator[Change]:
    if old.kind != new.kind:
        yield _change("name-kind", f"{new.name} was {_one(old)} and is now {_one(new)}", old, new)
    if old.name != new.name:
        yield _change(
            "entity-name", f"{_one(old)} is called otherwise: {quoted(old.name)} → {quoted(new.name)}", old, new
        )
    if old.idnos != new.idnos:
        sentence = f"{new.name}: identifier {_idnos(old)} → {_idnos(new)}"
        yield _change("identifier", sentence, old, new)
    if sorted(old.variants) != sorted(new.variants):
        gone = [name for name in old.variants if name not in new.variants]
        come = [name for name in new.variants if name not in old.variants]
        parts = [f"no longer {', '.join(map(quoted, gone))}"] * bool(gone) + [
            f"also {', '.join(map(quoted, come))}"
        ] * bool(come)
        yield _change("variant", f"{new.name}: {'; '.join(parts) or 'a further name more or less often'}", old, new)
    elif (old.name, old.idnos, old.kind) == (new.name, new.idnos, new.kind) and _bare(old) != _bare(new):
        yield _change("markup", f"{new.name}: its entry in the register says something else", old, new)


def _bare(entry: Entry) -> str:
    return " ".join(entry.rest.replace(f'"{entry.id}"', '""').split())


def _idnos(entry: Entry) -> str:
    return ", ".join(f"{kind} {value}".strip() for kind, value in entry.idnos) or "none"


def _change(kind: str, sentence: str, old: Entry | None, new: Entry | None) -> Change:
    return Change(
        kind=kind,
        sentence=sentence,
        place=REGISTER,
        old=old.name if old else "",
        new=new.name if new else "",
        old_id=old.id if old else "",
        new_id=new.id if new else "",
    )


def _one(entry: Entry) -> str:
    return f"{'an' if entry.kind in ('org', 'event') else 'a'} {PLURALS[entry.kind][0]}"


def _many(entries: list[Entry]) -> str:
    return counted(len(entries), *PLURALS[entries[0].kind])


# --- What belongs together --------------------------------------------------------------------------------------------

Group = tuple[list[str], list[str]]


def _groups(comparison: Comparison, old: dict[str, Entry], new: dict[str, Entry]) -> list[Group]:
    """Old and new entries that share mentions; those that nothing mentions go by their id, then by their name."""
    edges = _shared_mentions(comparison, old, new)
    bound_old, bound_new = {one for one, _ in edges}, {other for _, other in edges}
    for key in (_by_id, _by_name):
        keys = {key(new[each]): each for each in new if each not in bound_new}
        for each in old:
            if each not in bound_old and key(old[each]) in keys:
                edges.append((each, keys.pop(key(old[each]))))
        bound_old, bound_new = {one for one, _ in edges}, {other for _, other in edges}
    groups = _connected(edges)
    groups += [([each], []) for each in old if each not in bound_old]
    groups += [([], [each]) for each in new if each not in bound_new]
    return groups


def _by_id(entry: Entry) -> tuple[str, str]:
    return entry.kind, entry.id


def _by_name(entry: Entry) -> tuple[str, str]:
    return entry.kind, entry.name


def _shared_mentions(comparison: Comparison, old: dict[str, Entry], new: dict[str, Entry]) -> list[tuple[str, str]]:
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for pair in name_pairs(comparison):
        if pair.old and pair.new and pair.old.ref in old and pair.new.ref in new:
            votes[pair.old.ref][pair.new.ref] += 1
    edges = []
    for one in old:
        total = votes[one].total()
        for other, count in sorted(votes[one].items()):
            # One name that now points to another entry, which both editions have, is told at its place.
            strayed = other in old and one in new and one != other
            if count >= LEAST * total and not strayed:
                edges.append((one, other))
    return edges


def _connected(edges: list[tuple[str, str]]) -> list[Group]:
    groups: list[Group] = []
    for one, other in edges:
        touching = [group for group in groups if one in group[0] or other in group[1]]
        olds = list(dict.fromkeys([*(each for group in touching for each in group[0]), one]))
        news = list(dict.fromkeys([*(each for group in touching for each in group[1]), other]))
        groups = [group for group in groups if group not in touching] + [(olds, news)]
    return groups
