"""Personal names in the header: forename and surname where the order is plain, else the name as it stands."""

import re

from pipeline.tei.elements import Element, element

# A syllable of Hanyu Pinyin without tone marks, as a superset: any initial with any final (GB/T 16159).
SYLLABLE = re.compile(
    r"""
    (?: zh | ch | sh | [bpmfdtnlgkhjqxrzcsyw] )?   # initial
    (?: [iuüv]?ang? | [iu]?ao | u?ai | eng? | ei | ong | iong | ing? | er  # finals of two letters and more
      | ia | iao | ie | iu | ian | ua | uo | ui | un | üe | ue | ou | a | o | e | i | u | ü | v )
    """,
    re.VERBOSE,
)
PINYIN = re.compile(rf"(?:{SYLLABLE.pattern})+", re.VERBOSE | re.IGNORECASE)

LATIN_NAME = re.compile(r"[A-Za-z\u00c0-\u024f.'’-]+")
EAST_ASIAN_HYPHEN = re.compile(r"-[a-z]")  # Tse-tung, Kyung-sook
KOREAN_SURNAMES = frozenset({"kim", "lee", "park", "pak", "choi", "choe", "jung", "chung", "yi", "rhee", "cho", "yoon"})


def personal_name(name: str) -> Element:
    """``persName`` with ``forename`` and ``surname``, the last word taken as surname, when nothing speaks against it.

    Ada Merrow -> forename Ada, surname Merrow; Shen Zhihua, Charles de Gaulle, Merrow, Ada -> the name as it stands.
    """
    words = name.split()
    if not order_is_plain(words):
        return element("persName", name)
    forenames, surname = " ".join(words[:-1]), words[-1]
    return element("persName", element("forename", forenames), " ", element("surname", surname))


def order_is_plain(words: list[str]) -> bool:
    """Whether the last word is surely the surname: two to four Latin words without particle, number or generation.

    Names all of whose words could be Pinyin, or which look Chinese or Korean otherwise, may begin with the surname.
    """
    if not 2 <= len(words) <= 4 or not all(LATIN_NAME.fullmatch(word) for word in words):
        return False
    if any(word[0].islower() for word in words) or words[-1].endswith("."):
        return False
    if EAST_ASIAN_HYPHEN.search(" ".join(words)) or words[0].lower() in KOREAN_SURNAMES:
        return False
    return not all(PINYIN.fullmatch(word) for word in words)
