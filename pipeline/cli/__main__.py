"""``python -m pipeline.cli``: what the ``scan2tei`` command of a checkout runs."""

import sys

from pipeline.cli.entry import main

if __name__ == "__main__":
    sys.exit(main())
