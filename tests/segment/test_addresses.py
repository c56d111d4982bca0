"""Authors' addresses at the foot of the first page, and behind the abstract."""

import pytest

from pipeline.model import BlockKind
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
