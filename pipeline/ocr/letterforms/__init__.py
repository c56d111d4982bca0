"""Letterforms of scans by their ink: the size of the type and of its signs, italics, bold, small capitals."""
