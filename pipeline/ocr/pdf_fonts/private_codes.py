"""Characters that a font has at private codes of Unicode: bullets, old-style figures, small capitals, great brackets.

Private codes say nothing without their font, but four tables of them are known everywhere: fonts of signs that are
addressed by their bytes (``F000`` and the byte), Adobe's names for letters of other shapes, the figures of typesetters'
fonts, and the parts of great brackets. What none of them has stays as it is, and cleanup leaves it out.
"""

import re

_SYMBOL = dict(
    zip(
        (*range(0xF021, 0xF07F), *range(0xF0A0, 0xF0F0), *range(0xF0F1, 0xF0FF)),
        "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
        "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
        strict=True,
    )
)
"""The font Symbol (PDF 32000-1, annex D.6); its longest line is what word processors set for a dash."""
_WINGDINGS = {
    0xF000 + byte: sign
    for byte, sign in zip(b"lnoqruv\x9f\xa7\xd8\xdf\xe0\xe8\xf0\xfb\xfc\xfe", "●■□❑❒◆❖•▪➢←→➔⇨✗✓☑", strict=True)
}
"""The bullets, arrows and ticks of Wingdings (Unicode, L2/11-196)."""
_BRACKETS = dict(zip(range(0xF8E8, 0xF8FF), "®©™⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪⎮⎞⎟⎠⎤⎥⎦⎫⎬⎭", strict=True))
_SHAPES = (
    {0xF730 + digit: str(digit) for digit in range(10)}  # zerooldstyle ... (Adobe Glyph List)
    | {0xF643 + digit: str(digit) for digit in range(10)}  # the same in Minion Pro, as TeX writes it
    | {code: chr(code - 0xF700) for code in (*range(0xF761, 0xF77B), *range(0xF7E0, 0xF7F7), *range(0xF7F8, 0xF7FF))}
    | {0xF721: "!", 0xF724: "$", 0xF726: "&", 0xF73F: "?", 0xF7A1: "¡", 0xF7BF: "¿", 0xF7FF: "ÿ", 0xF6DC: "1"}
    | {0xF6F9: "ł", 0xF6FA: "œ", 0xF6FD: "š", 0xF6FF: "ž"}
)
"""Old-style figures and small capitals (which are written as small letters), by their codes."""
_SETTERS_FIGURES = {0xF130 + digit: str(digit) for digit in range(10)}
_OF_SETTERS = re.compile(r"\bAdv\S*\+f1$")
"""Fonts of the system 3B2, with which many publishers set: it parts a font by the first byte of its codes, and names
the part by it. At ``F1`` and the byte of a figure stands the figure in another shape."""
_BULLET = 0xF0B7
"""A bullet in Symbol and a raised point in the fonts of Windows, which are set for bullets, too."""
_OWN_BYTES = re.compile(r"wingding|webding|dingbat|awesome|icon", re.IGNORECASE)
"""Fonts of signs that have others at the bytes of Symbol."""


PRIVATE = range(0xE000, 0xF900)


def told(code: int, font: str) -> str:
    """The character that a private code stands for in a font; that of the code itself where no table has it.

    Example: ``0xF739`` -> ``9`` in any font, ``0xF02A`` -> ``∗`` in ``SymbolMT``.
    """
    if code not in PRIVATE:
        return chr(code)
    if shape := _SHAPES.get(code) or _BRACKETS.get(code):
        return shape
    if figure := _SETTERS_FIGURES.get(code) if _OF_SETTERS.search(font) else None:
        return figure
    if _OWN_BYTES.search(font):
        codes = _WINGDINGS if "wingding" in font.lower() and font[-1:] not in "23" else {}
    else:
        codes = _SYMBOL if "symbol" in font.lower() or code == _BULLET else {}
    return codes.get(code, chr(code))
