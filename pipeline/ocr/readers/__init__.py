"""The readers of page images: Tesseract with what it writes, and the second reader; each reads what it is shown."""
