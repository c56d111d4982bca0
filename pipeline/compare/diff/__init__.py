"""The difference of two editions, told in an editor's words.

Passages are matched by what they say (``matching``); then one module for each subject tells what changed.
"""

from pipeline.compare.diff.changes import BY_NAME, KINDS, Change, Kind, Place, Weight
from pipeline.compare.diff.documents import Diff, DocumentDiff, check_kinds, compare, compare_editions

__all__ = [
    "BY_NAME",
    "KINDS",
    "Change",
    "Diff",
    "DocumentDiff",
    "Kind",
    "Place",
    "Weight",
    "check_kinds",
    "compare",
    "compare_editions",
]
