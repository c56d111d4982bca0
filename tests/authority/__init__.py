"""Tests of the user's authority file: its two formats, what is refused, and a run with one."""
