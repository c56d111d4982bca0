"""What of a text is compared: its letters and digits, for spaces and signs may be read otherwise."""

import unicodedata


def ink(text: str) -> str:
    r"""Letters and digits alone, in small letters, ligatures and raised digits as the plain ones.

    >>> ink("Ibid., p. 12-\\n3; ﬁn²")
    'ibidp123fin2'
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum())
