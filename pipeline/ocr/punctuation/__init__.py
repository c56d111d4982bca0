"""Punctuation and spaces by their ink: what is printed although no reader has it, and what is read from specks.

The ink is asked with one reader and with two. Signs on which two readers differ are in ``collation``: ``sign_rules``.
"""
