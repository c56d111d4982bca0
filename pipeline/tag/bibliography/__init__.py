"""The bibliography at the end of an article: its entries, read field by field, and references to them by year."""

from pipeline.tag.bibliography.author_date import author_date_references
from pipeline.tag.bibliography.listing import list_entries

__all__ = ["author_date_references", "list_entries"]
