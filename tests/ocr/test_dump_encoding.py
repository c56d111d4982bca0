"""Encodings of dumps: read as what they are, with a word where the file does not say it, or refused."""

import logging

import pytest

from pipeline.errors import SourceError
from pipeline.ocr.dumps.encoding import decode

ENGLISH = "“They had none”, he wrote – ‘don’t wait’ – from the café at Oxmere.\n" * 3
FRENCH = "L’été, à l’orée de la forêt, l’œuvre de Noël « chantait » : où, ça ?\n" * 3
GERMAN = "Über die Straßen führt „ein Weg“ – früher hieß er ‚Ölgäßchen‘.\n" * 3


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, GERMAN], ids=["English", "French", "German"])
@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("utf-32", ""),
        ("utf-16-le", "no byte order mark"), ("utf-16-be", "no byte order mark"),
        ("cp1252", "read as Windows-1252"), ("mac_roman", "read as Mac OS Roman"),
    ],
)  # fmt: skip
def test_encoding(text: str, encoding: str, told: str, caplog: pytest.LogCaptureFixture) -> None:
    """The text is the same in any encoding; what the file does not say is told in a line of the log."""
    with caplog.at_level(logging.WARNING, "pipeline"):
        assert text == decode(text.encode(encoding), "dump.txt")
    assert (bool(told), True) == (bool(caplog.messages), all(told in message for message in caplog.messages))


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("Река и фонарь у плотины.".encode("koi8-r"), id="Cyrillic"),
        pytest.param("冬の灯台の番人は手紙を書いた。".encode("shift-jis"), id="Japanese"),
        pytest.param("A line.\n".encode("utf-16")[:-1], id="UTF-16 that is cut off"),
        pytest.param(b"A \0 in a line.\n", id="a zero"),
        pytest.param(bytes(range(256)) * 4, id="every byte"),
    ],
)
def test_what_makes_no_sense(raw: bytes) -> None:
    """Bytes of which nothing makes sense are refused; no text is made of them."""
    with pytest.raises(SourceError, match=r"dump\.txt") as caught:
        decode(raw, "dump.txt")
    assert "UTF-8" in caught.value.remedy


def test_damaged_utf_8(caplog: pytest.LogCaptureFixture) -> None:
    """A broken byte costs its character; the others are not read in another encoding because of it."""
    raw = ENGLISH.encode().replace("é".encode(), b"\xe9", 1)
    assert ENGLISH.replace("é", "\ufffd", 1) == decode(raw, "dump.txt")
    assert ["dump.txt is damaged UTF-8 (from byte 69 on): \ufffd stands where it is"] == caplog.messages


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\v", "\x85", "\u2028", "\u2029"], ids=repr)
def test_line_ends(end: str) -> None:
    """Whatever ends the lines, they end."""
    assert "one\ntwo\n\fthree" == decode(f"one{end}two{end}\fthree".encode(), "dump.txt")
