"""Authority files: what is read from TOML and TEI, and what is refused with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.authority import read
from pipeline.config import Authority
from pipeline.errors import ScanError, SourceError, UsageError
from pipeline.model import EntityKind

TOML = """
# People of the harbour.
[[person]]
name = "Quell, Josiah"
variants = ["the harbour master", "J. Quell"]
id = "P-0007"
viaf = 12345
wikidata = "http://www.wikidata.org/wiki/Q42"
gnd = "11857716X"

[[place]]
name = "Port Selwyn"
geonames = "https://www.geonames.org/1816670/port-selwyn.html"
"""
HEAD = '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n'
TEI = (
    HEAD
    + """<standOff><listPerson>
<person xml:id="quell" sameAs="https://viaf.org/viaf/12345/">
<persName>the harbour master</persName>
<persName type="main"><roleName>Captain</roleName><surname>Quell</surname>, <forename>Josiah</forename></persName>
<persName ref="https://d-nb.info/gnd/11857716X"><surname>Quell</surname><forename>J.</forename></persName>
<birth><placeName>Odessa</placeName></birth>
<idno type="Wikidata">Q42</idno><idno type="harbour">H 7</idno>
</person></listPerson>
<listPlace><place><placeName>Port Selwyn</placeName><place><placeName>The Mole</placeName></place></place></listPlace>
</standOff></TEI>"""
)


def test_toml() -> None:
    """Names, variants and identifiers are read; inverted names are turned, identifiers become addresses."""
    idnos = {
        "local": "P-0007",
        "VIAF": "https://viaf.org/viaf/12345",
        "wikidata": "https://www.wikidata.org/entity/Q42",
        "GND": "https://d-nb.info/gnd/11857716X",
    }
    variants = ("the harbour master", "J. Quell")
    quell = Authority(kind=EntityKind.PERSON, name="Josiah Quell", variants=variants, idnos=idnos)
    selwyn = {"GeoNames": "https://sws.geonames.org/1816670/"}
    port = Authority(kind=EntityKind.PLACE, name="Port Selwyn", idnos=selwyn)
    assert (quell, port) == read("authority.toml", TOML.encode())


def test_tei() -> None:
    """The main name comes first, without its title; a place in a person's life is no entry, one within a place is."""
    idnos = {
        "local": "quell",
        "VIAF": "https://viaf.org/viaf/12345",
        "GND": "https://d-nb.info/gnd/11857716X",
        "wikidata": "https://www.wikidata.org/entity/Q42",
        "harbour": "H 7",
    }
    variants = ("the harbour master", "Quell J.")
    entries = read("authority.xml", TEI.encode())
    assert Authority(kind=EntityKind.PERSON, name="Josiah Quell", variants=variants, idnos=idnos) == entries[0]
    assert ["Port Selwyn", "The Mole"] == [entry.name for entry in entries[1:]]


REFUSED = {
    "no TOML": (b'[[person]]\nname = "Mao', "line 2"),
    "no closing bracket": (b'[[person]]\nname = "A"\n\n[[person\nname = "B"\n', "line 4"),
    "not UTF-8": (b'[[person]]\nname = "L\xfcthi"\n', "line 2: this is not UTF-8"),
    "unknown kind": (b'[[person]]\nname = "A"\n[[ship]]\nname = "Heron"\n', "line 3: there is no kind of name called"),
    "single table": (b'[person]\nname = "A"\n', "line 1: 'person' is no list"),
    "unknown field": (
        b'[[person]]\nname = "A"\n\n[[person]]\nname = "B"\nviav = 1\n',
        "line 4: there is no field called",
    ),
    "no name": (b'[[place]]\nwikidata = "Q1"\n', "line 1: the name is missing"),
    "name of a number": (b"[[place]]\nname = 7\n", "line 1: the name is missing"),
    "variants as a string": (b'[[place]]\nname = "A"\nvariants = "B"\n', "line 1: the variants of 'A' are no list"),
    "wrong identifier": (b'[[person]]\nname = "A"\nwikidata = "5816"\n', "line 1: '5816' is no wikidata of 'A'"),
    "identifier of another": (b'[[person]]\nname = "A"\ngnd = "https://viaf.org/viaf/1"\n', "line 1: "),
    "one name for two": (
        b'[[person]]\nname = "Wang Ming"\nvariants = ["Wang"]\n[[person]]\nname = "Wang Heshou"\nvariants = ["Wang"]\n',
        "line 4: 'Wang' names 'Wang Heshou' here and 'Wang Ming' on line 1",
    ),
    "one name of two kinds": (b'[[person]]\nname = "Wang"\n[[place]]\nname = "Wang"\n', "line 3: 'Wang' names"),
    "one identifier for two": (
        b'[[person]]\nname = "A"\nviaf = 1\n[[person]]\nname = "B"\nviaf = "https://viaf.org/viaf/1"\n',
        "line 4: https://viaf.org/viaf/1 is given to 'B' here and to 'A' on line 1",
    ),
    "written inline": (b'place = [{name = "A"},\n {name = "A"}]\n', "line 1: 'A' names"),
    "far too deep": (b"a = " + b"[" * 20_000, "line 1: "),
}
REFUSED_XML = {
    "not well-formed": (
        HEAD.encode() + b"<listPerson>\n<person></listPerson></TEI>",
        "line 3: this is not well-formed",
    ),
    "entities": (b'<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n' + TEI.encode(), "entities are refused"),
    "no register": (HEAD.encode() + b"<text/></TEI>", "line 1: there is no register of names in it"),
    "no name": (HEAD.encode() + b"<listPerson>\n<person/></listPerson></TEI>", "line 3: person has no name"),
    "empty name": (
        HEAD.encode() + b"<listOrg>\n<org><orgName> ,</orgName></org></listOrg></TEI>",
        "line 3: a name holds no letter",
    ),
    "wrong identifier": (
        HEAD.encode() + b'<listOrg>\n<org><orgName>A</orgName>\n<idno type="VIAF">Q1</idno></org></listOrg></TEI>',
        "line 4: 'Q1' is no VIAF",
    ),
    "empty": (b"", "line 1: this is not well-formed"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_toml(case: str) -> None:
    """What is wrong with a TOML file is told in a sentence with file, line and remedy."""
    content, said = REFUSED[case]
    with pytest.raises(SourceError) as refused:
        read("authority.toml", content)
    assert str(refused.value).startswith("authority.toml, line ")
    assert said in refused.value.sentence
    assert refused.value.remedy


@pytest.mark.parametrize("case", REFUSED_XML)
def test_refused_tei(case: str) -> None:
    """What is wrong with a TEI file is told in a sentence with file, line and remedy."""
    content, said = REFUSED_XML[case]
    with pytest.raises(SourceError) as refused:
        read("authority.xml", content)
    assert str(refused.value).startswith("authority.xml, line ")
    assert said in refused.value.sentence
    assert refused.value.remedy


def test_other_format() -> None:
    """A file of another format is a wrong call, and the formats are named."""
    with pytest.raises(UsageError, match=r"names\.csv is no authority file; give a \.toml file"):
        read("names.csv", b"")


@given(st.binary(max_size=200) | st.text(alphabet='[]person=nam"é,\n # {}', max_size=80).map(str.encode))
def test_any_bytes(content: bytes) -> None:
    """Whatever is in the file, the result is entries or one of our own errors."""
    for name in ("authority.toml", "authority.xml"):
        try:
            assert isinstance(read(name, content), tuple)
        except ScanError as error:
            assert error.sentence.startswith(name)
