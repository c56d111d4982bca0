"""The command line: the only place where an error becomes an exit code.

Everything heavy is imported by the command that needs it, so that ``--help`` and ``--version`` answer at once.
"""

from pipeline.cli.entry import main

__all__ = ["main"]
