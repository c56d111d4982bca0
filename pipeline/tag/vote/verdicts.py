"""The document's vote: one string names one kind of thing, unless the document plainly uses it for two.

A small language model labels the same words differently from sentence to sentence (PERSON five times, GPE once);
the article as a whole is consistent. Every proposal is a vote; what a rule says counts more than what the model says.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from pipeline.model import EntityKind
from pipeline.tag.people.name_order import parse
from pipeline.tag.people.person_names import is_person_name
from pipeline.tag.words.exonyms import ANYWHERE
from pipeline.tag.words.name_tables import (
    ADDRESSES,
    FIRST_HEADS,
    HEADS,
    LEADS,
    NO_NAMES,
    OF_LAW,
    PEOPLES,
    STATE_HEADS,
    word_set,
)
from pipeline.tag.words.spans import joined_parts
from pipeline.tag.words.tokens import FUNCTION_WORD, commonness

BODY, NOTE, RULE = 1.0, 0.5, 3.0
"""Weights of a vote: the model in prose, the model in a note (citations confuse it), a rule."""

FEW = 4
"""Votes in prose from which a name stands although its words are written in lower case elsewhere."""
DOUBTFUL = 0.4
"""Share of its weight that a vote of the model keeps where the model is known to be weak."""
COMMON_WORD = 3.5
"""Zipf frequency from which a word is likelier a word than a name."""

RARE = 3.0
"""Zipf frequency under which a word is hardly English."""

CONTESTED = 0.34
"""Share of the runner-up from which a string counts as used for two kinds (Washington the city, the man)."""

# The labels of the OntoNotes scheme (https://catalog.ldc.upenn.edu/LDC2013T19) that spaCy's English models use.
LABELS: dict[str, EntityKind | None] = {
    "PERSON": EntityKind.PERSON,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "ORG": EntityKind.ORG,
    "EVENT": EntityKind.EVENT,
    # The scheme of WikiNER, which the models of other languages use.
    "PER": EntityKind.PERSON,
    # Seen, and not to be tagged: nationalities, works, products, laws, languages.
    "NORP": None,
    "WORK_OF_ART": None,
    "PRODUCT": None,
    "LAW": None,
    "LANGUAGE": None,
    "MISC": None,
}

# Capitals inside a word mark an abbreviation or a shelf mark (TsKhSD), except in MacFarquhar, McCarthy, DeLillo.
_INNER_CAPITAL = re.compile(r"(?!Mac|Mc|De|Di|Du|La|Le|Fitz|Van|O')[A-Z][a-z]+[A-Z]|[A-Z]{2,}[a-z]")
# Acts, their parts, and what they speak of: in articles on law the model makes persons and places of them.
_PARTS_OF_LAW = word_set("""
    Directive Directives Regulation Regulations Annex Annexes Article Articles Recital Recitals Section Sections Part
    Chapter Chapters Paragraph Title Book Volume Figure Table Appendix Enclosure Exhibit Essay Essays Foreword
    Preface Introduction Prologue Epilogue
    """)
_ACTS = _PARTS_OF_LAW | word_set("Protocol Convention Covenant")
_OF_LAW = _ACTS | OF_LAW | word_set("Law Laws")
_COUNTED = re.compile(r"(?:[\dIVXLC]+|[A-Z]\b)(?:[-–.][\dIVXLCA-Z]+)*\.?")
_NUMBER = re.compile(r"[A-EIVX]\.")
_ROLES = word_set("Ed Eds Hg Hrsg Jr Sr MA MAs BA BAs JD PhD MPP LLM LLB MBA MSc BSc MPhil DPhil Emeritus Emerita")
"""What stands behind an editor's name in brackets, and a given name before another; ranks and degrees."""
_MEMBERS = ("Member State", "Member States")
_STATES = word_set("State States")
"""In law any state is meant, which names none."""
_JOINING = word_set("""
    of for and the de du des der für zu di della dell delle degli dei d del do da dos das in on & 's -
    """)
_ARTICLES = word_set("la las los")
"""Within the names of institutions whose head stands first: `Museo de la Ciudad`; but `Juana de la Cruz`."""
_ELISION = re.compile(r"\s|(?<=\bd)'|(?<=ll)'")
# Initials of a person, but for what two letters with stops abbreviate everywhere.
_INITIALS = re.compile(r"(?!U\.[SKN]|E\.U|D\.C|N\.[YJCHMD]|S\.[CD]|R\.I|L\.A|B\.C|P\.R)[A-Z]\.[A-Z]\.?")
_ACRONYM = re.compile(r"[A-Z]{3,4}s?")
STATES_IN_CAPITALS = word_set("""
    USA UAE USSR URSS DDR BRD RDA RFA GDR FRG PRC ROC ROK DPRK DRC RDC CAR PNG EEUU RSFSR SSSR NYC
    """)
"""The places that three or four capitals abbreviate; `GRUR` and `CMOs` are none."""
# A word with digits in it is a call number, an ordinal is not.
_CODE = re.compile(r"(?<!\S)(?!\d+(?:st|nd|rd|th)\b)\S*\d")

_DOCTRINE = re.compile(r"[A-Z]\w{2,}isms?|[A-Z]\w*ianity")
"""`Methodism`, `Christianity`: what is believed or taught is nobody, and nowhere."""

_ORDER = (EntityKind.PERSON, EntityKind.PLACE, EntityKind.EVENT, EntityKind.ORG, None)


class Ballot(NamedTuple):
    """One vote on one string."""

    name: str
    kind: EntityKind | None
    weight: float


class Verdict(NamedTuple):
    """What a string names (None: nothing that is tagged), the winner's share, and a strong second kind."""

    kind: EntityKind | None
    share: float
    second: EntityKind | None = None


NOBODY = Verdict(None, 0.0)
"""The verdict on a string that names nothing."""

Tally = dict[EntityKind | None, float]


def count(ballots: Iterable[Ballot], lower_case: frozenset[str] = frozenset()) -> dict[str, Verdict]:
    """The verdict for every string that was proposed, in order of first appearance.

    ``lower_case`` are the words that the document also writes in lower case: evidence that they are words.
    """
    tallies: dict[str, Tally] = {}
    strong: set[str] = set()
    in_prose: set[str] = set()
    otherwise: set[str] = set()
    for ballot in ballots:
        tallies.setdefault(ballot.name, defaultdict(float))[ballot.kind] += ballot.weight
        if ballot.weight >= RULE:
            strong.add(ballot.name)
        if ballot.weight != NOTE and ballot.weight != NOTE * DOUBTFUL:
            in_prose.add(ballot.name)
        if ballot.weight != 2 * BODY:
            otherwise.add(ballot.name)
    nobody = {name for name, tally in tallies.items() if _names_nobody(name, tally, ruled=name in strong)}
    gained = _lend(tallies, nobody)
    strong.update(gained)
    nobody -= gained
    weak = {
        name
        for name, tally in tallies.items()
        if name not in strong
        and (
            _is_weak(name, tally, in_prose=name in in_prose)
            or _is_wording(name, tally, lower_case)
            or (name not in otherwise and _is_numbered(name, lower_case))
        )
    }
    return {name: NOBODY if name in weak | nobody else _verdict(name, tally) for name, tally in tallies.items()}


def without_pairs(verdicts: Mapping[str, Verdict], families: Container[str]) -> dict[str, Verdict]:
    """The verdicts, but for `Merrow & Quell` that is said to name an institution: each is in the document alone.

    Args:
        verdicts: what the strings of the document name.
        families: family names that are known otherwise.
    """
    pairs = [name for name, verdict in verdicts.items() if _is_pair(name, verdict, verdicts, families)]
    return {**verdicts, **dict.fromkeys(pairs, NOBODY)}


def _is_pair(name: str, verdict: Verdict, verdicts: Mapping[str, Verdict], families: Container[str]) -> bool:
    parts = {name[slice(*span)] for span in joined_parts(name, 0, len(name))}
    if verdict.kind is not EntityKind.ORG or name in parts:
        return False
    alone = {EntityKind.PERSON if part in families else verdicts.get(part, NOBODY).kind for part in parts}
    return alone in ({EntityKind.PERSON}, {EntityKind.ORG})


def _lend(tallies: dict[str, Tally], nobody: Container[str]) -> set[str]:
    """Full names lend weight to their family names and first words: `Luthi` gains from `Lorenz Luthi`.

    A family name is then no institution any more; a well-known one may still be a place as well (Washington).
    What names nobody lends nothing. Returns the words that gained.
    """
    gained: set[str] = set()
    for name, tally in list(tallies.items()):
        if " " in name and name not in nobody and is_person_name(name) and _leader(tally) is EntityKind.PERSON:
            families = parse(name).families
            for word in dict.fromkeys((name.split()[0], *families)):
                if word in tallies:
                    tallies[word][EntityKind.PERSON] += tally[EntityKind.PERSON]
                    gained.add(word)
            for word in families:
                tallies.get(word, {}).pop(EntityKind.ORG, None)
                if commonness(word) < COMMON_WORD and word not in ANYWHERE:
                    tallies.get(word, {}).pop(EntityKind.PLACE, None)
    return gained


def _leader(tally: Tally) -> EntityKind | None:
    return max(_ORDER, key=lambda kind: (tally.get(kind, 0.0), -_ORDER.index(kind)))


def _verdict(name: str, tally: Tally) -> Verdict:
    allowed = {kind: weight for kind, weight in tally.items() if can_name(name, kind)}
    if not allowed:
        return NOBODY
    total = sum(allowed.values())
    kind = _event_or(allowed, _leader(allowed))
    rivals = sorted(
        ((weight, -_ORDER.index(rival), rival) for rival, weight in allowed.items() if rival not in (kind, None)),
        reverse=True,
        key=lambda row: row[:2],
    )
    second = rivals[0][2] if rivals and rivals[0][0] >= max(2.0, CONTESTED * total) else None
    if {kind, second} != {EntityKind.PERSON, EntityKind.PLACE}:  # the others waver, they are not two uses
        second = None
    return Verdict(kind, round(allowed[kind] / total, 2), second)


def _event_or(tally: Tally, leader: EntityKind | None) -> EntityKind | None:
    """An event, where the model wavers between institution, building and event: what wavers so is an event.

    Evidence: "the Great Leap Forward" came out as ORG 28, FAC 9 and EVENT 3 times in one article; institutions came
    out as ORG nearly always, and never as EVENT.
    """
    wavering = tally.get(EntityKind.EVENT, 0.0) and leader in (EntityKind.ORG, EntityKind.PLACE)
    uniform = tally.get(leader, 0.0) >= 0.9 * sum(tally.values())
    return EntityKind.EVENT if wavering and not uniform else leader


def can_name(name: str, kind: EntityKind | None) -> bool:
    """Whether a string has the shape of what it is said to name."""
    head = HEADS.get(name.split()[-1])
    words = name.split()
    if _is_of_law(words, kind):
        return False
    if kind is EntityKind.PERSON:
        if commonness(words[-1]) >= FUNCTION_WORD:  # "The", "A. The", "Or": a sentence that begins after a stop
            return False
        return (
            is_person_name(name)
            and "'s" not in name
            and not name.isupper()
            and not any(_INNER_CAPITAL.match(word) for word in words)
        )
    if kind is EntityKind.ORG and not _is_joined(name):
        return False
    if kind is not None and (_CODE.search(name) or _INITIALS.fullmatch(name)):
        return False
    if kind is EntityKind.PLACE and _ACRONYM.fullmatch(name) and name not in STATES_IN_CAPITALS:
        return False
    if kind is EntityKind.PLACE and head is EntityKind.ORG and name.split()[-1] not in STATE_HEADS:
        return False
    return kind is None or name[0].isupper() or name[0].isdecimal()


def _is_joined(name: str) -> bool:
    """Whether only words that join others are written small: `Musée d'Art`, not `Partido que gobierna`."""
    words = _ELISION.split(name)
    joining = _JOINING | _ARTICLES if words[0] in FIRST_HEADS else _JOINING
    return all(word[:1].isupper() or word in joining for word in words)


def _names_nobody(name: str, tally: Tally, *, ruled: bool) -> bool:
    """A title alone, a people, a faith, a law: `Sultan`, `Barbary Jews`, `Koran`, `Territory Clause`; `Voir Merrow`.

    What a rule has found stays, if it is an institution (`League of Arabs`) or may be a family name (`Buffalo Bill`).
    """
    words = name.split()
    if ruled and (_leader(tally) is not EntityKind.PERSON or words[-1] == "Bill"):
        return False
    if (len(words) == 1 and _DOCTRINE.fullmatch(name)) or (not ruled and words[-1] in NO_NAMES):
        return True
    if not LEADS.isdisjoint(words):
        return True
    if len(words) == 1 and (
        name.replace(".", "") in _ROLES | _STATES or not {name, name.removesuffix("s")}.isdisjoint(HEADS)
    ):
        return True
    if all(word.removesuffix("s") in ADDRESSES or word in ADDRESSES for word in words) or words[-1] in OF_LAW:
        return True
    return words[-1] in PEOPLES and (len(words) == 1 or words[-1].endswith("s") or words[-1] == "Jewry")


def _is_of_law(words: list[str], kind: EntityKind | None) -> bool:
    """`Directive`, `Annex II` for anything; `Covenant`, `EU Law`, `Member States` for a person or a place."""
    if kind is None:
        return False
    if words[0] in _PARTS_OF_LAW and (len(words) == 1 or _COUNTED.fullmatch(words[1])):
        return True
    if kind is EntityKind.PERSON:
        return words[0] in _ACTS or words[-1] in _ACTS
    return kind is EntityKind.PLACE and (words[0] in _ACTS or words[-1] in _OF_LAW or " ".join(words) in _MEMBERS)


def _is_common(name: str) -> bool:
    """Every word is a common English word, and it is no abbreviation: `Congress`, `Literary Gazette`, `Brown`."""
    return all(commonness(word) >= COMMON_WORD for word in name.split()) and not name.isupper()


def _is_wording(name: str, tally: Tally, lower_case: frozenset[str]) -> bool:
    """Words that the document also writes in lower case (`Manuscript Description`), unless found in many places."""
    if name.isupper():  # the US is not "us"
        return False
    few = sum(tally.values()) < FEW * BODY or _leader(tally) is EntityKind.PERSON
    return few and all(word.lower() in lower_case for word in name.split())


def _is_numbered(name: str, lower_case: Container[str]) -> bool:
    """`I. Interstate`, `A. Simple`: the number of a heading or a list before a word that the document writes small."""
    number, _, word = name.partition(" ")
    return _NUMBER.fullmatch(number) is not None and word.lower() in lower_case


def _is_weak(name: str, tally: Tally, *, in_prose: bool) -> bool:
    """Finds of the model that nothing else supports: common words seen once, single words seen only in notes.

    Seen in one article: `Banner`, `Report`, `Literary Gazette`, `Kitai`, `Il`: titles, call numbers and broken words.
    """
    single = " " not in name
    kind, total = _leader(tally), sum(tally.values())
    if single and kind is EntityKind.ORG and not name.isupper() and total < 2 * BODY and commonness(name) < RARE:
        return True  # Lyautey, Larache: a single foreign word is anything but an institution
    if kind is EntityKind.ORG and not single and name.isupper() and not in_prose:
        # In notes capitals are authors, books and journals (The Bluebook, 21st ed., rule 2.1).
        return HEADS.keys().isdisjoint(name.title().split())
    if kind is EntityKind.PLACE or not _is_common(name):  # the names of countries are all common words
        return single and not in_prose
    if kind in (EntityKind.ORG, EntityKind.EVENT):
        return single or total < 2 * BODY
    return total < 2 * BODY if single else not in_prose
