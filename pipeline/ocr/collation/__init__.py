"""Collation: a second reader reads the doubtful words of a line again, and the two witnesses are compared.

``doubtful_words`` chooses, ``cuttings`` cuts out, ``recogniser`` reads, ``raised_signs`` keeps note calls apart from
the text, ``comparison`` aligns, ``disagreements`` decides by ``sign_rules`` and ``letter_rules``, ``cells`` puts the
line together again.
"""

from pipeline.ocr.collation.second_opinion import Opinion, second_opinion

__all__ = ["Opinion", "second_opinion"]
