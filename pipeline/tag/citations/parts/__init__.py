"""Parts of a citation, each at its place: names, title, imprint, volume and year, pages, and what else follows."""
