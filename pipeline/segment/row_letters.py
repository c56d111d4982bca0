"""The letters of a row: what two printings of the same words share, whatever numbers and signs stand among them."""

import re
from functools import lru_cache

_NUMBERS = re.compile(r"[\W\d_]+")


@lru_cache(maxsize=1 << 14)
def letters(text: str) -> str:
    """The letters of a text, case folded: what two printings of a running head share."""
    return _NUMBERS.sub(" ", text).strip().casefold()


def run_of_letters(text: str) -> str:
    """The same without spaces: line ends, and the spaces of a setting, part words anywhere."""
    return _NUMBERS.sub("", text).casefold()
