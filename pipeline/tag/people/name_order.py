"""Parts of a person's name: which word is the family name, in Western and in Chinese order."""

import re
import unicodedata
from typing import NamedTuple

from pipeline.name_particles import NAME_PARTICLES
from pipeline.tag.people.person_names import REGNAL, is_chinese_given
from pipeline.tag.words.name_tables import CHINESE_SURNAMES, COMMONEST_SURNAMES, GIVEN_SHORT, SPOKEN_SHORT

# Particles that some families write with a capital (Dirk Van Hulle); after a given name only.
_CAPITAL_PARTICLES = frozenset(["Van", "Von", "De", "Du", "Di", "Der", "Della", "Le", "La"])


IDEOGRAPHS = r"\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Chinese, Japanese and Korean signs, within a class of a pattern."""
_IDEOGRAPHS = re.compile(rf"[{IDEOGRAPHS}]+")


_GENERATIONS = frozenset(["Jr", "Sr", "Jun", "Sen", "jun", "sen"])


class PersonName(NamedTuple):
    """A name in parts, folded for comparison; ``given`` may be empty, ``family`` is the family name as it is spelt."""

    surname: str
    given: tuple[str, ...]
    display: str
    family: str

    @property
    def full(self) -> bool:
        """True for more than a family name."""
        return bool(self.given)

    @property
    def words(self) -> tuple[str, ...]:
        """All parts in alphabetical order: the same for `Zhihua Shen` and `Shen Zhihua`."""
        return tuple(sorted((self.surname, *self.given)))

    @property
    def families(self) -> tuple[str, ...]:
        """The family names under which one may speak of the person: `von Goethe` and `Goethe`."""
        bare = self.family.split(" ")[-1]
        return (self.family,) if bare == self.family else (self.family, bare)


def fold(word: str) -> str:
    """Lower case, without accents, apostrophes, hyphens and stops: `Lüthi` -> `luthi`, `Tse-tung` -> `tsetung`."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(character for character in decomposed if character.isalnum())


def parse(name: str) -> PersonName:
    """Split a name into family name and given names.

    Chinese order (Mao Zedong) is seen by a known family name before pinyin; a name whose last word is a far commoner
    family name is in Western order (Zhihua Shen, Shu Guang Zhang). Particles belong to the family name (de Gaulle).
    What stands beside a name in Latin letters in the signs of another script is no part of it (Liang Qichao 梁啟超).
    A regnal number belongs to the given name (Louis XIV has no family name, so `louis xiv` is its only part), that of a
    generation to nothing, like `Jr.` (John J. Merrow III is a Merrow).

    Example: ``N. S. Khrushchev`` -> ``khrushchev``, (``n``, ``s``).
    """
    words = _without_generation(_latin(name.replace(".", ". ").split()))
    if len(words) > 1 and REGNAL.fullmatch(words[-1]):
        return PersonName(fold(name), (), name, name)
    if _is_chinese_order(words):
        family, given = words[:1], words[1:]
    else:
        cut = _surname_start(words)
        family, given = words[cut:], words[:cut]
    whole = [GIVEN_SHORT.get(word.rstrip("."), word) for word in given]
    return PersonName(fold("".join(family)), tuple(fold(word) for word in whole), name, " ".join(family))


def _without_generation(words: list[str]) -> list[str]:
    """Without `Jr.`, and without the number behind a family name: kings have no initials (`Juan Carlos I`)."""
    junior = len(words) > 1 and words[-1].strip(".,") in _GENERATIONS
    numbered = len(words) > 2 and REGNAL.fullmatch(words[-1]) and any(word[1:] == "." for word in words[:-1])
    return [words[0], *(word.strip(",") for word in words[1:-1])] if junior or numbered else words


def _latin(words: list[str]) -> list[str]:
    return [word for word in words if not _IDEOGRAPHS.fullmatch(word)] or words


def _is_chinese_order(words: list[str]) -> bool:
    if (
        len(words) not in (2, 3)
        or words[0] not in CHINESE_SURNAMES
        or not all(is_chinese_given(word) for word in words[1:])
    ):
        return False
    if len(words) == 3:  # Mao Tse Tung, but Shu Guang Zhang
        return words[2] not in COMMONEST_SURNAMES or words[0] in COMMONEST_SURNAMES
    return words[1] not in COMMONEST_SURNAMES or words[0] in COMMONEST_SURNAMES


def _surname_start(words: list[str]) -> int:
    cut = len(words) - 1
    while cut > 0 and (words[cut - 1] in NAME_PARTICLES or (cut > 1 and words[cut - 1] in _CAPITAL_PARTICLES)):
        cut -= 1
    return max(cut, 0)


def compatible(one: PersonName, other: PersonName) -> bool:
    """Whether two full names with one family name can be one person: given names agree as far as both go.

    ``N. S. Khrushchev`` and ``Nikita Khrushchev`` agree; ``Wang Heshou`` and ``Wang Ming`` do not. Particles are often
    left out, or middle names (``Yen Le Espiritu``), and family names may be two (``González Casanova``).
    """
    if one.words == other.words or ends_so(one.display, other.display) or ends_so(other.display, one.display):
        return True
    if fold(one.families[-1]) != fold(other.families[-1]):
        return False
    pairs = list(zip(one.given, other.given, strict=False))
    return bool(pairs) and all(_agree(left, right) for left, right in pairs)


def ends_so(full: str, short: str) -> bool:
    """`De Certeau`, `González Casanova`: the last words of the whole name, whatever is parsed as the family name."""
    words, last = ([fold(word) for word in name.split()] for name in (full, short))
    return 1 < len(last) < len(words) and words[-len(last) :] == last


def _agree(left: str, right: str) -> bool:
    if len(left) == 1 or len(right) == 1:
        return left[:1] == right[:1]
    short, long = sorted((left, right), key=len)
    return left == right or f"{short}:{long}" in SPOKEN_SHORT or _spelt_otherwise(short, long)


LONG_ENOUGH = 6
"""Letters of a given name from which one letter more or less is a spelling: `Johanna` and `Joanna`, `Mohammed`."""


def _spelt_otherwise(short: str, long: str) -> bool:
    """One letter more within the word; the first and the last are the same, for `Martin` and `Martina` are two.

    In pinyin every letter counts: Wang Jianing is not Wang Jianming.
    """
    if is_chinese_given(short) and is_chinese_given(long):
        return False
    if len(short) < LONG_ENOUGH or len(long) != len(short) + 1 or short[0] != long[0] or short[-1] != long[-1]:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1))
