"""Tests of the tag stage."""
