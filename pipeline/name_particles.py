"""The small words within a family name: ``Ada de la Lampe``, ``Jan van der Reed``, ``Ibn Battuta``.

Not the Romance articles that stand before any noun: who reads names in running French asks for less (`full_names`).
"""

_SPELT = "de du des della di da dos das van von der den zu zur ter ten la le al el ibn bin ben y"

NAME_PARTICLES = frozenset(_SPELT.split())
"""Within a name of running text, in small letters; without ``del``, which more offices have than people."""
NAME_PARTICLE = f"(?:del|{_SPELT.replace(' ', '|')})"
"""One of them, within a pattern, where the place tells that people are named; white has to follow."""
