"""The press: sets the specimens as journal pages, and scans them badly, so that every reading has a truth."""
