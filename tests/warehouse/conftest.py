"""A warehouse of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import files_in
from warehouse.files import Files


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Files of a warehouse that is not there yet."""
    return files_in(tmp_path)
