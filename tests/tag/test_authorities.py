"""The user's authority file at work: mentions, kinds, clusters and identifiers that override what is found."""

from msgspec.structs import replace

from pipeline.config import Authority
from pipeline.model import Entities, EntityKind
from pipeline.tag import run
from tests.tag.articles import RULES_ONLY, article, shown

PERSON, PLACE, ORG = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORG


def tagged(lines: tuple[str, ...], *known: Authority) -> tuple[list[str], Entities]:
    """The mentions of an article, with these entries known."""
    source = article(*lines)
    entities = run(source, replace(RULES_ONLY, authority=known))
    return shown(source, entities), entities


def test_names_that_nothing_else_finds() -> None:
    """A name of the file is found wherever it stands alone: at a sentence's start, in a note, before a possessive."""
    lines = ("Brown came. The brown lamp was Brown’s.", "note: So Brown, and Brown Island.")
    found, _ = tagged(lines, Authority(kind=PERSON, name="Brown"))
    assert ["Brown | person | pers.brown"] * 3 == [line for line in found if line.startswith("Brown |")]


def test_names_in_titles_stay_quiet() -> None:
    """In the title of a work nobody is named, known or not."""
    line = "note: Ada Merrow, The Lamps of Brown: A History (London: Garth, 1931), p. 3."
    found, _ = tagged((line,), Authority(kind=PERSON, name="Brown"))
    assert [] == [each for each in found if "Brown" in each]


def test_kind_goes_before_the_vote() -> None:
    """What the rules take for an institution is a place if the file says so."""
    lines = ("He wrote to the Ministry of Light. The Ministry of Light was silent.",)
    assert ["Ministry of Light | org | org.ministry-of-light"] * 2 == tagged(lines)[0]
    found, _ = tagged(lines, Authority(kind=PLACE, name="Ministry of Light"))
    assert ["Ministry of Light | place | place.ministry-of-light"] * 2 == found


MERGE = ("Comrade Ivan Orlov came. Doctor K. Petrov left with Comrade Orlov.", "Koba smiled at Dr Petrov.")


def test_clusters_are_merged() -> None:
    """Names that nothing in the text connects are one person if the file says so, its name and identifiers with it."""
    orlov = Authority(kind=PERSON, name="Konstantin Petrov", variants=("Koba", "Ivan Orlov"), idnos={"VIAF": "v"})
    found, entities = tagged(MERGE, orlov)
    assert {"pers.petrov"} == {line.split(" | ")[2] for line in found}
    (entry,) = entities.register
    assert ("Konstantin Petrov", {"VIAF": "v"}, 5) == (entry.name, entry.idnos, entry.mentions)
    assert ("Ivan Orlov", "K. Petrov", "Koba", "Orlov", "Petrov") == entry.variants


SPLIT = ("Comrade N. Orlov spoke. Comrade Nikolai Orlov wrote.", "note: Comrade Orlov, p. 3.")


def test_clusters_are_split() -> None:
    """Names that could be one person's are two if the file says so, and the bare family name then is nobody's."""
    assert {"pers.orlov"} == {line.split(" | ")[2] for line in tagged(SPLIT)[0]}
    nikita, nikolai = (Authority(kind=PERSON, name=name) for name in ("N. Orlov", "Nikolai Orlov"))
    found, _ = tagged(SPLIT, nikita, nikolai)
    assert ["pers.orlov", "pers.orlov.2", "-"] == [line.split(" | ")[2].split(" ")[0] for line in found]


def test_other_entries_do_not_confuse() -> None:
    """An entry that the document does not name takes no part: its family name is not in doubt."""
    lines = ("Comrade Nikolai Orlov wrote.", "Orlov was late.")
    found, _ = tagged(lines, Authority(kind=PERSON, name="Fedor Orlov"), Authority(kind=PERSON, name="Nikolai Orlov"))
    assert ["Nikolai Orlov | person | pers.orlov", "Orlov | person | pers.orlov"] == found


def test_other_order_of_a_name() -> None:
    """A person is known in either order of the parts."""
    known = Authority(kind=PERSON, name="Shen Zhihua", idnos={"VIAF": "v"})
    _, entities = tagged(("byline: ZHIHUA SHEN", "As Shen wrote."), known)
    assert [("Shen Zhihua", {"VIAF": "v"})] == [(entry.name, entry.idnos) for entry in entities.register]


def test_abbreviation_defined_in_the_text() -> None:
    """An abbreviation that the document defines for a name of the file belongs to its entry."""
    lines = ("The Board of Lamp Dues (BLD) met. The BLD paid.",)
    found, entities = tagged(lines, Authority(kind=ORG, name="Board of Lamp Dues", idnos={"GND": "g"}))
    assert ["org.board-of-lamp-dues"] * 3 == [line.split(" | ")[2] for line in found]
    assert {"GND": "g"} == entities.register[0].idnos
