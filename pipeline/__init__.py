"""scan2tei: scanned scholarly articles into clean, valid TEI P5, in five stages."""
