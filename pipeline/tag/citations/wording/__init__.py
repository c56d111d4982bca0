"""The wording of citations: what begins, ends, encloses and recalls one, and what the notes have made known."""
