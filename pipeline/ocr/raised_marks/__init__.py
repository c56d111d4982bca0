"""Raised ink and what it is: calls and labels of notes, or parts of letters, quotes, ordinals, specks.

What only the second reader can tell is in ``collation``: ``raised_signs``, ``doubtful_marks``, ``raised_letters``.
"""
