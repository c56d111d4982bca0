"""Tests of the specimens: they must be sound, or every figure measured on them is worth nothing."""

import unicodedata
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

from tests.press.preparing import XML_ID, find_all, read_article

SPECIMENS = Path(__file__).parents[1] / "specimens"
NAMES = sorted(path.name for path in SPECIMENS.glob("*.tei.xml"))


@pytest.fixture(scope="module")
def tei_all() -> etree.RelaxNG:
    """The whole TEI schema; compiling it takes seconds."""
    return etree.RelaxNG(etree.parse(str(files("schemas") / "tei_all.rng")))


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_specimen_is_valid_tei(name: str, tei_all: etree.RelaxNG) -> None:
    """Every specimen is valid against tei_all."""
    tei_all.validate(etree.parse(SPECIMENS / name))
    assert [] == [str(entry) for entry in tei_all.error_log]


@pytest.mark.parametrize("name", NAMES)
def test_every_pointer_resolves(name: str) -> None:
    """Every @ref, @corresp and @target of a specimen names an element of it."""
    article = read_article(SPECIMENS / name)
    pointers = {
        value for node in article.iter() for key in ("ref", "corresp", "target") if (value := node.get(key)) is not None
    }
    known = {f"#{node.get(XML_ID)}" for node in article.iter()}
    assert [] == sorted(pointer for pointer in pointers - known if pointer.startswith("#"))


@pytest.mark.parametrize("name", [name for name in NAMES if "opening" not in name])
def test_notes_are_numbered_in_order(name: str) -> None:
    """The notes of a whole specimen run from 1 without a gap."""
    notes = find_all(read_article(SPECIMENS / name), "//t:text//t:note[not(@type='author')]")
    assert [str(number) for number in range(1, len(notes) + 1)] == [note.get("n") for note in notes]


@pytest.mark.parametrize("name", NAMES)
def test_text_is_in_nfc(name: str) -> None:
    """No specimen holds decomposed characters or straight quotation marks."""
    text = "".join(map(str, read_article(SPECIMENS / name).itertext()))
    assert unicodedata.is_normalized("NFC", text)
    assert [] == [mark for mark in ("'", '"', "\u00ad", "\ufffd") if mark in text]
