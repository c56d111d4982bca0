"""What all records of the layers have in common."""

import msgspec


class Layer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """Base of every record: immutable, written without the fields that have their default value.

    Records hold records and never themselves, so that the garbage collector need not look for circles among the
    millions of them that a long document has; without its mark each takes 16 bytes less.
    """


CERTAIN = 1.0
"""The default of all confidences."""
UNKNOWN = 0.0
"""The default of measures."""
# One object each: a field is left out where it *is* its default (msgspec compares by identity), and the words and lines
# of one layer hand theirs on to those of the next.
