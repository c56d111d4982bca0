"""Identifiers of the authorities that many editions use: how each looks, and the address that stands for it.

Wikidata: https://www.wikidata.org/wiki/Wikidata:Identifiers; VIAF: https://viaf.org; GND: https://www.dnb.de/gnd;
GeoNames: https://www.geonames.org/ontology/documentation.html.
"""

import re
from typing import NamedTuple


class Scheme(NamedTuple):
    """One authority: what ``idno/@type`` calls it, the shape of an identifier, its address, and older addresses."""

    type: str
    shape: re.Pattern[str]
    address: str
    hosts: tuple[str, ...]


SCHEMES = {
    "viaf": Scheme("VIAF", re.compile(r"[1-9]\d{0,21}"), "https://viaf.org/viaf/{}", ("viaf.org",)),
    "wikidata": Scheme(
        "wikidata", re.compile(r"Q[1-9]\d{0,11}"), "https://www.wikidata.org/entity/{}", ("wikidata.org",)
    ),
    "gnd": Scheme("GND", re.compile(r"\d{1,10}(?:-?\d)?-?[\dX]"), "https://d-nb.info/gnd/{}", ("d-nb.info",)),
    "geonames": Scheme("GeoNames", re.compile(r"[1-9]\d{0,9}"), "https://sws.geonames.org/{}/", ("geonames.org",)),
}
"""Key of an authority file, lower case -> the authority."""

_ADDRESS = re.compile(r"https?://(?P<host>[^/]+)/(?:[^\s]*/)?(?P<last>[^/\s#?]+)/?(?:[^\s/]*\.html?)?")


def address(scheme: Scheme, given: str) -> str:
    """The address for an identifier that is given bare or as an address; empty where it is neither.

    Example: ``Q5816`` and ``http://www.wikidata.org/wiki/Q5816`` -> ``https://www.wikidata.org/entity/Q5816``.
    """
    found = _ADDRESS.fullmatch(given.strip())
    bare = given.strip()
    if found is not None:
        # www.geonames.org/1816670/beijing.html has the name of the place behind its number.
        parts = [part for part in given.strip().split("/")[3:] if scheme.shape.fullmatch(part)]
        bare = parts[0] if parts and _is_of(found["host"], scheme) else ""
    return scheme.address.format(bare) if bare and scheme.shape.fullmatch(bare) else ""


def _is_of(host: str, scheme: Scheme) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in scheme.hosts)


def scheme_of(given: str) -> Scheme | None:
    """The authority that an address belongs to; None for any other."""
    found = _ADDRESS.fullmatch(given.strip())
    return next((scheme for scheme in SCHEMES.values() if found and _is_of(found["host"], scheme)), None)
