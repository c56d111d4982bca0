"""Forms of citations, read as a whole: of books and pieces, of archives, of law; and the cutting of notes into them."""
