"""The diff: every kind of change is planted in a real edition, and told for what it is."""
