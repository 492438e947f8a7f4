"""Loading a batch without the garbage collector."""

import gc

import pytest

from warehouse.uncollected import uncollected


@pytest.mark.parametrize("before", [True, False], ids=["on", "off"])
def test_the_collector_is_left_as_it_was(before: bool) -> None:
    """It is off while something is loaded; afterwards it is what it was, also when that fails."""
    (gc.enable if before else gc.disable)()
    try:
        with pytest.raises(ValueError, match="stop"), uncollected():
            assert not gc.isenabled()
            raise ValueError("stop")
        assert gc.isenabled() == before
    finally:
        gc.enable()
