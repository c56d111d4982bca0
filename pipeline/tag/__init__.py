"""Stage 4: people, places, organisations, events and dates, from an article to stand-off entities."""

from pipeline.tag.stage import run

__all__ = ["run"]
