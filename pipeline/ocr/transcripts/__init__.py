"""hOCR, ALTO and PAGE: what another program read, with its places on the page."""

from pipeline.ocr.transcripts.reading import count_pages, read_transcript_page

__all__ = ["count_pages", "read_transcript_page"]
