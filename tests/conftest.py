"""Settings for all tests."""

import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import settings

from warehouse import upgrade
from warehouse.files import Files

# The first example of a test pays for imports and tables; nothing here is about time. A machine that
# decides over a change tries the same examples every time, a developer's always new ones.
settings.register_profile("copydesk", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("copydesk")


def pytest_make_parametrize_id(val: object) -> str | None:
    """Show no packed bytes in names: they hold the second when they were made, and workers compare names."""
    return "bytes" if isinstance(val, bytes) and len(val) > 15 else None


@pytest.fixture(scope="session", autouse=True)
def _new_files_are_copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A new warehouse is a copy of one that all migrations made: a third of a second, a thousand times.

    Programs that tests start make theirs themselves, and so do the tests of migrations.
    """
    empty = Files(tmp_path_factory.mktemp("empty") / "empty.duckdb")
    upgrade.open_current(empty).close()
    made = upgrade._upgrade

    def copied(files: Files) -> None:
        try:
            if files.working.exists() or upgrade.migrate is not migrate:
                made(files)
            else:
                shutil.copyfile(empty.working, files.working)
        except OSError:
            made(files)

    migrate = upgrade.migrate
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(upgrade, "_upgrade", copied)
        yield
