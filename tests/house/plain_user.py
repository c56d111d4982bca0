"""The rights of a plain user, also for tests that root runs: to root every file is open and every folder writable."""

import ctypes
import os

PR_CAPBSET_DROP = 24
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 1, 2
"""What lets root pass by the permissions of files (capabilities(7))."""


def become() -> None:
    """Give those rights up, for a child between fork and exec; what it executes has them no more."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
