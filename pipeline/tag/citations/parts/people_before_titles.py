"""The people before a title whose beginning the type shows: `Merrow, Quell and Roe, *Lamps*`."""

import re

from pipeline.model import FieldKind
from pipeline.tag.citations.parts.names import (
    AND,
    DESIGNATION,
    NAME,
    PARTICLE,
    ROLE,
    Names,
    is_author,
    may_be_author,
    names_at,
    people_in,
)
from pipeline.tag.citations.wording.enclosures import is_enclosed
from pipeline.tag.citations.wording.known import Known
from pipeline.tag.citations.wording.title_ends import CITIES
from pipeline.tag.people.full_names import is_given_name

# A. Merrow e J. Quell, Ada Merrow: people right before a title, wherever in the sentence.
_NAMED = (
    rf"(?:(?:[^\W\d_a-zß-ÿ]\.[-\s]?){{1,3}}|[^\W\d_a-zß-ÿ][^\W\d_A-Z]+\s(?:[^\W\d_a-zß-ÿ]\.\s)?)"
    rf"(?:{PARTICLE}\s){{0,2}}[^\W\d_a-zß-ÿ][\w’-]+"
)
_RIGHT_BEFORE = re.compile(
    rf"(?<![\w.’-])(?P<names>{_NAMED}(?:(?:,\s|,?\s{AND}\s){_NAMED}){{0,4}})"
    rf"(?:(?:,\s{ROLE}|\s\({ROLE}\))[,:]?|[,:])\s$"
)
# Merrow, Quell and Roe, before a title: bare family names, whose number only the title bounds.
_LIST = re.compile(
    rf"(?P<names>{NAME}(?:,\s{NAME}){{0,6}}(?:,?\s{AND}\s{NAME})?)(?:(?P<role>,\s{ROLE}|\s\({ROLE}\))[,:]?|[,:])\s"
)
# The Central Committee of the Lamp Party: what a preposition or an article governs is no person.
_GOVERNED = re.compile(
    r"\b(?:of|the|for|für|des|der|dem|den|beim|vom|zum|zur|im|am|du|della|dei|degli|delle|del|dell’|de\sla|de\slos)\s?$"
)
_DESIGNATED = re.compile(rf",\s{DESIGNATION}$")
LONGEST_LIST = 160
"""Characters of the names before a title."""


def names_before_title(text: str, place: int, title: int) -> Names | None:
    """The people between a place and the title that the type shows; None where anything else stands there.

    Where the title begins is known, so that a comma can only part people: `Merrow, Quell and Roe, *Lamps*`.
    """
    found = _LIST.fullmatch(text, place, title)
    if found is None or not may_be_author(found["names"]):
        return None
    if re.fullmatch(CITIES, found["names"]) or _DESIGNATED.search(found["names"]):
        return None
    kind = FieldKind.EDITOR if found["role"] else FieldKind.AUTHOR
    return Names(people_in(text, *found.span("names"), kind), title)


def people_at(text: str, place: int, stop: int, known: Known) -> Names | None:
    """The people who begin a citation: all that stands before a title in italics, where that is near.

    What stands in italics itself is none, but an author who was named before and is set as the title is.
    """
    if known.italics.begin(place):
        names = names_at(text, place, stop)
        if names is None or not known.italics.hold(names.end):
            return None
        return names if all(known.has_author(field.value) for field in names.fields) else None
    title = known.italics.following(place, LONGEST_LIST)
    before = names_before_title(text, place, title) if title is not None and title < stop else None
    return before or names_at(text, place, stop)


def people_start(text: str, title: int) -> int | None:
    """Where the people begin that stand right before a title, each with a given name or initials; None if none do."""
    found = _RIGHT_BEFORE.search(text, max(0, title - LONGEST_LIST), title)
    while found is not None and not may_be_author(found.group()):  # See J. Quell, Lamps
        behind = text.find(" ", found.start(), title)
        found = _RIGHT_BEFORE.search(text, behind + 1, title) if behind > 0 else None
    if found is None or is_enclosed(text, found.start()) != is_enclosed(text, title):
        return None
    people = people_in(text, *found.span("names"), FieldKind.AUTHOR)
    whole = all(is_author(field.value) or is_given_name(field.value.split()[0], "en") for field in people)
    return found.start() if whole and not _GOVERNED.search(text, 0, found.start()) else None
