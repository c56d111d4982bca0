"""Names that the model alone takes for institutions, and that nothing else speaks for: most of them are something else.

The small model makes institutions of `Transcendental Deduction`, `Big Tech`, `HTML`, `Kant's Dictum`, and of people
with rare names. What is one has a word that says so (`Circuit`, `Alliance`, `Inc`), is known by its name or its
letters, or has the letters of an institution that the document names.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from pipeline.model import EntityKind
from pipeline.tag.people.full_names import is_given_name
from pipeline.tag.people.person_names import COMMON_FAMILY
from pipeline.tag.vote.verdicts import CONTESTED, NOBODY, RULE, Ballot, Verdict, can_name
from pipeline.tag.words.exonyms import ANYWHERE
from pipeline.tag.words.name_tables import HEADS, PEOPLES, PERIODICAL, word_set
from pipeline.tag.words.tokens import commonness

_BODIES = word_set("""
    Organization Organisation Organizations Organisations Circuit Initiative Alliance Force Forces Services Police
    Guard Corps Division Klan Group Network Forum Club Team Inc Co Corp Corporations Ltd LLC LLP Enterprises
    Industries Holdings Government Governments Clinic Centers Enforcement Facility Technologies Technology Pharma
    Enterprise Verein Motors Airlines Records Studios Theatre Theater Ballet Opera Philharmonic Symphony Quartet
    Partners Partnership Representatives Delegates Commons Lords Deputies Nations Nationen Coalition Confederation
    Congregation Front Branch Treasury Exchange Reserve Mission Commune Communes Steel Mill Mills Works Brewery
    Bureaus Boards Agencies Committees Commissions Companies Departments Universities Colleges Councils Guilds
    Societies Associations Congreso Concejo Frente Ejército Polytechnique École Ecole Congress Conference Assemblies
    Legislature Judiciary Brigades Legion Lodge Parish Project Dept Ass’n Ass'n Comm’n Comm'n Inst Univ Found Govt
    Gov’t Gov't Soc’y Soc'y Bros Commissariat Directorate Inspectorate Chancery Chancellery Exchequer Consistory
    Curia Municipality Senate Presidium Soviet Sovnarkom Wehrmacht
    """)
"""What else than the head words says that something is an institution, where the model takes it for one."""
_COMPOUND = re.compile(
    r"(?:gemeinschaft|gesellschaft|verband|verein|amt|stiftung|institut|kammer|bund|[sl]rat|gericht|ministerium|akademie"
    r"|bibliothek|archiv|universität|anstalt|partei)\b"
)
"""The ends of German compounds that name one: `Deutsche Forschungsgemeinschaft`."""
_KNOWN = word_set("""
    UN EU NATO UNESCO UNICEF UNHCR WHO WTO GATT IMF ILO OECD OPEC ASEAN EEC ECSC ECB CJEU ECHR ECtHR ICC ICJ ICTY
    IAEA FBI CIA NSA IRS EPA FDA FCC FTC SEC DOJ DOE DHS HUD HHS ICE INS GAO USDA NASA NIH CDC NSF NEH OSHA EEOC
    NLRB USCIS FEMA TSA DEA ATF CFPB FDIC USPTO ACLU NAACP NRA ABA ALI AALS AFL CIO AFL-CIO GOP DNC RNC BBC CNN NBC
    CBS PBS NPR MIT UCLA USC NYU SUNY CUNY LSE SOAS IBM AT&T GM GE ITT KKK IRA PLO ANC KGB NKVD CPSU CCP KMT SPD CDU
    CSU FDP NSDAP KPD SED PCF PCI TUC YMCA YWCA FIFA UEFA IOC MLA APA IEEE ACM ISO W3C OCLC RIAA MPAA NCAA NFL NBA
    MLB DFG CNRS BMBF Congress Parliament Google Facebook Twitter Amazon Microsoft TikTok YouTube Instagram Netflix
    Uber Lyft Airbnb Boeing Walmart Comcast Verizon DuPont Exxon Siemens Krupp Volkswagen Toyota Sony Nokia Samsung
    Huawei Pfizer Monsanto Equifax Reuters Apple AIG RAND IPCC JSTOR FINRA CEQ Bundestag Bundesrat Reichstag
    Reichsrat Duma Knesset Sejm Riksdag Storting Folketing Cortes Comintern Cominform Hamas Hezbollah Interpol
    Europol TASS Xinhua Kremlin Whitehall Greenpeace Oxfam Solidarność Gestapo Stasi Kuomintang
    """)
"""Bodies and firms that are known by their letters or by one word."""
_OF_TWO = frozenset(["White House", "Red Cross", "Scotland Yard", "Hewlett Packard", "Wells Fargo", "Bear Stearns"])


def without_unknown_institutions(verdicts: Mapping[str, Verdict], ballots: Iterable[Ballot]) -> dict[str, Verdict]:
    """The verdicts, but for institutions that only the model sees, and that nothing else speaks for.

    Args:
        verdicts: what the strings of the document name.
        ballots: the votes that they come from.
    """
    tallies: defaultdict[str, defaultdict[EntityKind | None, float]] = defaultdict(lambda: defaultdict(float))
    ruled = set()
    for ballot in ballots:
        tallies[ballot.name][ballot.kind] += ballot.weight
        if ballot.kind is EntityKind.ORG and ballot.weight >= RULE:
            ruled.add(ballot.name)
    said = [name for name, verdict in verdicts.items() if verdict.kind is EntityKind.ORG]
    bodies = [name for name in said if name in ruled or is_body(name)]
    letters = {short for name in bodies if " " in name for short in _letters(name)}
    doubted = {name for name in said if not _is_known(name, letters)} - {*bodies}
    return {**verdicts, **{name: _left(name, tallies[name]) for name in doubted}}


def _left(name: str, tally: Mapping[EntityKind | None, float]) -> Verdict:
    """What else a name may be that is no institution: a person, or a well-known place."""
    share = {kind: round(weight / sum(tally.values()), 2) for kind, weight in tally.items()}
    if share.get(EntityKind.PERSON, 0.0) >= CONTESTED and _may_be_called(name):
        return Verdict(EntityKind.PERSON, share[EntityKind.PERSON])
    if share.get(EntityKind.PLACE, 0.0) >= CONTESTED and name in ANYWHERE:
        return Verdict(EntityKind.PLACE, share[EntityKind.PLACE])
    return NOBODY


def _may_be_called(name: str) -> bool:
    """A person by the family name, if it is no common word, or by a given name and another."""
    first, *others = name.split()
    called = is_given_name(first, "en") if others else commonness(first) < COMMON_FAMILY and first not in PEOPLES
    return called and can_name(name, EntityKind.PERSON)


def is_body(name: str) -> bool:
    """Whether a word of the name says that it is an institution: `Ninth Circuit`, `Fair Open Access Alliance`."""
    words = name.replace("-", " ").split()
    heads = (HEADS.get(word.title() if word.isupper() else word) for word in words)
    firm = len(words) == len("A&B") and words[1] == "&"
    told = EntityKind.ORG in heads or not _BODIES.isdisjoint(words)
    return firm or told or any(pattern.search(name) for pattern in (_COMPOUND, PERIODICAL))


def _is_known(name: str, letters: Container[str]) -> bool:
    bare = name.replace(".", "")
    return bare in _KNOWN or name in _OF_TWO or bare in letters or name.endswith(".com")


def _letters(name: str) -> Iterable[str]:
    """What the name may be shortened to: the first letters of all words, or of those with a capital."""
    words = name.replace(".", "").split()
    yield "".join(word[0] for word in words if word[0].isupper())
    yield "".join(word[0].upper() for word in words)
    yield "".join(word if word.isupper() else word[0] for word in words if word[0].isupper())
