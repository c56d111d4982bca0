"""The encoding of a text dump, which no file says: told by its bytes, and refused where nothing makes sense of them.

Text that is read in the wrong encoding is not what the author wrote, and nobody would see it in a folder of editions.
"""

import codecs
import logging
import re

from pipeline.errors import SourceError

log = logging.getLogger(__name__)

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark begins it
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
LINE_ENDS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
"""Of old Macs, of word processors within a paragraph, and of Unicode (UAX 14)."""
OLD = {"cp1252": "Windows-1252", "mac_roman": "Mac OS Roman"}
"""Encodings of one byte in which dumps of western texts are found."""
FOREIGN = re.compile(r"[^\x00-\x7f]")
ODD = re.compile(
    r"""
      (?<=[a-zß-öø-ÿ]) [À-ÖØ-ÞŠŽŒŸ] (?=[a-zß-öø-ÿ]|\s)       # don\xd5t: a capital behind small letters
    | (?<=[^\W\d_]) [¡-©«®-±´-¿×÷†‡•‰™‹›∞-⋿π∂∏∑√Ω] (?=[^\W\d_])       # a sign among letters
    | [ƒˆ˜¤¦¸\ufffd]
    | (?<!\w) [ÒÓÔÕ] | [ÒÓÔÕÐÑ] (?!\w)                       # the quotation marks and dashes of the other encoding
    """,
    re.VERBOSE,
)
"""What no text in a western language has, and what an encoding makes of text in another one."""
MOST_FOREIGN = 0.3
"""Share of bytes beyond ASCII; Icelandic has an eighth, other western languages less."""
MOST_ODD = 0.2
"""Share of those that make no sense."""
HALF = 0.4
"""Share of the bytes on one side of each pair that are zero, in UTF-16 of an alphabet."""


def decode(raw: bytes, name: str) -> str:
    """The text of a dump, every line end a line feed.

    UTF-8, UTF-16 or UTF-32; else, and this is told, UTF-8 with a few broken bytes, UTF-16 without its mark,
    Windows-1252 or Mac OS Roman, whichever makes sense.

    Raises:
        SourceError: it is none of these.
    """
    return LINE_ENDS.sub("\n", _decoded(raw, name))


def _decoded(raw: bytes, name: str) -> str:
    encoding = next((code for mark, code in MARKS.items() if raw.startswith(mark)), "") or _wide(raw)
    if b"\0" in raw and not encoding.startswith("utf-16") and encoding != "utf-32":
        raise SourceError(f"{name} is not a text file", "give the text as UTF-8")
    try:
        text = raw.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding:
            raise SourceError(f"{name} is damaged (byte {error.start}, {encoding})", "save it as UTF-8") from error
        return _old(raw, name, error.start)
    if "\0" in text:
        raise SourceError(f"{name} is not a text file", "give the text as UTF-8")
    if encoding in ("utf-16-le", "utf-16-be"):
        log.warning("%s has no byte order mark: read as UTF-16", name)
    return text


def _wide(raw: bytes) -> str:
    """UTF-16 without a mark: every other byte of it is zero, and hardly one of the rest."""
    pairs = len(raw) // 2
    zeros = raw[: 2 * pairs : 2].count(0), raw[1 : 2 * pairs : 2].count(0)
    if len(raw) % 2 or max(zeros) < max(HALF * pairs, 1) or min(zeros):
        return ""
    return "utf-16-be" if zeros[0] else "utf-16-le"


def _old(raw: bytes, name: str, place: int) -> str:
    """Text that is no UTF-8, with the byte that says so."""
    mended = raw.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    if broken < len(FOREIGN.findall(mended)) / 2:
        log.warning("%s is damaged UTF-8 (from byte %d on): \ufffd stands where it is", name, place)
        return mended
    found = {code: raw.decode(code, "replace") for code in OLD}
    best = min(found, key=lambda code: len(ODD.findall(found[code])))
    foreign, odd = len(FOREIGN.findall(found[best])), len(ODD.findall(found[best]))
    if foreign > MOST_FOREIGN * len(raw) or odd > MOST_ODD * foreign:
        raise SourceError(
            f"{name} is not UTF-8 (byte {place}), and no western text in an older encoding",
            "convert it to UTF-8 (iconv -f ENCODING -t UTF-8)",
        )
    log.warning("%s is not UTF-8 (byte %d): read as %s", name, place, OLD[best])
    return found[best]
