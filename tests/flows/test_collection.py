"""How often Python looks for reference cycles during a run."""

import gc

import pytest

from flows.collection import seldom_collected


def test_thresholds_come_back() -> None:
    """A run collects less often, and leaves the process as it found it, also when it fails."""
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="stop"), seldom_collected():
        assert gc.get_threshold()[0] > before[0]
        raise ValueError("stop")
    assert gc.get_threshold() == before
