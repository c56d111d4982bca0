"""From found names to mentions that point at register entries."""

import re
from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import groupby

from pipeline.authority.identifiers import SCHEMES
from pipeline.config import Authority
from pipeline.model import EntityKind, Entry, Mention
from pipeline.tag.citations.parts.imprints import find_definitions, find_imprints
from pipeline.tag.places.gazetteer import LookUp, candidates, gone_state
from pipeline.tag.places.place_ids import Evidence, geonames_ids, state_behind
from pipeline.tag.register.authorities import Authorities, names_of
from pipeline.tag.register.entries import IdGiver, best_name, make_entry
from pipeline.tag.register.identity import Identified, Naming, identify
from pipeline.tag.vote.occurrences import Found
from pipeline.tag.vote.passages import Passage
from pipeline.tag.words.spans import plain, trim

_LOOKAHEAD = 80
"""Characters after a name that are kept to recognise the short title beside it."""

_SPECK = re.compile(r"(?<=^[A-Z])[:;](?=\s[A-Z]\.)")
"""What stands for the stop of a first initial in `B: T. Kulik`."""
Key = tuple[EntityKind, str]
GEONAMES = SCHEMES["geonames"]
_TOLD = "\0"
"""Before the number of an entry of the authority file, in keys: no name begins so."""


def link(
    passages: Sequence[Passage], found: Sequence[Found], known: Authorities, look_up: LookUp = candidates
) -> tuple[list[Mention], list[Entry]]:
    """Mentions in reading order and the entries that they point at, in the order of first mention."""
    people = dict(zip(_people(found), _identities(passages, found, known), strict=True))
    aliases = _aliases(passages)
    keys = [_key(name, people, aliases, known) for name in found]
    ids = _geonames(passages, found, keys, look_up)
    keys = [_one_place(key, ids) for key in keys]
    doubtful = frozenset(name.name for name, one in people.items() if one.cert < 1)
    long_forms = {name.casefold(): name for name in aliases.values()}
    entries = _entries(found, keys, long_forms, known, ids, doubtful)
    mentions = [_mention(passages, name, key, people, entries) for name, key in zip(found, keys, strict=True)]
    return mentions, list(entries.values())


def _people(found: Sequence[Found]) -> list[Found]:
    return [name for name in found if name.kind is EntityKind.PERSON]


def _identities(passages: Sequence[Passage], found: Sequence[Found], known: Authorities) -> list[Identified]:
    """Only of those entries that the document names: others would share family names with its people."""
    groups: dict[int, list[str]] = {}
    for name in dict.fromkeys(one.name for one in _people(found)):
        index = known.index(EntityKind.PERSON, name)
        if index is not None:
            groups.setdefault(index, list(names_of(known.entries[index]))).append(name)
    return identify(
        [
            Naming(
                name.passage,
                name.start,
                name.name,
                passages[name.passage].text[name.end : name.end + _LOOKAHEAD],
                passages[name.passage].note,
            )
            for name in _people(found)
        ],
        [list(dict.fromkeys(names)) for names in groups.values()],
    )


def _aliases(passages: Sequence[Passage]) -> dict[str, str]:
    """Abbreviation -> the name that the document gives for it; the first definition stands."""
    aliases: dict[str, str] = {}
    for passage in passages:
        for definition in find_definitions(passage.text):
            name, short = (trim(passage.text, *span) for span in definition)
            if name and short:
                aliases.setdefault(plain(passage.text[slice(*short)]), plain(passage.text[slice(*name)]))
    return aliases


def _key(name: Found, people: dict[Found, Identified], aliases: dict[str, str], known: Authorities) -> Key | None:
    """What makes two mentions one entry; None for a person who stays unresolved."""
    if name.kind is EntityKind.PERSON:
        person = people[name].person
        return None if person < 0 else (name.kind, f"{person:06d}")
    gone = gone_state(name.name) if name.kind is EntityKind.PLACE else None
    long_form = gone.name if gone else aliases.get(name.name, name.name)
    index = known.index(name.kind, name.name)
    index = known.index(name.kind, long_form) if index is None else index
    return name.kind, long_form.casefold() if index is None else f"{_TOLD}{index}"


def _entries(
    found: Sequence[Found],
    keys: Sequence[Key | None],
    long_forms: Mapping[str, str],
    known: Authorities,
    geonames: Mapping[Key, int],
    doubtful: frozenset[str],
) -> dict[Key, Entry]:
    """The entries in the order of their first mention; a doubtful form is no main name where another is."""
    order: dict[Key, list[Found]] = {}
    for name, key in zip(found, keys, strict=True):
        if key is not None:
            order.setdefault(key, []).append(name)
    ids = IdGiver()
    entries = {}
    for key, names in order.items():
        forms = [_SPECK.sub(".", name.name) for name in names]
        told = _told(key, forms, known)
        sure = [form for form, name in zip(forms, names, strict=True) if name.name not in doubtful] or forms
        title = told.name if told else best_name(key[0], sure, long_forms.get(key[1], ""))
        # What the user has entered is hers: where she gives no identifier, none is added.
        idnos = (
            told.idnos if told else {GEONAMES.type: GEONAMES.address.format(geonames[key])} if key in geonames else {}
        )
        entries[key] = make_entry(ids.new(key[0], title), key[0], title, forms, idnos)
    return entries


def _geonames(
    passages: Sequence[Passage], found: Sequence[Found], keys: Sequence[Key | None], look_up: LookUp
) -> dict[Key, int]:
    """The places whose number in GeoNames can be told, those of the authority file left out."""
    mentions: dict[Key, list[Found]] = {}
    for name, key in zip(found, keys, strict=True):
        if key is not None and key[0] is EntityKind.PLACE and not key[1].startswith(_TOLD):
            mentions.setdefault(key, []).append(name)
    numbers = geonames_ids([_evidence(passages, names) for names in mentions.values()], look_up)
    return {key: number for key, number in zip(mentions, numbers, strict=True) if number}


def _evidence(passages: Sequence[Passage], names: Sequence[Found]) -> Evidence:
    states = {state_behind(passages[name.passage].text, name.end) for name in names} - {""}
    forms = tuple(name.name for name in names)
    return Evidence(forms, tuple(sorted(states)), all(_is_in_imprint(passages[name.passage], name) for name in names))


def _is_in_imprint(passage: Passage, name: Found) -> bool:
    return any((name.start, name.end) in imprint.places for imprint in find_imprints(passage.text))


def _one_place(key: Key | None, ids: Mapping[Key, int]) -> Key | None:
    """Two names of one place (Peking, Beijing) are one entry: that of the first."""
    return next(one for one in ids if ids[one] == ids[key]) if key is not None and key in ids else key


def _told(key: Key, forms: Sequence[str], known: Authorities) -> Authority | None:
    """The entry of the authority file that all these forms belong to, if any does."""
    if key[1].startswith(_TOLD):
        return known.entries[int(key[1].removeprefix(_TOLD))]
    numbers = (known.index(key[0], form) for form in forms) if key[0] is EntityKind.PERSON else ()
    return next((known.entries[number] for number in numbers if number is not None), None)


def _mention(
    passages: Sequence[Passage],
    name: Found,
    key: Key | None,
    people: dict[Found, Identified],
    entries: dict[Key, Entry],
) -> Mention:
    cert = min(name.cert, people[name].cert) if name in people else name.cert
    ref = entries[key].id if key is not None else ""
    return Mention(
        target=passages[name.passage].id, start=name.start, end=name.end, kind=name.kind, ref=ref, cert=round(cert, 2)
    )


def without_overlaps(spans: Sequence[Found]) -> list[Found]:
    """Of spans that overlap the longest, of equals the surest; in reading order.

    The order of the input decides nothing: equal spans are told apart by their kind.
    """
    kept: list[Found] = []
    for _, group in groupby(sorted(spans, key=lambda span: span.passage), key=lambda span: span.passage):
        chosen: list[Found] = []
        for span in sorted(group, key=lambda span: (span.start - span.end, -span.cert, span.start, span.kind.value)):
            place = bisect(chosen, span.start, key=lambda other: other.start)
            free = place == len(chosen) or span.end <= chosen[place].start
            if free and (place == 0 or chosen[place - 1].end <= span.start):
                chosen.insert(place, span)
        kept += chosen
    return kept
