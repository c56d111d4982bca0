"""``make golden``: accept the present results. The commit says why they changed."""

import sys

from pipeline import store
from tests.golden.making import DOCS, HERE, make

for doc in DOCS:
    for name, content in make(doc).items():
        path = HERE / doc / name
        if not path.exists() or path.read_bytes() != content:
            store.write(path, content)
            sys.stdout.write(f"{path.relative_to(HERE)} has changed\n")
