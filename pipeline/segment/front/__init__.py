"""Front matter: covers, the journal's own lines, the title block."""
