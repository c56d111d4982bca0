"""Text dumps: lines without geometry, in what encoding they are and where their pages, columns and notes begin."""
