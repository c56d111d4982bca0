"""Authors' addresses at the foot of the first page, and behind the abstract."""

import re

import pytest

from pipeline.model import BlockKind
from pipeline.segment.front.author_addresses import addresses_in_notes, emails_of, without_mail
from tests.segment.setting import FULL, Set, article_of, blocks, body

TOP = [
    Set("Lamps of the Lower Harbour", size=1.5, centred=True), Set("Hester Tansy and Amos Reed", gap=1, centred=True),
    Set(FULL[:78], indent=1.4, gap=1.5), *body(8)[1:], *body(8),
]  # fmt: skip
NOTE = Set("1 See Pinker, Lamps, 14, and what the clerks of the Board said of it.", gap=1, size=0.8)


@pytest.mark.parametrize(
    "lines",
    [
        ["Hester Tansy: Harbour University, 12 Mole, Saltmouth, E-Mail: tansy@mole.example"],
        ["Hester Tansy, Institute of Lamps, Harbour University, Saltmouth,", "E-mail: tansy@mole.example"],
        ["H. Tansy (&)", "Department of Lamps, Harbour University,", "Saltmouth", "e-mail: tansy@mole.example"],
    ],
    ids=["colon", "comma", "line"],
)
def test_an_address_at_the_foot_is_no_part_of_a_note(lines: list[str]) -> None:
    """It begins with the author's name, white over it, and is in the front matter."""
    address = [Set(line, size=0.8, gap=0.6 * (not index)) for index, line in enumerate(lines)]
    article = article_of([*TOP, NOTE, *address], [*body(), *body(8)])

    assert "University" in article.front.affiliations[0]
    assert "Tansy" not in article.front.affiliations[0]
    assert ("tansy@mole.example",) == article.front.emails
    assert not any("University" in note.text for note in article.notes)


def test_every_author_has_his_own() -> None:
    """One under the other; the number under them is the publisher's device."""
    lines = ["H. Tansy (*)", "Department of Lamps, Harbour University", "e-mail: tansy@mole.example", "A. Reed",
             "Tidal College, Saltmouth", "e-mail: reed@mole.example"]  # fmt: skip
    address = [Set(line, size=0.8, gap=0.6 * (not index % 3)) for index, line in enumerate(lines)]
    article = article_of([*TOP, *address, Set("123", indent=30, gap=1)], [*body(), *body(8)])

    assert ("Department of Lamps, Harbour University", "Tidal College, Saltmouth") == article.front.affiliations


def test_an_address_behind_the_abstract() -> None:
    """It is no heading over the text."""
    article = article_of([
        *TOP[:2], Set("Abstract: The lamps of the harbour were lit for seventy years.", gap=1, indent=2, size=0.9),
        Set("Hester Tansy: University of Saltmouth; tansy@mole.example", gap=1, size=0.9), *TOP[2:],
    ])  # fmt: skip

    assert [] == blocks(article, BlockKind.HEADING)
    assert ("University of Saltmouth",) == article.front.affiliations


def test_the_last_note_may_name_a_university() -> None:
    """Without an electronic address, and without white over it, it is a note."""
    article = article_of([*TOP, NOTE, Set("Hester Tansy: Harbour University Press, 1901.", size=0.8)])

    assert () == article.front.affiliations


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Keeper of Lamps, Harbour University. She thanks the board.", ("Keeper of Lamps, Harbour University",)),
        ("Hester Tansy is a Keeper at Harbour College.", ("Keeper at Harbour College",)),
        ("Prof. Dr. Hester Tansy ist Inhaberin des Lehrstuhls für Lampen an der Universität Hafen.",
         ("Inhaberin des Lehrstuhls für Lampen an der Universität Hafen",)),
        ("The author is Keeper of Lamps at the University of St. Selwyn.",
         ("Keeper of Lamps at the University of St. Selwyn",)),
        ("Hester Tansy is Keeper at Harbour College; Amos Reed is Reader of Oil at Saltmouth University.",
         ("Keeper at Harbour College", "Reader of Oil at Saltmouth University")),
        ("Hester Tansy, Keeper of Lamps, Harbour University.", ("Keeper of Lamps, Harbour University",)),
        ("Address all letters to: Hester Tansy, Harbour College.", ("Harbour College",)),
        ("This paper was read at Harbour University.", ()),
        ("Thanks to Harbour University and its keepers.", ()),
        ("Hester Tansy teaches at Harbour University.", ()),
        ("The board of Harbour University is old.", ()),
    ],
    ids=[
        "noun", "verb", "title", "author", "two", "name", "to whom", "of the text", "thanks", "a life", "another",
    ],
)  # fmt: skip
def test_what_a_note_says_an_author_is(note: str, told: tuple[str, ...]) -> None:
    """Its first sentence without a verb, or what it says of a name; no sentence on the text, no thanks."""
    assert told == addresses_in_notes([note], ["Hester Tansy", "Amos Reed"])


def test_a_numbered_note_at_the_names_tells_where_they_are() -> None:
    """Where the author's note is the first of all, and no star."""
    masthead = Set("Annals of Harbours 1 (1963) 2, 91-97", size=0.8)
    title = [Set("Of Oil and Wicks", size=1.5, centred=True, gap=1.0)]
    names = Set("Hester Tansy1", centred=True, gap=1, raised="1")
    notes = [Set("1 Keeper of Lamps, Harbour University.", size=0.8, gap=2.0)]
    calls = [Set(f"{FULL[:70]}.{number}", raised=number) for number in "23"]
    second = [*calls, *body(12), Set("2 HR, p. 20, and the books.", size=0.8, gap=1.0), Set("3 Ibid.", size=0.8)]
    article = article_of([masthead, *title, names, Set(FULL[:78], gap=1.5), *body(12)[1:], *notes], second)

    assert ("Keeper of Lamps, Harbour University",) == article.front.affiliations


def test_a_raised_number_behind_an_electronic_address_is_none_of_it() -> None:
    """The authors are numbered at their names and at their addresses: no domain ends in figures."""
    text = "h.tansy@mole.example1, a.reed12@mole.example2"

    assert ("h.tansy@mole.example", "a.reed12@mole.example") == emails_of(text, ["Hester Tansy", "Amos Reed"])
    assert ["Harbour", "College"] == re.findall(r"\w+", without_mail(f"Harbour College, {text}"))
