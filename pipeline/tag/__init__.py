"""Stage 4: people, places, organisations, events and dates, from an article to stand-off entities."""

from pipeline.tag.stage import load, run

__all__ = ["load", "run"]
