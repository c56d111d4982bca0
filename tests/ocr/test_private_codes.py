"""What fonts have at private codes of Unicode."""

import pytest

from pipeline.ocr.pdf_fonts.private_codes import told


@pytest.mark.parametrize(
    ("code", "font", "sign"),
    [
        pytest.param(0xF0B7, "ABCDEF+SymbolMT", "•", id="the bullet of word processors"),
        pytest.param(0xF0B7, "F6", "•", id="the same in a font without a name"),
        pytest.param(0xF02A, "Symbol", "∗", id="the star of an author's note"),
        pytest.param(0xF06C, "Symbol", "λ", id="a Greek letter of Symbol"),
        pytest.param(0xF06C, "Wingdings-Regular", "●", id="the same byte of Wingdings"),
        pytest.param(0xF739, "Baskervill.Expert", "9", id="an old-style figure"),
        pytest.param(0xF643, "MinionPro-Regular", "0", id="an old-style figure of another table"),
        pytest.param(0xF761, "Baskervill.Expert", "a", id="a small capital"),
        pytest.param(0xF7E9, "Baskervill.Expert", "é", id="a small capital with its accent"),
        pytest.param(0xF132, "ABCDEF+AdvOT4e5fbc10+f1", "2", id="a figure of a typesetter's font"),
        pytest.param(0xF132, "FontAwesome5", "\uf132", id="the same code among icons"),
        pytest.param(0xF8ED, "CMEX10", "⎝", id="the foot of a great bracket"),
        pytest.param(0xF08E, "FontAwesome", "\uf08e", id="an icon is no text"),
        pytest.param(0xF06C, "Wingdings2", "\uf06c", id="a font whose signs are others"),
        pytest.param(0xF06C, "Times", "\uf06c", id="a font that is not of signs"),
        pytest.param(0xE201, "SabonNext", "\ue201", id="no table has it"),
    ],
)
def test_private_codes_are_told_by_their_font(code: int, font: str, sign: str) -> None:
    """Only what a table has is told; what none has is left for cleanup to take out."""
    assert sign == told(code, font)
