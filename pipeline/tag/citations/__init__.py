"""Citations in the notes: cut out, read field by field, and each led to the one work that it can mean."""

from pipeline.tag.citations.resolution import Cited, resolve

__all__ = ["Cited", "resolve"]
