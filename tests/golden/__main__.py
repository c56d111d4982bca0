"""``make golden``: accept the present results. The commit says why they changed.

With ``--record FOLDER`` the pages of the documents in that folder are taken over first.
"""

import sys
from pathlib import Path

from pipeline import store
from tests.golden import making

if sys.argv[1:2] == ["--record"]:
    for recorded in making.record(Path(sys.argv[2])):
        sys.stdout.write(f"{recorded.relative_to(making.HERE)} was recorded\n")

for doc in making.documents():
    for name, content in making.make(doc).items():
        path = making.HERE / doc / name
        if not path.exists() or path.read_bytes() != content:
            store.write(path, content)
            sys.stdout.write(f"{path.relative_to(making.HERE)} has changed\n")
