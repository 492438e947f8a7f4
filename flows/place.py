"""Where the project stands: the step with which a deployed run begins."""

from __future__ import annotations

import os
from pathlib import Path


def enter_project() -> dict[str, str]:
    """Make the project's folder the working directory; a pull step of `prefect.yaml`.

    A worker starts each run in an empty folder of its own, and a path written into the deployment
    would be that of the machine on which it was made.
    """
    folder = Path(__file__).resolve().parents[1]
    os.chdir(folder)
    return {"directory": str(folder)}
