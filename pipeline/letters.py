"""Letters for patterns: ``re`` has no classes of Unicode, and Š, Ł and Ő begin sentences as S, L and O do."""

CAPITALS = "A-ZÀ-ÖØ-Þ" + "".join(letter for letter in map(chr, range(0x100, 0x250)) if letter.isupper()) + "Α-ΩЀ-Я"
"""What stands between brackets for the capitals of Latin, Greek and Cyrillic scripts."""

MINUS = "\u2212"
"""What some fonts have for the dash between pages and between years."""

BULLETS = "•▪◦‣●○■□❑❒◆❖➢✓☑"
"""What stands before an item of a list and is nothing else."""
