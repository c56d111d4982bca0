"""`See infra Part II.B`: references of notes to the sections of the article."""

import pytest

from pipeline.model import Anchor, Block, BlockKind, Note, NoteKind
from pipeline.tag.citations.forms.named_sections import section_references

HEADS = (
    "1 Introduction", "1 I. LAMPS", "2 A. Oil", "3 1. Colza", "2 B. Wicks",
    "1 PART II: HARBOURS", "2 A. Dues", "2 B. Pilots", "3 1. Their Dues", "3 2. Their Boats", "1 III. WRECKS",
    "1 Appendix A: Registers", "1 Conclusion",
)  # fmt: skip
BLOCKS = tuple(
    Block(id=f"b{number}", kind=BlockKind.HEADING, text=text[2:], level=int(text[0]), pieces=())
    for number, text in enumerate(HEADS)
)
LED = {
    "See infra Part II.": ["infra Part II -> PART II: HARBOURS"],
    "See infra subpart II(B)(1).": ["infra subpart II(B)(1) -> 1. Their Dues"],
    "See discussion infra at Section II-A, where more is said.": ["infra at Section II-A -> A. Dues"],
    "See infra section II.B.2, pp. 30–31; infra Part III.": [
        "infra section II.B.2 -> 2. Their Boats",
        "infra Part III -> III. WRECKS",
    ],
    "See supra Section I.A; see also Merrow, Lamps.": ["supra Section I.A -> A. Oil"],
    "See infra Parts II, II.B and III.": [
        "infra Parts II -> PART II: HARBOURS",
        "II.B -> B. Pilots",
        "III -> III. WRECKS",
    ],
    "See infra Sections II.A–B.": ["infra Sections II.A–B -> A. Dues"],
    "See infra Appendix A and infra Conclusion.": [
        "infra Appendix A -> Appendix A: Registers",
        "infra Conclusion -> Conclusion",
    ],
    "See infra Section B.": ["infra Section B -> B. Wicks"],
    "See infra Part I, which stands above.": [],
    "See infra Part VII.": [],
    "Part II of the Act, and supra note 5.": [],
}


def led(text: str, *, blocks: tuple[Block, ...] = BLOCKS) -> list[str]:
    """The references of a note that is called under `1. Colza`, each with the head it leads to."""
    anchor = Anchor(target="b3", offset=0, printed="1", cert=1.0)
    note = Note(id="fn1", label="1", kind=NoteKind.FOOT, text=text, pieces=(), page=1, anchor=anchor)
    heads = {block.id: block.text for block in blocks}
    found = section_references(blocks, [note], [])
    return [f"{text[each.start : each.end]} -> {heads[each.antecedent]}" for each in found]


@pytest.mark.parametrize("text", LED)
def test_a_section_is_led_to(text: str) -> None:
    """By its numbers, by its last one if it is near, by its name; what has no such head leads nowhere."""
    assert LED[text] == led(text)


def test_two_heads_of_one_number() -> None:
    """Where two heads have the number, nothing tells which is meant."""
    again = Block(id="b20", kind=BlockKind.HEADING, text="II. BEACONS", level=1, pieces=())
    assert [] == led("See infra Part II.", blocks=(*BLOCKS, again))
