"""The body: headings, paragraphs, block quotations, lists, figures."""
