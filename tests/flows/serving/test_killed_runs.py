"""Flow runs that are killed at any moment of a load."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

import forked_flows
from builders import files_in
from forked import Forks
from served import Served
from tables import as_undisturbed
from warehouse.files import Files

SEED = 20261122
KILLS, IN_A_ROW = 60, 20


def kill_flows(forks: Forks, files: Files, rng: random.Random, longest: float) -> int:
    """Kill runs on one warehouse, and let one complete the work; return how many were hit."""
    hit = sum(forks.kill("load", files.published, 0, rng.uniform(0, longest)) for _ in range(IN_A_ROW))
    forks.begin("load", files.published, 0)
    assert forks.end() == 0
    return hit


@pytest.mark.slow
def test_sixty_kills_of_flow_runs(served: Served, place: Path) -> None:
    """Nothing is lost or doubled, and the next run completes the work."""
    print(f"seed {SEED}")
    rng = random.Random(SEED)
    with Forks(forked_flows.__file__, served.environment) as forks:
        forks.begin("load", place / "first" / "news.duckdb", 0)
        began = time.monotonic()
        assert forks.end() == 0
        longest = time.monotonic() - began
        hit = 0
        while hit < KILLS:
            files = files_in(place / str(hit))
            hit += kill_flows(forks, files, rng, longest / 3)
            as_undisturbed(files, files_in(place / "undisturbed"))
