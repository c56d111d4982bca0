"""The lines of a page: their order and columns; lines that a reader lost, joined, or took for something else."""
