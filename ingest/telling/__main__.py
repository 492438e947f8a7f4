"""Compile ahead of the first use, and keep the result: `python -m ingest.telling`."""

from __future__ import annotations

import numpy as np

from ingest.telling import side_by_side, tell
from ingest.telling.columns import shared_compiled
from ingest.telling.grouping import link_compiled
from ingest.telling.pieces import read_compiled

if __name__ == "__main__":
    text = "Compiled ahead of its first use."
    read_compiled(text)
    shared_compiled(side_by_side([tell(text)]), np.array([0]), np.array([0]))
    link_compiled([0, 1], np.array([(0.0, 1.0, 0.5)]))
