"""Collation: a second reader reads the doubtful words of a line again, and the two witnesses are compared.

``doubtful_words`` chooses, ``cuttings`` cuts out, ``raised_signs`` keeps note calls apart from the text, ``comparison``
aligns, ``disagreements`` decides by ``sign_rules`` and ``letter_rules``, ``cells`` puts the line together again. The
whole of it is a ``second_opinion`` on the line.
"""
