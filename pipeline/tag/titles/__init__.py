"""Titles of works, cases and reports, whose capitals and italics name nobody; and the italics that do name people."""
