"""Where two readers differ: whom to believe.

The rules know how each reader errs (``sign_rules``, ``letter_rules``) and are asked in turn; the first that has
something to say decides. What no rule decides stays as the first reader has it. See ``docs/decisions.md``.
"""

from pipeline.ocr.collation.difference import Difference, Rule, letters
from pipeline.ocr.collation.letter_rules import LETTER_RULES
from pipeline.ocr.collation.sign_rules import SIGN_RULES

MOST_ADDED = 2
RULES: tuple[Rule, ...] = (*SIGN_RULES, *LETTER_RULES)


def second_is_right(difference: Difference) -> bool:
    """Whether to take what the second reader has.

    No words are added: what the second reader has beyond a letter or two is what it sees of the words beside.
    """
    if letters(difference.second) > letters(difference.first) + MOST_ADDED:
        return False
    verdicts = (rule(difference) for rule in RULES)
    return next((verdict for verdict in verdicts if verdict is not None), False)
