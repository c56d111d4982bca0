"""Page furniture: what is printed on a page and is not of the article."""
