"""Letters for patterns."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.letters import CAPITALS

_CAPITAL = re.compile(f"[{CAPITALS}]")


@given(st.characters(max_codepoint=0x24F, categories=["Lu", "Ll"]))
def test_every_latin_capital_is_one_and_no_small_letter(letter: str) -> None:
    """As Unicode has them."""
    assert bool(_CAPITAL.fullmatch(letter)) == (unicodedata.category(letter) == "Lu")


@pytest.mark.parametrize(("capitals", "small"), [("ΑΩ", "αω"), ("ЁА", "яё")])
def test_greek_and_cyrillic(capitals: str, small: str) -> None:
    """Names in notes are printed in them."""
    assert all(map(_CAPITAL.fullmatch, capitals))
    assert not any(map(_CAPITAL.fullmatch, small))
